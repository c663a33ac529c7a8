import { type Word, wordsOf } from './analyse.ts';
import { closeReader } from './closeness.ts';
import { coverageOf } from './coverage.ts';
import type { Concepts } from './glossary.ts';
import { type Asked, readQuery } from './query.ts';
import { weigh } from './ranking.ts';
import { type Evidence, unread } from './reading.ts';
import type { OpenSegment, Settings } from './segment.ts';
import { type Placed, type Terms, termsIn } from './terms.ts';
import { joinVocabularies, type Vocabulary } from './vocabulary.ts';

/** A passage that may answer. */
export interface Candidate {
  /** Its place among the passages, over all segments. */
  passage: number;
  /** BM25F: how much of what is asked stands in it, and that as a share of the most there could be and of the best. */
  score: number;
  share: number;
  toBest: number;
  /** How what is asked stands in it. */
  evidence: Evidence;
  /** For ordering: score and evidence together. */
  rank: number;
  /** 0–1, by rarity: the share of the question met in any field, and in each of the told fields. */
  covered: number;
  told: number[];
}

/** A question that is read: its words, and what it asks about. */
export interface Query {
  words: Word[];
  units: Asked[];
}

export interface Engine {
  vocabulary: Vocabulary;
  /** What a question asks about, and how rare each thing is. */
  read(question: string): Query;
  /** How rare a term is: the logarithm of passages over passages with it. */
  rarity(term: string): number;
  /**
   * The passages that may answer, most likely first. `boosts` widens the question: terms that add to the score only;
   * `also` are places that are read closely too, if they have anything of what is asked.
   */
  retrieve(query: Query, boosts?: ReadonlyMap<string, number>, also?: number[]): Candidate[];
}

export interface EngineParts {
  concepts: Concepts;
  everyday(term: string): string[];
  settings: Settings;
  /** How many of the best by score are given, and the share of the best score from which they are read closely. */
  candidates: number;
  worthReading: number;
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
  const best = bestOf(parts.candidates);
  const closely = closeReader(opened);
  const coverage = coverageOf(opened, settings.told?.length ?? 0);

  const rarityAt = (count: number): number =>
    Math.log(1 + Math.max(0.5, alive - count + 0.5) / (count + 0.5));
  const rarity = (term: string): number => rarityAt(vocabulary.count(term));
  // What a term gains at most, in all fields.
  const full =
    (settings.k1 + 1) * Object.values(settings.fields).reduce((total, weight) => total + weight, 0);
  const unknown = 0.7 * Math.log(1 + (alive + 0.5) / 0.5);

  function rarityOf(terms: Asked['terms'], own: number): number {
    let rarest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < own; i++) {
      const { term, weight } = terms[i]!;
      // A unit is as common as the commonest of the words that are it, not of those that are only near to it.
      const count = weight >= 0.5 ? vocabulary.count(term) : 0;
      if (count > 0) rarest = Math.min(rarest, rarityAt(count));
    }
    return rarest === Number.POSITIVE_INFINITY ? unknown : rarest;
  }

  function read(question: string): Query {
    const words = wordsOf(question);
    const units = readQuery(words, { concepts, vocabulary, everyday });
    return { words, units: units.map((unit) => ({ ...unit, rarity: rarityOf(unit.terms, unit.own) })) };
  }

  /** Adds what the terms of each unit gain to the scores, by how surely the term is the unit. */
  function add(units: Asked[], terms: Terms[]): void {
    opened.forEach(({ segment, first }, s) => {
      const { offsets, passages, weights } = segment;
      const { starts, at, weight } = terms[s]!;
      for (let u = 0; u < units.length; u++) {
        const worth = units[u]!.rarity;
        for (let t = starts[u]!; t < starts[u + 1]!; t++) {
          const end = offsets[at[t]! + 1]!;
          const factor = worth * weight[t]!;
          for (let i = offsets[at[t]!]!; i < end; i++) score[first + passages[i]!]! += factor * weights[i]!;
        }
      }
    });
  }

  function boost(boosts: ReadonlyMap<string, number>): void {
    for (const [term, weight] of boosts) {
      const worth = weight * rarity(term);
      for (const { segment, first, at } of opened) {
        const n = at.get(term);
        if (n === undefined) continue;
        const { offsets, passages, weights } = segment;
        for (let i = offsets[n]!; i < offsets[n + 1]!; i++)
          score[first + passages[i]!]! += worth * weights[i]!;
      }
    }
  }

  function retrieve(
    { words, units }: Query,
    boosts?: ReadonlyMap<string, number>,
    also: number[] = [],
  ): Candidate[] {
    const terms = opened.map((open) => termsIn(open, units));
    score.fill(0);
    add(units, terms);
    if (boosts) boost(boosts);
    for (const place of gone) score[place] = 0;
    const highest = best(score);
    if (highest.length === 0) return [];
    const asked = units.reduce((total, unit) => total + unit.rarity, 0) || 1;
    const top = score[highest[0]!]!;
    const enough = highest.findIndex((place) => score[place]! < parts.worthReading * top);
    const far = enough < 0 ? [] : highest.splice(enough);
    const close = [...highest, ...also.filter((place) => score[place]! > 0 && !highest.includes(place))];
    const read = closely({ words, units }, terms, close);
    const places = [...close, ...far.filter((place) => !also.includes(place))];
    const met = coverage(units, terms, asked, places);
    const candidates = places.map((passage, i): Candidate => {
      const scored = score[passage]!;
      const [share, toBest] = [scored / asked / full, scored / top];
      const evidence = read[i] ?? unread;
      const { covered, told } = met[i]!;
      const rank = weigh(share, toBest, evidence);
      return { passage, score: scored, share, toBest, evidence, rank, covered, told };
    });
    return candidates.sort((a, b) => b.rank - a.rank || a.passage - b.passage);
  }

  return { vocabulary, read, rarity, retrieve };
}

/** Finds the places of the highest numbers above zero, highest first, at most `most`. */
export function bestOf(most: number) {
  // The highest so far beside their places: they are compared with far more often than they are given.
  const highest = new Float64Array(most);
  return (numbers: Float64Array): number[] => {
    const places: number[] = [];
    let least = 0;
    for (let n = 0; n < numbers.length; n++) {
      const number = numbers[n]!;
      if (number <= least) continue;
      let at = places.length < most ? places.length : most - 1;
      for (; at > 0 && highest[at - 1]! < number; at--) {
        highest[at] = highest[at - 1]!;
        places[at] = places[at - 1]!;
      }
      highest[at] = number;
      places[at] = n;
      if (places.length === most) least = highest[most - 1]!;
    }
    return places;
  };
}
