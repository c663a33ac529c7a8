import { phrasesOf, type Word } from './analyse.ts';
import type { Concepts } from './glossary.ts';
import type { Near } from './near.ts';
import { stem } from './stem.ts';
import { stopwords } from './stopwords.ts';
import { fold } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One thing the question asks about: a word, or a phrase from the glossary. Any of its terms will do. */
export interface Unit {
  /** Best first. */
  terms: { term: string; weight: number }[];
  /** How many of the terms, from the first, are the words' own and not everyday words near to them. */
  own: number;
  /** The words as written, in small letters. */
  words: string[];
  /** The texts have the words, as written, with another ending or rightly spelt. */
  known: boolean;
  /** It is a professional term of the glossary. */
  concept: boolean;
  /** Words that were misspelt, with the word each was read as. */
  corrected: [word: string, read: string][];
  /** The same with what is not worth telling of: letters left out, and a word written apart. */
  read: [words: string, read: string][];
}

/** A unit with how rare it is in the texts; a word not in them counts as rare. */
export type Asked = Unit & { rarity: number };

/** What a question is read against. */
export interface Reader {
  concepts: Concepts;
  vocabulary: Vocabulary;
  /** Terms of everyday words near to a term. */
  everyday(term: string): string[];
}

/** How much each way of meeting a unit weighs beside meeting its own word. */
const reading = {
  /** A word of a phrase that the glossary knows, beside what the phrase means. */
  wordOfConcept: 0.5,
  /** A part of a compound that the texts know as a whole, and of one they know only in parts. */
  part: 0.15,
  partOnly: 0.5,
  /** A part of a joined word that stands more seldom than its parts. */
  partOfSeldom: 0.8,
  corrected: 0.9,
  /** Other words a misspelt one may have been. */
  alsoCorrected: 0.5,
  /** A word no text has in this form, although its stem is known: perhaps another word, misspelt. */
  doubtful: 0.5,
  relative: 0.3,
  everyday: 0.25,
};

/** Reads the words of a question into units. Pure; the same question and reader give the same units. */
export function readQuery(asked: Word[], { vocabulary, ...rest }: Reader): Unit[] {
  const reader = { ...rest, vocabulary: lookingUpOnce(vocabulary) };
  const words = asked.map((word) => readWord(word, reader));
  const units: Unit[] = [];
  const phrases = phrasesOf(words, reader.concepts) as { words: ReadWord[]; concepts: string[] }[];
  for (let i = 0; i < phrases.length; i++) {
    const phrase = phrases[i]!;
    const word = phrase.words[0]!;
    const next = phrases[i + 1];
    // Before the phrase: "behandlings grunnlag" is no longer about behandling.
    const joined =
      phrase.words.length === 1 && next?.words.length === 1
        ? joinedUnit(word, next.words[0]!, reader)
        : undefined;
    if (joined) {
      units.push(joined);
      i++;
      continue;
    }
    // The glossary may know a compound written apart as well; the texts have it as one word.
    const [, second, third] = phrase.words;
    const compound = second && !third ? joinedUnit(word, second, reader) : undefined;
    if (compound) {
      units.push(compound);
      continue;
    }
    if (phrase.concepts.length > 0) units.push(conceptUnit(phrase.words, phrase.concepts, reader));
    else if (!word.stop) units.push(wordUnit(word, reader, units.length < MOST_HALVED));
  }
  return withoutRepeats(units);
}

/** A question with twenty misspelt words is read to its end; a page of another language is not. */
const MOST_LOOKED_UP = 64;

/** Looking for words near to one goes through all there are, so it is done once for each word, and not without end. */
function lookingUpOnce(vocabulary: Vocabulary): Vocabulary {
  const found = new Map<string, Near[]>();
  return {
    ...vocabulary,
    nearest(word) {
      let near = found.get(word);
      if (!near) {
        near = found.size < MOST_LOOKED_UP ? vocabulary.nearest(word) : [];
        found.set(word, near);
      }
      // Copies: each reader makes its own of them.
      return near.map((one) => ({ ...one }));
    },
  };
}

interface ReadWord extends Word {
  /** The texts or the glossary have the term. */
  known: boolean;
  /** Words this may have been meant as, likeliest first, with how surely, 0–1. `term` is then that of the first. */
  meant: { word: string; term: string; weight: number; distance: number }[];
}

const SURE = 0.2;
/** How much farther than the nearest another word may be and still count. */
const ALSO = 0.5;
const MOST_MEANT = 3;

