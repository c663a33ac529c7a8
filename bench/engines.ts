// Search engines behind one door, so that they can be compared on the same passages and questions.

import { deserialize, serialize } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { create, insertMultiple, load, type RawData, save, search } from '@orama/orama';
import { Encoder, Index } from 'flexsearch';
import lunr from 'lunr';
import norwegian from 'lunr-languages/lunr.no.js';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import MiniSearch from 'minisearch';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { type EngineParts, openEngine } from '../src/search/engine.ts';
import { compileEveryday, compileGlossary } from '../src/search/glossary.ts';
import { buildSegment, openSegment, type Segment } from '../src/search/segment.ts';
import { asPassages, type Collection, plainSettings } from './collection.ts';

type Docs = Collection['docs'];

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

if (!('stemmerSupport' in lunr)) stemmerSupport(lunr);
if (!('no' in lunr)) norwegian(lunr);
const snowball = (lunr as unknown as { no: { stemmer: (token: lunr.Token) => lunr.Token } }).no.stemmer;
const lunrNorwegian = (lunr as unknown as { no: lunr.Builder.Plugin }).no;

const TEN = 10;
const whole = (doc: Docs[number]): string => `${doc.title}. ${doc.text}`;
const tokens = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const stemmed = new Map<string, string>();
function stem(token: string): string {
  let known = stemmed.get(token);
  if (known === undefined) {
    known = snowball(new lunr.Token(token, {})).toString();
    stemmed.set(token, known);
  }
  return known;
}
const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const parsed = <T>(bytes: Uint8Array): T => JSON.parse(Buffer.from(bytes).toString()) as T;

/** Ours. With `domain` the glossary and everyday words of the knowledge base are read too. */
export async function samvit(
  domain: boolean,
): Promise<BenchEngine & { segmentOf(bytes: Uint8Array): Segment; parts: EngineParts }> {
  const glossary = domain ? (await loadKnowledge('knowledge')).glossary : { entries: [], everyday: [] };
  const concepts = compileGlossary(glossary.entries);
  const parts = {
    concepts,
    everyday: compileEveryday(glossary.everyday),
    settings: plainSettings,
    candidates: 20,
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

export const peers: Record<string, BenchEngine> = {
  lunr: lunrEngine(),
  'lunr no': lunrEngine(lunrNorwegian),
  minisearch: miniSearch(),
  orama: orama(),
  flexsearch: flexSearch(),
  postgres: postgres(),
  bm25: plainBm25(),
};

function lunrEngine(plugin?: lunr.Builder.Plugin): BenchEngine {
  return {
    async build(docs) {
      const index = lunr(function () {
        if (plugin) this.use(plugin);
        this.ref('id');
        this.field('text');
        for (const doc of docs) this.add({ id: doc.id, text: whole(doc) });
      });
      return json(index);
    },
    async open(bytes) {
      const index = lunr.Index.load(parsed<object>(bytes));
      return {
        search: (text) =>
          index
            .query((query) => {
              // As terms, not as text: lunr's query language throws on ordinary questions.
              for (const token of tokens(text)) query.term(token, {});
            })
            .slice(0, TEN)
            .map((hit) => hit.ref),
      };
    },
  };
}

function miniSearch(): BenchEngine {
  const options = {
    fields: ['text'],
    processTerm: (term: string) => stem(term.toLowerCase()),
    tokenize: tokens,
    searchOptions: { fuzzy: 0.2 },
  };
  return {
    async build(docs) {
      const index = new MiniSearch<{ id: string; text: string }>(options);
      index.addAll(docs.map((doc) => ({ id: doc.id, text: whole(doc) })));
      return json(index);
    },
    async open(bytes) {
      const index = MiniSearch.loadJSON(Buffer.from(bytes).toString(), options);
      return {
        search: (text) =>
          index
            .search(text)
            .slice(0, TEN)
            .map((hit) => String(hit.id)),
      };
    },
  };
}

function orama(): BenchEngine {
  const empty = () =>
    create({
      schema: { text: 'string' } as const,
      components: { tokenizer: { language: 'norwegian', stemming: true, stemmer: stem } },
    });
  return {
    async build(docs) {
      const db = empty();
      await insertMultiple(
        db,
        docs.map((doc) => ({ id: doc.id, text: whole(doc) })),
        1000,
      );
      return json(save(db));
    },
    async open(bytes) {
      const db = empty();
      load(db, parsed<RawData>(bytes));
      return {
        search: async (text) =>
          (await search(db, { term: text, limit: TEN, threshold: 1 })).hits.map((hit) => String(hit.id)),
      };
    },
  };
}

function flexSearch(): BenchEngine {
  const empty = () =>
    new Index({
      tokenize: 'strict',
      encoder: new Encoder({ normalize: false, dedupe: false, cache: false, finalize: undefined }),
    });
  const encoded = (text: string) => tokens(text).map(stem).join(' ');
  return {
    async build(docs) {
      const index = empty();
      docs.forEach((doc, n) => {
        index.add(n, encoded(whole(doc)));
      });
      const parts: [string, string][] = [];
      index.export((key: string, data: string) => {
        parts.push([key, data]);
      });
      return json({ ids: docs.map((doc) => doc.id), parts });
    },
    async open(bytes) {
      const { ids, parts } = parsed<{ ids: string[]; parts: [string, string][] }>(bytes);
      const index = empty();
      for (const [key, data] of parts) index.import(key, data);
      return {
        search: (text) =>
          (index.search(encoded(text), { limit: TEN, suggest: true }) as number[]).map((n) => ids[n]!),
      };
    },
  };
}

function postgres(): BenchEngine {
  return {
    async build(docs) {
      const db = await PGlite.create();
      await db.exec('create table passage (id text, words tsvector)');
      for (let from = 0; from < docs.length; from += 500) {
        const some = docs.slice(from, from + 500);
        await db.query(
          `insert into passage select id, to_tsvector('norwegian', words) from unnest($1::text[], $2::text[]) as t(id, words)`,
          [some.map((doc) => doc.id), some.map((doc) => whole(doc).replaceAll('\0', ''))],
        );
      }
      await db.exec('create index on passage using gin (words); analyze passage');
      const dump = await db.dumpDataDir('none');
      await db.close();
      return new Uint8Array(await dump.arrayBuffer());
    },
    async open(bytes) {
      const db = await PGlite.create({ loadDataDir: new Blob([Buffer.from(bytes)]) });
      return {
        async search(text) {
          const { rows } = await db.query<{ id: string }>(
            // Any of the words will do: with all of them most questions would find nothing.
            `select id from passage, (select replace(plainto_tsquery('norwegian', $1)::text, '&', '|')::tsquery as asked) q
             where words @@ asked order by ts_rank(words, asked) desc limit 10`,
            [text.replaceAll('\0', '')],
          );
          return rows.map((row) => row.id);
        },
        close: () => db.close(),
      };
    },
  };
}

/** BM25 written plainly over Snowball stems. */
function plainBm25(k1 = 0.9, b = 0.4): BenchEngine {
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
