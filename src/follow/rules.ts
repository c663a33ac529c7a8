import type { Solution } from '../knowledge/solution.ts';
import { type Interest, interestKinds, partsOf, type Rhythm, type Subscription } from './model.ts';

/** Who is told of a solution, and why. Pure: no I/O, no clock. */

/**
 * Everything a solution is followed by. `places` are numbers of municipalities and counties (knowledge/places.ts);
 * `formerly` gives the numbers a municipality has had, and what a tag was called, which may still be followed.
 */
export function interestsOf(
  { id, topic, tags }: Pick<Solution, 'id' | 'topic' | 'tags'>,
  places: Iterable<string>,
  formerly: (numberOrTag: string) => string[] = () => [],
): Interest[] {
  const numbers = [...places];
  const municipalities = numbers.filter((number) => number.length === 4);
  const counties = numbers.filter((number) => number.length === 2);
  return [
    ...new Set<Interest>([
      `solution:${id}`,
      ...tags.flatMap((tag) => [tag, ...formerly(tag)]).map((tag): Interest => `tag:${tag}`),
      ...municipalities
        .flatMap((number) => [number, ...formerly(number)])
        .map((number): Interest => `municipality:${number}`),
      ...counties.map((number): Interest => `county:${number}`),
      `topic:${topic}`,
      'everything',
    ]),
  ];
}

/** One notice to one recipient. */
export interface Due<S extends Subscription = Subscription> {
  /** The one that tells, where several of the recipient's do. */
  by: S;
  /** What all of them follow that the solution has, the narrowest first. */
  reasons: Interest[];
}

/** As many as a card says and its button carries: one who follows every municipality would have hundreds. */
const MOST_REASONS = 40;

/** Of what a solution is followed by: one notice for each recipient, however many of their subscriptions it fits. */
export function noticesFor<S extends Subscription>(
  interests: Interest[],
  subscriptions: Iterable<S>,
): Due<S>[] {
  const followed = new Set(interests);
  const due = new Map<string, Due<S>>();
  for (const subscription of subscriptions) {
    const reasons = subscription.interests.filter((interest) => followed.has(interest));
    if (reasons.length === 0) continue;
    const before = due.get(subscription.recipient);
    due.set(subscription.recipient, {
      by: before ? sooner(before.by, subscription) : subscription,
      reasons: [...(before?.reasons ?? []), ...reasons],
    });
  }
  return [...due.values()].map(({ by, reasons }) => ({
    by,
    reasons: inOrder(reasons).slice(0, MOST_REASONS),
  }));
}

/** Once each, the narrowest first. */
export function inOrder(interests: Iterable<Interest>): Interest[] {
  const rank = (interest: Interest) => interestKinds.indexOf(partsOf(interest).kind);
  return [...new Set(interests)].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

const OFTEN: Rhythm['every'][] = ['now', 'day', 'week'];

function sooner<S extends Subscription>(a: S, b: S): S {
  const before = OFTEN.indexOf(a.rhythm.every) - OFTEN.indexOf(b.rhythm.every) || (a.id < b.id ? -1 : 1);
  return before < 0 ? a : b;
}

export const sameInterests = (a: Interest[], b: Interest[]): boolean =>
  inOrder(a).join(' ') === inOrder(b).join(' ');
