// Fits the curves of src/search/curves.ts: `npm run -s fit:confidence` (`--write` writes the file). The last line is JSON.
// Learns from tests/golden/tuning.jsonl, from the glossary's terms asked alone ("hva er karens"), and from typical
// questions left out of the index, never from the golden questions. Prints, by five-fold cross-validation, how sure the
// first hit of the first two is beside how often it is right, and what each limit on scope refuses and keeps.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { articlesOf } from '../src/knowledge/articles.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import type { Evidence } from '../src/search/confidence.ts';
import { buildSearch, type Search } from '../src/search/index.ts';
import { meaningsOf } from '../src/search/shelf.ts';
import { learnVectors } from './learn-vectors.ts';
import { leaveOut, randomFrom } from './left-out.ts';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const knowledge = await loadKnowledge('knowledge');
const articles = articlesOf(knowledge);
const search = buildSearch(articles, knowledge.glossary);

interface Case {
  evidence: Evidence;
  right: boolean;
  inScope: boolean;
  /** Left out of the index: learnt from, and not counted in what is printed. */
  leftOut: boolean;
}
const cases: Case[] = [];

function add(
  question: string,
  isRight: (section: string, article: string) => boolean,
  inScope: boolean,
  over: Search = search,
): void {
  const best = over.search(question, { limit: 1 }).hits[0];
  if (best)
    cases.push({
      evidence: best.evidence,
      right: isRight(best.section.id, best.article.id),
      inScope,
      leftOut: over !== search,
    });
}

for (const line of readFileSync('tests/golden/tuning.jsonl', 'utf8').trim().split('\n')) {
  const { question, expect } = JSON.parse(line) as { question: string; expect: string[] };
  add(question, (section) => expect.includes(section), expect.length > 0);
}
// People also ask with one word. Where an article is called after a term, it is the answer to the term alone.
for (const { term } of knowledge.glossary.entries) {
  const titled = articles.filter((article) => article.title.toLowerCase().includes(term.toLowerCase()));
  const ids = new Set(titled.map((article) => article.id));
  if (ids.size > 0) add(`hva er ${term}`, (_, article) => ids.has(article), true);
}

// The questions above are asked much as the typical ones are. Many that people ask are not, and are in scope too. Whether
// the first hit is right is not learnt from these: each has one section that is, where often others answer as well.
const SHARE = 0.03;
/** More than this, and what is near to us but outside is answered; less, and what is asked in a new way is refused. */
const WORTH = 0.25;
const { rest, taken } = leaveOut(articles, SHARE, randomFrom(7));
const vectors = learnVectors(rest, meaningsOf(knowledge.glossary), (share) =>
  process.stderr.write(`vectors: ${Math.round(100 * share)} %\n`),
);
const without = buildSearch(rest, knowledge.glossary, vectors);
for (const { question, section } of taken) add(question, (id) => id === section, true, without);
const people = cases.filter((one) => !one.leftOut);

// In the same way what is outside, each part asked of a search that knows the other parts alone.
const outside = knowledge.glossary.outside ?? [];
const OUTSIDE_PARTS = 4;
for (let part = 0; part < OUTSIDE_PARTS; part++) {
  const isTaken = (n: number) => n % OUTSIDE_PARTS === part;
  const known = outside.filter((_, n) => !isTaken(n));
  const over = buildSearch(articles, { ...knowledge.glossary, outside: known });
  outside.forEach((question, n) => {
    if (isTaken(n)) add(question, () => false, false, over);
  });
}

type Curve = Record<string, number>;
const names = Object.keys(cases[0]!.evidence).sort() as (keyof Evidence)[];
const RIDGE = 0.003;
const STEPS = 2000;

const chance = (curve: Curve, evidence: Evidence): number =>
  1 / (1 + Math.exp(-names.reduce((sum, name) => sum + curve[name]! * evidence[name], curve.start!)));

