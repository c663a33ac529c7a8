import { expect, test } from 'vitest';
import { wordsOf } from '../../src/search/analyse.ts';
import { type Candidate, openEngine } from '../../src/search/engine.ts';
import { compileGlossary } from '../../src/search/glossary.ts';
import { newBuilder } from '../../src/search/indexer.ts';
import type { Asked } from '../../src/search/query.ts';
import { buildSegment, openSegment, type Passage, type Segment } from '../../src/search/segment.ts';
import { chance } from './made.ts';

// lunr's own query evaluation is the slow, plain judge. With one field and no parts of compounds, ours must give what
// it gives, but for two things that are so by definition:
// - lunr rounds each weight to three decimals, so each term of a query may be 0.0005 away;
// - lunr divides by the length of the query vector, which is the same for all passages of one query.
// Rarity is the same formula in both when there is one field.
const ROUNDED = 0.0005;
const FLOAT32 = 1e-5;

const none = compileGlossary([]);
const WORDS =
  'avtale avtaler avtaleverk leverandør kontrakt kontraktsfrist frist anbud anbudsfrist protokoll kommune kommunen skole skolebygg veg vei bru tunnel drift driftsavtale personvern ombud melding meldeplikt §5b art28 500000 napoleon ærlig øvre åpen'.split(
    ' ',
  );

interface Made {
  passages: Passage[];
  segment: Segment;
  k1: number;
  b: number;
}

function madeOf(seed: number): Made {
  const random = chance(seed);
  const passages = Array.from({ length: 2 + random(30) }, (_, n): Passage => {
    const words = Array.from(
      { length: 1 + random(60) },
      () => WORDS[Math.min(random(40), random(40)) % WORDS.length]!,
    );
    const text = words.map((word) => word + (random(9) === 0 ? '. ' : ' ')).join('');
    return { document: n, title: '', fields: {}, text };
  });
  const k1 = 0.3 + random(18) / 10;
  const b = random(11) / 10;
  return { passages, segment: buildSegment(passages, none, { fields: { text: 1 }, parts: 0, k1, b }), k1, b };
}

const termsOf = (passage: Passage): string[] =>
  wordsOf(passage.text)
    .filter((word) => !word.stop)
    .map((word) => word.term);

function lunrOf({ passages, k1, b }: Made) {
  const builder = newBuilder(['text']);
  builder.k1(k1);
  builder.b(b);
  passages.forEach((passage, n) => {
    builder.add({ n, text: termsOf(passage) });
  });
  return builder.build();
}

const engineOf = (segments: Segment[], { k1, b }: Made, candidates: number) =>
  openEngine(segments.map(openSegment), {
    concepts: none,
    everyday: () => [],
    settings: { fields: { text: 1 }, parts: 0, k1, b },
    candidates,
    worthReading: 0,
  });

/** Distinct terms, some that no passage has, with a weight each. */
function queryOf(random: (n: number) => number): { term: string; weight: number }[] {
  const words = Array.from({ length: 1 + random(6) }, () =>
    random(12) === 0 ? 'ukjent' : WORDS[random(WORDS.length)]!,
  );
  const terms = new Set(words.flatMap((word) => wordsOf(word).map(({ term }) => term)));
  return [...terms].map((term) => ({ term, weight: (1 + random(10)) / 10 }));
}

/** The scores of all passages that have any of the terms, by passage. */
function ours(
  engine: ReturnType<typeof openEngine>,
  query: { term: string; weight: number }[],
): Map<number, number> {
  const units = query.map(
    ({ term, weight }): Asked => ({
      terms: [{ term, weight }],
      own: 1,
      words: [term],
      known: true,
      concept: false,
      corrected: [],
      read: [],
      rarity: engine.rarity(term),
    }),
  );
  return new Map(
    engine.retrieve({ words: [], units }).map(({ passage, score }: Candidate) => [passage, score]),
  );
}

