import { AGE, DATE, type Kinds, MEASURE, NAME, NUMBER, PLACING, REASON, SENTENCE } from './kinds.ts';
import type { Asked } from './query.ts';
import type { OpenSegment, Segment, Table } from './segment.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How what is asked stands in a passage. Each 0–1; a kind of answer is 0 when it is not asked for. */
export interface Evidence {
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
  /** Evidence of the kind of answer asked for, 1 in or by the best sentence and less elsewhere. */
  when: number;
  many: number;
  counted: number;
  who: number;
  where: number;
  why: number;
  extent: number;
  age: number;
}

/** An open segment among others: where its first passage stands among all. */
export type Placed = OpenSegment & { first: number };

/** Words on each side of the best place that still count as beside it. */
const BESIDE = 14;
const WINDOW = 16;
const ELSEWHERE = 0.35;
/** A question with more than this is a story; its rarest are read for. */
const MOST_UNITS = 24;
const KIN = 0.6;

/**
 * Reads passages closely: what is asked is marked once in tables over all terms, then each passage is walked once.
 */
export function closeReader(opened: Placed[], vocabulary: Vocabulary) {
  return (all: Asked[], kinds: Kinds, places: number[]): Evidence[] => {
    const units = all.length <= MOST_UNITS ? all : rarest(all);
    const asked = all.reduce((total, unit) => total + unit.rarity, 0) || 1;
    const share = units.map((unit) => unit.rarity / asked);
    const marked = opened.map((open) => mark(open, units, vocabulary));
    const written = opened.map(({ wordAt }) =>
      units.map((unit) => unit.words.map((word) => wordAt.get(word) ?? -1)),
    );
    const byDocument = new Map<number, number>();
    const room = roomFor(units.length);
    const read = places.map((place) => {
      const s = opened.findLastIndex(({ first }) => first <= place);
      const open = opened[s]!;
      const n = place - open.first;
      const key = open.segment.documents[n]! * opened.length + s;
      let document = byDocument.get(key);
      if (document === undefined) {
        document = metInDocument(open, units, share, n);
        byDocument.set(key, document);
      }
      const { segment } = open;
      return readPassage(
        { segment, table: open.table, written: written[s]!, share, kinds, n, document },
        room,
      );
    });
    marked.forEach((terms, s) => {
      const { roleOf, weightOf } = opened[s]!.table;
      for (const term of terms) {
        roleOf[term] = 0;
        weightOf[term] = 0;
      }
    });
    return read;
  };
}

/** Room to work in, the same for all passages of a question. */
interface Room {
  best: Float64Array;
  kin: Float64Array;
  exact: Uint8Array;
  inTitle: Uint8Array;
  last: Int32Array;
  nearest: Float64Array;
  inSentence: Float64Array;
  hitAt: number[];
  hitUnit: number[];
}

const roomFor = (units: number): Room => ({
  best: new Float64Array(units),
  kin: new Float64Array(units),
  exact: new Uint8Array(units),
  inTitle: new Uint8Array(units),
  last: new Int32Array(units),
  nearest: new Float64Array(units * units),
  inSentence: new Float64Array(units),
  hitAt: [],
  hitUnit: [],
});

function clear(room: Room): void {
  room.best.fill(0);
  room.kin.fill(0);
  room.exact.fill(0);
  room.inTitle.fill(0);
  room.last.fill(-1);
  room.nearest.fill(0);
  room.inSentence.fill(0);
  room.hitAt.length = 0;
  room.hitUnit.length = 0;
}

function rarest(units: Asked[]): Asked[] {
  const least = units.map((unit) => unit.rarity).sort((a, b) => b - a)[MOST_UNITS - 1]!;
  return units.filter((unit) => unit.rarity >= least).slice(0, MOST_UNITS);
}

