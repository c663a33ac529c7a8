import { slugOf } from '../../knowledge/article.ts';
import { type Facets, isNetwork } from '../../knowledge/facets.ts';
import type { Municipalities } from '../../knowledge/municipalities.ts';
import { placesOf } from '../../knowledge/places.ts';
import type { Solution } from '../../knowledge/solution.ts';
import type { Condition, Field, Filter } from './filter.ts';

/** A shared solution with what it is listed by. */
export interface Entry {
  solution: Solution;
  has: Record<Field, ReadonlySet<string>>;
}

export function entryOf(solution: Solution, facets: Facets, norway: Municipalities): Entry {
  const networks = solution.networks.filter(isNetwork);
  return {
    solution,
    has: {
      kind: new Set([solution.kind]),
      subject: new Set([solution.topic, ...solution.tags]),
      procedure: new Set(solution.procedure ? [solution.procedure] : []),
      system: new Set(solution.systems.map(slugOf)),
      network: new Set(networks.flatMap((name) => networkValues(name, facets))),
      place: placesOf(solution, facets, norway),
    },
  };
}

/** The network, those it is a part of (Værnesregionen Innkjøp is of Værnesregionen), and what kind of network it is. */
function networkValues(name: string, { networks }: Facets): string[] {
  const wholes = Object.keys(networks).filter((other) => name.startsWith(`${other} `));
  return [name, ...wholes].flatMap((one) => {
    const kind = networks[one]?.kind;
    return [slugOf(one), ...(kind ? [kind] : [])];
  });
}

/** All that fit, the newest first; those whose year no source gives come last. */
export function entriesWhere(entries: Entry[], where: Filter): Entry[] {
  return entries
    .filter((entry) => where.every((condition) => meets(entry, condition)))
    .sort((a, b) => (b.solution.year ?? 0) - (a.solution.year ?? 0));
}

function meets({ solution, has }: Entry, condition: Condition): boolean {
  if (condition.field !== 'year') return condition.any.some((value) => has[condition.field].has(value));
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = condition;
  return solution.year !== undefined && from <= solution.year && solution.year <= to;
}

/** How many would be in the list if only their sources said this. */
export function unsaid(entries: Entry[], where: Filter): { field: 'procedure' | 'year'; count: number }[] {
  return (['procedure', 'year'] as const).flatMap((field) => {
    if (!where.some((condition) => condition.field === field)) return [];
    const others = where.filter((condition) => condition.field !== field);
    const count = entriesWhere(entries, others).filter(
      ({ solution }) => solution[field] === undefined,
    ).length;
    return count > 0 ? [{ field, count }] : [];
  });
}