function theirs(
  index: ReturnType<typeof lunrOf>,
  query: { term: string; weight: number }[],
): Map<number, number> {
  const known = query.filter(({ term }) => index.query((q) => q.term(term, {})).length > 0);
  if (known.length === 0) return new Map();
  const length = Math.hypot(...known.map(({ weight }) => weight));
  const results = index.query((q) => {
    for (const { term, weight } of known) q.term(term, { boost: weight });
  });
  return new Map(results.map(({ ref, score }) => [Number(ref), score * length]));
}

const CORPORA = Array.from({ length: 40 }, (_, n) => n + 1);
const QUERIES = 15;

test.each(CORPORA)('scores are lunr’s, value and order (corpus %i)', (seed) => {
  const made = madeOf(seed);
  const index = lunrOf(made);
  const engine = engineOf([made.segment], made, made.passages.length);
  const random = chance(1_000 + seed);
  for (let i = 0; i < QUERIES; i++) {
    const query = queryOf(random);
    const [own, other] = [ours(engine, query), theirs(index, query)];
    const about = JSON.stringify({ seed, query });
    expect([...own.keys()].sort(), about).toEqual([...other.keys()].sort());
    const within = query.reduce((sum, { weight }) => sum + weight * ROUNDED, FLOAT32);
    for (const [passage, score] of own) {
      expect(Math.abs(score - other.get(passage)!), about).toBeLessThanOrEqual(within);
    }
    // In our order, lunr's scores never rise by more than the rounding of the two.
    const inOrder = [...own].sort((a, b) => b[1] - a[1]).map(([passage]) => other.get(passage)!);
    inOrder.forEach((score, n) => {
      if (n > 0) expect(score - inOrder[n - 1]!, about).toBeLessThanOrEqual(2 * within);
    });
  }
});

test.each(CORPORA)('two segments with the lengths of the whole score as one (corpus %i)', (seed) => {
  const made = madeOf(seed);
  const index = lunrOf(made);
  const { lengths } = made.segment;
  const half = made.passages.length >> 1;
  const segments = [made.passages.slice(0, half), made.passages.slice(half)].map((passages) =>
    buildSegment(
      passages,
      none,
      { fields: { text: 1 }, parts: 0, k1: made.k1, b: made.b },
      { lengths, parts: () => [] },
    ),
  );
  const engine = engineOf(segments, made, made.passages.length);
  const random = chance(2_000 + seed);
  for (let i = 0; i < QUERIES; i++) {
    const query = queryOf(random);
    const [own, other] = [ours(engine, query), theirs(index, query)];
    expect([...own.keys()].sort(), `${seed}`).toEqual([...other.keys()].sort());
    const within = query.reduce((sum, { weight }) => sum + weight * ROUNDED, FLOAT32);
    for (const [passage, score] of own) {
      expect(Math.abs(score - other.get(passage)!)).toBeLessThanOrEqual(within);
    }
  }
});

test.each(CORPORA)('postings are lunr’s inverted index (corpus %i)', (seed) => {
  const made = madeOf(seed);
  const { terms, offsets, passages, weights, counts } = made.segment;
  const builder = newBuilder(['text']);
  made.passages.forEach((passage, n) => {
    builder.add({ n, text: termsOf(passage) });
  });
  const inverted = (
    builder as unknown as { invertedIndex: Record<string, { text: Record<string, unknown> }> }
  ).invertedIndex;
  const postings = Object.fromEntries(
    terms.flatMap((term, n) => {
      // A part of a compound weighs nothing here; only what stands in the text does.
      const places = [...passages.subarray(offsets[n], offsets[n + 1])].filter(
        (_, i) => weights[offsets[n]! + i]! > 0,
      );
      return places.length > 0 ? [[term, places]] : [];
    }),
  );
  expect(postings).toEqual(
    Object.fromEntries(
      Object.entries(inverted).map(([term, { text }]) => [term, Object.keys(text).map(Number)]),
    ),
  );
  expect(
    Object.fromEntries(terms.map((term, n) => [term, counts[n]]).filter(([, count]) => count !== 0)),
  ).toEqual(
    Object.fromEntries(Object.entries(inverted).map(([term, { text }]) => [term, Object.keys(text).length])),
  );
});
