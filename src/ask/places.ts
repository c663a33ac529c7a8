import type { Found, Municipalities, Municipality } from '../knowledge/municipalities.ts';

/** A municipality was asked for by a name or a number that is no longer in use. */
export interface Change {
  kind: 'merged' | 'renamed' | 'split' | 'renumbered';
  was: string;
  /** The number of before, when that is what was asked for. */
  number?: string;
  /** Where it lay, in today's counties, when others have or had the same name. */
  county?: string;
  /** Took effect on 1 January of this year. */
  year: number;
  now: Pick<Municipality, 'name' | 'number'>[];
}

/** Why municipalities found in a text are the answer to a name or number of before: one for each name. */
export function changesIn(found: Found[]): Change[] {
  const changes = new Map<string, Change>();
  for (const { municipality, reason } of found) {
    if (!reason) continue;
    const { was, number, year, parts, renamed } = reason;
    const { name, county } = municipality;
    const kind = parts ? 'split' : renamed ? 'renamed' : was === number ? 'renumbered' : 'merged';
    const byName = kind === 'merged' || kind === 'renamed';
    const shared =
      byName && found.some((other) => other.municipality !== municipality && isCalled(other, was));
    // What several municipalities came from is one change; two of the same name in two counties are two.
    const key = byName ? `${was} ${municipality.number}` : was;
    const before = changes.get(key)?.now ?? [];
    const known = before.some((m) => m.number === municipality.number);
    changes.set(key, {
      kind,
      was,
      year,
      ...(number && kind !== 'renumbered' && { number }),
      ...(shared && { county: county.name }),
      now: known ? before : [...before, { name, number: municipality.number }],
    });
  }
  return [...changes.values()];
}

const isCalled = ({ municipality, reason }: Found, name: string): boolean =>
  reason ? reason.was === name : municipality.name === name;

/** Numbers, as `solutionsWhere` takes them: four digits for a municipality, two for a county. */
interface Places {
  found: Found[];
  numbers: string[];
}

/** The municipalities and counties a text names. A county that only says which municipality is meant is left out. */
export function placesIn(text: string, norway: Municipalities): Places {
  const found = norway.find(text);
  const numbers = found.map(({ municipality }) => municipality.number);
  const counties = norway
    .findCounty(text)
    .map((county) => county.number)
    .filter((county) => !numbers.some((number) => number.startsWith(county)));
  return { found, numbers: [...new Set([...numbers, ...counties])] };
}
