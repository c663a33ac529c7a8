// How the search grows: `npm run -s bench:growth -- --data DIR [--sizes 1000,35000] [--picture FILE]`.
// Takes passages of a collection by whole documents in a fixed random order. Where it has too few, its passages are
// taken once more with the words of their titles read backwards, so that titles are new and texts are not. Each engine
// is built and asked as in search.ts, in processes of their own. Then, at the sizes of --live, articles are
// made of documents (sections of passages) and changed while a search is in use. The last line is JSON.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import type { Article } from '../src/knowledge/model.ts';
import { openLive } from '../src/search/live.ts';
import { type BuiltIndex, buildIndex, lexiconOf, openShelf } from '../src/search/shelf.ts';
import { type Collection, readDocs, readQueries } from './collection.ts';
import { at, type Figures, roundAll, runStep } from './measure.ts';
import { growthPicture } from './picture.ts';

type Docs = Collection['docs'];

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    sizes: { type: 'string', default: '1000,2000,5000,10000,20000,35000' },
    live: { type: 'string', default: '2000,35000' },
    picture: { type: 'string' },
    // For the processes this one starts.
    step: { type: 'string' },
  },
});
if (!values.data) throw new Error('--data DIR is missing');
const data = values.data;
const numbers = (list: string): number[] => (list === '' ? [] : list.split(',').map(Number));

const PLAIN = 'bm25 own terms';
const ENGINES = ['samvit', PLAIN, 'lunr no', 'lunr'];
const QUERIES = 200;

/** Rows as they stand in the collection, by document: rows of one title after each other. */
function byDocument(docs: Docs): Docs[] {
  const documents: Docs[] = [];
  for (const doc of docs) {
    const last = documents.at(-1);
    if (last && last[0]!.title === doc.title) last.push(doc);
    else documents.push([doc]);
  }
  return documents;
}

/** `size` passages: whole documents in a fixed random order, then the same once more under other titles. */
function grown(docs: Docs, size: number): Docs {
  let seed = 1;
  const random = (): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed;
  };
  const order = byDocument(docs)
    .map((document) => [random(), document] as const)
    .sort((a, b) => a[0] - b[0])
    .flatMap(([, document]) => document);
  const all = [...order];
  for (let copy = 1; all.length < size; copy++) {
    const again = (title: string) =>
      title.replaceAll(/\p{L}+/gu, (word) => (copy % 2 ? [...word].reverse().join('') : word + copy));
    for (const doc of order) all.push({ ...doc, id: `${doc.id}+${copy}`, title: again(doc.title) });
  }
  return all.slice(0, size);
}

