import type { Asked } from './query.ts';
import type { Placed, Terms } from './terms.ts';

/** The share of a question, 0–1 by rarity, that a passage meets in any field, and in each of the told fields. */
export interface Coverage {
  covered: number;
  told: number[];
}

/** What each of some passages meets of what is asked. `fields` is how many fields are told apart. */
export function coverageOf(opened: Placed[], fields: number) {
  const size = opened.reduce((sum, { segment }) => sum + segment.size, 0);
  // Where each passage asked about stands among them, from 1; all zero between questions.
  const slots = new Uint16Array(size);

  return (units: Asked[], terms: Terms[], asked: number, places: number[]): Coverage[] => {
    if (fields === 0) return places.map(() => nothing);
    const met = places.map((): Coverage => ({ covered: 0, told: new Array<number>(fields).fill(0) }));
    places.forEach((place, i) => {
      slots[place] = i + 1;
    });
    const seen = new Uint16Array(places.length);
    for (let u = 0; u < units.length; u++) {
      // A unit is met once in each field, by the best of its terms, which stand first.
      seen.fill(0);
      const rarity = units[u]!.rarity;
      opened.forEach(({ segment, first }, s) => {
        const { offsets, passages, told } = segment;
        const { starts, at, weight } = terms[s]!;
        for (let t = starts[u]!; t < starts[u + 1]!; t++) {
          const gain = (rarity * Math.min(1, weight[t]! * 1.25)) / asked;
          const end = offsets[at[t]! + 1]!;
          for (let i = offsets[at[t]!]!; i < end; i++) {
            const slot = slots[first + passages[i]!]! - 1;
            if (slot < 0) continue;
            const bits = (told[i]! << 1) | 1;
            const fresh = bits & ~seen[slot]!;
            if (fresh === 0) continue;
            seen[slot]! |= fresh;
            if (fresh & 1) met[slot]!.covered += gain;
            for (let f = 0; f < fields; f++) if (fresh & (2 << f)) met[slot]!.told[f]! += gain;
          }
        }
      });
    }
    for (const place of places) slots[place] = 0;
    return met;
  };
}

const nothing: Coverage = { covered: 0, told: [] };
