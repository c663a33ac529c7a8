// The same answers from a terminal: `npm run -s ask -- "Når må vi gjøre en DPIA?"`.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { quotesOf } from './ask/answer.ts';
import { type Ask, createAsk } from './ask/ask.ts';
import { plainAnswer, readableAnswer } from './ask/plain.ts';
import { ConfigError, readConfig } from './config.ts';
import { KnowledgeError } from './knowledge/model.ts';
import { prepare } from './prepared.ts';

const USAGE = `Bruk:
  npm run -s ask -- "Når må vi gjøre en DPIA?"            svaret som tekst
  npm run -s ask -- --json "Når må vi gjøre en DPIA?"     svaret som én linje JSON
  npm run -s ask -- --batch < spørsmål.jsonl              {"id", "question"} per linje inn, svar per linje ut, samme rekkefølge
`;

const lineSchema = z.object({ id: z.union([z.string(), z.number()]).optional(), question: z.string() });

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, batch: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const question = positionals.join(' ');
  if (!values.batch && question.trim() === '') {
    process.stderr.write(USAGE);
    return 2;
  }
  const config = readConfig();
  const prepared = await prepare(config.knowledgeFolder, join(config.data.folder, 'cache'));
  const ask = createAsk({ ...prepared, now: () => new Date() });
  if (values.batch) return batch(ask);
  if (values.json) await print(JSON.stringify(await answerLine(ask, randomUUID(), question)));
  else await print(readableAnswer(await ask.ask(question)));
  return 0;
}

/** One line in, one line out; a line that cannot be read gives an error line, and the rest go on. */
async function batch(ask: Ask): Promise<number> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const parsed = lineSchema.safeParse(parseJson(line));
    await print(
      JSON.stringify(
        parsed.success
          ? await answerLine(ask, parsed.data.id ?? number, parsed.data.question)
          : { line: number, error: 'Linjen må være JSON på formen {"id": "1", "question": "…"}.' },
      ),
    );
  }
  return 0;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function answerLine(ask: Ask, id: string | number, question: string) {
  const start = performance.now();
  const answer = await ask.ask(question);
  return {
    id,
    // A question that was stopped is not repeated, not even to the terminal: output ends up in files.
    question: answer.kind === 'blocked' ? '' : question,
    lang: answer.lang,
    kind: answer.kind,
    answer: plainAnswer(answer),
    sections: quotesOf(answer).map(({ section, article, score }) => ({
      id: section.id,
      heading: section.heading,
      article: article.id,
      authority: article.authority,
      score: Math.round(score * 1000) / 1000,
      reviewed: article.reviewed,
      sources: article.sources.map(({ title, url, ref }) => ({ title, url, ref })),
    })),
    suggestions: answer.kind === 'found' ? answer.related : [],
    ms: Math.round((performance.now() - start) * 100) / 100,
  };
}

/** Waits when the reader is slower than we are; ends quietly when the reader has gone, as `| head` does. */
function print(line: string): Promise<void> {
  return new Promise((resolve) => {
    if (process.stdout.write(`${line}\n`)) resolve();
    else process.stdout.once('drain', resolve);
  });
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const expected = error instanceof ConfigError || error instanceof KnowledgeError || isUsageError(error);
    process.stderr.write(`${expected ? (error as Error).message : (error as Error).stack}\n`);
    process.exitCode = 1;
  },
);

const isUsageError = (error: unknown): boolean =>
  String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
