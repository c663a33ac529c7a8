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
  return tokenise(text).map((token) => ({ text: token, term: stem(token), stop: stopwords.has(token) }));
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
