import { answerIn, type KindEvidence, type Kinds, noAnswer, SENTENCE } from './kinds.ts';
import type { Segment, Table } from './segment.ts';
import { isUnit, MOST_PAIRS, MOST_UNITS, pairsAfter, type Sequence } from './sequence.ts';

/** How what is asked stands in a passage. Each 0–1; a kind of answer is 0 when it is not asked for. */
export interface Evidence extends KindEvidence {
  /** Pairs of what is asked, by how near to each other they stand. */
  proximity: number;
  /** Words that stand as they were written and not only in another form. */
  exact: number;
  /** What is not met, but by words that begin alike. */
  kin: number;
  /** The best sentence: what it meets, the title taken as said in each, short ones first. */
  sentence: number;
  /** What it meets, what it meets together with the passage before it, and what the whole document does. */
  met: number;
  before: number;
  document: number;
  /** The most that is met within some four lines, the title taken as said there. */
  together: number;
  /** How much of its title is asked for; 0 when words are given and nothing asked. */
  entitled: number;
  /** It is the first of its document. */
  lead: number;
  /** Of words that stand beside each other in a question, small ones too: how many do so here, in that order. */
  phrase: number;
  /** What is met by a part of its word or a relative, and not by itself. */
  faint: number;
  /** It is the first, and what or who something is is asked. */
  what: number;
}

/** Of a passage that is not read. */
export const unread: Evidence = {
  proximity: 0,
  exact: 0,
  kin: 0,
  sentence: 0,
  met: 0,
  before: 0,
  document: 0,
  together: 0,
  entitled: 0,
  lead: 0,
  phrase: 0,
  faint: 0,
  what: 0,
  ...noAnswer,
};

const WINDOW = 16;
const TOGETHER = 50;
/** A unit met less surely than this is met by something near to it. */
const SURELY = 0.5;
const KIN = 0.6;
/** Nothing is left to meet. */
const ALL = 0.999;

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
  sequence: Sequence;
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
 * A reader of passages. It works in the same room each time: up to twenty passages are read for each question, and
 * making the room anew costs as much as the reading.
 */