/** The collection grown, in a folder of its own, with as many of its queries as are asked. */
function write(folder: string, size: number): void {
  const every = readQueries(data);
  const step = Math.max(1, every.length / QUERIES);
  const queries = every.filter((_, n) => Math.floor(n / step) !== Math.floor((n - 1) / step));
  const lines = (rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
  writeFileSync(join(folder, 'corpus.jsonl'), lines(grown(readDocs(data), size)));
  writeFileSync(join(folder, 'queries.jsonl'), lines(queries.map(({ id, text }) => ({ id, text }))));
  const right = queries.flatMap(({ id, right }) => [...right].map((passage) => `${id}\t${passage}\t1`));
  writeFileSync(join(folder, 'qrels.tsv'), right.join('\n'));
}

function measure(folder: string, engine: string, size: number): Figures {
  const file = join(folder, 'index');
  const options = ['--data', folder, '--engine', engine, '--file', file, '--limit', String(size)];
  const bench = join(import.meta.dirname, 'search.ts');
  const { buildMs, buildMb } = runStep(bench, [...options, '--step', 'build']);
  const { loadMs, memoryMb, p50, p99, beside } = runStep(bench, [...options, '--step', 'ask']);
  const inTurn = (beside as Record<string, Figures>)[PLAIN];
  return {
    size,
    // What plain BM25 reads is built as ours is; there is no other way to time.
    ...(engine !== PLAIN && { buildMs, buildMb }),
    loadMs,
    indexMb: statSync(file).size / 1024 ** 2,
    memoryMb,
    p50,
    p99,
    // Put to both in turn in one process; the fairest to hold them against each other by.
    ...(inTurn && {
      timesPlain: { p50: Number(p50) / Number(inTurn.p50), p99: Number(p99) / Number(inTurn.p99) },
    }),
  };
}

function asArticles(docs: Docs): Article[] {
  return byDocument(docs).map((passages, n): Article => {
    const title = passages[0]!.title;
    return {
      id: `document-${n}`,
      title,
      topic: 'samarbeid',
      authority: 'law',
      language: 'nb',
      summary: { nb: title, nn: title, en: title },
      questions: [],
      tags: [],
      related: [],
      sources: [],
      reviewed: '2026-01-01',
      sections: passages.map(({ id, text }) => ({
        id: `document-${n}#${id}`,
        heading: '',
        questions: [],
        text,
      })),
    };
  });
}

const CHANGES = 25;
/** As long as our own articles at most, as long as laws are, and the longest. */
const LENGTHS = [
  [1, 12],
  [13, 80],
  [81, Number.POSITIVE_INFINITY],
] as const;

/** Builds a search over articles, keeps and loads it as a start does, and changes articles while it is in use. */
async function live(): Promise<Figures> {
  const articles = asArticles(readDocs(data));
  const lexicon = lexiconOf({ entries: [], everyday: [], ambiguous: [] });
  const startOfBuild = performance.now();
  const bytes = serialize(buildIndex(articles, lexicon));
  const buildMs = performance.now() - startOfBuild;
  const startOfLoad = performance.now();
  const shelf = openShelf(articles, deserialize(bytes) as BuiltIndex);
  const search = openLive(shelf, lexicon);
  const loadMs = performance.now() - startOfLoad;
  const queries = readQueries(data).map((query) => query.text);
  /** Time of a question: each is asked once before, and its median of three counts. */
  function ask(): Figures {
    const times = queries.map((text) => {
      search.search(text);
      const rounds = [0, 1, 2].map(() => {
        const start = performance.now();
        search.search(text);
        return performance.now() - start;
      });
      return at(rounds, 0.5);
    });
    return { p50: at(times, 0.5), p99: at(times, 0.99) };
  }
  const before = ask();

  /** Time from the change to the first question that finds it, and the longest the process was deaf meanwhile. */
  async function change(article: Article, word: string): Promise<{ foundMs: number; pauseMs: number }> {
    const [first, ...rest] = article.sections;
    const changed = { ...article, sections: [{ ...first!, text: `${first!.text} ${word}` }, ...rest] };
    await wait(20);
    let pauseMs = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      const now = performance.now();
      pauseMs = Math.max(pauseMs, now - last);
      last = now;
    }, 1);
    await wait(5);
    pauseMs = 0;
    const start = performance.now();
    await search.update([changed]);
    const found = search.search(word, { limit: 1 }).hits[0]?.article.id === article.id;
    const foundMs = performance.now() - start;
    await wait(10);
    clearInterval(beat);
    if (!found) throw new Error(`${article.id} is not found by its new word`);
    return { foundMs, pauseMs };
  }

  const updates: Figures[] = [];
  let changes = 0;
  for (const [least, most] of LENGTHS) {
    const all = articles.filter(({ sections }) => sections.length >= least && sections.length <= most);
    const some = all.filter((_, n) => n % Math.ceil(all.length / CHANGES) === 0);
    const times: { foundMs: number; pauseMs: number }[] = [];
    for (const article of some) times.push(await change(article, `nyttord${letters(changes++)}`));
    const found = times.map((time) => time.foundMs);
    const pauses = times.map((time) => time.pauseMs);
    updates.push({
      sections: `${least}–${Math.min(most, Math.max(...all.map(({ sections }) => sections.length)))}`,
      changes: times.length,
      foundP50: at(found, 0.5),
      foundMost: Math.max(...found),
      pauseP50: at(pauses, 0.5),
      pauseMost: Math.max(...pauses),
    });
  }
  return {
    sections: shelf.places.length,
    articles: articles.length,
    buildMs,
    loadMs,
    indexMb: bytes.length / 1024 ** 2,
    before,
    after: { changes, ...ask() },
    updates,
  };
}

/** A number as letters, so that each word is a word and not near to another. */
const letters = (n: number): string =>
  [...String(n + 100)].map((digit) => 'bdfgklmprs'[Number(digit)]!.repeat(2)).join('');

function main(): void {
  const sizes = numbers(values.sizes);
  const lives = numbers(values.live);
  const folder = mkdtempSync(join(tmpdir(), 'samvit-growth-'));
  const engines: Record<string, Figures[]> = Object.fromEntries(ENGINES.map((name) => [name, []]));
  const changes: Figures[] = [];
  try {
    for (const size of lives) {
      write(folder, size);
      // As the product is started.
      const options = ['--data', folder, '--step', 'live'];
      const row = roundAll(runStep(import.meta.filename, options, ['--max-semi-space-size=8']));
      changes.push(row);
      process.stderr.write(`changes ${JSON.stringify(row)}\n`);
    }
    if (sizes.length > 0) write(folder, Math.max(...sizes));
    for (const size of sizes) {
      for (const name of ENGINES) {
        const row = roundAll(measure(folder, name, size));
        engines[name]!.push(row);
        // A run takes long: what is measured is told at once.
        process.stderr.write(`${name} ${JSON.stringify(row)}\n`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const [name, rows] of Object.entries(engines)) {
    console.log(name);
    console.table(rows.map(({ timesPlain, ...row }) => row));
  }
  for (const { updates, ...rest } of changes) {
    console.log(rest);
    console.table(updates);
  }
  if (values.picture && sizes.length > 0) writeFileSync(values.picture, growthPicture(engines));
  console.log(JSON.stringify({ engines, changes }));
}

if (values.step === 'live') console.log(JSON.stringify(await live()));
else main();
