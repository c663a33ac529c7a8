// Search quality and speed on any collection: `npm run -s bench:search -- --data DIR [--queries FILE] [--split dev] [--peers]`.
// DIR has corpus.jsonl {id, title, text}, queries.jsonl {id, text, split?, lang?} and qrels.tsv (query, passage, grade).
// `--domain` reads with our glossary too. Each engine is built in a process of its own and asked in another, so that
// memory is its own. The last line is JSON: {engine: {…}}.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Query, readDocs, readQueries } from './collection.ts';
import { type BenchEngine, bm25OverOwnTerms, type Opened, ownTerms, samvit } from './engines.ts';
import { roundAll, runStep, timed } from './measure.ts';
import { peers } from './peers.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    queries: { type: 'string', default: 'queries.jsonl' },
    split: { type: 'string' },
    peers: { type: 'boolean', default: false },
    domain: { type: 'boolean', default: false },
    limit: { type: 'string' },
    // How many of the queries are timed, evenly among them: a slow engine takes minutes to time on all of a large set.
    timed: { type: 'string' },
    // For the processes this one starts.
    step: { type: 'string' },
    engine: { type: 'string' },
    file: { type: 'string' },
  },
});
if (!values.data) throw new Error('--data DIR is missing');
const data = values.data;
const OURS = 'samvit';
const PLAIN = 'bm25 own terms';

async function engineOf(name: string): Promise<BenchEngine> {
  const engine =
    name === OURS
      ? await samvit(values.domain)
      : name === PLAIN
        ? await bm25OverOwnTerms(values.domain)
        : peers[name];
  if (!engine) throw new Error(`no engine is called ${name}`);
  return engine;
}

const docs = () => readDocs(data).slice(0, values.limit ? Number(values.limit) : undefined);

async function build(): Promise<void> {
  const engine = await engineOf(values.engine!);
  const all = docs();
  const start = performance.now();
  const bytes = await engine.build(all);
  const buildMs = performance.now() - start;
  writeFileSync(values.file!, bytes);
  console.log(JSON.stringify({ buildMs, buildMb: process.resourceUsage().maxRSS / 1024 }));
}

async function ask(): Promise<void> {
  const engine = await engineOf(values.engine!);
  const bytes = readFileSync(values.file!);
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const opened = await engine.open(bytes);
  const loadMs = performance.now() - start;
  const queries = readQueries(data, values.queries, values.split);
  const found: string[][] = [];
  for (const query of queries) found.push(await opened.search(query.text));
  globalThis.gc?.();
  const memoryMb = (process.memoryUsage().rss - before) / 1024 ** 2;
  const others: Record<string, Opened> =
    values.engine === OURS ? { [PLAIN]: ownTerms(bytes, (await samvit(values.domain)).parts) } : {};
  const { [OURS]: own, ...rest } = await timed({ [OURS]: opened, ...others }, toTime(queries));
  const langs = [...new Set(queries.map((query) => query.lang))].filter((lang) => lang !== '');
  console.log(
    JSON.stringify({
      ...quality(queries, found, () => true),
      ...Object.fromEntries(
        langs.map((lang) => [lang, quality(queries, found, (query) => query.lang === lang)]),
      ),
      loadMs,
      memoryMb,
      ...own,
      beside: Object.fromEntries(
        await Promise.all(
          Object.entries(rest).map(async ([name, times]) => {
            const all = await Promise.all(queries.map((query) => others[name]!.search(query.text)));
            return [name, { ...quality(queries, all, () => true), ...times }] as const;
          }),
        ),
      ),
    }),
  );
  await opened.close?.();
}

function toTime(queries: Query[]): Query[] {
  const step = queries.length / Math.min(queries.length, Number(values.timed ?? queries.length));
  return queries.filter((_, n) => Math.floor(n / step) !== Math.floor((n - 1) / step));
}

function quality(queries: Query[], found: string[][], of: (query: Query) => boolean) {
  const sums = { 'mrr@10': 0, 'ndcg@10': 0, 'recall@1': 0, 'recall@5': 0, 'recall@10': 0 };
  let count = 0;
  queries.forEach((query, n) => {
    if (!of(query)) return;
    count++;
    const grades = found[n]!.slice(0, 10).map((id) => (query.right.has(id) ? 1 : 0));
    const first = grades.indexOf(1);
    if (first >= 0) sums['mrr@10'] += 1 / (first + 1);
    const gain = (all: number[]) => all.reduce((sum, grade, i) => sum + grade / Math.log2(i + 2), 0);
    sums['ndcg@10'] += gain(grades) / gain(Array.from({ length: Math.min(10, query.right.size) }, () => 1));
    const met = (most: number) =>
      grades.slice(0, most).reduce<number>((sum, grade) => sum + grade, 0) / query.right.size;
    sums['recall@1'] += met(1);
    sums['recall@5'] += met(5);
    sums['recall@10'] += met(10);
  });
  return {
    ...Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, sum / (count || 1)])),
    queries: count,
  };
}

function compare(): void {
  const folder = mkdtempSync(join(tmpdir(), 'samvit-bench-'));
  const report: Record<string, Record<string, unknown>> = {};
  try {
    for (const name of [OURS, ...(values.peers ? Object.keys(peers) : [])]) {
      process.stderr.write(`${name} …\n`);
      const file = join(folder, 'index');
      const built = child('build', name, file);
      const asked = child('ask', name, file);
      const { beside, ...own } = asked as { beside: Record<string, Record<string, unknown>> };
      report[name] = { ...own, ...built, indexMb: statSync(file).size / 1024 ** 2 };
      for (const [other, figures] of Object.entries(beside)) report[other] = figures;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const rounded = Object.fromEntries(
    Object.entries(report).map(([name, figures]) => [name, roundAll(figures)]),
  );
  console.table(Object.fromEntries(Object.entries(rounded).map(([name, figures]) => [name, flat(figures)])));
  const [own, plain] = [report[OURS]!, report[PLAIN]!];
  const ratio = (name: string) => ((own[name] as number) / (plain[name] as number)).toFixed(2);
  console.log(`samvit / plain BM25 over the same terms: p50 ${ratio('p50')}, p99 ${ratio('p99')}`);
  console.log(JSON.stringify(rounded));
}

function child(step: string, engine: string, file: string): Record<string, unknown> {
  const options = [
    '--data',
    data,
    '--queries',
    values.queries,
    '--step',
    step,
    '--engine',
    engine,
    '--file',
    file,
  ];
  if (values.split) options.push('--split', values.split);
  if (values.limit) options.push('--limit', values.limit);
  if (values.timed) options.push('--timed', values.timed);
  if (values.domain) options.push('--domain');
  return runStep(import.meta.filename, options);
}

/** Figures of one language stand beside the others in the table, by its name. */
function flat(figures: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, figure]) =>
      typeof figure === 'object' && figure !== null
        ? [[`mrr ${name}`, (figure as Record<string, unknown>)['mrr@10']] as const]
        : [[name, figure] as const],
    ),
  );
}

if (values.step === 'build') await build();
else if (values.step === 'ask') await ask();
else compare();
