import { phrasesOf, type ReadWords, type Word, wordsOf } from './analyse.ts';
import { type Beginnings, openBeginnings } from './beginnings.ts';
import type { Concepts } from './glossary.ts';
import { type Counted, lunrCounter } from './indexer.ts';
import { marksOf, namesIn, SENTENCE } from './kinds.ts';
import { type Sentences, sentencesIn } from './reading.ts';
import { atOnce, type Steps } from './steps.ts';
import { openParts, openVocabulary, type Vocabulary } from './vocabulary.ts';

/** What is found: a piece of text of some hundred words, one of several in a document. */
export interface Passage {
  /** Passages of one document have the same number and stand after each other. */
  document: number;
  title: string;
  /** Texts by field, searched with the weights of the fields; the field `text` is not given, it is title and text. */
  fields: Record<string, string[]>;
  /** The text that is read closely: how near to each other the words stand, and whether an answer stands beside. */
  text: string;
}

export interface Settings {
  /** How much a term in each field weighs. */
  fields: Record<string, number>;
  /** Fields where a term counts once, however often it stands there. */
  once?: string[];
  /** Fields whose presence is told apart when a question is held against a passage; at most eight. */
  told?: string[];
  /** How much a part of a compound weighs beside the whole. */
  parts: number;
  k1: number;
  b: number;
}

/** Passages laid out for searching. Plain data: it is kept on disk and sent between threads. */
export interface Segment {
  size: number;
  /** Postings of the term n: places offsets[n] to offsets[n + 1] of the next three. */
  terms: string[];
  offsets: Int32Array;
  passages: Int32Array;
  /** BM25 of the term, without its rarity, summed over the fields by their weights. */
  weights: Float32Array;
  /** In which of the told fields the term stands, as bits. */
  told: Uint8Array;
  /** In how many passages each term stands, parts of compounds not counted. */
  counts: Int32Array;
  /** Words as written, with the place of the term of each and in how many passages they stand. */
  words: string[];
  termOf: Int32Array;
  written: Int32Array;
  /** Text of passage n from starts[n] to starts[n + 1]: places of terms and of words, and what each is evidence of. */
  starts: Int32Array;
  textTerms: Int32Array;
  textWords: Int32Array;
  marks: Uint8Array;
  /** The document of each passage, and the terms of its title: titleStarts[n] to titleStarts[n + 1]. */
  documents: Int32Array;
  titleStarts: Int32Array;
  titleTerms: Int32Array;
  /** Mean length of each field. A segment beside another uses the other's, so that scores can be compared. */
  lengths: Record<string, number>;
}

/** The terms of all passages, laid out; see Segment. */
type Postings = Pick<Segment, 'offsets' | 'passages' | 'weights' | 'told' | 'lengths'>;

/** A segment ready to be searched: terms and words can be looked up. */
export interface OpenSegment {
  segment: Segment;
  /** The place of each term. */
  at: ReadonlyMap<string, number>;
  wordAt: ReadonlyMap<string, number>;
  beginnings: Beginnings;
  vocabulary: Vocabulary;
  table: Table;
  sentences: Sentences;
}

/** What each term of a segment is to the question at hand; all zero between questions. */
export interface Table {
  /** 0 nothing, u + 1 a term of unit u, -u - 1 a word that begins as one of unit u does. */
  roleOf: Int8Array;
  /** How surely it is the unit, or how much of it they have in common. */
  weightOf: Float32Array;
}

export function openSegment(segment: Segment): OpenSegment {
  const { terms, counts, words } = segment;
  const at = new Map(terms.map((term, n) => [term, n]));
  const wordAt = new Map(words.map((word, n) => [word, n]));
  const beginnings = openBeginnings(terms, counts, at);
  return {
    segment,
    at,
    wordAt,
    beginnings,
    vocabulary: openVocabulary({ ...segment, at, wordAt }, beginnings),
    table: { roleOf: new Int8Array(terms.length), weightOf: new Float32Array(terms.length) },
    sentences: sentencesIn(segment),
  };
}

/** What a segment is built beside, when it is not the first. */
export interface Beside {
  lengths: Record<string, number>;
  parts: Vocabulary['parts'];
}

/** The field that is title and text as they are read closely. */
const READ = 'text';
/** Added to the name of a field: the parts of its compounds. */
const PARTS = ' parts';

/** The slow part, all at once. */
export const buildSegment = (...given: Parameters<typeof buildingSegment>): Segment =>
  atOnce(buildingSegment(...given));

