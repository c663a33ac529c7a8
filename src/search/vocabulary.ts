import { type Beginnings, openBeginnings } from './beginnings.ts';
import { splitOf } from './compounds.ts';
import { likeliest, type Near, openNearest } from './near.ts';
import { LONGEST } from './spelling.ts';

/** Every word and term of the texts, with how many passages each stands in. Corrects and splits words against them. */
export interface Vocabulary {
  /** Number of passages with the term; 0 when it is unknown. */
  count(term: string): number;
  /** Number of passages with the word as written; 0 when it is unknown. */
  written(word: string): number;
  /** The known words nearest to one, likeliest first, one for each term. */
  nearest(word: string): Near[];
  /** The parts of a compound, all known: "anskaffelsesprotokoll" → anskaff, protokoll. Empty when it is not one. */
  parts(term: string): string[];
  /** Terms that are the same word but for an ending the stemmer does not know: besøk, besøkt. */
  relatives(term: string): string[];
}

/** The terms and words of texts by number. A term that stands only as a part of compounds has the count 0. */
export interface KnownWords {
  terms: string[];
  at: ReadonlyMap<string, number>;
  counts: ArrayLike<number>;
  words: string[];
  wordAt: ReadonlyMap<string, number>;
  /** The term of each word, and how many passages each stands in as written. */
  termOf: ArrayLike<number>;
  written: ArrayLike<number>;
}

const MOST_SPLIT = 500_000;
const MIN_COMPOUND = 8;
const WORD = /^\p{L}+$/u;

/** Splits compounds in terms that `count` knows. */
export function openParts(count: (term: string) => number): Vocabulary['parts'] {
  const known = new Map<string, string[]>();
  return (term) => {
    if (term.length < MIN_COMPOUND || term.length > LONGEST) return [];
    const before = known.get(term);
    if (before) return before;
    const split = WORD.test(term) ? splitOf(term, count) : [];
    // Bounded: words come from people too.
    if (known.size > MOST_SPLIT) known.clear();
    known.set(term, split);
    return split;
  };
}

export function openVocabulary(
  known: KnownWords,
  { relatives }: Beginnings = openBeginnings(known.terms, known.counts, known.at),
): Vocabulary {
  const { at, counts, wordAt, written } = known;
  const count = (term: string): number => {
    const n = at.get(term);
    return n === undefined ? 0 : counts[n]!;
  };
  return {
    count,
    written(word) {
      const n = wordAt.get(word);
      return n === undefined ? 0 : written[n]!;
    },
    nearest: openNearest(known),
    parts: openParts(count),
    relatives,
  };
}

const nothing: KnownWords = {
  terms: [],
  at: new Map(),
  counts: [],
  words: [],
  wordAt: new Map(),
  termOf: [],
  written: [],
};

/** Several vocabularies as one. The first knows how compounds are split; the others are small beside it. */
export function joinVocabularies(all: Vocabulary[]): Vocabulary {
  const [first, ...others] = all;
  if (!first || others.length === 0) return first ?? openVocabulary(nothing);
  const sum = (of: (one: Vocabulary) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    count: (term) => sum((one) => one.count(term)),
    written: (word) => sum((one) => one.written(word)),
    nearest: (word) => likeliest(all.flatMap((one) => one.nearest(word))),
    parts(term) {
      for (const one of all) {
        const parts = one.parts(term);
        if (parts.length > 0) return parts;
      }
      return [];
    },
    relatives: (term) => [...new Set(all.flatMap((one) => one.relatives(term)))],
  };
}
