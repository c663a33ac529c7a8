import { type Choice, type FillCard, keepTogether } from '../cards.ts';
import { button, fallbackOf, plain, type Screen } from '../form-card.ts';
import type { Button, Row } from '../form-cards.ts';
import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import type { Pressed } from './actions.ts';
import type { Section, SurveyCards } from './cards.ts';
import { type Form, MIN_GROUP_TEXT, type Results } from './model.ts';
import { standingOf } from './report/rules.ts';
import {
  groupSections,
  pageSections,
  scoreSections,
  type Telling,
  textSections,
} from './results-sections.ts';
import { saidMoment, titleOf } from './said.ts';

/** The results of a closed round: an overview, and a card for each of what is under it. */

export type ResultView = Pressed<'survey.results'>['view'];

/** What another part of the house gives to the card. */
export interface ResultExtras {
  /** Articles and shared solutions that help with the weakest dimension. */
  read: Choice[];
  links: { label: string; url: string }[];
  /** Whether whoever looks sent the round, and can go to its status. */
  own: boolean;
}

/** Sections are taken in until a card is about this large; Teams takes 28 KB. */
const BUDGET = 17_000;

export function resultsCard(
  results: Results,
  at: { view: ResultView; from: number },
  extras: ResultExtras,
  lang: Lang,
  fill: FillCard,
): Screen {
  const t = textsIn(lang).survey;
  const { round } = results;
  const title = titleOf(round.plan.form, lang);
  const telling = { results, lang, t: textsIn(lang) };
  const overview = at.view === 'overview' || results.tooFew;
  const all = overview ? scoreSections(telling) : sectionsOf(at.view, telling);
  const sections = overview ? all : fitting(all, at.from);
  const left = overview ? 0 : all.length - at.from - sections.length;
  const empty =
    sections.length === 0 ? [t.results.nothing] : at.view === 'texts' ? [t.results.textsLead] : [];
  const lines = (overview ? overviewLines(telling) : empty).map(keepTogether);
  const more =
    left > 0 ? [button(t.results.more(left), show(round.id, at.view, lang, at.from + sections.length))] : [];
  const back = overview ? [] : [button(t.results.overview, show(round.id, 'overview', lang))];
  const status = button(t.fact.state, { do: 'survey.status', lang, round: round.id });
  const card = fill('survey-results', {
    lang,
    kicker: overview ? t.results.kicker : `${t.results.kicker}: ${plain(title)}`,
    heading: overview ? plain(title) : headingOf(at.view, round.plan.form, lang),
    lines,
    sections,
    ...(overview ? below(results, extras, lang) : nothingBelow),
    note: '',
    buttons: [...more, ...back, ...(overview && extras.own ? [status] : [])],
    fallback: fallbackOf(title, lines, lang),
  });
  return { card, summary: t.results.summary(title), title };
}

function overviewLines({ results, lang, t }: Telling): string[] {
  const { results: said } = t.survey;
  const { round, answered, invited, tooFew, heldBack, groups, named } = results;
  const { plan } = round;
  const counted =
    plan.audience?.kind === 'channel' ? said.rateChannel(answered) : said.rate(answered, invited);
  const hasText = plan.form.pages.some((page) => page.questions.some(({ kind }) => kind === 'text'));
  return [
    // How many answered is not said of so few: it would tell of each of them.
    tooFew ? said.tooFew(plan.minGroup) : `**${counted}**`,
    said.closed(saidMoment(results.closedAt, lang)),
    heldBack > 0 && !tooFew
      ? `${said.heldBack(heldBack)}${groups.length > 0 ? ` ${said.groupsLead(plan.minGroup)}` : ''}`
      : '',
    hasText && plan.anonymous && answered < MIN_GROUP_TEXT && !tooFew ? said.noTexts(MIN_GROUP_TEXT) : '',
    named.length > 0 ? said.named : '',
  ].filter((line) => line !== '');
}

type Below = Pick<
  SurveyCards['survey-results'],
  'rows' | 'rowsTitle' | 'moreRows' | 'moreTitle' | 'links' | 'linksNote'
>;

const nothingBelow: Below = {
  rows: [],
  rowsTitle: '',
  moreRows: [],
  moreTitle: '',
  links: [],
  linksNote: '',
};

/** Under the overview: what helps with the weakest dimension, the report and files, and the way to the rest. */
function below(results: Results, extras: ResultExtras, lang: Lang): Below {
  const t = textsIn(lang).survey.results;
  if (results.tooFew) return nothingBelow;
  const { weakest } = standingOf(results.scores);
  const read = weakest ? extras.read : [];
  return {
    rowsTitle: read.length > 0 ? t.read : '',
    rows: read.map((choice) => ({
      ...choice,
      label: plain(choice.label),
      text: plain(choice.text),
      verb: 'press' as const,
    })),
    moreTitle: t.see,
    moreRows: ways(results, lang),
    links: extras.links,
    linksNote: extras.links.length > 0 ? t.links : '',
  };
}

/** Each page of the form, the groups and the free text, as rows that lead there. */
function ways({ round, groups, texts, tallies }: Results, lang: Lang): Row[] {
  const t = textsIn(lang).survey.results;
  const way = (label: string, view: ResultView) => ({
    label: plain(label),
    text: '',
    data: show(round.id, view, lang),
    verb: 'press' as const,
  });
  const told = new Set(tallies.filter(({ group }) => group === null).map(({ question }) => question));
  return [
    ...round.plan.form.pages.flatMap((page, i) =>
      page.questions.some(({ id }) => told.has(id))
        ? [way(t.distribution(pageTitle(round.plan.form, i, lang)), i)]
        : [],
    ),
    ...(groups.length > 0 ? [way(t.groups, 'groups')] : []),
    ...(texts.some((question) => question.texts.length > 0) ? [way(t.texts, 'texts')] : []),
  ];
}

function sectionsOf(view: ResultView, telling: Telling): Section[] {
  if (view === 'groups') return groupSections(telling);
  if (view === 'texts') return textSections(telling);
  return typeof view === 'number' ? pageSections(view, telling) : [];
}

function headingOf(view: ResultView, form: Form, lang: Lang): string {
  const t = textsIn(lang).survey.results;
  if (typeof view === 'number') return plain(t.distribution(pageTitle(form, view, lang)));
  return view === 'texts' ? t.texts : t.groups;
}

const pageTitle = (form: Form, page: number, lang: Lang): string =>
  form.pages[page]?.title[lang].trim() || titleOf(form, lang);

const show = (round: string, view: ResultView, lang: Lang, from = 0): Button['data'] => ({
  do: 'survey.results',
  lang,
  round,
  view,
  from,
});

/** As many sections from this number on as the card has room for, and one at the least. */
function fitting(sections: Section[], from: number): Section[] {
  let size = 0;
  return sections.slice(from).filter((section, i) => {
    size += sizeOf(section);
    return i === 0 || size <= BUDGET;
  });
}

/** What a section takes on a filled card, in bytes: each cell and bar has its element around it. */
function sizeOf({ lines, charts, tables }: Section): number {
  const cells = tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
  return (
    500 +
    cells.reduce((sum, cell) => sum + 150 + Buffer.byteLength(cell.text), 0) +
    lines.reduce((sum, line) => sum + 80 + Buffer.byteLength(line), 0) +
    Buffer.byteLength(JSON.stringify(charts))
  );
}