/** The slow part, by passages. Works through lunr's builder; see indexer.ts. */
export function* buildingSegment(
  passages: Passage[],
  concepts: Concepts,
  settings: Settings,
  beside?: Beside,
  read: ReadWords = wordsOf,
): Steps<Segment> {
  const terms = new Numbered();
  const words = new Numbered();
  const termOf: number[] = [];
  const written: number[] = [];
  const counts: number[] = [];
  const seenWord: number[] = [];
  const seenTerm: number[] = [];
  const termAt = (term: string): number => {
    const at = terms.at(term);
    if (at === counts.length) counts.push(0);
    return at;
  };
  const sawWord = (word: Word, n: number): number => {
    const at = words.at(word.text);
    if (at === written.length) {
      written.push(0);
      termOf.push(termAt(word.term));
    }
    if (seenWord[at] !== n) {
      seenWord[at] = n;
      written[at]!++;
    }
    return at;
  };

  // Every text is analysed once: to the terms of its fields, and to the row of words that is read closely.
  const fieldNames = Object.keys(settings.fields);
  const once = new Set(settings.once);
  const byField: Int32Array[][] = [];
  const reader = new TextRow();
  const titleStarts = [0];
  const titleTerms: number[] = [];
  for (const [n, passage] of passages.entries()) {
    const sentences = reader.add(`${passage.title}. ${passage.text}`, (word) => sawWord(word, n));
    const fields = fieldNames.map((field) => {
      const rows = field === READ ? sentences : (passage.fields[field] ?? []).map(read);
      const all = rows.flatMap((row) => termsAt(row, concepts, termAt, (word) => termOf[sawWord(word, n)]!));
      return Int32Array.from(once.has(field) ? new Set(all) : all);
    });
    for (const term of fields.flatMap((field) => [...field])) {
      if (seenTerm[term] === n) continue;
      seenTerm[term] = n;
      counts[term]!++;
    }
    byField.push(fields);
    for (const word of read(passage.title)) titleTerms.push(termOf[sawWord(word, n)]!);
    titleStarts.push(titleTerms.length);
    yield;
  }

  const countOf = (term: string): number => {
    const at = terms.known(term);
    return at === undefined ? 0 : counts[at]!;
  };
  const parts = beside?.parts ?? openParts(countOf);
  const partsOf = new Map<number, string[]>();
  const partsAt = (term: number): string[] => {
    let found = partsOf.get(term);
    if (!found) {
      found = parts(terms.all[term]!);
      partsOf.set(term, found);
    }
    return found;
  };
  const counter = lunrCounter(fieldNames.flatMap((name) => [name, name + PARTS]));
  for (const fields of byField) {
    const all: Record<string, string[]> = {};
    fieldNames.forEach((name, f) => {
      all[name] = Array.from(fields[f]!, (term) => terms.all[term]!);
      all[name + PARTS] = Array.from(fields[f]!).flatMap(partsAt);
    });
    counter.add(all);
    yield;
  }
  const counted = counter.counted();
  const postings = yield* layingOut(counted, termAt, settings, beside?.lengths);
  return {
    size: passages.length,
    terms: terms.all,
    ...postings(terms.all.length),
    counts: Int32Array.from(counts),
    words: words.all,
    termOf: Int32Array.from(termOf),
    written: Int32Array.from(written),
    ...reader.laidOut(termOf),
    documents: Int32Array.from(passages, (passage) => passage.document),
    titleStarts: Int32Array.from(titleStarts),
    titleTerms: Int32Array.from(titleTerms),
  };
}

/** Terms of a row of words by their places: the concepts of each phrase, and its words but for stopwords. */
function termsAt(
  row: Word[],
  concepts: Concepts,
  termAt: (term: string) => number,
  wordAt: (word: Word) => number,
): number[] {
  const all: number[] = [];
  for (const phrase of phrasesOf(row, concepts)) {
    for (const concept of phrase.concepts) all.push(termAt(concept));
    for (const word of phrase.words) if (!word.stop) all.push(wordAt(word));
  }
  return all;
}

