import { bitsOf } from './bits.ts';
import { fold } from './tokens.ts';

/** Every stem in the index with the number of sections it stands in. Corrects and splits words against them. */
export interface Vocabulary {
  /** Number of sections with the stem; 0 when it is unknown. */
  count(stem: string): number;
  /** The known stems nearest to an unknown one, best first, at most three: folded form first, then spelling. */
  nearest(stem: string): { stem: string; distance: number }[];
  /** The parts of a compound, all known: "anskaffelsesprotokoll" → anskaff, protokoll. Empty when it is not one. */
  parts(stem: string): string[];
}

const MIN_PART = 4;
const MIN_COMPOUND = 9;

export function buildVocabulary(counts: Map<string, number>): Vocabulary {
  const folded = new Map<string, string[]>();
  const byLength = new Map<number, { word: string; letters: number }[]>();
  for (const word of counts.keys()) {
    if (!/^\p{L}/u.test(word)) continue;
    const key = fold(word);
    folded.set(key, [...(folded.get(key) ?? []), word]);
    const same = byLength.get(word.length) ?? [];
    same.push({ word, letters: lettersOf(word) });
    byLength.set(word.length, same);
  }
  const count = (stem: string) => counts.get(stem) ?? 0;

  function nearest(stem: string): { stem: string; distance: number }[] {
    if (!/^\p{L}/u.test(stem)) return [];
    const same = folded.get(fold(stem))?.filter((word) => word !== stem);
    if (same?.length) return same.slice(0, 3).map((word) => ({ stem: word, distance: 0 }));
    const most = stem.length >= 8 ? 2 : stem.length >= 4 ? 1 : 0;
    if (most === 0) return [];
    const found: { stem: string; distance: number }[] = [];
    const letters = lettersOf(stem);
    for (let length = stem.length - most; length <= stem.length + most; length++) {
      for (const { word, letters: theirs } of byLength.get(length) ?? []) {
        // Each edit changes at most two letters of the set: most words are passed over without counting edits.
        if (bitsOf(letters ^ theirs) > 2 * most) continue;
        const distance = editDistance(stem, word, most);
        if (distance <= most) found.push({ stem: word, distance });
      }
    }
    return found.sort((a, b) => a.distance - b.distance || count(b.stem) - count(a.stem)).slice(0, 3);
  }

  function parts(stem: string): string[] {
    if (stem.length < MIN_COMPOUND || !/^\p{L}+$/u.test(stem)) return [];
    // The last part is the head of a Norwegian compound, so the longest known head is tried first.
    for (let at = MIN_PART; at <= stem.length - MIN_PART; at++) {
      const head = stem.slice(at);
      if (count(head) === 0) continue;
      const left = stem.slice(0, at);
      for (const modifier of modifiers(left)) {
        if (count(modifier) > 0) return [modifier, head];
      }
      const deeper = parts(left);
      if (deeper.length > 0) return [...deeper, head];
    }
    return [];
  }

  return { count, nearest, parts };
}

/** The set of letters in a word, one bit each; æ, ø, å and rarer letters share. */
function lettersOf(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31);
  return set;
}

/** The first part with and without a linking s or e, and with the -else that the stemmer takes away. */
function modifiers(left: string): string[] {
  return [
    left,
    left.replace(/s$/, ''),
    left.replace(/e$/, ''),
    left.replace(/(?:else|ing)s?$/, ''),
    left.replace(/er$/, ''),
  ].filter((word) => word.length >= MIN_PART);
}

/** Letters put in, left out, changed or swapped with the next; stops counting past `most`. */
function editDistance(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
