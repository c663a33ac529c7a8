import { answeredIn, type Counted, NO_ANSWER } from './counting.ts';
import { questionsOf } from './form.ts';
import { type Form, MIN_GROUP, MIN_GROUP_TEXT, type Tally } from './model.ts';

/** What may be kept and shown of what was counted. */
export interface Shown {
  tallies: Tally[];
  groups: { id: string; answered: number }[];
  /** Groups that someone answered in, and that are not shown. */
  heldBack: number;
}

/**
 * Holds back what would tell of fewer than `min` people: alone, or by taking what is shown from the whole.
 *
 * Groups do not overlap, so whatever can be reckoned from the whole and the groups shown is made up of those groups and
 * of all the rest together. Each of them must therefore be nobody or at least `min`: small groups are held back, and
 * when the rest is too small the smallest group shown goes with it, which is always enough. The same is done for each
 * question, among those who answered it; a question answered by too few is held back everywhere.
 *
 * A count within what is shown may be one: of `min` people one may have chosen "2", and nobody is told who they are.
 */
export function holdBack(form: Form, counted: Counted, min: number): Shown {
  const { answered, groups, tallies } = counted;
  if (answered < min) return { tallies: [], groups: [], heldBack: 0 };
  const shown = showable(groups, answered, min);
  const byQuestion = Map.groupBy(tallies, ({ question }) => question);
  const sizeOf = ({ group }: Tally) => (group === null ? answered : groups.get(group)!);
  const exact = new Set(
    questionsOf(form).flatMap(({ id, kind }) => (kind === 'number' || kind === 'date' ? id : [])),
  );
  return {
    tallies: [...byQuestion.values()]
      .flatMap((of) => ofQuestion(of, shown, sizeOf, exact.has(of[0]!.question) ? leastExact(min) : min))
      .map((tally) => (tally.question === form.groupBy ? onlyGroups(tally, shown, answered) : tally)),
    groups: [...shown].map((id) => ({ id, answered: groups.get(id)! })),
    heldBack: [...groups].filter(([id, size]) => size > 0 && !shown.has(id)).length,
  };
}

/** A number or a date may be known to be someone's, as a text may. */
const leastExact = (min: number): number => (min < MIN_GROUP ? min : Math.max(min, MIN_GROUP_TEXT));

/** The groups that may be shown beside a whole of so many. Holds back as few as can be. */
export function showable(sizes: ReadonlyMap<string, number>, whole: number, min: number): Set<string> {
  const large = [...sizes].filter(([, size]) => size >= min).sort((a, b) => b[1] - a[1]);
  let rest = whole - large.reduce((sum, [, size]) => sum + size, 0);
  while (rest > 0 && rest < min && large.length > 0) rest += large.pop()![1];
  return new Set(large.map(([id]) => id));
}

function ofQuestion(
  tallies: Tally[],
  groups: ReadonlySet<string>,
  sizeOf: (tally: Tally) => number,
  min: number,
): Tally[] {
  const whole = tallies.find(({ group }) => group === null)!;
  const people = answeredIn(whole, sizeOf(whole));
  if (people < min) return [];
  const cut = tallies.filter(({ group }) => group !== null && groups.has(group));
  const sizes = new Map(cut.map((tally) => [tally.group!, answeredIn(tally, sizeOf(tally))]));
  const shown = showable(sizes, people, min);
  return [whole, ...cut.filter(({ group }) => shown.has(group!))];
}

/** How many there are in a group that is held back is held back too, and so is how many said nothing. */
function onlyGroups(tally: Tally, shown: ReadonlySet<string>, answered: number): Tally {
  const counts = Object.entries(tally.counts).filter(([id]) => shown.has(id));
  const rest = answered - counts.reduce((sum, [, size]) => sum + size, 0);
  const silent = tally.counts[NO_ANSWER] ?? 0;
  // Where nobody is held back, the rest is those who said nothing, and it is nobody or enough.
  if (silent > 0 && silent === rest) counts.push([NO_ANSWER, silent]);
  return { ...tally, counts: Object.fromEntries(counts) };
}
