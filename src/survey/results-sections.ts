import { plain } from '../form-card.ts';
import type { Lang } from '../knowledge/model.ts';
import type { Texts } from '../texts/texts.ts';
import type { Bar, Cell, Section } from './cards.ts';
import { questionsOf } from './form.ts';
import { DONT_KNOW, type Question, type Results, type Tally } from './model.ts';
import { changeOf, givenTo, standingOf } from './report/rules.ts';

/** What is told on the cards of results, section by section: tables, and charts of the same figures. */

export interface Telling {
  results: Results;
  lang: Lang;
  t: Texts;
}

/** From disagreeing to agreeing. Blue and red are told apart by those who do not see red and green apart. */
const SCALE_COLORS = ['divergingRed', 'divergingPeach', 'divergingYellow', 'divergingCyan', 'divergingBlue'];
/** Numbers and dates can be as many as there are answers. */
const MOST_ROWS = 20;

/** The overview: a score for each dimension, and where to begin. */
export function scoreSections(telling: Telling): Section[] {
  const { results, lang, t } = telling;
  const { scores, round, tooFew } = results;
  if (tooFew || scores.length === 0) return [];
  const said = t.survey.results;
  const { weakest } = standingOf(scores);
  const dimension = round.plan.form.dimensions.find(({ id }) => id === weakest?.dimension);
  return [
    {
      heading: said.scores,
      lines: [said.scoresLead],
      charts: dimensionChart(telling),
      tables: [scoreTable(telling)],
    },
    ...notes(telling),
    ...(dimension
      ? [section(said.weakest(plain(dimension.title[lang])), [plain(dimension.advice[lang])])]
      : []),
  ];
}

/** At most three columns, or a phone cuts them off: change and the others share one. */
function scoreTable({ results, lang, t }: Telling): Section['tables'][number] {
  const said = t.survey.results;
  const { number, change } = t.report;
  const hasBefore = results.scores.some(({ before }) => before !== undefined);
  const hasOthers = results.scores.some(({ others }) => others !== undefined);
  const last =
    hasBefore && hasOthers ? said.changeOthers : hasBefore ? said.change : hasOthers ? said.others : '';
  const rows = results.scores.map(({ dimension, score, before, others }) => {
    const changed = changeOf(score, before);
    const parts = [
      ...(hasBefore ? [changed === undefined ? '–' : change(changed)] : []),
      ...(hasOthers ? [others ? number(others.median, 1) : '–'] : []),
    ];
    return [
      titleOfDimension(results, dimension, lang),
      score === undefined ? said.few : number(score, 1),
      ...(last ? [parts.join(' / ')] : []),
    ];
  });
  return table([said.dimension, said.score, ...(last ? [last] : [])], rows, last ? [4, 2, 3] : [4, 2]);
}

function notes({ results, t }: Telling): Section[] {
  const said = t.survey.results;
  const { number } = t.report;
  const weakest = standingOf(results.scores).weakest;
  const others = weakest?.others;
  const hasBefore = results.scores.some(({ before }) => before !== undefined);
  const lines = [
    ...(hasBefore ? [said.changeNote] : []),
    ...(others ? [said.othersNote(others.count, number(others.lower, 1), number(others.upper, 1))] : []),
  ];
  return lines.length > 0 ? [section(said.about, lines)] : [];
}

/** How the answers to each dimension's statements are spread; a statement where agreeing is bad is turned round. */
function dimensionChart({ results, lang, t }: Telling): Section['charts'] {
  const bars = results.scores.flatMap(({ dimension, score }): Bar[] => {
    const statements = questionsOf(results.round.plan.form).flatMap((q) =>
      q.kind === 'scale' && q.dimension === dimension ? [q] : [],
    );
    const counts = [1, 2, 3, 4, 5].map((step) =>
      statements.reduce(
        (sum, q) => sum + (tallyOf(results, q)?.counts[q.reversed ? 6 - step : step] ?? 0),
        0,
      ),
    );
    if (score === undefined || counts.every((count) => count === 0)) return [];
    const data = counts.map((value, i) => ({ legend: `${i + 1}`, value, color: SCALE_COLORS[i]! }));
    return [{ title: titleOfDimension(results, dimension, lang), data }];
  });
  return chart(bars, t);
}

