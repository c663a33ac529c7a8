import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { parseYaml } from './article.ts';
import { date, type Fault, slug, sourceSchema } from './model.ts';

/** How long one statement and one open question take to read and answer: a rule of thumb, not a measurement. */
const SECONDS_PER_STATEMENT = 8;
const SECONDS_PER_OPEN_QUESTION = 30;

const words = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^[^!]*$/, 'uten utropstegn')
    // A figure that changes would make one statement into another while the answers are still compared.
    .regex(/^[^{}]*$/, 'tall settes ikke inn i undersøkelser: skriv teksten uten {{figure}}');

/** The same text in every language. Equal nb and en means that nobody translated it; nb and nn may well be equal. */
const inEveryLanguage = (text: z.ZodString) =>
  z
    .strictObject({ nb: text, nn: text, en: text })
    .refine((t) => t.nb !== t.en, { path: ['en'], error: 'den engelske teksten er lik den norske' });

const title = inEveryLanguage(words(3, 60));
const paragraph = inEveryLanguage(words(20, 500));
const label = inEveryLanguage(words(3, 30));

const statementSchema = z.strictObject({
  /** Answers are stored under it and compared from round to round: never changed, never used again. */
  id: slug,
  text: inEveryLanguage(words(10, 140).regex(/^[^.;?]+\.$/, 'ett utsagn som slutter med punktum')),
  /** Agreeing is the bad answer: the score is turned round before it is counted. */
  reversed: z.boolean().default(false),
});

const dimensionSchema = z.strictObject({
  id: slug,
  title,
  description: paragraph,
  // Fewer say little about a whole area; more than five and their choices fill more than a page on a phone.
  statements: z.array(statementSchema).min(3).max(5),
  /** What to do first when the score is low. */
  advice: z.strictObject({ low: paragraph }),
  articles: z.array(slug).min(1).max(5),
  /** Selects the shared solutions that are shown with a low score. */
  tags: z.array(slug).min(1),
});

const surveySchema = z.strictObject({
  id: slug,
  title,
  purpose: paragraph,
  /** Whose words the statements are, and what the dimensions lean on. */
  origin: paragraph,
  minutes: z.int().min(1).max(15),
  scale: z.strictObject({
    min: z.literal(1),
    max: z.literal(5),
    /** For 1, 2, 3, 4 and 5, in that order. */
    labels: z.tuple([label, label, label, label, label]),
    dontKnow: z.literal(true, '«vet ikke» skal alltid kunne velges'),
  }),
  /** Who should answer, and who "we" is. Read by the leader who chooses the survey and by those who answer it. */
  audience: paragraph,
  dimensions: z.array(dimensionSchema).min(1).max(10),
  openQuestions: z
    .array(
      z.strictObject({
        id: slug,
        text: inEveryLanguage(words(10, 140)),
        required: z.literal(false, 'åpne spørsmål skal være frivillige'),
      }),
    )
    .max(3),
  sources: z.array(sourceSchema).min(1),
  reviewed: date,
});

export type SurveyTemplate = z.infer<typeof surveySchema>;

type Path = (string | number)[];

/** Reads one file in knowledge/surveys. Pure: gives the template, or the faults in the file. */
export function parseSurvey(file: string, text: string): { survey?: SurveyTemplate; faults: Fault[] } {
  const { value, faults } = parseYaml(file, text, surveySchema);
  if (!value) return { faults };
  const name = file.replace(/^.*\//, '').replace(/\.yaml$/, '');
  const broken = [...wrongId(value, name), ...usedTwice(value), ...wrongMinutes(value)];
  if (broken.length === 0) return { survey: value, faults: [] };
  return { faults: broken.map(({ path, rule }) => faultAt(file, text, path, rule)) };
}

/** References to articles that do not exist. Given the text of the file, each fault names its line. */
export function surveyFaults(survey: SurveyTemplate, articleIds: ReadonlySet<string>, text = ''): Fault[] {
  return survey.dimensions.flatMap((dimension, d) =>
    dimension.articles.flatMap((id, a) =>
      articleIds.has(id)
        ? []
        : [
            faultAt(
              `knowledge/surveys/${survey.id}.yaml`,
              text,
              ['dimensions', d, 'articles', a],
              `«${id}» finnes ikke`,
            ),
          ],
    ),
  );
}

/** Whole minutes, at least one. */
export function estimatedMinutes(survey: Pick<SurveyTemplate, 'dimensions' | 'openQuestions'>): number {
  const statements = survey.dimensions.reduce((n, d) => n + d.statements.length, 0);
  const seconds =
    statements * SECONDS_PER_STATEMENT + survey.openQuestions.length * SECONDS_PER_OPEN_QUESTION;
  return Math.max(1, Math.round(seconds / 60));
}

interface Broken {
  path: Path;
  rule: string;
}

function wrongId(survey: SurveyTemplate, name: string): Broken[] {
  return survey.id === name ? [] : [{ path: ['id'], rule: `må være likt filnavnet: ${name}` }];
}

function usedTwice(survey: SurveyTemplate): Broken[] {
  // Statements and open questions share their ids: an answer is stored under one of either kind.
  const answered = [
    ...survey.dimensions.flatMap(({ statements }, d) =>
      statements.map(({ id }, s) => ({ id, path: ['dimensions', d, 'statements', s, 'id'] })),
    ),
    ...survey.openQuestions.map(({ id }, q) => ({ id, path: ['openQuestions', q, 'id'] })),
  ];
  const dimensions = survey.dimensions.map(({ id }, d) => ({ id, path: ['dimensions', d, 'id'] }));
  return [...repeated(dimensions), ...repeated(answered)];
}

function repeated(ids: { id: string; path: Path }[]): Broken[] {
  const seen = new Set<string>();
  return ids.flatMap(({ id, path }) => {
    if (seen.has(id)) return [{ path, rule: `«${id}» er brukt før` }];
    seen.add(id);
    return [];
  });
}

function wrongMinutes(survey: SurveyTemplate): Broken[] {
  const estimate = estimatedMinutes(survey);
  return Math.abs(survey.minutes - estimate) <= 1
    ? []
    : [{ path: ['minutes'], rule: `er ${survey.minutes}, men spørsmålene tar omtrent ${estimate} minutter` }];
}

function faultAt(file: string, text: string, path: Path, rule: string): Fault {
  const lines = new LineCounter();
  const node = parseDocument(text, { lineCounter: lines }).getIn(path, true);
  const line = isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1;
  return { file, line, field: path.join('.'), rule };
}
