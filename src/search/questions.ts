import { meantBy, phrasesOf, type ReadWords, type Word } from './analyse.ts';
import { bitsOf } from './bits.ts';
import type { Query } from './engine.ts';
import type { Concepts } from './glossary.ts';

/**
 * Likeness between what is asked and single typical questions. Lunr adds up words over a whole section; this sees
 * whether they stand together in one question, and whether it asks when, how or who.
 */
export interface QuestionIndex {
  /** 0–1 for each of the sections: how like what is asked its likest typical question is. */
  likeness(query: Query, sections: number[]): number[];
}

export interface TypicalQuestion {
  text: string;
  /** 1, or less when the question belongs to the article and not surely to this section. */
  weight: number;
}

/** What an asking word adds beside the words that say what about. */
const MARK_RARITY = 0.6;
/** How much the length of what is asked counts against the length of the typical question. */
const ASKED = 0.6;

/**
 * The typical questions of all sections, one after the other: those of section n from bySection[n] to bySection[n + 1],
 * and the keys of question q from byQuestion[q] to byQuestion[q + 1]. Plain data: it is kept on disk between starts.
 */
export interface CompiledQuestions {
  ids: Map<string, number>;
  bySection: Int32Array;
  byQuestion: Int32Array;
  keys: Int32Array;
  /** By question: its marks, the summed rarity of its keys and marks, and its weight. */
  marks: Int32Array;
  totals: Float64Array;
  weights: Float64Array;
}

/** `questions`: the typical questions of each section, in the order of the sections. */
export function compileQuestions(
  questions: TypicalQuestion[][],
  concepts: Concepts,
  rarity: (term: string) => number,
  read: ReadWords,
): CompiledQuestions {
  const ids = new Map<string, number>();
  const idOf = (key: string): number => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, ids.size);
    return ids.size - 1;
  };
  const bySection = [0];
  const byQuestion = [0];
  const all: number[] = [];
  const marked: number[] = [];
  const totals: number[] = [];
  const weights: number[] = [];
  for (const ofSection of questions) {
    for (const { text, weight } of ofSection) {
      const words = read(text);
      const keys = [...new Set(keysOf(words, concepts))];
      const marks = marksOf(words);
      for (const key of keys) all.push(idOf(key));
      byQuestion.push(all.length);
      marked.push(marks);
      totals.push(keys.reduce((sum, key) => sum + rarity(key), MARK_RARITY * bitsOf(marks)));
      weights.push(weight);
    }
    bySection.push(marked.length);
  }
  return {
    ids,
    bySection: Int32Array.from(bySection),
    byQuestion: Int32Array.from(byQuestion),
    keys: Int32Array.from(all),
    marks: Int32Array.from(marked),
    totals: Float64Array.from(totals),
    weights: Float64Array.from(weights),
  };
}

export function openQuestions(compiled: CompiledQuestions): QuestionIndex {
  const { ids, bySection, byQuestion, keys, marks, totals, weights } = compiled;
  // For the terms of one question at a time: what it gains to meet the key, and for which unit, from 1. Zeroed after use.
  const gain = new Float64Array(ids.size);
  const unitOf = new Uint16Array(ids.size);

  function likeness({ words, units }: Query, sections: number[]): number[] {
    const used: number[] = [];
    const askedMarks = marksOf(words);
    let asked = MARK_RARITY * bitsOf(askedMarks);
    units.forEach((unit, u) => {
      asked += unit.rarity;
      for (const { term, weight } of unit.terms) {
        const id = ids.get(term);
        const worth = unit.rarity * Math.min(1, weight);
        if (id === undefined || worth <= gain[id]!) continue;
        gain[id] = worth;
        unitOf[id] = u + 1;
        used.push(id);
      }
    });
    const ofUnit = units.map(() => 0);
    // Nothing meets more than all that is asked; the rest is for what is lost in adding up.
    const most = asked * (1 + 1e-9);
    const likes = sections.map((section) => {
      let best = 0;
      for (let q = bySection[section]!; q < bySection[section + 1]!; q++) {
        const whole = ASKED * asked + (1 - ASKED) * totals[q]!;
        // Too long a question, or of too little weight, to be likelier than one that is met: its keys are not looked at.
        if (weights[q]! * most <= best * whole) continue;
        let shared = 0;
        for (let k = byQuestion[q]!; k < byQuestion[q + 1]!; k++) {
          const unit = unitOf[keys[k]!]! - 1;
          if (unit < 0) continue;
          // A unit counts once in a question, by the best of its terms.
          if (shared === 0) for (let u = 0; u < ofUnit.length; u++) ofUnit[u] = 0;
          const worth = gain[keys[k]!]!;
          if (worth <= ofUnit[unit]!) continue;
          shared += worth - ofUnit[unit]!;
          ofUnit[unit] = worth;
        }
        if (shared === 0) continue;
        const all = shared + MARK_RARITY * bitsOf(marks[q]! & askedMarks);
        const like = (weights[q]! * all) / whole;
        if (like > best) best = Math.min(1, like);
      }
      return best;
    });
    for (const id of used) {
      gain[id] = 0;
      unitOf[id] = 0;
    }
    return likes;
  }

  return { likeness };
}

/** A text as what it is about: for each glossary phrase its concepts, for each other word its term. */
function keysOf(words: Word[], concepts: Concepts): string[] {
  return phrasesOf(words, concepts).flatMap(meantBy);
}

/** Which ways of asking stand in a text, one bit each. */
function marksOf(words: Word[]): number {
  let marks = 0;
  for (const { text } of words) marks |= ASKING.get(text) ?? 0;
  return marks;
}

/** "Når" and "hvordan" tell little, but they tell two sections on the same thing apart. */
const ASKING = new Map(
  [
    'hva kva what',
    'når naar nar when',
    'hvordan korleis how',
    'hvem kven who',
    'hvor kor where',
    'hvorfor kvifor why',
    'hvilke hvilken hvilket which',
    'mange mye mykje many much lenge lang lange long høy høyt høg stor stort',
    'kan can may lov lovlig allowed innafor',
    'må maa skal trenger treng must have need kreves krevst require required plikt påkrevd',
    'stå står inneholde innehalde innhold innhald contain include punkter',
    'finnes finst liste lista eksempel eksempler døme examples example list navn namn',
    'nei nekte nektar avslå refuse unntak slippe slipper sleppe sleppa exception exempt avoid',
    'skjer hender happens happen konsekvens følger følgjer consequence',
    'koster koste kostar betale betala cost costs pay free gratis',
    'alle hver kvar every all each',
    'er is are',
  ].flatMap((words, n) => words.split(' ').map((word) => [word, 1 << n] as const)),
);
