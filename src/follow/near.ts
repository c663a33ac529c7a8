import { distance, LONGEST } from '../search/spelling.ts';
import { type Interest, type InterestKind, partsOf } from './model.ts';

/** What a name that nobody knows may be a misspelling of. Pure. */

export interface Known {
  interest: Interest;
  names: string[];
}

const NEAR = 2;
const NEAR_MOST = 4;

/** The nearest first. */
export function nearest(text: string, known: Known[], kinds: readonly InterestKind[]): Interest[] {
  const word = text.toLowerCase();
  if (word.length > LONGEST) return [];
  return known
    .filter(({ interest }) => kinds.includes(partsOf(interest).kind))
    .map(({ interest, names }) => ({ interest, away: Math.min(...names.map((name) => away(word, name))) }))
    .filter(({ away }) => away <= NEAR)
    .sort((a, b) => a.away - b.away)
    .slice(0, NEAR_MOST)
    .map(({ interest }) => interest);
}

function away(word: string, name: string): number {
  const other = name.toLowerCase();
  if (other.length > LONGEST) return NEAR + 1;
  return word.length >= 4 && other.startsWith(word) ? 0.5 : distance(word, other, NEAR);
}
