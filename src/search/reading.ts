import { answerIn, type KindEvidence, type Kinds, noAnswer, SENTENCE } from './kinds.ts';
import type { Segment, Table } from './segment.ts';

/** How what is asked stands in a passage. Each 0–1; a kind of answer is 0 when it is not asked for. */
export interface Evidence extends KindEvidence {
  /** Pairs of what is asked, by how near to each other they stand. */
  proximity: number;
  /** Words that stand as they were written and not only in another form. */
  exact: number;
  /** How early the first of them stands. */
  early: number;
  /** What is not met, but by words that begin alike. */
  kin: number;
  /** The best sentence: what it meets, the title taken as said in each, short ones first. */
  sentence: number;
  /** What the whole document meets. */
  document: number;
}

const WINDOW = 16;
const KIN = 0.6;

/** What a question is to the passages of one segment. */
export interface Reading {
  segment: Segment;
  table: Table;
  sentences: Sentences;
  /** The words of each unit, as places in the segment. */
  written: number[][];
  share: number[];
  /** The sum over all pairs of units of their shares multiplied. */
  pairs: number;
  kinds: Kinds;
  /** The marks that are evidence of the kinds. */
  wanted: number;
}

/** Where sentences begin in the row of all texts: those of passage n are from of[n] to of[n + 1], the end stands last. */
export interface Sentences {
  begin: Int32Array;
  of: Int32Array;
}

export function sentencesIn({ starts, marks }: Segment): Sentences {
  const begin: number[] = [];
  const of = new Int32Array(starts.length);
  for (let n = 0; n + 1 < starts.length; n++) {
    of[n] = begin.length;
    for (let i = starts[n]!; i < starts[n + 1]!; i++) if (marks[i]! & SENTENCE) begin.push(i);
  }
  of[starts.length - 1] = begin.length;
  begin.push(marks.length);
  return { begin: Int32Array.from(begin), of };
}

/** What a sentence of so many words is divided by: a long one meets much by chance. */
const byLength = Float64Array.from({ length: 256 }, (_, words) => spread(words));

function spread(words: number): number {
  return 1 + 0.3 * Math.log(1 + words / 15);
}

/**
 * A reader of passages for questions of at most `most` units. It works in the same room each time: twenty passages are
 * read for each question, and making the room anew costs as much as the reading.
 */
