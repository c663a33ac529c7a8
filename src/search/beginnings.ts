import { LONGEST } from './spelling.ts';

/** Terms in the order of the alphabet, where those that begin alike stand together. */
export interface Beginnings {
  /** Terms that are the same word but for an ending the stemmer does not know: besøk, besøkt. */
  relatives(term: string): string[];
  /** Calls back for terms that begin as this one does, with the share 0–1 of the letters they have in common. */
  kin(term: string, visit: (place: number, alike: number) => void): void;
}

const MOST_KIN = 60;

/** Endings that tell two stems of one word apart. */
const ENDINGS = new Set(
  't te d de a ing ning else er ar ere sjon asjon isk lig het skap sk s n en et r ne i al ell ist isme or dom som bar e els nd nde ende an ane ene inge'.split(
    ' ',
  ),
);
const LONGEST_ENDING = 5;

const WORD = /^\p{L}+$/u;

/** `terms` with `counts` above 0 are known; `at` is the place of each. */
export function openBeginnings(
  terms: string[],
  counts: ArrayLike<number>,
  at: ReadonlyMap<string, number>,
): Beginnings {
  const known: number[] = [];
  terms.forEach((term, n) => {
    if (counts[n]! > 0 && term.length >= 3 && WORD.test(term)) known.push(n);
  });
  const sorted = Int32Array.from(known.sort((a, b) => (terms[a]! < terms[b]! ? -1 : 1)));
  // How many letters each has in common with the one before it: enough to see where a beginning begins and ends.
  const shared = new Uint8Array(sorted.length + 1);
  const placeOf = new Int32Array(terms.length).fill(-1);
  sorted.forEach((n, place) => {
    placeOf[n] = place;
    if (place > 0) shared[place] = Math.min(255, inCommon(terms[sorted[place - 1]!]!, terms[n]!));
  });

  /** Where a term stands among the sorted, -1 where it does not. */
  function placeIn(term: string): number {
    const n = at.get(term);
    return n === undefined ? -1 : placeOf[n]!;
  }

  /** The first place of those that begin with the first letters of a term; the end of all when none does. */
  function firstOf(term: string, own: number, letters: number): number {
    if (own >= 0) {
      let place = own;
      while (shared[place]! >= letters) place--;
      return place;
    }
    const prefix = term.slice(0, letters);
    let place = 0;
    let high = sorted.length;
    while (place < high) {
      const middle = (place + high) >> 1;
      if (terms[sorted[middle]!]! < prefix) place = middle + 1;
      else high = middle;
    }
    return place < sorted.length && terms[sorted[place]!]!.startsWith(prefix) ? place : sorted.length;
  }

  function relatives(term: string): string[] {
    const own = placeIn(term);
    if (term.length < 4 || (own < 0 && !WORD.test(term))) return [];
    const found: string[] = [];
    const add = (letters: number) => {
      for (let place = firstOf(term, own, letters); place < sorted.length; ) {
        const other = terms[sorted[place]!]!;
        const longer = other.length - letters;
        if (
          other !== term &&
          (longer === 0 || (longer <= LONGEST_ENDING && ENDINGS.has(other.slice(letters)))) &&
          !found.includes(other)
        ) {
          found.push(other);
        }
        if (shared[++place]! < letters) break;
      }
    };
    add(term.length);
    const shorter = term.length - (ONE_ENDING.exec(term)?.[0].length ?? 0);
    if (term.length >= 5 && shorter >= 4 && shorter < term.length) add(shorter);
    return found;
  }

  function kin(term: string, visit: (place: number, alike: number) => void): void {
    const own = placeIn(term);
    if (term.length < 4 || term.length > LONGEST || (own < 0 && !WORD.test(term))) return;
    const letters = Math.max(4, Math.ceil(term.length * 0.65));
    let place = firstOf(term, own, letters);
    for (let count = 0; place < sorted.length && count < MOST_KIN; count++) {
      const n = sorted[place]!;
      const other = terms[n]!;
      visit(n, inCommon(term, other, letters) / Math.max(term.length, other.length));
      if (shared[++place]! < letters) break;
    }
  }

  return { relatives, kin };
}

const ONE_ENDING = /(?:t|d|e|er|a)$/;

/** How many letters two words begin with in common; at least `least` are known to be. */
function inCommon(a: string, b: string, least = 0): number {
  let same = least;
  while (same < a.length && same < b.length && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same;
}