/** A page of the form: for each question how many gave each answer, and a chart of the statements. */
export function pageSections(page: number, telling: Telling): Section[] {
  const { results, lang, t } = telling;
  const questions = results.round.plan.form.pages[page]?.questions ?? [];
  return questions.flatMap((question) => {
    const tally = tallyOf(results, question);
    if (!tally || question.kind === 'text') return [];
    const given = givenTo(question, tally, results.answered, lang, t);
    const shown =
      given.length > MOST_ROWS
        ? [...given.slice(0, MOST_ROWS - 2), rest(given.slice(MOST_ROWS - 2, -1), t), given.at(-1)!]
        : given;
    const rows = shown.map(({ label, count, percent }) => [
      plain(label),
      percent === undefined
        ? t.report.number(count, 0)
        : `${t.report.number(count, 0)} (${t.report.percent(percent)})`,
    ]);
    const bars = question.kind === 'scale' ? [bar(question, tally, lang, t)] : [];
    return [
      {
        heading: plain(question.text[lang]),
        lines: [],
        charts: chart(bars, t),
        tables: [table([t.survey.results.option, t.survey.results.count], rows, [3, 1])],
      },
    ];
  });
}

function rest(given: { count: number; percent: number | undefined }[], t: Texts) {
  const count = given.reduce((sum, one) => sum + one.count, 0);
  const percent = given.reduce((sum, one) => sum + (one.percent ?? 0), 0);
  return { id: 'rest', label: t.survey.results.other, count, percent };
}

function bar(question: Extract<Question, { kind: 'scale' }>, tally: Tally, lang: Lang, t: Texts): Bar {
  const steps = question.labels.map((label, i) => ({
    legend: label[lang],
    value: tally.counts[`${i + 1}`] ?? 0,
    color: SCALE_COLORS[i] ?? 'neutral',
  }));
  const unsure = { legend: t.survey.dontKnow, value: tally.counts[DONT_KNOW] ?? 0, color: 'neutral' };
  return { title: t.survey.results.answers, data: [...steps, unsure] };
}

/** Each dimension by group; where there are no dimensions, how many answered in each. */
export function groupSections({ results, lang, t }: Telling): Section[] {
  const said = t.survey.results;
  const { groups, scores } = results;
  if (scores.length === 0)
    return [
      {
        ...section(said.groups, []),
        tables: [
          table(
            [said.group, said.count],
            groups.map((g) => [plain(g.text[lang]), `${g.answered}`]),
            [3, 1],
          ),
        ],
      },
    ];
  return scores.map(({ dimension }) => ({
    ...section(titleOfDimension(results, dimension, lang), []),
    tables: [
      table(
        [said.group, said.score, said.count],
        groups.map((group) => {
          const score = group.scores.find((s) => s.dimension === dimension)?.score;
          const shown = score === undefined ? said.few : t.report.number(score, 1);
          return [plain(group.text[lang]), shown, t.report.number(group.answered, 0)];
        }),
        [4, 2, 2],
      ),
    ],
  }));
}

/** A section for each text: so the card is filled as far as there is room, and goes on from there. */
export function textSections({ results, lang, t }: Telling): Section[] {
  const questions = questionsOf(results.round.plan.form);
  return results.texts.flatMap(({ question, texts }) => {
    const asked = questions.find(({ id }) => id === question)?.text[lang] ?? '';
    return texts.map((text, i) =>
      section(
        `${plain(asked)} (${t.survey.results.numberOf(i + 1, texts.length)})`,
        text.split('\n').map(plain),
      ),
    );
  });
}

const section = (heading: string, lines: string[]): Section => ({ heading, lines, charts: [], tables: [] });

const chart = (bars: Bar[], t: Texts): Section['charts'] =>
  bars.length > 0 ? [{ title: t.survey.results.chart, missing: t.survey.results.noChart, bars }] : [];

function table(head: string[], rows: string[][], widths: number[]): Section['tables'][number] {
  const cells = (texts: string[], weight: Cell['weight']) => ({
    cells: texts.map((text) => ({ text, weight })),
  });
  return {
    columns: widths.map((width) => ({ width })),
    rows: [cells(head, 'Bolder'), ...rows.map((row) => cells(row, 'Default'))],
  };
}

const tallyOf = ({ tallies }: Results, { id }: Pick<Question, 'id'>): Tally | undefined =>
  tallies.find(({ question, group }) => question === id && group === null);

const titleOfDimension = ({ round }: Results, id: string, lang: Lang): string =>
  plain(round.plan.form.dimensions.find((dimension) => dimension.id === id)?.title[lang] ?? id);
