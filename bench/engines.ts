// Search engines behind one door, so that they can be compared on the same passages and questions.
import { deserialize, serialize } from 'node:v8';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { type EngineParts, openEngine } from '../src/search/engine.ts';
import { compileEveryday, compileGlossary, stemsOf } from '../src/search/glossary.ts';
import { buildSegment, openSegment, type Segment } from '../src/search/segment.ts';
import { asPassages, type Collection, plainSettings } from './collection.ts';
import { stem, tokens, whole } from './stems.ts';

export type Docs = Collection['docs'];

export interface Opened {
  /** The ids of the ten best, best first. */
  search(text: string): string[] | Promise<string[]>;
  close?(): Promise<void>;
}

export interface BenchEngine {
  /** From passages in memory to bytes that can be kept. */
  build(docs: Docs): Promise<Uint8Array>;
  /** From the kept bytes to an engine that answers. */
  open(bytes: Uint8Array): Promise<Opened>;
}

export const TEN = 10;

/** Ours. With `domain` the glossary and everyday words of the knowledge base are read too. */
export async function samvit(
  domain: boolean,
): Promise<BenchEngine & { segmentOf(bytes: Uint8Array): Segment; parts: EngineParts }> {
  const glossary = domain ? (await loadKnowledge('knowledge')).glossary : { entries: [], everyday: [] };
  const concepts = compileGlossary(glossary.entries);
  const parts = {
    concepts,
    everyday: compileEveryday(stemsOf(glossary.everyday)),
    settings: plainSettings,
    candidates: 20,
    worthReading: 0.5,
  };
  interface Kept {
    ids: string[];
    segment: Segment;
  }
  return {
    parts,
    segmentOf: (bytes) => (deserialize(bytes) as Kept).segment,
    async build(docs) {
      const segment = buildSegment(asPassages(docs), concepts, plainSettings);
      return serialize({ ids: docs.map((doc) => doc.id), segment } satisfies Kept);
    },
    async open(bytes) {
      const { ids, segment } = deserialize(bytes) as Kept;
      const engine = openEngine([openSegment(segment)], parts);
      return {
        search: (text) =>
          engine
            .retrieve(engine.read(text))
            .slice(0, TEN)
            .map(({ passage }) => ids[passage]!),
      };
    },
  };
}

/** BM25 and no more, over the terms our own analysis makes of passages and questions: what our speed is held against. */
export function ownTerms(bytes: Uint8Array, parts: EngineParts): Opened {
  const { ids, segment } = deserialize(bytes) as { ids: string[]; segment: Segment };
  const engine = openEngine([openSegment(segment)], parts);
  const at = new Map(segment.terms.map((term, n) => [term, n]));
  const score = new Float64Array(segment.size);
  return {
    search(text) {
      score.fill(0);
      for (const { terms, rarity } of engine.read(text).units) {
        for (const { term, weight } of terms) {
          const n = at.get(term);
          if (n === undefined) continue;
          for (let i = segment.offsets[n]!; i < segment.offsets[n + 1]!; i++) {
            score[segment.passages[i]!]! += rarity * weight * segment.weights[i]!;
          }
        }
      }
      return tenBest(score).map((n) => ids[n]!);
    },
  };
}

/** The same as an engine of its own, that keeps no more than it reads. */
export async function bm25OverOwnTerms(domain: boolean): Promise<BenchEngine> {
  const own = await samvit(domain);
  return {
    async build(docs) {
      const { ids, segment } = deserialize(await own.build(docs)) as { ids: string[]; segment: Segment };
      const none = new Int32Array(0);
      const row = { starts: none, textTerms: none, textWords: none, marks: new Uint8Array(0) };
      const title = { titleStarts: none, titleTerms: none };
      return serialize({ ids, segment: { ...segment, ...row, ...title, told: new Uint8Array(0) } });
    },
    open: async (bytes) => ownTerms(bytes, own.parts),
  };
}

function tenBest(score: Float64Array): number[] {
  const places: number[] = [];
  for (let n = 0; n < score.length; n++) {
    const own = score[n]!;
    if (own === 0 || (places.length === TEN && own <= score[places[TEN - 1]!]!)) continue;
    if (places.length === TEN) places.pop();
    let to = places.length;
    while (to > 0 && score[places[to - 1]!]! < own) to--;
    places.splice(to, 0, n);
  }
  return places;
}

/** BM25 written plainly over Snowball stems. */
export function plainBm25(k1 = 0.9, b = 0.4): BenchEngine {
  interface Kept {
    ids: string[];
    lengths: number[];
    postings: Map<string, Int32Array>;
  }
  return {
    async build(docs) {
      const postings = new Map<string, number[]>();
      const lengths = docs.map((doc, n) => {
        const counts = new Map<string, number>();
        const terms = tokens(whole(doc)).map(stem);
        for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
        for (const [term, count] of counts) {
          const list = postings.get(term);
          if (list) list.push(n, count);
          else postings.set(term, [n, count]);
        }
        return terms.length;
      });
      const kept: Kept = {
        ids: docs.map((doc) => doc.id),
        lengths,
        postings: new Map([...postings].map(([term, list]) => [term, Int32Array.from(list)])),
      };
      return serialize(kept);
    },
    async open(bytes) {
      const { ids, lengths, postings } = deserialize(bytes) as Kept;
      const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
      const score = new Float64Array(ids.length);
      return {
        search(text) {
          score.fill(0);
          for (const term of new Set(tokens(text).map(stem))) {
            const list = postings.get(term);
            if (!list) continue;
            const count = list.length / 2;
            const rarity = Math.log(1 + (ids.length - count + 0.5) / (count + 0.5));
            for (let i = 0; i < list.length; i += 2) {
              const n = list[i]!;
              const times = list[i + 1]!;
              score[n]! += (rarity * times * (k1 + 1)) / (times + k1 * (1 - b + (b * lengths[n]!) / mean));
            }
          }
          return tenBest(score).map((n) => ids[n]!);
        },
      };
    },
  };
}