export function passageReader() {
  const best = new Float64Array(MOST_UNITS);
  const kin = new Float64Array(MOST_UNITS);
  const inSentence = new Float64Array(MOST_UNITS);
  const exact = new Uint8Array(MOST_UNITS);
  const inTitle = new Uint8Array(MOST_UNITS);
  const last = new Int32Array(MOST_UNITS);
  /** Which pairs of the sequence stand here; at 0 what is no pair. */
  const paired = new Uint8Array(MOST_PAIRS + 1);
  /** The least distance between two units, 0 where they do not both stand. */
  const apart = new Int32Array(MOST_UNITS * MOST_UNITS);
  let hitAt = new Int32Array(256);
  let hitUnit = new Int32Array(256);
  let hitWeight = new Float64Array(256);

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

  /** The most that is met within TOGETHER words. Works in `inSentence`, which is all zero before and after. */
  function mostTogether(hits: number, share: number[]): number {
    let inTitles = 0;
    for (let u = 0; u < share.length; u++) if (inTitle[u]) inTitles += share[u]!;
    let most = inTitles;
    for (let i = 0; i < hits; i++) {
      let met = inTitles;
      let j = i;
      for (; j < hits && hitAt[j]! - hitAt[i]! < TOGETHER; j++) {
        const u = hitUnit[j]!;
        const gain = inTitle[u] ? 0 : hitWeight[j]! - inSentence[u]!;
        if (gain <= 0) continue;
        met += share[u]! * gain;
        inSentence[u] = hitWeight[j]!;
      }
      const toTheEnd = j === hits;
      while (j-- > i) inSentence[hitUnit[j]!] = 0;
      if (met > most) most = met;
      if (toTheEnd) break;
    }
    return most;
  }

  /** What is met from `from` to before `to` and better than `best` has it, added to what `best` is. */
  function metWith({ segment, table, share }: Reading, from: number, to: number): number {
    for (let i = from; i < to; i++) {
      const term = segment.textTerms[i]!;
      const role = table.roleOf[term]!;
      if (isUnit(role) && table.weightOf[term]! > best[role - 1]!) {
        best[role - 1] = table.weightOf[term]!;
      }
    }
    let met = 0;
    for (let u = 0; u < share.length; u++) met += share[u]! * best[u]!;
    return met;
  }

  /** `n` is the passage, `document` what its whole document meets; `lead` tells whether it is the first there. */
  return (reading: Reading, n: number, document: number, lead: boolean): Evidence => {
    const { segment, table, sentences, written, share, pairs, kinds, wanted, sequence } = reading;
    const { after } = sequence;
    const { textTerms, textWords, titleStarts, titleTerms } = segment;
    const { begin, of } = sentences;
    const { roleOf, weightOf } = table;
    const count = share.length;
    const from = segment.starts[n]!;
    const to = segment.starts[n + 1]!;
    clear(count);
    for (let pair = sequence.pairs; pair > 0; pair--) paired[pair] = 0;
    if (to - from > hitAt.length) {
      hitAt = new Int32Array(2 * (to - from));
      hitUnit = new Int32Array(2 * (to - from));
      hitWeight = new Float64Array(2 * (to - from));
    }
    let titled = 0;
    for (let i = titleStarts[n]!; i < titleStarts[n + 1]!; i++) {
      const role = roleOf[titleTerms[i]!]!;
      if (!isUnit(role) || weightOf[titleTerms[i]!]! < SURELY) continue;
      inTitle[role - 1] = 1;
      titled++;
    }

    // One walk: where each unit stands, how near it is to the others, and the best sentence.
    let hits = 0;
    // Where the pairs begin that the last word and the one before it may be the first of; 0 when none.
    let following = 0;
    let before1 = 0;
    let before2 = 0;
    let bestSentence = 0;
    let bestFrom = -1;
    let bestTo = -1;
    for (let s = of[n]!; s < of[n + 1]!; s++) {
      const sentenceTo = begin[s + 1]!;
      const before = hits;
      for (let i = begin[s]!; i < sentenceTo; i++) {
        const role = roleOf[textTerms[i]!]!;
        before2 = before1;
        before1 = following;
        following = 0;
        if (role === 0) continue;
        const weight = weightOf[textTerms[i]!]!;
        if (role > 0 && weight >= SURELY) {
          following = pairsAfter(role);
          paired[after[before1 + role]!] = 1;
          paired[after[before2 + role]!] = 1;
          if (role > MOST_UNITS) continue;
        }
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
        hitWeight[hits] = weight;
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

    let asWritten = 0;
    let met = 0;
    let near = 0;
    let alike = 0;
    let faint = 0;
    let beside = 0;
    for (let pair = sequence.pairs; pair > 0; pair--) beside += paired[pair]!;
    for (let a = 0; a < count; a++) {
      if (exact[a]) asWritten += share[a]!;
      met += share[a]! * best[a]!;
      alike += share[a]! * Math.max(0, kin[a]! * KIN - best[a]!);
      if (best[a]! > 0 && best[a]! < SURELY) faint += share[a]!;
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
      exact: asWritten,
      kin: alike,
      sentence: bestSentence,
      met,
      before: lead || met > ALL ? met : metWith(reading, segment.starts[n - 1]!, from),
      document,
      together: mostTogether(hits, share),
      entitled: kinds.asks && titled > 0 ? titled / (titleStarts[n + 1]! - titleStarts[n]!) : 0,
      lead: lead ? 1 : 0,
      phrase: sequence.pairs > 0 ? beside / sequence.pairs : 0,
      faint,
      what: lead && kinds.what ? 1 : 0,
      when: kind.when,
      many: kind.many,
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
