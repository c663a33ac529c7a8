// The same answers from a terminal: `npm run -s ask -- "Når må vi gjøre en DPIA?"`.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { quotesOf } from './ask/answer.ts';
import { type Ask, createAsk } from './ask/ask.ts';
import { listLine } from './ask/lists/say.ts';
import { changeLines, plainAnswer, readableAnswer } from './ask/plain.ts';
import { ConfigError, readConfig } from './config.ts';
import { createGuides, type Guides } from './guide/guide.ts';
import { stepLine } from './guide/plain.ts';
import { walkGuide } from './guide/terminal.ts';
import { KnowledgeError, langs } from './knowledge/model.ts';
import { ofFiles, prepare } from './prepared.ts';

const USAGE = `Bruk:
  npm run -s ask -- "Når må vi gjøre en DPIA?"            svaret som tekst
  npm run -s ask -- --json "Når må vi gjøre en DPIA?"     svaret som én linje JSON
  npm run -s ask -- --batch < spørsmål.jsonl              {"id", "question"} per linje inn, svar per linje ut, samme rekkefølge
  npm run -s ask -- --csv "alle løsninger om velferdsteknologi" > liste.csv
                                                          en liste over delte løsninger som fil for Excel
  npm run -s ask -- --guide hvilken-prosedyre             veiviseren, ett spørsmål om gangen: svar med et tall
  npm run -s ask -- --guide hvilken-prosedyre --json --path 0,2,1
                                                          steget etter disse valgene (0 er det første) som én linje JSON
  npm run -s ask -- --guide hvilken-prosedyre --lang nn   på nynorsk; en er engelsk
`;

const lineSchema = z.object({ id: z.union([z.string(), z.number()]).optional(), question: z.string() });

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      batch: { type: 'boolean' },
      csv: { type: 'boolean' },
      guide: { type: 'string' },
      path: { type: 'string', default: '' },
      lang: { type: 'string', default: 'nb' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const question = positionals.join(' ');
  if (!values.batch && values.guide === undefined && question.trim() === '') {
    process.stderr.write(USAGE);
    return 2;
  }
  const config = readConfig();
  const prepared = await ofFiles(await prepare(config.knowledgeFolder, join(config.data.folder, 'cache')));
  const now = () => new Date();
  if (values.guide !== undefined) return guide(createGuides({ ...prepared, now }), values.guide, values);
  const ask = createAsk({ ...prepared, now });
  if (values.batch) return batch(ask);
  if (values.csv) return csv(ask, question);
  if (values.json) await print(JSON.stringify(await answerLine(ask, randomUUID(), question)));
  else await print(readableAnswer(await ask.ask(question)));
  return 0;
}

/** The file of a list. What is no question for one is refused, for an answer in a spreadsheet is of no use. */
async function csv(ask: Ask, question: string): Promise<number> {
  const answer = await ask.ask(question);
  const file =
    answer.kind === 'list' && 'shared' in answer.of && ask.csv(answer.of.shared.query, answer.lang);
  if (!file) return refuse(['Dette er ikke et spørsmål om en liste over delte løsninger.']);
  await new Promise((resolve) => process.stdout.write(file, resolve));
  return 0;
}

const guideOptions = z.object({
  lang: z.enum(langs, { error: '--lang er nb, nn eller en.' }),
  path: z
    .string()
    .regex(/^(?:\d+(?:,\d+)*)?$/, '--path er tall med komma mellom, som 0,2,1.')
    .transform((text) => (text === '' ? [] : text.split(',').map(Number))),
  json: z.boolean().default(false),
});

/** Prints one step as JSON, or walks from there on the numbers written. */
async function guide(
  guides: Guides,
  id: string,
  values: Record<'lang' | 'path', string> & { json?: boolean },
): Promise<number> {
  const { data: options, error } = guideOptions.safeParse(values);
  if (!options) return refuse(error.issues.map(({ message }) => message));
  const place = guides.at(id, options.path);
  if (place.kind === 'gone') {
    const known = guides.all.map((g) => `- ${g.id}: ${g.title[options.lang]}`);
    return refuse([`Veiviseren «${id}» finnes ikke. Disse finnes:`, ...known]);
  }
  if (place.kind === 'lost')
    return refuse([`Disse valgene leder ingen steder i veiviseren: ${options.path}`]);
  if (options.json) await print(JSON.stringify(stepLine(place, options.lang)));
  else await walkGuide(guides, place, options.lang, createInterface({ input: process.stdin }), print);
  return 0;
}

function refuse(lines: string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`);
  return 2;
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
    changes: changeLines(answer),
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
    ...(answer.kind === 'list' &&
      'shared' in answer.of && { list: listLine(answer.of.shared, answer.articles) }),
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
