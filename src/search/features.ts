import { phrasesOf, type Word } from './analyse.ts';
import { asking } from './asking.ts';
import type { Concepts } from './glossary.ts';

/** What words have in common. */
export interface Meanings {
  concepts: Concepts;
  /** The groups of everyday words that a stem is in, each by its own name. */
  groups(stem: string): string[];
  /** Amounts at which other rules begin, rising: "2 millioner" says the same as "1,8" when both are between two of them. */
  thresholds: number[];
}

/** This many letters of a word stand for it and its relatives: "kunngjøring" and "kunngjøringsplikt". */
const BEGINNING = 5;

/**
 * What a text says, for counting how often it is said: its terms and each pair of neighbours, and what they have in
 * common with other words. The same is asked in three languages and in dialect, so words that ask are taken as the
 * bokmål ones, and everyday words and professional terms by their meaning too: what is learnt from a question in one
 * language then holds for the others.
 */
export function featuresOf(words: Word[], { concepts, groups, thresholds }: Meanings): Set<string> {
  const features = new Set<string>();
  addPairs(features, words.map(plain));
  const phrases = phrasesOf(words, concepts);
  for (const phrase of phrases) for (const concept of phrase.concepts) features.add(concept);
  addPairs(
    features,
    phrases.map((phrase) => phrase.concepts[0] ?? plain(phrase.words[0]!)),
  );
  for (const { text, term } of words) {
    if (AMOUNT.test(text)) features.add(rangeOf(Number(text), thresholds));
    for (const group of groups(term)) features.add(group);
    if (term.length > BEGINNING) features.add(`^${term.slice(0, BEGINNING)}`);
  }
  return features;
}

/** Years, paragraphs and numbers of days are shorter. */
const AMOUNT = /^\d{5,}$/;

/** Which thresholds an amount lies between, or which it is. */
function rangeOf(amount: number, thresholds: number[]): string {
  const below = thresholds.filter((one) => one < amount).length;
  return `kr${below}${thresholds[below] === amount ? '=' : ''}`;
}

const plain = (word: Word): string => asking.get(word.text) ?? word.term;

function addPairs(features: Set<string>, terms: string[]): void {
  terms.forEach((term, i) => {
    features.add(term);
    if (i > 0) features.add(`${terms[i - 1]} ${term}`);
  });
}