/** Plain gradient descent with a light ridge, on columns brought to one scale: some thousand rows need no more. */
function fit(rows: Case[], label: (one: Case) => boolean): Curve {
  const worth = rows.map((one) => (one.leftOut ? WORTH : 1));
  const all = worth.reduce((sum, one) => sum + one, 0);
  const mean = names.map((name) => rows.reduce((sum, { evidence }) => sum + evidence[name], 0) / rows.length);
  const spread = names.map(
    (name, i) =>
      Math.sqrt(
        rows.reduce((sum, { evidence }) => sum + (evidence[name] - mean[i]!) ** 2, 0) / rows.length,
      ) || 1,
  );
  const scaled = rows.map((row) => names.map((name, i) => (row.evidence[name] - mean[i]!) / spread[i]!));
  const w = names.map(() => 0);
  let start = 0;
  for (let step = 0; step < STEPS; step++) {
    const slope = names.map(() => 0);
    let slopeOfStart = 0;
    scaled.forEach((x, n) => {
      const z = x.reduce((sum, value, i) => sum + w[i]! * value, start);
      const error = worth[n]! * (1 / (1 + Math.exp(-z)) - Number(label(rows[n]!)));
      slopeOfStart += error;
      x.forEach((value, i) => {
        slope[i]! += error * value;
      });
    });
    start -= (0.5 * slopeOfStart) / all;
    for (let i = 0; i < w.length; i++) w[i]! -= 0.5 * (slope[i]! / all + RIDGE * w[i]!);
  }
  const curve: Curve = {
    start: start - w.reduce((sum, weight, i) => sum + (weight * mean[i]!) / spread[i]!, 0),
  };
  names.forEach((name, i) => {
    curve[name] = w[i]! / spread[i]!;
  });
  return curve;
}

const FOLDS = 5;
const held = people.map(() => ({ right: 0, scope: 0 }));
for (let fold = 0; fold < FOLDS; fold++) {
  const learnt = cases.filter((_, n) => n % FOLDS !== fold);
  const right = fit(
    learnt.filter((one) => !one.leftOut),
    (one) => one.right,
  );
  const scope = fit(learnt, (one) => one.inScope);
  people.forEach((one, n) => {
    if (n % FOLDS === fold)
      held[n] = { right: chance(right, one.evidence), scope: chance(scope, one.evidence) };
  });
}

console.log('confidence   cases  right');
const calibration: [number, number, number][] = [];
for (let from = 0; from < 1; from += 0.1) {
  const inside = people.filter((_, n) => held[n]!.right >= from && held[n]!.right < from + 0.1);
  if (inside.length === 0) continue;
  const right = inside.filter((one) => one.right).length / inside.length;
  calibration.push([Math.round(from * 10) / 10, inside.length, Math.round(right * 1000) / 1000]);
  console.log(
    `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}      ${String(inside.length).padStart(5)}   ${right.toFixed(2)}`,
  );
}
console.log('limit on scope   out of scope refused   right kept   wrong kept');
for (const limit of [0.1, 0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7]) {
  const share = (of: (one: Case) => boolean, kept: boolean) => {
    const all = people.flatMap((one, n) => (of(one) ? [held[n]!.scope >= limit === kept] : []));
    return (all.filter(Boolean).length / all.length).toFixed(3);
  };
  const refused = share((one) => !one.inScope, false);
  const rightKept = share((one) => one.right, true);
  const wrongKept = share((one) => one.inScope && !one.right, true);
  console.log(`${limit.toFixed(2)}             ${refused}                  ${rightKept}        ${wrongKept}`);
}

const rounded = (curve: Curve): Curve =>
  Object.fromEntries(
    Object.entries(curve).map(([name, weight]) => [name, Math.round(weight * 10_000) / 10_000]),
  );
const curves = {
  right: rounded(fit(people, (one) => one.right)),
  scope: rounded(fit(cases, (one) => one.inScope)),
};
/** As the formatter has it. */
function written(all: Record<string, Curve>): string {
  return JSON.stringify(all, null, 2)
    .replaceAll(/"(\w+)":/g, '$1:')
    .replaceAll(/(?<=[\d}])\n/g, ',\n');
}

if (values.write) {
  writeFileSync(
    'src/search/curves.ts',
    `// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: what is fitted may come near to anything.\n/** Fitted by \`npm run -s fit:confidence -- --write\`; run it again when search or knowledge changes much. */\nexport const curves = ${written(curves)};\n`,
  );
}
console.log(JSON.stringify({ cases: people.length, leftOut: taken.length, calibration, curves }));
