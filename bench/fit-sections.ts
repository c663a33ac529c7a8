// Fits the weights that order sections (src/search/sections.ts): `npm run -s fit:sections`. The last line is JSON.
// Learns from the typical questions of the knowledge base itself (a share of them is taken out, the index is built
// without them, and they are asked; in several folds), from tests/golden/tuning.jsonl, and from glossary terms asked
// alone. Reports how it does on parts it has not learnt from. The golden questions are not touched.
import { readFileSync } from 'node:fs';
import { articlesOf } from '../src/knowledge/articles.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { buildSearch, type Search } from '../src/search/index.ts';
import { weights } from '../src/search/sections.ts';
import { meaningsOf } from '../src/search/shelf.ts';
import { learnVectors } from './learn-vectors.ts';
import { leaveOut, randomFrom } from './left-out.ts';
import { type Case, fit, shareFirst } from './softmax.ts';

const FOLDS = 2;
const SHARE = 0.12;
const CANDIDATES = 20;

const knowledge = await loadKnowledge('knowledge');
const articles = articlesOf(knowledge);
const names = Object.keys(weights.rank) as (keyof typeof weights.rank)[];

function caseOf(search: Search, question: string, right: (section: string) => boolean): Case {
  const { hits } = search.search(question, { limit: CANDIDATES });
  return {
    rows: hits.map((hit) => names.map((name) => hit.signals[name])),
    right: hits.flatMap((hit, n) => (right(hit.section.id) ? [n] : [])),
  };
}

const random = randomFrom(7);
const folds: Case[][] = Array.from({ length: FOLDS }, (_, fold) => {
  const { rest, taken } = leaveOut(articles, SHARE, random);
  const vectors = learnVectors(rest, meaningsOf(knowledge.glossary), (share) =>
    process.stderr.write(`fold ${fold + 1} of ${FOLDS}: ${Math.round(100 * share)} %\n`),
  );
  const search = buildSearch(rest, knowledge.glossary, vectors);
  return taken.map(({ question, section }) => caseOf(search, question, (id) => id === section));
});

const whole = buildSearch(articles, knowledge.glossary);
const tuning = readFileSync('tests/golden/tuning.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { question: string; expect: string[] })
  .filter(({ expect }) => expect.length > 0)
  .map(({ question, expect }) => caseOf(whole, question, (id) => expect.includes(id)));

const start = names.map((name) => (name === 'score' ? 2 : 0));
const present = names.map((name) => weights.rank[name]);
const round = (n: number, by = 1000): number => Math.round(n * by) / by;
const shares = (cases: Case[], w: number[]) => ({
  top1: round(shareFirst(cases, w, 1)),
  top3: round(shareFirst(cases, w, 3)),
});

// People also ask with one word. Where an article is called after a term, it is the answer to the term alone.
const terms = knowledge.glossary.entries.flatMap(({ term }) => {
  const titled = articles.filter((article) => article.title.toLowerCase().includes(term.toLowerCase()));
  const ids = new Set(titled.map((article) => article.id));
  return ids.size === 0 ? [] : [caseOf(whole, term, (id) => ids.has(id.split('#')[0]!))];
});

// What an article says it answers is offered as buttons, so it is asked word for word.
const offered = articles.flatMap((article) => {
  const own = article.sections.map((section) => section.id);
  return article.questions.map((question) => caseOf(whole, question, (id) => own.includes(id)));
});

/** Questions by people weigh more than those in the articles, which know the articles' words. */
const MORE = 5;
const learn = (lines: Case[], people: Case[]): number[] =>
  fit([...lines, ...Array.from({ length: MORE }, () => people).flat()], start);

const [first = [], ...others] = folds;
const people = [...tuning, ...terms, ...offered.filter((_, n) => n % 3 === 0)];
const withoutFirst = learn(others.flat(), people);
let right = 0;
let rightOfThree = 0;
const PARTS = 5;
for (let part = 0; part < PARTS; part++) {
  const w = learn(
    folds.flat(),
    people.filter((_, n) => n % PARTS !== part),
  );
  const unseen = tuning.filter((_, n) => n % PARTS === part);
  right += shareFirst(unseen, w, 1) * unseen.length;
  rightOfThree += shareFirst(unseen, w, 3) * unseen.length;
}
const all = learn(folds.flat(), people);
const report = {
  lines: { asked: first.length, present: shares(first, present), unseen: shares(first, withoutFirst) },
  tuning: {
    asked: tuning.length,
    present: shares(tuning, present),
    unseen: { top1: round(right / tuning.length), top3: round(rightOfThree / tuning.length) },
  },
  offered: { asked: offered.length, present: shares(offered, present), fitted: shares(offered, all) },
  terms: { asked: terms.length, present: shares(terms, present), fitted: shares(terms, all) },
};
console.dir(report, { depth: 3 });
console.log(names.map((name, k) => `    ${name}: ${round(all[k]!, 100)},`).join('\n'));
console.log(JSON.stringify(report));