/** Marks the terms of the units in the tables of one segment, and gives their places so that they can be cleared. */
function mark({ at, table }: Placed, units: Asked[], vocabulary: Vocabulary): number[] {
  const marked: number[] = [];
  units.forEach((unit, u) => {
    for (const { term, weight } of unit.terms) {
      const n = at.get(term);
      if (n === undefined || weight <= table.weightOf[n]!) continue;
      table.roleOf[n] = u + 1;
      table.weightOf[n] = Math.min(1, weight);
      marked.push(n);
    }
  });
  units.forEach((unit, u) => {
    const own = unit.terms.find(({ term }) => !term.startsWith('='))?.term ?? unit.words[0] ?? '';
    for (const { term, alike } of vocabulary.kin(own)) {
      const n = at.get(term);
      if (n === undefined || table.roleOf[n]! > 0 || alike <= table.weightOf[n]!) continue;
      table.roleOf[n] = -u - 1;
      table.weightOf[n] = alike;
      marked.push(n);
    }
  });
  return marked;
}

/** The share of the question that the passages of a document meet together. They stand after each other. */
function metInDocument({ segment, at }: Placed, units: Asked[], share: number[], n: number): number {
  const { documents, offsets, passages } = segment;
  const document = documents[n]!;
  let from = n;
  while (from > 0 && documents[from - 1] === document) from--;
  let to = n + 1;
  while (to < documents.length && documents[to] === document) to++;
  let met = 0;
  units.forEach((unit, u) => {
    let best = 0;
    for (const { term, weight } of unit.terms) {
      if (weight <= best) continue;
      const place = at.get(term);
      if (place === undefined) continue;
      if (anyIn(passages, offsets[place]!, offsets[place + 1]!, from, to)) best = weight;
    }
    met += share[u]! * Math.min(1, best);
  });
  return met;
}

/** Whether any of the sorted numbers at low … high - 1 is from `from` to before `to`. */
function anyIn(numbers: Int32Array, low: number, high: number, from: number, to: number): boolean {
  const end = high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low < end && numbers[low]! < to;
}

interface Reading {
  segment: Segment;
  table: Table;
  /** The words of each unit, as places in the segment. */
  written: number[][];
  share: number[];
  kinds: Kinds;
  n: number;
  document: number;
}

function readPassage(reading: Reading, room: Room): Evidence {
  const { segment, table, written, share, kinds, n, document } = reading;
  const { starts, textTerms, textWords, marks, titleStarts, titleTerms } = segment;
  const { roleOf, weightOf } = table;
  clear(room);
  const { best, kin, exact, inTitle, last, nearest, inSentence, hitAt, hitUnit } = room;
  const count = share.length;
  const [from, to] = [starts[n]!, starts[n + 1]!];
  for (let i = titleStarts[n]!; i < titleStarts[n + 1]!; i++) {
    const role = roleOf[titleTerms[i]!]!;
    if (role > 0 && weightOf[titleTerms[i]!]! >= 0.5) inTitle[role - 1] = 1;
  }

  // One walk: where each unit stands, how near it is to the others, and the best sentence.
  let sentenceFrom = from;
  let bestSentence = 0;
  let bestFrom = -1;
  let bestTo = -1;
  const endSentence = (end: number) => {
    let met = 0;
    let any = false;
    for (let u = 0; u < count; u++) {
      if (inSentence[u]! > 0) any = true;
      met += share[u]! * (inTitle[u] ? 1 : inSentence[u]!);
    }
    inSentence.fill(0);
    if (!any) return;
    const worth = met / (1 + 0.3 * Math.log(1 + (end - sentenceFrom) / 15));
    if (worth <= bestSentence) return;
    bestSentence = worth;
    bestFrom = sentenceFrom;
    bestTo = end;
  };
  for (let i = from; i < to; i++) {
    if (marks[i]! & SENTENCE && i > sentenceFrom) {
      endSentence(i);
      sentenceFrom = i;
    }
    const term = textTerms[i]!;
    const role = roleOf[term]!;
    if (role === 0) continue;
    const weight = weightOf[term]!;
    if (role < 0) {
      if (weight > kin[-role - 1]!) kin[-role - 1] = weight;
      continue;
    }
    const u = role - 1;
    if (weight > best[u]!) best[u] = weight;
    if (weight > inSentence[u]!) inSentence[u] = weight;
    if (!exact[u] && written[u]!.includes(textWords[i]!)) exact[u] = 1;
    for (let other = 0; other < count; other++) {
      if (other === u || last[other]! < 0) continue;
      const nearness = 1 / (i - last[other]!);
      const pair = other < u ? other * count + u : u * count + other;
      if (nearness > nearest[pair]!) nearest[pair] = nearness;
    }
    last[u] = i;
    hitAt.push(i);
    hitUnit.push(u);
  }
  endSentence(to);

  let met = 0;
  let near = 0;
  let pairs = 0;
  let alike = 0;
  for (let a = 0; a < count; a++) {
    if (exact[a]) met += share[a]!;
    alike += share[a]! * Math.max(0, kin[a]! * KIN - best[a]!);
    for (let b = a + 1; b < count; b++) {
      const weight = share[a]! * share[b]!;
      pairs += weight;
      near += weight * nearest[a * count + b]!;
    }
  }
  const middle = bestWindow(hitAt, hitUnit, share);
  const kind = kindEvidence(segment, table, { from, to, bestFrom, bestTo, middle }, kinds);
  return {
    proximity: pairs > 0 ? near / pairs : 0.3,
    exact: met,
    early: hitAt.length > 0 ? 1 / (1 + (hitAt[0]! - from) / 20) : 0,
    kin: alike,
    sentence: bestSentence,
    document,
    ...kind,
  };
}

