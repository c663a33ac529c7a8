import { closeReader, type Placed } from './closeness.ts';
import type { Concepts } from './glossary.ts';
import { kindsOf } from './kinds.ts';
import { type Asked, readQuery } from './query.ts';
import { type Signals, weigh } from './ranking.ts';
import type { OpenSegment, Settings } from './segment.ts';
import { tokenise } from './tokens.ts';
import { joinVocabularies, type Vocabulary } from './vocabulary.ts';

/** A passage that may answer. */
export interface Candidate {
  /** Its place among the passages, over all segments. */
  passage: number;
  /** BM25F: how much of what is asked stands in it. */
  score: number;
  /** For ordering: score and closeness together. */
  rank: number;
  /** What the rank rests on. */
  signals: Signals;
  /** 0–1, by rarity: the share of the question met in any field, and in each of the told fields. */
  covered: number;
  told: number[];
}

export interface Engine {
  vocabulary: Vocabulary;
  /** What a question asks about, and how rare each thing is. */
  read(question: string): Asked[];
  /** How rare a term is: the logarithm of passages over passages with it. */
  rarity(term: string): number;
  /** The passages that may answer, most likely first. `boosts` widens the question: terms that add to the score only. */
  retrieve(question: string, units: Asked[], boosts?: ReadonlyMap<string, number>): Candidate[];
}

export interface EngineParts {
  concepts: Concepts;
  everyday(term: string): string[];
  settings: Settings;
  /** How many of the best by score are read closely. */
  candidates: number;
}

/**
 * Searches segments as one. `gone` are places of passages, over all segments, that are no longer found. Counts and so
 * rarity are of all segments together, so scores are comparable between them; what is gone counts until it is merged.
 */
export function openEngine(
  segments: OpenSegment[],
  parts: EngineParts,
  gone: ReadonlySet<number> = new Set(),
): Engine {
  const { concepts, everyday, settings } = parts;
  const opened: Placed[] = [];
  let size = 0;
  for (const open of segments) {
    opened.push({ ...open, first: size });
    size += open.segment.size;
  }
  const alive = size - gone.size;
  const vocabulary = joinVocabularies(segments.map((open) => open.vocabulary));
  const score = new Float64Array(size);
  const closely = closeReader(opened, vocabulary);

  const rarity = (term: string): number => {
    const count = vocabulary.count(term);
    return Math.log(1 + Math.max(0.5, alive - count + 0.5) / (count + 0.5));
  };
  // What a term gains at most, in all fields.
  const full =
    (settings.k1 + 1) * Object.values(settings.fields).reduce((total, weight) => total + weight, 0);
  const unknown = 0.7 * Math.log(1 + (alive + 0.5) / 0.5);

  function rarityOf(terms: Asked['terms'], own: number): number {
    let rarest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < own; i++) {
      const { term, weight } = terms[i]!;
      // A unit is as common as the commonest of the words that are it, not of those that are only near to it.
      if (weight >= 0.5 && vocabulary.count(term) > 0) rarest = Math.min(rarest, rarity(term));
    }
    return rarest === Number.POSITIVE_INFINITY ? unknown : rarest;
  }

  function read(question: string): Asked[] {
    const units = readQuery(question, { concepts, vocabulary, everyday });
    return units.map((unit) => ({ ...unit, rarity: rarityOf(unit.terms, unit.own) }));
  }

  /** Adds one unit to the scores: what each of its terms gains, by how surely the term is the unit. */
  function add(terms: Asked['terms'], worth: number): void {
    for (const { segment, first, at } of opened) {
      const { offsets, passages, weights } = segment;
      for (const { term, weight } of terms) {
        const n = at.get(term);
        if (n === undefined) continue;
        const end = offsets[n + 1]!;
        const factor = worth * weight;
        for (let i = offsets[n]!; i < end; i++) score[first + passages[i]!]! += factor * weights[i]!;
      }
    }
  }

  /** What each of the places meets of what is asked, anywhere and in the told fields. */
  function coverage(units: Asked[], asked: number, places: number[]): { covered: number; told: number[] }[] {
    const fields = settings.told ?? [];
    const found = places.map(() => ({ covered: 0, told: fields.map(() => 0) }));
    if (fields.length === 0) return found;
    const order = new Map(places.map((place, i) => [place, i]));
    for (const unit of units) {
      // A unit is met once in each field, by the best of its terms, which stand first.
      const seen = new Uint8Array(places.length);
      for (const { term, weight } of unit.terms) {
        const gain = (unit.rarity * Math.min(1, weight * 1.25)) / asked;
        for (const { segment, first, at } of opened) {
          const n = at.get(term);
          if (n === undefined) continue;
          for (let i = segment.offsets[n]!; i < segment.offsets[n + 1]!; i++) {
            const place = order.get(first + segment.passages[i]!);
            if (place === undefined) continue;
            const bits = (segment.told[i]! << 1) | 1;
            const fresh = bits & ~seen[place]!;
            if (fresh === 0) continue;
            seen[place]! |= fresh;
            if (fresh & 1) found[place]!.covered += gain;
            fields.forEach((_, f) => {
              if (fresh & (2 << f)) found[place]!.told[f]! += gain;
            });
          }
        }
      }
    }
    return found;
  }

  function retrieve(question: string, units: Asked[], boosts?: ReadonlyMap<string, number>): Candidate[] {
    score.fill(0);
    for (const unit of units) add(unit.terms, unit.rarity);
    for (const [term, weight] of boosts ?? []) add([{ term, weight: 1 }], weight * rarity(term));
    for (const place of gone) score[place] = 0;
    const places = best(score, parts.candidates);
    if (places.length === 0) return [];
    const asked = units.reduce((total, unit) => total + unit.rarity, 0) || 1;
    const top = score[places[0]!]!;
    const met = coverage(units, asked, places);
    const read = closely(units, kindsOf(tokenise(question)), places);
    return places
      .map((passage, i): Candidate => {
        const scored = score[passage]!;
        const signals = { ...read[i]!, score: scored / asked / full, toBest: scored / top };
        return { passage, score: scored, rank: weigh(signals), signals, ...met[i]! };
      })
      .sort((a, b) => b.rank - a.rank || a.passage - b.passage);
  }

  return { vocabulary, read, rarity, retrieve };
}

/** The places of the highest numbers above zero, highest first, at most `most`. */
function best(numbers: Float64Array, most: number): number[] {
  const places: number[] = [];
  let least = 0;
  for (let n = 0; n < numbers.length; n++) {
    const number = numbers[n]!;
    if (number <= least) continue;
    if (places.length === most) places.pop();
    let at = places.length;
    while (at > 0 && numbers[places[at - 1]!]! < number) at--;
    places.splice(at, 0, n);
    if (places.length === most) least = numbers[places[most - 1]!]!;
  }
  return places;
}
