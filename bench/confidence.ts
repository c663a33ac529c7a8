// Fits the confidence curve of src/search/confidence.ts: `npm run -s fit:confidence`. The last line is JSON.
// Learns from tests/golden/tuning.jsonl and from the glossary's terms asked alone ("hva er karens"), never from the
// golden questions. Prints how sure the curve is beside how often it is right, by five-fold cross-validation.
import { readFileSync } from 'node:fs';
import { loadKnowledge } from '../src/knowledge/load.ts';
import type { Evidence } from '../src/search/confidence.ts';
import { buildSearch } from '../src/search/index.ts';

const knowledge = await loadKnowledge('knowledge');
const search = buildSearch(knowledge.articles, knowledge.glossary);

const names = [
  'start',
  'covered',
  'like',
  'met',
  'concept',
  'concepts',
  'sameArticle',
  'sameTopic',
  'ahead',
  'score',
] as const;

interface Case {
  x: number[];
  right: boolean;
  inScope: boolean;
}
const cases: Case[] = [];

function add(question: string, isRight: (section: string, title: string) => boolean, inScope: boolean): void {
  const best = search.search(question, { limit: 1 }).hits[0];
  if (best)
    cases.push({ x: row(best.evidence), right: isRight(best.section.id, best.article.title), inScope });
}

for (const line of readFileSync('tests/golden/tuning.jsonl', 'utf8').trim().split('\n')) {
  const { question, expect } = JSON.parse(line) as { question: string; expect: string[] };
  add(question, (section) => expect.includes(section), expect.length > 0);
}
// People also ask with one word. Where an article is called after a term, it is the answer to the term alone.
const titles = knowledge.articles.map((a) => a.title.toLowerCase());
for (const { term } of knowledge.glossary.entries) {
  if (!titles.some((title) => title.includes(term.toLowerCase()))) continue;
  add(`hva er ${term}`, (_, title) => title.toLowerCase().includes(term.toLowerCase()), true);
}

function row(e: Evidence): number[] {
  return names.map((name) => (name === 'start' ? 1 : e[name]));
}

const chance = (w: number[], x: number[]): number =>
  1 / (1 + Math.exp(-w.reduce((sum, weight, i) => sum + weight * x[i]!, 0)));

/** Plain gradient descent with a light ridge: a few hundred rows and ten weights need no more. */
function fit(rows: Case[]): number[] {
  const w = new Array<number>(names.length).fill(0);
  for (let step = 0; step < 20_000; step++) {
    const slope = new Array<number>(names.length).fill(0);
    for (const { x, right } of rows) {
      const error = chance(w, x) - Number(right);
      for (let i = 0; i < names.length; i++) slope[i]! += error * x[i]!;
    }
    for (let i = 0; i < names.length; i++)
      w[i]! -= 0.5 * (slope[i]! / rows.length + (i > 0 ? 0.001 * w[i]! : 0));
  }
  return w;
}

const FOLDS = 5;
const held = cases
  .flatMap((_, n) => (n < FOLDS ? [n] : []))
  .flatMap((fold) => {
    const w = fit(cases.filter((_, i) => i % FOLDS !== fold));
    return cases.filter((_, i) => i % FOLDS === fold).map((c) => ({ ...c, p: chance(w, c.x) }));
  });
console.log('confidence   cases  right');
for (let from = 0; from < 1; from += 0.1) {
  const inside = held.filter((c) => c.p >= from && c.p < from + 0.1);
  const right = inside.filter((c) => c.right).length;
  if (inside.length > 0) {
    console.log(
      `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}    ${String(inside.length).padStart(names.length)}  ${(right / inside.length).toFixed(2)}`,
    );
  }
}
console.log('limit   out of scope refused   right kept   wrong kept');
for (const limit of [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6]) {
  const share = (of: Case[], kept: boolean) =>
    of.filter((c) => held.find((h) => h.x === c.x)!.p >= limit === kept).length / of.length;
  const outside = cases.filter((c) => !c.inScope);
  const right = cases.filter((c) => c.right);
  const wrong = cases.filter((c) => c.inScope && !c.right);
  console.log(
    `${limit.toFixed(2)}    ${share(outside, false).toFixed(3)}                  ${share(right, true).toFixed(3)}        ${share(wrong, true).toFixed(3)}`,
  );
}
const fitted = fit(cases);
const curve = Object.fromEntries(names.map((name, i) => [name, Math.round(fitted[i]! * 100) / 100]));
console.log(JSON.stringify({ cases: cases.length, curve }));
