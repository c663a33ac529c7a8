// How often the right section is answered: `npm run -s golden`. The last line is JSON.
// `--file tests/golden/tuning.jsonl` runs the set that limits and weights are set on; `--misses` shows what went wrong.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Answer, quotesOf } from '../src/ask/answer.ts';
import { createAsk } from '../src/ask/ask.ts';
import { articlesOf } from '../src/knowledge/articles.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { buildSearch } from '../src/search/index.ts';

const { values } = parseArgs({
  options: { file: { type: 'string', default: 'tests/golden/questions.jsonl' }, misses: { type: 'boolean' } },
});
const lineSchema = z.object({
  id: z.string(),
  question: z.string(),
  kind: z.string(),
  expect: z.array(z.string()),
});
/** A question with a false premise; tests/golden/README.md says when one is answered wrong. */
const TRAP = 'trap';
const questions = readFileSync(values.file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => lineSchema.parse(JSON.parse(line)));

const knowledge = await loadKnowledge('knowledge');
const articles = articlesOf(knowledge);
const ask = createAsk({
  knowledge,
  articles,
  search: buildSearch(articles, knowledge.glossary),
  now: () => new Date(),
});
const known = new Set(articles.flatMap((a) => a.sections.map((s) => s.id)));
for (const id of questions.flatMap((q) => q.expect))
  if (!known.has(id)) throw new Error(`${values.file}: ${id} finnes ikke`);

const score = { in: 0, top1: 0, top3: 0, out: 0, refused: 0, wrong: 0, unsure: 0, nothing: 0 };
const traps = { asked: 0, right: 0, wrong: 0 };
for (const q of questions) {
  const answer = await ask.ask(q.question);
  const sections = quotesOf(answer).map((quote) => quote.section.id);
  if (q.expect.length === 0) {
    score.out++;
    if (answer.kind === 'nothing') score.refused++;
    if (answer.kind === 'found') score.wrong++;
    if (answer.kind !== 'nothing') miss(q, answer, sections);
    continue;
  }
  score.in++;
  const right = (id: string | undefined) => id !== undefined && q.expect.includes(id);
  // A reading that has to be chosen is not an answer, so only a given answer counts as first.
  const first = answer.kind === 'found' && right(sections[0]);
  if (first) score.top1++;
  if (sections.slice(0, 3).some(right)) score.top3++;
  if (answer.kind === 'found' && !first) score.wrong++;
  if (q.kind === TRAP) {
    traps.asked++;
    if (first) traps.right++;
    else if (answer.kind !== 'nothing' && answer.kind !== 'unsure') traps.wrong++;
  }
  if (answer.kind === 'unsure') score.unsure++;
  if (answer.kind === 'nothing') score.nothing++;
  if (!first) miss(q, answer, sections);
}

function miss(q: z.infer<typeof lineSchema>, answer: Answer, sections: string[]): void {
  if (!values.misses) return;
  console.log(
    `${q.id} [${q.kind}] ${q.question}\n   ${answer.kind}: ${sections.slice(0, 3).join(' | ')}\n   skulle vært: ${q.expect.join(' | ') || 'vet ikke'}`,
  );
}

const share = (n: number, of: number) => Math.round((n / of) * 1000) / 1000;
console.log(
  JSON.stringify({
    n: questions.length,
    top1: share(score.top1, score.in),
    top3: share(score.top3, score.in),
    out_of_scope_refused: share(score.refused, score.out),
    wrong_answers: score.wrong,
    in_scope_refused: share(score.nothing, score.in),
    unsure: share(score.unsure, score.in),
    traps: traps.asked,
    traps_right: traps.right,
    traps_wrong: traps.wrong,
  }),
);