export function passageReader(most: number) {
  const best = new Float64Array(most);
  const kin = new Float64Array(most);
  const inSentence = new Float64Array(most);
  const exact = new Uint8Array(most);
  const inTitle = new Uint8Array(most);
  const last = new Int32Array(most);
  /** The least distance between two units, 0 where they do not both stand. */
  const apart = new Int32Array(most * most);
  let hitAt = new Int32Array(256);
  let hitUnit = new Int32Array(256);

  function clear(count: number): void {
    for (let u = 0; u < count; u++) {
      best[u] = 0;
      kin[u] = 0;
      inSentence[u] = 0;
      exact[u] = 0;
      inTitle[u] = 0;
      last[u] = -1;
    }
    for (let pair = count * count - 1; pair >= 0; pair--) apart[pair] = 0;
  }

  /** `n` is the passage, `document` what its whole document meets. */
  return (reading: Reading, n: number, document: number): Evidence => {
    const { segment, table, sentences, written, share, pairs, kinds, wanted } = reading;
    const { textTerms, textWords, titleStarts, titleTerms } = segment;
    const { begin, of } = sentences;
    const { roleOf, weightOf } = table;
    const count = share.length;
    const from = segment.starts[n]!;
    const to = segment.starts[n + 1]!;
    clear(count);
    if (to - from > hitAt.length) {
      hitAt = new Int32Array(2 * (to - from));
      hitUnit = new Int32Array(2 * (to - from));
    }
    for (let i = titleStarts[n]!; i < titleStarts[n + 1]!; i++) {
      const role = roleOf[titleTerms[i]!]!;
      if (role > 0 && weightOf[titleTerms[i]!]! >= 0.5) inTitle[role - 1] = 1;
    }

    // One walk: where each unit stands, how near it is to the others, and the best sentence.
    let hits = 0;
    let bestSentence = 0;
    let bestFrom = -1;
    let bestTo = -1;
    for (let s = of[n]!; s < of[n + 1]!; s++) {
      const sentenceTo = begin[s + 1]!;
      const before = hits;
      for (let i = begin[s]!; i < sentenceTo; i++) {
        const role = roleOf[textTerms[i]!]!;
        if (role === 0) continue;
        const weight = weightOf[textTerms[i]!]!;
        if (role < 0) {
          if (weight > kin[-role - 1]!) kin[-role - 1] = weight;
          continue;
        }
        const u = role - 1;
        if (weight > best[u]!) best[u] = weight;
        if (weight > inSentence[u]!) inSentence[u] = weight;
        if (exact[u] === 0 && isOneOf(written[u]!, textWords[i]!)) exact[u] = 1;
        for (let other = 0; other < count; other++) {
          if (last[other]! < 0 || other === u) continue;
          const distance = i - last[other]!;
          const pair = other < u ? other * count + u : u * count + other;
          if (apart[pair] === 0 || distance < apart[pair]!) apart[pair] = distance;
        }
        last[u] = i;
        hitAt[hits] = i;
        hitUnit[hits++] = u;
      }
      if (hits === before) continue;
      let met = 0;
      for (let u = 0; u < count; u++) {
        met += share[u]! * (inTitle[u] ? 1 : inSentence[u]!);
        inSentence[u] = 0;
      }
      const words = sentenceTo - begin[s]!;
      const worth = met / (words < byLength.length ? byLength[words]! : spread(words));
      if (worth > bestSentence) {
        bestSentence = worth;
        bestFrom = begin[s]!;
        bestTo = sentenceTo;
      }
    }

    let met = 0;
    let near = 0;
    let alike = 0;
    for (let a = 0; a < count; a++) {
      if (exact[a]) met += share[a]!;
      alike += share[a]! * Math.max(0, kin[a]! * KIN - best[a]!);
      for (let b = a + 1; b < count; b++) {
        const distance = apart[a * count + b]!;
        if (distance > 0) near += share[a]! * share[b]! * (1 / distance);
      }
    }
    const kind =
      wanted === 0
        ? noAnswer
        : answerIn(segment, roleOf, kinds, wanted, {
            from,
            to,
            bestFrom,
            bestTo,
            middle: bestWindow(hitAt, hitUnit, hits, share),
          });
    return {
      proximity: pairs > 0 ? near / pairs : 0.3,
      exact: met,
      early: hits > 0 ? 1 / (1 + (hitAt[0]! - from) / 20) : 0,
      kin: alike,
      sentence: bestSentence,
      document,
      when: kind.when,
      many: kind.many,
      counted: kind.counted,
      who: kind.who,
      where: kind.where,
      why: kind.why,
      extent: kind.extent,
      age: kind.age,
    };
  };
}

function isOneOf(numbers: number[], number: number): boolean {
  for (let i = 0; i < numbers.length; i++) if (numbers[i] === number) return true;
  return false;
}

/** The place in the middle of the words where most of what is asked stands together; -1 where nothing does. */
function bestWindow(at: Int32Array, unit: Int32Array, hits: number, share: number[]): number {
  let best = 0;
  let start = -1;
  for (let i = 0; i < hits; i++) {
    let seen = 0;
    let met = 0;
    for (let j = i; j < hits && at[j]! - at[i]! < WINDOW; j++) {
      const bit = 1 << (unit[j]! & 31);
      if (seen & bit) continue;
      seen |= bit;
      met += share[unit[j]!]!;
    }
    if (met <= best) continue;
    best = met;
    start = at[i]!;
  }
  return start < 0 ? -1 : start + 6;
}
