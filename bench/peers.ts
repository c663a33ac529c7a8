// What ours is held against: search libraries, PostgreSQL, and BM25 written plainly.
import { PGlite } from '@electric-sql/pglite';
import { create, insertMultiple, load, type RawData, save, search } from '@orama/orama';
import { Encoder, Index } from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { type BenchEngine, plainBm25, TEN } from './engines.ts';
import { lunrNorwegian, stemsOf, tokens, whole } from './stems.ts';

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
const parsed = <T>(bytes: Uint8Array): T => JSON.parse(Buffer.from(bytes).toString()) as T;

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

// Settings of the next three: the best of those tried on 150 to 200 training questions of NorQuAD in each spelling.

function miniSearch(): BenchEngine {
  const options = {
    fields: ['text'],
    tokenize: stemsOf,
    processTerm: (term: string) => term,
    // With its own weight of 0.45 what is only near counts nearly as much as the word itself.
    searchOptions: {
      fuzzy: 0.2,
      maxFuzzy: 2,
      weights: { fuzzy: 0.1, prefix: 0 },
      bm25: { k: 0.9, b: 0.4, d: 0 },
    },
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
      components: {
        tokenizer: {
          language: 'norwegian',
          normalizationCache: new Map(),
          // It finds all words that begin as a term does, and its `exact` wants every term: with a sign at the end
          // only the word itself begins so. What is asked, which is of no property, is asked for once.
          tokenize(text: string, _: string | undefined, property?: string) {
            const terms = stemsOf(text).map((term) => `${term}|`);
            return property ? terms : [...new Set(terms)];
          },
        },
      },
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
      // Its frequencies are shares of the text, so k is that much smaller.
      const relevance = { k: 0.01, b: 0.4, d: 0 };
      return {
        search: async (text) =>
          (await search(db, { term: text, limit: TEN, threshold: 1, relevance })).hits.map((hit) =>
            String(hit.id),
          ),
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
  const encoded = (text: string) => stemsOf(text).join(' ');
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
