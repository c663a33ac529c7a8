import { distance, LONGEST } from './spelling.ts';
import { fold } from './tokens.ts';
import type { KnownWords } from './vocabulary.ts';

/** A known word near to one that is not known. */
export interface Near {
  /** As it stands in the texts. */
  word: string;
  term: string;
  /** 0.1 when only the letters æ, ø and å differ; a letter changed is about 1. */
  distance: number;
  /** The distance, less for common words and more where the first letter differs: the lowest is the likeliest. */
  rank: number;
}

/** How many known words near to one are given. */
const NEAREST = 8;
/** How much a common word is likelier than a rare one, in letters. */
const COMMON = 0.08;
/** People seldom miss the first letter. */
const FIRST_LETTER = 0.3;

/** Forms of one length: which they are, the letters of each as a set, and the first letter of each. */
interface Group {
  forms: Int32Array;
  letters: Int32Array;
  firsts: Uint16Array;
}

/** Finds the known words nearest to one, likeliest first, one for each term. */
export function openNearest({ terms, counts, words, termOf, written, wordAt }: KnownWords) {
  // A form is a word as written, or the stem of one: a misspelt word with an ending no text has is met by its stem.
  const formOf = (form: number): string => (form < words.length ? words[form]! : terms[form - words.length]!);
  const termOfForm = (form: number): string =>
    form < words.length ? terms[termOf[form]!]! : terms[form - words.length]!;
  // The stem counts less: no one wrote it.
  const countOf = (form: number): number =>
    form < words.length ? written[form]! : counts[form - words.length]! / 2;

  const byLength: number[][] = [];
  // Forms that are the same without æ, ø and å: the last of them, and for each the one before it.
  const foldedAt = new Map<string, number>();
  const foldedBefore = new Int32Array(words.length + terms.length).fill(-1);
  const add = (form: number) => {
    const text = formOf(form);
    if (text.length > LONGEST || !LETTER_FIRST.test(text)) return;
    byLength[text.length] ??= [];
    byLength[text.length]!.push(form);
    const key = fold(text);
    foldedBefore[form] = foldedAt.get(key) ?? -1;
    foldedAt.set(key, form);
  };
  words.forEach((_, n) => {
    add(n);
  });
  terms.forEach((term, n) => {
    if (counts[n]! > 0 && term.length >= 4 && !wordAt.has(term)) add(words.length + n);
  });
  const groups = byLength.map(
    (forms): Group => ({
      forms: Int32Array.from(forms),
      letters: Int32Array.from(forms, (form) => lettersOf(formOf(form))),
      firsts: Uint16Array.from(forms, (form) => formOf(form).charCodeAt(0)),
    }),
  );

  return (word: string): Near[] => {
    if (word.length > LONGEST || !LETTER_FIRST.test(word)) return [];
    const found: Near[] = [];
    const first = word.charCodeAt(0);
    const take = (form: number, by: number) => {
      const text = formOf(form);
      const wrongFirst = text.charCodeAt(0) === first ? 0 : FIRST_LETTER;
      const rank = by - COMMON * Math.log(1 + countOf(form)) + wrongFirst;
      found.push({ word: text, term: termOfForm(form), distance: by, rank });
    };
    for (let form = foldedAt.get(fold(word)) ?? -1; form >= 0; form = foldedBefore[form]!) {
      if (formOf(form) !== word) take(form, 0.1);
    }
    const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
    const own = lettersOf(word);
    for (let length = word.length - most; most > 0 && length <= word.length + most; length++) {
      const group = groups[length];
      if (!group) continue;
      const { forms, letters, firsts } = group;
      for (let i = 0; i < forms.length; i++) {
        // Two edits are looked for only where the first letter is right.
        const within = firsts[i] === first ? most : 1;
        // Each edit changes at most two letters of the set: most words are passed over without counting edits.
        if (moreThan(2 * within, own ^ letters[i]!)) continue;
        const by = distance(word, formOf(forms[i]!), within);
        // No farther than what is folded: the word itself, or one that is taken already.
        if (by <= within && by > 0.1) take(forms[i]!, by);
      }
    }
    return likeliest(found);
  };
}

const LETTER_FIRST = /^\p{L}/u;

/** The likeliest, one for each term. */
export function likeliest(found: Near[]): Near[] {
  const terms = new Set<string>();
  return found
    .sort((a, b) => a.rank - b.rank || (a.word < b.word ? -1 : 1))
    .filter(({ term }) => !terms.has(term) && terms.add(term))
    .slice(0, NEAREST);
}

/** Whether a set has more than `most` members, 2 or 4: each step takes one away. */
function moreThan(most: number, set: number): boolean {
  let left = set & (set - 1);
  left &= left - 1;
  if (left === 0 || most === 2) return left !== 0;
  left &= left - 1;
  left &= left - 1;
  return left !== 0;
}

/** The set of letters in a word, one bit each; æ, ø, å and rarer letters share. */
function lettersOf(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31);
  return set;
}