/** The place in the middle of the words where most of what is asked stands together; -1 where nothing does. */
function bestWindow(at: number[], unit: number[], share: number[]): number {
  let best = 0;
  let start = -1;
  for (let i = 0; i < at.length; i++) {
    let seen = 0;
    let met = 0;
    for (let j = i; j < at.length && at[j]! - at[i]! < WINDOW; j++) {
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

type Place = { from: number; to: number; bestFrom: number; bestTo: number; middle: number };

/** Evidence of the kind of answer asked for, in words that are not themselves asked about. */
function kindEvidence(
  { textTerms, marks }: Segment,
  { roleOf }: Table,
  { from, to, bestFrom, bestTo, middle }: Place,
  kinds: Kinds,
) {
  const found = { when: 0, many: 0, counted: 0, who: 0, where: 0, why: 0, extent: 0, age: 0 };
  const { when, many, counted, who, where, why, extent, age } = kinds;
  if (!(when || many || who || where || why || extent || age)) return found;
  const wanted =
    (when ? DATE : 0) |
    (many || extent ? NUMBER : 0) |
    (who || where ? NAME : 0) |
    (why ? REASON : 0) |
    (age ? AGE : 0);
  const raise = (kind: keyof typeof found, by: number) => {
    if (by > found[kind]) found[kind] = by;
  };
  for (let i = from; i < to; i++) {
    const mark = marks[i]! & wanted;
    if (mark === 0 || roleOf[textTerms[i]!]! > 0) continue;
    const beside = (i >= bestFrom && i < bestTo) || (middle >= 0 && Math.abs(i - middle) < BESIDE);
    const by = beside ? 1 : ELSEWHERE;
    const next = i + 1 < to ? marks[i + 1]! : 0;
    const before = i > from ? marks[i - 1]! : 0;
    if (mark & DATE) raise('when', by);
    if (mark & NUMBER) {
      raise('many', by);
      if (extent && (next | before | (i + 2 < to ? marks[i + 2]! : 0)) & MEASURE) raise('extent', by);
      if (counted !== undefined) {
        for (let j = i + 1; j <= i + 3 && j < to; j++) if (roleOf[textTerms[j]!]! > 0) raise('counted', 1);
      }
    }
    if (mark & NAME) {
      if (who) raise('who', next & NAME ? by : by * 0.6);
      if (where && before & PLACING) raise('where', by);
    }
    if (mark & REASON) raise('why', by);
    if (mark & AGE) raise('age', by);
  }
  return found;
}
