import type { Concepts } from './glossary.ts';
import { stem } from './stem.ts';
import { stopwords } from './stopwords.ts';
import { fold, tokenise } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One thing the question asks about: a word, or a phrase from the glossary. Any of its terms will do. */
export interface Unit {
  /** The words as they were written, for telling what was read. */
  words: string;
  terms: { term: string; weight: number }[];
  /** How many of the terms, from the first, are the words' own and not everyday words near to them. */
  own: number;
  /** The stem a misspelt word was read as. */
  readAs?: string;
  known: boolean;
}

/** A unit with how rare it is in the knowledge base; a word not in it counts as the rarest. */
export type Asked = Unit & { rarity: number };

/** A unit before it is widened, with the stems that everyday words are looked up by. */
type Narrow = Omit<Unit, 'own'> & { stems: string[] };

/** What a question is read against. */
export interface Reader {
  concepts: Concepts;
  vocabulary: Vocabulary;
  /** Stems of everyday words near to a stem. */
  everyday(stem: string): string[];
}

/** Reads a question into units. Pure; the same question and reader give the same units. */
export function readQuery(text: string, reader: Reader): Unit[] {
  return narrowUnits(text, reader).map((unit) => widened(unit, reader));
}

/** Adds everyday words for the same thing, at low weight: what was asked in its own words still goes first. */
function widened(unit: Narrow, { concepts, vocabulary, everyday }: Reader): Unit {
  const { stems, ...narrow } = unit;
  const terms = new Map(narrow.terms.map((t) => [t.term, t.weight]));
  const add = (term: string, weight: number) => terms.set(term, Math.max(terms.get(term) ?? 0, weight));
  for (const near of stems.flatMap(everyday)) {
    if (vocabulary.count(near) > 0) add(near, EVERYDAY);
    for (const concept of concepts.at([near], 0)?.concepts ?? []) add(concept, EVERYDAY);
  }
  return {
    ...narrow,
    terms: [...terms].map(([term, weight]) => ({ term, weight })),
    own: narrow.terms.length,
    known: terms.size > 0,
  };
}

const EVERYDAY = 0.25;

function narrowUnits(text: string, reader: Reader): Narrow[] {
  const { concepts, vocabulary } = reader;
  const tokens = tokenise(text);
  const stems = tokens.map(stem);
  const units: Narrow[] = [];
  for (let i = 0; i < tokens.length; ) {
    const phrase = concepts.at(stems, i);
    if (phrase && !(phrase.length === 1 && stopwords.has(tokens[i]!))) {
      const words = tokens.slice(i, i + phrase.length);
      const own = stems
        .slice(i, i + phrase.length)
        .filter((s, k) => !stopwords.has(words[k]!) && vocabulary.count(s) > 0);
      units.push({
        words: words.join(' '),
        terms: [
          ...phrase.concepts.map((term) => ({ term, weight: CONCEPT / Math.sqrt(phrase.concepts.length) })),
          ...own.map((term) => ({ term, weight: OWN_WORD })),
        ],
        known: true,
        stems: stems.slice(i, i + phrase.length),
      });
      i += phrase.length;
      continue;
    }
    const joined = i + 1 < tokens.length ? joinedWord(tokens, i, concepts, vocabulary) : undefined;
    if (joined) {
      units.push({ ...joined, stems: stems.slice(i, i + 2) });
      i += 2;
      continue;
    }
    if (!isStopword(tokens[i]!, stems[i]!, vocabulary)) {
      const unit = wordUnit(tokens[i]!, stems[i]!, concepts, vocabulary);
      // A misspelt word is widened as what it was read as.
      units.push({ ...unit, stems: [unit.readAs ?? stems[i]!] });
    }
    i++;
  }
  return units;
}

/** "ma" for "må" is a stopword too, unless the texts have a word that is written so. */
function isStopword(token: string, word: string, vocabulary: Vocabulary): boolean {
  return stopwords.has(token) || (foldedStopwords.has(token) && vocabulary.count(word) === 0);
}

const foldedStopwords = new Set(
  [...stopwords].flatMap((word) => [
    fold(word),
    word.replaceAll('å', 'aa').replaceAll('ø', 'oe').replaceAll('æ', 'ae'),
  ]),
);

const CONCEPT = 1;
const OWN_WORD = 0.5;
const PART = 0.4;
const CORRECTED = 0.7;

/** Compounds written apart, "databehandler avtale", are read as one word when that word is known and the pair is not usual. */
function joinedWord(
  tokens: string[],
  at: number,
  concepts: Concepts,
  vocabulary: Vocabulary,
): Omit<Unit, 'own'> | undefined {
  const [a, b] = [tokens[at]!, tokens[at + 1]!];
  if (stopwords.has(a) || stopwords.has(b) || !/^\p{L}{3,}$/u.test(a) || !/^\p{L}{3,}$/u.test(b))
    return undefined;
  for (const link of ['', 's', 'e']) {
    const word = stem(a + link + b);
    const concept = concepts.at([word], 0);
    if (!concept && vocabulary.count(word) === 0) continue;
    return {
      words: `${a} ${b}`,
      terms: [
        ...(concept?.concepts ?? []).map((term) => ({ term, weight: CONCEPT })),
        ...[word].filter((w) => vocabulary.count(w) > 0).map((term) => ({ term, weight: OWN_WORD })),
        ...[stem(a), stem(b)].filter((w) => vocabulary.count(w) > 0).map((term) => ({ term, weight: PART })),
      ],
      known: true,
    };
  }
  return undefined;
}

function wordUnit(
  token: string,
  word: string,
  concepts: Concepts,
  vocabulary: Vocabulary,
): Omit<Unit, 'own'> {
  if (vocabulary.count(word) > 0) {
    const parts = vocabulary.parts(word).map((term) => ({ term, weight: PART / 2 }));
    return { words: token, terms: [{ term: word, weight: 1 }, ...parts], known: true };
  }
  const parts = vocabulary.parts(word);
  if (parts.length > 0) {
    return { words: token, terms: parts.map((term) => ({ term, weight: PART })), known: true };
  }
  const near = vocabulary.nearest(word);
  if (near.length > 0) {
    const best = near[0]!.distance;
    return {
      words: token,
      // Letters left out ("ma", "naar") are no misspelling worth telling of.
      ...(best > 0 ? { readAs: near[0]!.stem } : {}),
      terms: near
        .filter((n) => n.distance === best)
        .flatMap((n) => [
          { term: n.stem, weight: n.distance === 0 ? 1 : CORRECTED },
          ...(concepts.at([n.stem], 0)?.concepts ?? []).map((term) => ({ term, weight: CORRECTED })),
        ]),
      known: true,
    };
  }
  return { words: token, terms: [], known: false };
}
