import type { Concepts } from './glossary.ts';
import { stem } from './stem.ts';
import { stopwords } from './stopwords.ts';
import { fold, tokenise } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One thing the question asks about: a word, or a phrase from the glossary. Any of its terms will do. */
export interface Unit {
  /** Best first. */
  terms: { term: string; weight: number }[];
  /** How many of the terms, from the first, are the words' own and not everyday words near to them. */
  own: number;
  /** Words that were misspelt, with the stem each was read as. */
  corrected: [word: string, stem: string][];
}

/** A unit with how rare it is in the knowledge base; a word not in it counts as the rarest. */
export type Asked = Unit & { rarity: number };

/** What a question is read against. */
export interface Reader {
  concepts: Concepts;
  vocabulary: Vocabulary;
  /** Stems of everyday words near to a stem. */
  everyday(stem: string): string[];
}

const CONCEPT = 1;
const OWN_WORD = 0.5;
const PART = 0.4;
const CORRECTED = 0.7;
const EVERYDAY = 0.25;

/** Reads a question into units. Pure; the same question and reader give the same units. */
export function readQuery(text: string, reader: Reader): Unit[] {
  const words = tokenise(text).map((token) => readWord(token, reader));
  const stems = words.map((word) => word.stem);
  const units: Unit[] = [];
  for (let i = 0; i < words.length; ) {
    const word = words[i]!;
    const phrase = reader.concepts.at(stems, i);
    if (phrase && !(phrase.length === 1 && word.stop)) {
      units.push(phraseUnit(words.slice(i, i + phrase.length), phrase.concepts, reader));
      i += phrase.length;
      continue;
    }
    const joined = joinedUnit(word, words[i + 1], reader);
    if (joined) {
      units.push(joined);
      i += 2;
      continue;
    }
    if (!word.stop) units.push(wordUnit(word, reader));
    i++;
  }
  return units;
}

interface Word {
  token: string;
  stem: string;
  stop: boolean;
  /** Known stems this may have been meant as, when it is not known itself; `stem` is then the best of them. */
  near: { stem: string; distance: number }[];
}

function readWord(token: string, { vocabulary, concepts }: Reader): Word {
  const own = stem(token);
  const known = vocabulary.count(own) > 0 || concepts.at([own], 0) !== undefined;
  // "ma" for "må" is a stopword too, unless the texts have a word that is written so.
  const stop = stopwords.has(token) || (!known && foldedStopwords.has(token));
  const near = stop || known || vocabulary.parts(own).length > 0 ? [] : vocabulary.nearest(own);
  return {
    token,
    stem: near[0]?.stem ?? own,
    stop,
    near: near.filter((n) => n.distance === near[0]!.distance),
  };
}

const foldedStopwords = new Set(
  [...stopwords].flatMap((word) => [
    fold(word),
    word.replaceAll('å', 'aa').replaceAll('ø', 'oe').replaceAll('æ', 'ae'),
  ]),
);

/** Letters left out ("naar", "apen") are no misspelling worth telling of. */
const correctionsOf = (words: Word[]): Unit['corrected'] =>
  words.filter((w) => (w.near[0]?.distance ?? 0) > 0).map((w) => [w.token, w.stem]);

function phraseUnit(words: Word[], concepts: string[], reader: Reader): Unit {
  const own = words.filter((w) => !w.stop && reader.vocabulary.count(w.stem) > 0).map((w) => w.stem);
  return unit(words, reader, [
    ...concepts.map((term) => ({ term, weight: CONCEPT / Math.sqrt(concepts.length) })),
    ...own.map((term) => ({ term, weight: OWN_WORD })),
  ]);
}

/** Compounds written apart, "databehandler avtale", are read as one word when that word is known. */
function joinedUnit(a: Word, b: Word | undefined, reader: Reader): Unit | undefined {
  if (!b || a.stop || b.stop || !/^\p{L}{3,}$/u.test(a.token) || !/^\p{L}{3,}$/u.test(b.token))
    return undefined;
  const { concepts, vocabulary } = reader;
  const known = (word: string) => vocabulary.count(word) > 0;
  for (const link of ['', 's', 'e']) {
    const word = stem(a.token + link + b.token);
    const concept = concepts.at([word], 0)?.concepts ?? [];
    // A pair that stands more often apart is two words: "three quotes", although someone wrote "three-quote rule".
    const usual = vocabulary.count(word) >= Math.min(vocabulary.count(a.stem), vocabulary.count(b.stem));
    if (concept.length === 0 && !(known(word) && usual)) continue;
    return unit([a, b], reader, [
      ...concept.map((term) => ({ term, weight: CONCEPT })),
      ...[word].filter(known).map((term) => ({ term, weight: OWN_WORD })),
      ...[a.stem, b.stem].filter(known).map((term) => ({ term, weight: PART })),
    ]);
  }
  return undefined;
}

function wordUnit(word: Word, reader: Reader): Unit {
  const { concepts, vocabulary } = reader;
  if (word.near.length > 0) {
    const weight = word.near[0]!.distance === 0 ? 1 : CORRECTED;
    const terms = word.near.flatMap((n) => [n.stem, ...(concepts.at([n.stem], 0)?.concepts ?? [])]);
    return unit(
      [word],
      reader,
      terms.map((term) => ({ term, weight })),
    );
  }
  const parts = vocabulary.parts(word.stem);
  if (vocabulary.count(word.stem) > 0) {
    return unit([word], reader, [
      { term: word.stem, weight: 1 },
      ...parts.map((term) => ({ term, weight: PART / 2 })),
    ]);
  }
  return unit(
    [word],
    reader,
    parts.map((term) => ({ term, weight: PART })),
  );
}

/** Adds everyday words for the same thing, at low weight: what was asked in its own words still goes first. */
function unit(words: Word[], { concepts, vocabulary, everyday }: Reader, own: Unit['terms']): Unit {
  const terms = new Map<string, number>();
  const add = (term: string, weight: number) => terms.set(term, Math.max(terms.get(term) ?? 0, weight));
  for (const { term, weight } of own) add(term, weight);
  const count = terms.size;
  for (const near of words.flatMap((w) => (w.stop ? [] : everyday(w.stem)))) {
    if (vocabulary.count(near) > 0) add(near, EVERYDAY);
    for (const concept of concepts.at([near], 0)?.concepts ?? []) add(concept, EVERYDAY);
  }
  return {
    // Best first: the first that is met is the one that counts.
    terms: [...terms].map(([term, weight]) => ({ term, weight })).sort((a, b) => b.weight - a.weight),
    own: count,
    corrected: correctionsOf(words),
  };
}