function readWord(word: Word, { vocabulary, concepts }: Reader): ReadWord {
  const known = vocabulary.count(word.term) > 0 || concepts.at([word.term], 0) !== undefined;
  // "ma" for "må" is a stopword too, unless the texts have a word that is written so.
  const stop = word.stop || (!known && foldedStopwords.has(word.text));
  if (stop || known) return { ...word, stop, known, meant: [] };
  const near = vocabulary.nearest(word.text);
  // A misspelt word with an ending no text has is nearer by its stem.
  if (word.term !== word.text && word.term.length >= 4) {
    for (const byStem of vocabulary.nearest(word.term)) {
      const distance = byStem.distance + 0.25;
      const same = near.find((n) => n.term === byStem.term);
      if (!same) near.push({ ...byStem, distance });
      else if (distance < same.distance) same.distance = distance;
    }
    near.sort((a, b) => likelihood(b, vocabulary) - likelihood(a, vocabulary));
  }
  const first = near[0];
  if (!first || (first.distance > 1 && vocabulary.parts(word.term).length > 0)) {
    return { ...word, stop, known, meant: [] };
  }
  const meant = near
    .filter((n) => n.distance <= first.distance + ALSO)
    .slice(0, MOST_MEANT)
    .map((n, i) => ({
      ...n,
      weight:
        n.distance <= SURE
          ? 1
          : (i === 0 ? reading.corrected : reading.alsoCorrected) *
            (1 - 0.3 * Math.max(0, n.distance - first.distance)),
    }));
  return { ...word, term: first.term, stop, known, meant };
}

const likelihood = (near: { word: string; distance: number }, vocabulary: Vocabulary): number =>
  0.08 * Math.log(1 + (vocabulary.written(near.word) || 0.5)) - near.distance;

const foldedStopwords = new Set(
  [...stopwords].flatMap((word) => [
    fold(word),
    word.replaceAll('å', 'aa').replaceAll('ø', 'oe').replaceAll('æ', 'ae'),
  ]),
);

/** What a word that asks or binds is when its letters are left out: "nar" is når, "sta" is stå. */
export const unfolded: ReadonlyMap<string, string> = new Map(
  [...stopwords].flatMap((word) => {
    const plain = fold(word);
    return plain === word || stopwords.has(plain) ? [] : [[plain, word] as const];
  }),
);

/** Letters left out ("naar", "apen") are no misspelling worth telling of. */
const correctionsOf = (words: ReadWord[]): Unit['corrected'] =>
  words
    .filter((word) => (word.meant[0]?.distance ?? 0) > SURE)
    .map((word) => [word.text, word.meant[0]!.word]);

function conceptUnit(words: ReadWord[], concepts: string[], reader: Reader): Unit {
  const own = words.filter((word) => !word.stop && reader.vocabulary.count(word.term) > 0);
  return unit(words, reader, true, [
    ...concepts.map((term) => ({ term, weight: 1 / Math.sqrt(concepts.length) })),
    ...own.map(({ term }) => ({ term, weight: reading.wordOfConcept })),
  ]);
}

const LETTERS = /^\p{L}+$/u;

/** Compounds written apart, "databehandler avtale", are read as one word when that word is known. */
function joinedUnit(a: ReadWord, b: ReadWord, reader: Reader): Unit | undefined {
  if (!LETTERS.test(a.text) || !LETTERS.test(b.text) || a.text.length < 3 || b.text.length < 2)
    return undefined;
  const { concepts, vocabulary } = reader;
  for (const link of ['', 's', 'e']) {
    const written = a.text + link + b.text;
    const seen = vocabulary.written(written) > 0;
    if (!seen && (a.stop || b.stop)) continue;
    const term = stem(written);
    const known = vocabulary.count(term) > 0;
    const concept = concepts.at([term], 0)?.concepts ?? [];
    // "til stand" may be one word, but only when someone has written it so; "det er" never is.
    const asWord =
      known && (vocabulary.written(written) > 0 ? !(a.stop && b.stop) : !link && !a.stop && !b.stop);
    if ((!asWord || term === a.term) && (concept.length === 0 || a.stop || b.stop)) continue;
    // "Three quotes" are two words, although someone wrote "three-quote rule".
    const seldom = vocabulary.count(term) < Math.min(vocabulary.count(a.term), vocabulary.count(b.term));
    const joined = unit([a, b], reader, concept.length > 0, [
      ...concept.map((meaning) => ({ term: meaning, weight: 1 })),
      ...(known ? [{ term, weight: concept.length > 0 ? reading.wordOfConcept : 1 }] : []),
      ...[a, b]
        .filter((word) => !word.stop && word.known)
        .map((word) => ({ term: word.term, weight: seldom ? reading.partOfSeldom : reading.part })),
    ]);
    return { ...joined, read: [[`${a.text} ${b.text}`, written]] };
  }
  return undefined;
}

