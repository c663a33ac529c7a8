import type { Word } from './analyse.ts';
import type { Asked } from './query.ts';

/** Roles 1 to this are the units that are read for. A question with more is a story; its rarest are read for. */
export const MOST_UNITS = 24;
/** Roles above those are of small words; a longer story is told by its first. */
const MOST_SMALL = 24;
/** 0 is the role of all other words. */
const ROLES = 1 + MOST_UNITS + MOST_SMALL;
/** So that the number of a pair fits in a byte. */
export const MOST_PAIRS = 250;

/**
 * Which words of a question stand beside each other, as roles: `after[role * ROLES + next]` is one more than the number
 * of the pair, 0 where there is none.
 */
export interface Sequence {
  after: Uint8Array;
  pairs: number;
  /** Terms of the small words; `roleOfSmall` says which role each has. */
  small: string[];
}

/** Whether a role is that of a unit: others are of small words, of kin of units (below 0), or none. */
export const isUnit = (role: number): boolean => role > 0 && role <= MOST_UNITS;

/** The role of the small word at a place among them. */
export const roleOfSmall = (at: number): number => MOST_UNITS + 1 + at;

/** Where the pairs begin in `after` that a role is the first of. */
export const pairsAfter = (role: number): number => role * ROLES;

export const noSequence: Sequence = { after: new Uint8Array(ROLES * ROLES), pairs: 0, small: [] };

/**
 * Makes the sequence of a question; the one before is then no longer right, for they share their room. `units` are those
 * that are read for: the first has role 1. The word that asks says nothing of what stands where.
 */
export function sequencer() {
  const after = new Uint8Array(ROLES * ROLES);
  const used: number[] = [];

  return (words: Word[], units: Asked[]): Sequence => {
    for (const pair of used) after[pair] = 0;
    used.length = 0;
    const small: string[] = [];
    let before = 0;
    words.forEach(({ text, term, stop }, i) => {
      const role = stop ? (i === 0 ? 0 : smallRole(term, small)) : roleOfUnit(text, units);
      const pair = pairsAfter(before) + role;
      if (before > 0 && role > 0 && role !== before && after[pair] === 0 && used.length < MOST_PAIRS) {
        used.push(pair);
        after[pair] = used.length;
      }
      before = role;
    });
    return { after, pairs: used.length, small };
  };
}

function smallRole(term: string, small: string[]): number {
  let at = small.indexOf(term);
  if (at < 0) {
    if (small.length === MOST_SMALL) return 0;
    at = small.push(term) - 1;
  }
  return roleOfSmall(at);
}

const roleOfUnit = (text: string, units: Asked[]): number =>
  units.findIndex((unit) => unit.words.includes(text)) + 1;
