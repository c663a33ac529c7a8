import type { Word } from './analyse.ts';
import { kindsOf, wantedMarks } from './kinds.ts';
import type { Asked } from './query.ts';
import { type Evidence, passageReader, type Reading } from './reading.ts';
import type { Segment } from './segment.ts';
import { MOST_UNITS, noSequence, roleOfSmall, type Sequence, sequencer } from './sequence.ts';
import type { Placed, Terms } from './terms.ts';

/**
 * Reads passages closely: what is asked is marked once in tables over all terms, then each passage is walked once.
 * `terms` are those of the units by segment.
 */
export function closeReader(opened: Placed[]) {
  const readPassage = passageReader();
  const sequenceOf = sequencer();

  return (
    { words, units }: { words: Word[]; units: Asked[] },
    terms: Terms[],
    places: number[],
  ): Evidence[] => {
    const chosen = rarest(units);
    const asked = units.reduce((total, unit) => total + unit.rarity, 0) || 1;
    const kept = chosen.map((u) => units[u]!);
    const share = kept.map((unit) => unit.rarity / asked);
    const own = kept.map(ownTerm);
    const kinds = kindsOf(words.map((word) => word.text));
    const sequence = kinds.asks ? sequenceOf(words, kept) : noSequence;
    const of = { share, pairs: pairsOf(share), kinds, wanted: wantedMarks(kinds), sequence };
    const readings = opened.map(({ segment, table, sentences, wordAt }): Reading => {
      const written = kept.map((unit) => unit.words.map((word) => wordAt.get(word) ?? -1));
      return { segment, table, sentences, written, ...of };
    });
    const marked = opened.map((open, s) => mark(open, opened, terms[s]!, chosen, own, sequence));
    const documents = opened.map(() => new Map<number, number>());
    const read = places.map((place): Evidence => {
      const s = segmentOf(opened, place);
      const { segment, first } = opened[s]!;
      const n = place - first;
      const number = segment.documents[n]!;
      let document = documents[s]!.get(number);
      if (document === undefined) {
        document = metInDocument(segment, terms[s]!, chosen, share, n);
        documents[s]!.set(number, document);
      }
      const lead = segment.documents[n - 1] !== number;
      return readPassage(readings[s]!, n, document, lead);
    });
    marked.forEach((places, s) => {
      const { roleOf, weightOf } = opened[s]!.table;
      for (let i = 0; i < places.length; i++) {
        roleOf[places[i]!] = 0;
        weightOf[places[i]!] = 0;
      }
    });
    return read;
  };
}

function pairsOf(share: number[]): number {
  let pairs = 0;
  for (let a = 0; a < share.length; a++) {
    for (let b = a + 1; b < share.length; b++) pairs += share[a]! * share[b]!;
  }
  return pairs;
}

function segmentOf(opened: Placed[], place: number): number {
  let s = opened.length - 1;
  while (opened[s]!.first > place) s--;
  return s;
}

/** The units that are read for, by number. */
function rarest(units: Asked[]): number[] {
  const all = units.map((_, u) => u);
  if (all.length <= MOST_UNITS) return all;
  const least = units.map((unit) => unit.rarity).sort((a, b) => b - a)[MOST_UNITS - 1]!;
  return all.filter((u) => units[u]!.rarity >= least).slice(0, MOST_UNITS);
}

/** The word a unit is, in the form that others begin like. */
const ownTerm = (unit: Asked): string =>
  unit.terms.find(({ term }) => !term.startsWith('='))?.term ?? unit.words[0] ?? '';

/** Marks the terms of the units in the tables of one segment, and gives their places so that they can be cleared. */
function mark(
  open: Placed,
  opened: Placed[],
  terms: Terms,
  chosen: number[],
  own: string[],
  { small }: Sequence,
): number[] {
  const { roleOf, weightOf } = open.table;
  const marked: number[] = [];
  chosen.forEach((u, role) => {
    for (let t = terms.starts[u]!; t < terms.starts[u + 1]!; t++) {
      const n = terms.at[t]!;
      const weight = terms.weight[t]!;
      if (weight <= weightOf[n]!) continue;
      roleOf[n] = role + 1;
      weightOf[n] = Math.min(1, weight);
      marked.push(n);
    }
  });
  small.forEach((term, k) => {
    const n = open.at.get(term);
    if (n === undefined || roleOf[n] !== 0) return;
    roleOf[n] = roleOfSmall(k);
    weightOf[n] = 1;
    marked.push(n);
  });
  own.forEach((term, role) => {
    const asKin = (n: number, alike: number) => {
      if (roleOf[n]! > 0 || alike <= weightOf[n]!) return;
      roleOf[n] = -role - 1;
      weightOf[n] = alike;
      marked.push(n);
    };
    for (const other of opened) {
      if (other === open) open.beginnings.kin(term, asKin);
      else {
        other.beginnings.kin(term, (n, alike) => {
          const here = open.at.get(other.segment.terms[n]!);
          if (here !== undefined) asKin(here, alike);
        });
      }
    }
  });
  return marked;
}

/** The share of the question that the passages of a document meet together. They stand after each other. */
function metInDocument(
  { documents, offsets, passages }: Segment,
  terms: Terms,
  chosen: number[],
  share: number[],
  n: number,
): number {
  const document = documents[n]!;
  let from = n;
  while (from > 0 && documents[from - 1] === document) from--;
  let to = n + 1;
  while (to < documents.length && documents[to] === document) to++;
  let met = 0;
  for (let role = 0; role < chosen.length; role++) {
    const u = chosen[role]!;
    let best = 0;
    for (let t = terms.starts[u]!; t < terms.starts[u + 1]!; t++) {
      const weight = terms.weight[t]!;
      if (weight <= best) continue;
      const place = terms.at[t]!;
      if (anyIn(passages, offsets[place]!, offsets[place + 1]!, from, to)) best = weight;
    }
    met += share[role]! * Math.min(1, best);
  }
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