function wordUnit(word: ReadWord, reader: Reader, halved: boolean): Unit {
  const { concepts, vocabulary } = reader;
  const own: Unit['terms'] = [];
  if (word.known) {
    own.push({ term: word.term, weight: 1 });
    if (vocabulary.written(word.text) === 0 && word.text.length >= 4) {
      const others = vocabulary
        .nearest(word.text)
        .filter((n) => n.distance <= 1 && n.term !== word.term && vocabulary.written(n.word) > 0);
      for (const { term } of others.slice(0, 2)) own.push({ term, weight: reading.doubtful });
    }
    for (const term of vocabulary.parts(word.term)) own.push({ term, weight: reading.part });
  } else if (word.meant.length > 0) {
    for (const { term, weight } of word.meant) {
      own.push({ term, weight });
      for (const meaning of concepts.at([term], 0)?.concepts ?? []) own.push({ term: meaning, weight });
    }
  } else {
    const parts = vocabulary.parts(word.term);
    const all = parts.length > 0 || !halved ? parts : misspeltParts(word.text, vocabulary);
    for (const term of all) own.push({ term, weight: reading.partOnly });
  }
  return unit([word], reader, false, own);
}

const SHORTEST_HALF = 4;
/** Each try takes the stem of every half there can be: not for all the words of a page. */
const MOST_HALVED = 24;

/** The parts of a compound of which one is misspelt: "gazakonfllikten". */
function misspeltParts(text: string, vocabulary: Vocabulary): string[] {
  if (text.length < 2 * SHORTEST_HALF || text.length > 40 || !LETTERS.test(text)) return [];
  const known = (word: string) => (vocabulary.count(stem(word)) > 0 ? stem(word) : undefined);
  let best: { parts: string[]; cost: number } | undefined;
  for (let at = SHORTEST_HALF; at <= text.length - SHORTEST_HALF; at++) {
    const [left, right] = [text.slice(0, at), text.slice(at)];
    const first = known(left) ?? (/[se]$/.test(left) ? known(left.slice(0, -1)) : undefined);
    const last = known(right);
    if ((first === undefined) === (last === undefined)) continue;
    const near = vocabulary.nearest(first === undefined ? left : right)[0];
    if (!near || near.distance > 1) continue;
    const cost = near.distance - 0.05 * Math.min(at, text.length - at);
    if (best && cost >= best.cost) continue;
    best = { parts: [first ?? near.term, last ?? near.term], cost };
  }
  return best?.parts ?? [];
}

/** Adds relatives and everyday words for the same thing, at low weight: what was asked in its own words goes first. */
function unit(words: ReadWord[], reader: Reader, concept: boolean, own: Unit['terms']): Unit {
  const { concepts, vocabulary, everyday } = reader;
  const terms = new Map<string, number>();
  const add = (term: string, weight: number) => {
    if (weight > (terms.get(term) ?? 0)) terms.set(term, weight);
  };
  for (const { term, weight } of own) add(term, weight);
  const ownTerms = terms.size;
  for (const { term, weight } of own) {
    if (weight < reading.doubtful || term.startsWith('=')) continue;
    for (const relative of vocabulary.relatives(term)) add(relative, reading.relative * weight);
  }
  for (const near of words.flatMap((word) => (word.stop ? [] : everyday(word.term)))) {
    if (vocabulary.count(near) > 0) add(near, reading.everyday);
    for (const meaning of concepts.at([near], 0)?.concepts ?? []) add(meaning, reading.everyday);
  }
  const list = [...terms].map(([term, weight]) => ({ term, weight }));
  return {
    // Best first: the first that is met is the one that counts.
    terms: [...list.slice(0, ownTerms).sort((a, b) => b.weight - a.weight), ...list.slice(ownTerms)],
    own: ownTerms,
    words: words.filter((word) => !word.stop).map((word) => word.text),
    known: concept || words.some((word) => !word.stop && (word.known || word.meant.length > 0)),
    concept,
    corrected: correctionsOf(words),
    read: words.flatMap((word) => (word.meant[0] ? [[word.text, word.meant[0].word]] : [])),
  };
}

/** A question that says a thing twice asks for it once. */
function withoutRepeats(units: Unit[]): Unit[] {
  const seen = new Set<string>();
  return units.filter((one) => {
    const key = one.terms[0]?.term ?? one.words.join(' ');
    return !seen.has(key) && seen.add(key);
  });
}