/** lunr's frequencies as postings by term, the fields weighed together. */
function* layingOut(
  counted: Counted,
  termAt: (term: string) => number,
  { fields, told = [], parts, k1, b }: Settings,
  given?: Record<string, number>,
): Steps<(terms: number) => Postings> {
  const lengths = given ?? meanLengths(counted);
  // One row for each passage and term, then sorted by term: passages come in order, so a stable count keeps them so.
  const rowTerm: number[] = [];
  const rowPassage: number[] = [];
  const rowWeight: number[] = [];
  const rowTold: number[] = [];
  const rowOf: number[] = [];
  let passageOf = -1;
  let firstRow = 0;
  let whole: Record<string, number> = {};
  const add = (term: string, passage: number, weight: number, bit: number) => {
    const at = termAt(term);
    let row = rowOf[at];
    if (row === undefined || row < firstRow) {
      row = rowTerm.length;
      rowOf[at] = row;
      rowTerm.push(at);
      rowPassage.push(passage);
      rowWeight.push(0);
      rowTold.push(0);
    }
    rowWeight[row]! += weight;
    rowTold[row]! |= bit;
  };
  for (const { passage, field: name, frequencies } of counted.all()) {
    if (passage !== passageOf) {
      passageOf = passage;
      firstRow = rowTerm.length;
      yield;
    }
    // The parts of a field come right after it, and count as so many more of the same term.
    if (!name.endsWith(PARTS)) {
      whole = frequencies;
      continue;
    }
    const field = name.slice(0, -PARTS.length);
    const bit = told.includes(field) ? 1 << told.indexOf(field) : 0;
    const norm = k1 * (1 - b + (b * counted.length(passage, field)) / (lengths[field] || 1));
    const factor = fields[field]! * (k1 + 1);
    const saturated = (frequency: number) => (factor * frequency) / (norm + frequency);
    for (const term in whole)
      add(term, passage, saturated(whole[term]! + parts * (frequencies[term] ?? 0)), bit);
    for (const term in frequencies) {
      if (whole[term] === undefined) add(term, passage, saturated(parts * frequencies[term]!), 0);
    }
  }
  return (termCount) => {
    const offsets = new Int32Array(termCount + 1);
    for (const term of rowTerm) offsets[term + 1]!++;
    for (let n = 0; n < termCount; n++) offsets[n + 1]! += offsets[n]!;
    const next = offsets.slice();
    const passages = new Int32Array(rowTerm.length);
    const weights = new Float32Array(rowTerm.length);
    const bits = new Uint8Array(rowTerm.length);
    for (let row = 0; row < rowTerm.length; row++) {
      const place = next[rowTerm[row]!]!++;
      passages[place] = rowPassage[row]!;
      weights[place] = rowWeight[row]!;
      bits[place] = rowTold[row]!;
    }
    return { offsets, passages, weights, told: bits, lengths };
  };
}

function meanLengths(counted: Counted): Record<string, number> {
  const sums: Record<string, { length: number; passages: number }> = {};
  for (const { field, length } of counted.all()) {
    if (field.endsWith(PARTS)) continue;
    sums[field] ??= { length: 0, passages: 0 };
    const sum = sums[field];
    sum.length += length;
    sum.passages++;
  }
  return Object.fromEntries(Object.entries(sums).map(([field, s]) => [field, s.length / s.passages]));
}

/** Strings with a number each, in the order they were met. */
class Numbered {
  readonly all: string[] = [];
  readonly #places = new Map<string, number>();
  at(text: string): number {
    let place = this.#places.get(text);
    if (place === undefined) {
      place = this.all.length;
      this.all.push(text);
      this.#places.set(text, place);
    }
    return place;
  }
  known(text: string): number | undefined {
    return this.#places.get(text);
  }
}

/** A new sentence begins after a stop and before a capital letter, a number or a quotation mark, and on a new line. */
const SENTENCE_END = /(?<=[.!?:;])\s+(?=[\p{Lu}«"0-9–-])|\n+/u;

/** The rows of words of all passages, as they are added. */
class TextRow {
  readonly #starts = [0];
  readonly #text: number[] = [];
  readonly #marks: number[] = [];
  /** Gives the sentences as words. */
  add(text: string, wordAt: (word: Word) => number): Word[][] {
    const names = namesIn(text);
    const sentences = text.split(SENTENCE_END).map(wordsOf);
    for (const words of sentences) {
      const marks = marksOf(
        words.map((word) => word.text),
        names,
      );
      words.forEach((word, i) => {
        this.#text.push(wordAt(word));
        this.#marks.push(marks[i]! | (i === 0 ? SENTENCE : 0));
      });
    }
    this.#starts.push(this.#text.length);
    return sentences;
  }
  laidOut(termOf: number[]): Pick<Segment, 'starts' | 'textTerms' | 'textWords' | 'marks'> {
    return {
      starts: Int32Array.from(this.#starts),
      textTerms: Int32Array.from(this.#text, (word) => termOf[word]!),
      textWords: Int32Array.from(this.#text),
      marks: Uint8Array.from(this.#marks),
    };
  }
}
