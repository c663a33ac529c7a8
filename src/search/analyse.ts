import type { Concepts } from './glossary.ts';
import { stem } from './stem.ts';
import { stopwords } from './stopwords.ts';
import { tokenise } from './tokens.ts';

/** A word of a text, as written (in small letters, normalised) and as the term it is indexed under. */
export interface Word {
  text: string;
  term: string;
  /** It asks or binds and does not say what about. */
  stop: boolean;
}

/** A word, or words that together are a phrase of the glossary. */
export interface Phrase {
  words: Word[];
  /** What the phrase means: terms that begin with "=". Empty when it is a word and no more. */
  concepts: string[];
}

/** Text → words, the same way for what is indexed and for what is asked. Pure. */
export function wordsOf(text: string): Word[] {
  return tokenise(text).map(wordOf);
}

const wordOf = (token: string): Word => ({ text: token, term: stem(token), stop: stopwords.has(token) });

export type ReadWords = (text: string) => Word[];

/** `wordsOf` for a while: each text is read once, however often it is asked for, and equal words are one object. */
export function rememberingWords(): ReadWords {
  const words = new Map<string, Word>();
  const texts = new Map<string, Word[]>();
  const sameWord = (token: string): Word => {
    const word = words.get(token) ?? wordOf(token);
    words.set(token, word);
    return word;
  };
  return (text) => {
    const read = texts.get(text) ?? tokenise(text).map(sameWord);
    texts.set(text, read);
    return read;
  };
}

/** Words → phrases, the longest first; a stopword alone is never a phrase. */
export function phrasesOf(words: Word[], concepts: Concepts): Phrase[] {
  const terms = words.map((word) => word.term);
  const phrases: Phrase[] = [];
  for (let i = 0; i < words.length; ) {
    const found = concepts.at(terms, i);
    const phrase = found && !(found.length === 1 && words[i]!.stop) ? found : undefined;
    const length = phrase?.length ?? 1;
    phrases.push({ words: words.slice(i, i + length), concepts: phrase?.concepts ?? [] });
    i += length;
  }
  return phrases;
}

/** What a phrase is about: its concepts, or where it has none its terms but for stopwords. */
export const meantBy = ({ concepts, words }: Phrase): string[] =>
  concepts.length > 0 ? concepts : words.filter((word) => !word.stop).map((word) => word.term);
