// Fits the weights of src/search/ranking.ts: `npm run -s fit:ranking -- --data DIR [--split train]`.
// Every queries*.jsonl of the folder is learnt from. Each question's passages are its candidates, and the weights are
// those that make the right one likeliest among them (softmax, Adam). Half the questions are learnt from and the other
// half reported, both ways; then all are learnt from, and the weights printed. The last line is JSON.
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openEngine } from '../src/search/engine.ts';
import { compileGlossary } from '../src/search/glossary.ts';
import { ranking, type Signals } from '../src/search/ranking.ts';
import { buildSegment, openSegment } from '../src/search/segment.ts';
import { asPassages, plainSettings, readDocs, readQueries } from './collection.ts';
import { fit, rankOf, type Case as Softmax } from './softmax.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, split: { type: 'string', default: 'train' } },
});
if (!values.data) throw new Error('--data DIR is missing');
const folder = values.data;
const names = Object.keys(ranking) as (keyof Signals)[];

const docs = readDocs(folder);
const concepts = compileGlossary([]);
const segment = buildSegment(asPassages(docs), concepts, plainSettings);
const engine = openEngine([openSegment(segment)], {
  concepts,
  everyday: () => [],
  settings: plainSettings,
  candidates: 20,
  worthReading: 0,
});

interface Case extends Softmax {
  half: number;
  file: string;
}
const files = readdirSync(folder).filter((name) => /^queries.*\.jsonl$/.test(name));
const cases: Case[] = files.flatMap((file) =>
  readQueries(folder, file, values.split).map((query): Case => {
    const found = engine.retrieve(engine.read(query.text));
    return {
      rows: found.map(({ share, toBest, evidence }) => {
        const signals: Signals = { ...evidence, score: share, toBest };
        return names.map((name) => signals[name]);
      }),
      right: found.flatMap((candidate, n) => (query.right.has(docs[candidate.passage]!.id) ? [n] : [])),
      // The same question stays in the same half, however it is written.
      half: [...query.id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 2,
      file,
    };
  }),
);

/** There are many questions to a weight. */
const LEARNING = { epochs: 40, ridge: 1e-5 };
const start = names.map((name) => (name === 'score' ? 8 : 0));

function mrr(all: Case[], w: number[]): number {
  const sum = all.reduce((total, one) => {
    const rank = rankOf(one, w);
    return total + (rank > 0 && rank <= 10 ? 1 / rank : 0);
  }, 0);
  return sum / (all.length || 1);
}

const round = (n: number, by = 1e4): number => Math.round(n * by) / by;
const score = names.map((name) => (name === 'score' ? 1 : 0));
const present = names.map((name) => ranking[name]);
const report: Record<string, Record<string, number>> = {};
for (const file of files) {
  const of = cases.filter((one) => one.file === file);
  report[file] = { bm25: round(mrr(of, score)), present: round(mrr(of, present)) };
}
for (const half of [0, 1]) {
  const w = fit(
    cases.filter((one) => one.half === half),
    start,
    LEARNING,
  );
  for (const file of files) {
    const of = cases.filter((one) => one.file === file && one.half !== half);
    report[file]![`learntOnHalf${half}`] = round(mrr(of, w));
  }
}
console.table(report);
const all = fit(cases, start, LEARNING);
console.log(names.map((name, k) => `  ${name}: ${round(all[k]!, 100)},`).join('\n'));
console.log(JSON.stringify({ fit: report }));
