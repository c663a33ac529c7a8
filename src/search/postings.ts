import type lunr from 'lunr';
import type { Fields } from './documents.ts';
import type { Asked } from './query.ts';

/**
 * Lunr's index, laid out for reading: for each term the sections it stands in, with its weight summed over the fields.
 * Lunr's own query evaluation takes milliseconds with the sixty terms a widened question has; this takes microseconds.
 */
export interface Postings {
  evaluate(units: Asked[], boosts: Map<string, number>): Evaluation;
}

/** Numbers for each section, by its place in the index. Valid until the next evaluation. */
interface Evaluation {
  /** BM25 over all fields. */
  score: Float64Array;
  /** 0–1, by rarity: the share of the question that is met anywhere, in the heading, the body and the article's title. */
  covered: Float64Array;
  heading: Float64Array;
  body: Float64Array;
  title: Float64Array;
}

/** For each term, where it stands and how much it weighs. Plain data: it is kept on disk between starts. */
export type PostingLists = Map<string, Posting>;

interface Posting {
  sections: Int32Array;
  weights: Float64Array;
  /** In which of the fields below the term stands, as bits. */
  fields: Uint8Array;
}

const HEADING = 1;
const BODY = 2;
const TITLE = 4;
const BIT: Partial<Record<keyof Fields, number>> = { heading: HEADING, body: BODY, title: TITLE };

/** `fieldVectors` is lunr's serialised form of how much each term weighs in each field of each document. */
export function layOut(index: lunr.Index): PostingLists {
  const { fieldVectors, invertedIndex } = index.toJSON() as {
    fieldVectors: [ref: string, vector: number[]][];
    invertedIndex: [term: string, posting: { _index: number }][];
  };
  const found = invertedIndex.map(() => new Map<number, { weight: number; bits: number }>());
  for (const [ref, vector] of fieldVectors) {
    const [field, n] = ref.split('/') as [keyof Fields, string];
    for (let i = 0; i < vector.length; i += 2) {
      const sections = found[vector[i]!]!;
      const at = sections.get(Number(n)) ?? { weight: 0, bits: 0 };
      at.weight += vector[i + 1]!;
      at.bits |= BIT[field] ?? 0;
      sections.set(Number(n), at);
    }
  }
  const postings: PostingLists = new Map();
  for (const [term, { _index }] of invertedIndex) {
    const sections = found[_index]!;
    postings.set(term, {
      sections: Int32Array.from(sections.keys()),
      weights: Float64Array.from([...sections.values()].map((s) => s.weight)),
      fields: Uint8Array.from([...sections.values()].map((s) => s.bits)),
    });
  }
  return postings;
}

export function openPostings(postings: PostingLists, size: number): Postings {
  const evaluation: Evaluation = {
    score: new Float64Array(size),
    covered: new Float64Array(size),
    heading: new Float64Array(size),
    body: new Float64Array(size),
    title: new Float64Array(size),
  };
  // The last unit that was met in a section, for each part of it: a unit counts once, by the best of its terms.
  const met = {
    covered: new Int32Array(size),
    heading: new Int32Array(size),
    body: new Int32Array(size),
    title: new Int32Array(size),
  };

  function evaluate(units: Asked[], boosts: Map<string, number>): Evaluation {
    for (const numbers of Object.values(evaluation)) numbers.fill(0);
    for (const stamps of Object.values(met)) stamps.fill(-1);
    for (const [term, boost] of boosts) {
      const posting = postings.get(term);
      if (!posting) continue;
      const { sections, weights } = posting;
      for (let i = 0; i < sections.length; i++) evaluation.score[sections[i]!]! += boost * weights[i]!;
    }
    const asked = units.reduce((sum, unit) => sum + unit.rarity, 0);
    units.forEach((unit, u) => {
      for (const { term, weight } of unit.terms) {
        const posting = postings.get(term);
        if (!posting) continue;
        const { sections, fields } = posting;
        const gain = (unit.rarity * Math.min(1, weight * 1.25)) / asked;
        for (let i = 0; i < sections.length; i++) {
          const section = sections[i]!;
          const bits = fields[i]!;
          if (met.covered[section] !== u) {
            met.covered[section] = u;
            evaluation.covered[section]! += gain;
          }
          if (bits & HEADING && met.heading[section] !== u) {
            met.heading[section] = u;
            evaluation.heading[section]! += gain;
          }
          if (bits & BODY && met.body[section] !== u) {
            met.body[section] = u;
            evaluation.body[section]! += gain;
          }
          if (bits & TITLE && met.title[section] !== u) {
            met.title[section] = u;
            evaluation.title[section]! += gain;
          }
        }
      }
    });
    return evaluation;
  }

  return { evaluate };
}
