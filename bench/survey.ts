// Ten thousand people answer an eight-page survey at once: `npm run -s bench:survey`. The last line is JSON.
// On the embedded database, through the job's own door, with AT_ONCE turns in flight all the time, as the bot would have
// them: each opens, saves page by page, and sends. Nothing is lost when the counts at closing are those that were given.
// Then a round of 50,000 answers is closed, which is to unseal, count, hold back and delete them all.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openDatabase } from '../src/db/database.ts';
import { parseSurvey } from '../src/knowledge/survey.ts';
import { questionsOf } from '../src/survey/form.ts';
import { formOf } from '../src/survey/layout.ts';
import { type Answers, DONT_KNOW, type Form } from '../src/survey/model.ts';
import { choice, member, opened, type Stage, stage, value } from '../tests/survey/staged.ts';

const { values } = parseArgs({ options: { people: { type: 'string', default: '10000' } } });
const PEOPLE = Number(values.people);
const AT_ONCE = 8;
const AGGREGATED = 50_000;
/** So many of them answer one by one; the rest are copies of theirs. */
const ANSWERED = 200;
const GROUPS = Array.from({ length: 12 }, (_, i) => `enhet-${i}`);

const folder = await mkdtemp(join(tmpdir(), 'samvit-bench-'));
const database = await openDatabase({ folder });
try {
  const form = await eightPages();
  const { ms, lost, seconds } = await answering(form);
  ms.sort((a, b) => a - b);
  const at = (share: number) => Math.round(ms[Math.floor(ms.length * share)]! * 10) / 10;
  console.log(
    `${PEOPLE} people, ${AT_ONCE} turns at once: ${Math.round(ms.length / seconds)} pages/s, longest ${at(0.9999)} ms`,
  );
  const aggregated = await aggregating(form);
  console.log(
    JSON.stringify({
      people: PEOPLE,
      pages: form.pages.length,
      at_once: AT_ONCE,
      lost,
      p50_ms: at(0.5),
      p99_ms: at(0.99),
      aggregate_50000_s: aggregated,
    }),
  );
} finally {
  await database.close();
  await rm(folder, { recursive: true, force: true });
}

/** A template of the knowledge base with its open questions, and a question results are cut by, on eight pages. */
async function eightPages(): Promise<Form> {
  const file = 'knowledge/surveys/anskaffelsesmodenhet.yaml';
  const form = formOf(parseSurvey(file, await readFile(file, 'utf8')).survey!);
  const where = {
    id: 'groups',
    title: form.title,
    description: form.title,
    questions: [choice('hvor', GROUPS, true)],
  };
  const pages = [...form.pages.slice(0, 6), where, form.pages.at(-1)!];
  return { ...form, pages, groupBy: 'hvor' };
}

/** What number `i` answers: each differs, one in ten does not know, one in five writes something. */
function answersOf(form: Form, i: number): Answers {
  const given = questionsOf(form).flatMap((question, q): [string, Answers[string]][] => {
    switch (question.kind) {
      case 'scale':
        return [[question.id, (i + q) % 10 === 0 ? DONT_KNOW : 1 + ((i * 7 + q * 3) % 5)]];
      case 'choice':
        return [[question.id, question.options[i % question.options.length]!.id]];
      default:
        return i % 5 === 0
          ? [[question.id, `Vi trenger mer tid til dette, og noen å spørre. Svar nummer ${i}.`]]
          : [];
    }
  });
  return Object.fromEntries(given);
}

async function answering(form: Form): Promise<{ ms: number[]; lost: number; seconds: number }> {
  const { at, leader, staff } = audience(PEOPLE);
  const { id } = await opened(at, leader, { form });
  const ms: number[] = [];
  const timed = async <T>(turn: Promise<T>): Promise<T> => {
    const before = performance.now();
    const done = await turn;
    ms.push(performance.now() - before);
    return done;
  };
  const began = performance.now();
  await atOnce(PEOPLE, async (i) => {
    const answers = answersOf(form, i);
    await timed(at.surveys.open(staff[i]!, id));
    for (let page = 0; page < form.pages.length; page++)
      await timed(at.surveys.save(staff[i]!, id, page, answers, 'next'));
    await timed(at.surveys.submit(staff[i]!, id));
  });
  const seconds = (performance.now() - began) / 1000;
  value(await at.surveys.close(leader, id));
  const shown = value(await at.surveys.results(leader, id));
  const expected = new Map<string, number>();
  const count = (key: string, by: number) => expected.set(key, (expected.get(key) ?? 0) + by);
  for (let i = 0; i < PEOPLE; i++)
    for (const [question, answer] of Object.entries(answersOf(form, i))) count(`${question} ${answer}`, 1);
  for (const { question, group, counts } of shown.tallies)
    if (group === null)
      for (const [answer, of] of Object.entries(counts)) if (answer) count(`${question} ${answer}`, -of);
  for (const { question, texts } of shown.texts) for (const text of texts) count(`${question} ${text}`, -1);
  const wrong = [...expected.values()].reduce((sum, left) => sum + Math.abs(left), 0);
  await at.surveys.stop();
  return { ms, seconds, lost: PEOPLE - shown.answered + wrong };
}

/** Seconds to close a round of 50,000 answers. */
async function aggregating(form: Form): Promise<number> {
  const { at, leader, staff } = audience(ANSWERED);
  const { id } = await opened(at, leader, { form });
  await atOnce(ANSWERED, async (i) => {
    for (let page = 0; page < form.pages.length; page++)
      await at.surveys.save(staff[i]!, id, page, answersOf(form, i), 'next');
    await at.surveys.submit(staff[i]!, id);
  });
  const copies = AGGREGATED / ANSWERED - 1;
  await sql`insert into survey_response select gen_random_uuid(), round, part, sealed
              from survey_response, generate_series(1, ${copies}::int) where round = ${id}`.execute(
    database.db,
  );
  await sql`insert into survey_asked select ${id}::uuid, 'copy ' || n, false
              from generate_series(1, ${AGGREGATED - ANSWERED}::int) n`.execute(database.db);
  const before = performance.now();
  value(await at.surveys.close(leader, id));
  const seconds = (performance.now() - before) / 1000;
  const { answered, tallies } = value(await at.surveys.results(leader, id));
  if (answered !== AGGREGATED || tallies.length === 0) throw new Error(`${answered} were counted`);
  await at.surveys.stop();
  return Math.round(seconds * 100) / 100;
}

function audience(size: number) {
  const at: Stage = stage(database);
  const leader = { ...member(at, 'leder'), roles: new Set(['staff', 'leader'] as const) };
  return { at, leader, staff: Array.from({ length: size }, (_, i) => member(at, `ansatt-${i}`)) };
}

async function atOnce(count: number, run: (i: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < count) await run(next++);
    }),
  );
}
