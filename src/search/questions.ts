import type { Concepts } from './glossary.ts';
import { stem } from './stem.ts';
import { stopwords } from './stopwords.ts';
import { tokenise } from './tokens.ts';

/**
 * Likeness between what is asked and single typical questions. Lunr adds up words over a whole section; this sees
 * whether they stand together in one question, and whether it asks when, how or who.
 */
export interface QuestionIndex {
  /** For each section, 0–1: how like the asked units its likest question is. */
  match(
    units: { terms: { term: string; weight: number }[]; rarity: number }[],
    marks: string[],
  ): Float64Array;
}

export interface TypicalQuestion {
  text: string;
  /** Number of the section it belongs to. */
  section: number;
  /** 1, or less when the question belongs to the article and not surely to this section. */
  weight: number;
}

/** What an asking word adds beside the words that say what about. */
const MARK_RARITY = 0.8;

export function buildQuestions(
  questions: TypicalQuestion[],
  concepts: Concepts,
  rarity: (term: string) => number,
  sections: number,
): QuestionIndex {
  const postings = new Map<string, number[]>();
  const total = new Float64Array(questions.length);
  questions.forEach(({ text }, q) => {
    for (const key of new Set([...keysOf(text, concepts), ...askingMarks(text)])) {
      total[q]! += key.startsWith('?') ? MARK_RARITY : rarity(key);
      const list = postings.get(key);
      if (list) list.push(q);
      else postings.set(key, [q]);
    }
  });
  const shared = new Float64Array(questions.length);
  const lastUnit = new Int32Array(questions.length);

  function match(units: Parameters<QuestionIndex['match']>[0], marks: string[]): Float64Array {
    const touched: number[] = [];
    let asked = 0;
    // Terms come best first, so the first that a question has is the one that counts; units are numbered from 1.
    const add = (unit: number, term: string, gain: number) => {
      for (const q of postings.get(term) ?? []) {
        if (lastUnit[q] === unit) continue;
        if (lastUnit[q] === 0) touched.push(q);
        lastUnit[q] = unit;
        shared[q]! += gain;
      }
    };
    units.forEach((unit, i) => {
      asked += unit.rarity;
      for (const { term, weight } of unit.terms) add(i + 1, term, unit.rarity * Math.min(1, weight));
    });
    marks.forEach((mark, i) => {
      asked += MARK_RARITY;
      add(units.length + i + 1, mark, MARK_RARITY);
    });
    const likeness = new Float64Array(sections);
    for (const q of touched) {
      const { section, weight } = questions[q]!;
      const like = (weight * shared[q]!) / (ASKED * asked + (1 - ASKED) * total[q]!);
      if (like > likeness[section]!) likeness[section] = like;
      shared[q] = 0;
      lastUnit[q] = 0;
    }
    return likeness;
  }

  return { match };
}

/** How much the length of what is asked counts against the length of the typical question. */
const ASKED = 0.6;

/** A text as what it is about: for each glossary phrase its concept, for each other word its stem. */
function keysOf(text: string, concepts: Concepts): string[] {
  const tokens = tokenise(text);
  const stems = tokens.map(stem);
  const keys: string[] = [];
  for (let i = 0; i < tokens.length; ) {
    const phrase = concepts.at(stems, i);
    if (phrase && !(phrase.length === 1 && stopwords.has(tokens[i]!))) {
      keys.push(...phrase.concepts);
      i += phrase.length;
      continue;
    }
    if (!stopwords.has(tokens[i]!)) keys.push(stems[i]!);
    i++;
  }
  return keys;
}

/** Words that ask, marked so that they are never mistaken for words that are searched. */
export function askingMarks(text: string): string[] {
  return [...new Set(tokenise(text).flatMap((token) => ASKING.get(token) ?? []))];
}

const ASKING = new Map(
  Object.entries({
    '?what': 'hva kva what',
    '?when': 'når naar nar when',
    '?how': 'hvordan korleis how',
    '?who': 'hvem kven who',
    '?where': 'hvor kor where',
    '?why': 'hvorfor kvifor why',
    '?which': 'hvilke hvilken hvilket which',
    '?many': 'mange mye mykje many much lenge lang lange long høy høyt høg stor stort',
    '?may': 'kan can may lov lovlig allowed innafor',
    '?must': 'må maa skal trenger treng must have need kreves krevst require required plikt påkrevd',
  }).flatMap(([mark, words]) => words.split(' ').map((word) => [word, mark] as const)),
);
