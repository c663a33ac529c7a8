import type { Lang } from '../../knowledge/model.ts';
import { type Texts, textsIn } from '../../texts/texts.ts';
import type { Question, Results } from '../model.ts';
import { plain } from './plain.ts';
import { answerText, changeOf, dayOf, givenTo, isCounted, percentOf, rounded } from './rules.ts';

/** The columns of the files; each file shows those it has something in. */
export type Column =
  | 'content'
  | 'value'
  | 'group'
  | 'name'
  | 'dimension'
  | 'question'
  | 'answer'
  | 'count'
  | 'percent'
  | 'score'
  | 'before'
  | 'change'
  | 'median'
  | 'lower'
  | 'upper'
  | 'municipalities'
  | 'answers'
  | 'text';

type Row = Partial<Record<Column, string | number>>;

export interface Sheet {
  name: string;
  columns: Column[];
  rows: Row[];
}

/** What both files hold: what the report page shows, as rows, and no more. */
export function sheetsOf(results: Results, lang: Lang, municipality: string | undefined): Sheet[] {
  const t = textsIn(lang);
  const { file } = t.report;
  const sheets: Sheet[] = [
    {
      name: file.overview,
      columns: [
        'content',
        'value',
        'score',
        'before',
        'change',
        'median',
        'lower',
        'upper',
        'municipalities',
        'answers',
      ],
      rows: [...overview(results, lang, t, municipality), ...scored(results, lang)],
    },
    {
      name: file.questions,
      columns: ['dimension', 'question', 'answer', 'count', 'percent'],
      rows: tallied(results, null, lang, t),
    },
    {
      name: file.groups,
      columns: ['group', 'dimension', 'score', 'question', 'answer', 'count', 'percent'],
      rows: results.groups.flatMap((group) => grouped(results, group, lang, t)),
    },
    { name: file.free, columns: ['question', 'text'], rows: said(results, lang) },
    ...(results.named.length > 0
      ? [
          {
            name: file.named,
            columns: ['name', 'question', 'answer'] as Column[],
            rows: named(results, lang, t),
          },
        ]
      : []),
  ];
  return sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map(cleaned) }));
}

export function headings(t: Texts): Record<Column, string> {
  const { file, scores, answers, groups } = t.report;
  return {
    content: file.content,
    value: file.value,
    group: groups.group,
    name: file.name,
    dimension: scores.dimension,
    question: file.question,
    answer: answers.answer,
    count: answers.count,
    percent: `${answers.share} (%)`,
    score: scores.score,
    before: scores.before,
    change: scores.change,
    median: scores.median,
    lower: file.lower,
    upper: file.upper,
    municipalities: file.municipalities,
    answers: scores.answers,
    text: file.text,
  };
}

function overview(results: Results, lang: Lang, t: Texts, municipality: string | undefined): Row[] {
  const { round, invited, answered, tooFew, heldBack, closedAt } = results;
  const { form, opensAt, minGroup } = round.plan;
  const { about, file } = t.report;
  const closed = t.date(dayOf(closedAt));
  return [
    { content: file.survey, value: form.title[lang] },
    ...(municipality ? [{ content: about.municipality, value: municipality }] : []),
    { content: about.askedBy, value: round.ownerName },
    {
      content: about.period,
      value: opensAt ? about.fromTo(t.date(dayOf(opensAt)), closed) : about.closed(closed),
    },
    ...(isCounted(round) ? [{ content: file.invited, value: invited }] : []),
    { content: file.answered, value: tooFew ? t.report.notShown : answered },
    ...(isCounted(round) && !tooFew ? [{ content: file.rate, value: percentOf(answered, invited) }] : []),
    { content: file.minGroup, value: minGroup },
    ...(heldBack > 0 ? [{ content: file.heldBack, value: heldBack }] : []),
  ];
}

const scored = ({ scores, round }: Results, lang: Lang): Row[] =>
  scores.map(({ dimension, score, before, others, answers }) => ({
    content: titleOf(round, dimension, lang),
    ...given('score', score),
    ...given('before', before),
    ...given('change', changeOf(score, before)),
    ...(others && {
      median: rounded(others.median),
      lower: rounded(others.lower),
      upper: rounded(others.upper),
      municipalities: others.count,
    }),
    answers,
  }));

const given = (column: 'score' | 'before' | 'change', value: number | undefined): Row =>
  value === undefined ? {} : { [column]: rounded(value) };

function grouped(results: Results, group: Results['groups'][number], lang: Lang, t: Texts): Row[] {
  const name = group.text[lang];
  return [
    ...group.scores.flatMap(({ dimension, score }) =>
      score === undefined
        ? []
        : [{ group: name, dimension: titleOf(results.round, dimension, lang), score: rounded(score) }],
    ),
    ...tallied(results, group, lang, t).map((row) => ({ group: name, ...row })),
  ];
}

/** Every question that is shown for a group (null: everyone), a row for each answer. */
function tallied(results: Results, group: Results['groups'][number] | null, lang: Lang, t: Texts): Row[] {
  const answered = group?.answered ?? results.answered;
  return results.round.plan.form.pages
    .flatMap((page) => page.questions)
    .flatMap((question) => {
      const tally = results.tallies.find(
        ({ question: id, group: of }) => id === question.id && of === (group?.id ?? null),
      );
      const asked = { ...dimensionOf(results.round, question, lang), question: question.text[lang] };
      return tally
        ? givenTo(question, tally, answered, lang, t).map(({ label, count, percent }) => ({
            ...asked,
            answer: label,
            count,
            ...(percent !== undefined && { percent }),
          }))
        : [];
    });
}

const said = ({ round, texts }: Results, lang: Lang): Row[] =>
  round.plan.form.pages
    .flatMap((page) => page.questions)
    .flatMap(({ id, text }) =>
      (texts.find(({ question }) => question === id)?.texts ?? []).map((written) => ({
        question: text[lang],
        text: written,
      })),
    );

/** Who answered what, of a named survey: there only for the one who sent it. */
const named = ({ round, named: all }: Results, lang: Lang, t: Texts): Row[] =>
  all.flatMap(({ name, answers }) =>
    round.plan.form.pages
      .flatMap((page) => page.questions)
      .flatMap((question) => {
        const answer = answers[question.id];
        return answer === undefined
          ? []
          : [{ name, question: question.text[lang], answer: answerText(question, answer, lang, t) }];
      }),
  );

const dimensionOf = (round: Results['round'], question: Question, lang: Lang): Row =>
  question.kind === 'scale' && question.dimension
    ? { dimension: titleOf(round, question.dimension, lang) }
    : {};

const titleOf = (round: Results['round'], dimension: string, lang: Lang): string =>
  round.plan.form.dimensions.find(({ id }) => id === dimension)?.title[lang] ?? dimension;

/** Excel takes no more in one cell. */
const MOST_CHARACTERS = 32_000;

/** Spaces before a formula would hide it from those who look for one at the start. */
const cleaned = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' ? plain(value).trim().slice(0, MOST_CHARACTERS) : value,
    ]),
  );
