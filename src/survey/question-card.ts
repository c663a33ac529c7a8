import type { FillCard } from '../cards.ts';
import { button, field, formCard, row, type Screen } from '../form-card.ts';
import type { Field, Row } from '../form-cards.ts';
import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import type { Pressed, SurveyActionData } from './actions.ts';
import { FIELD } from './filled.ts';
import { groupQuestion, ownQuestions, questionsOf, templatePages } from './form.ts';
import type { Question } from './model.ts';
import { type StepView, stepOf, wayOn } from './wizard-card.ts';

/** The leader's own questions: the list of them, one of them, and the one that results are cut by. */

const KINDS = ['scale', 'choice', 'choices', 'text', 'number', 'date'] as const;
/** A row for each fits on a card with room for the rest. */
const SHOWN = 30;
const MAX_QUESTION = 300;
const MAX_OPTIONS_TEXT = 3_000;

/** A question as it is being written; `options` is a line for each. */
export interface Draft {
  kind: Question['kind'];
  /** undefined: a new one. */
  id: string | undefined;
  text: string;
  options: string;
  required: boolean;
}

export function questionsCard(view: StepView, lang: Lang, fill: FillCard): Screen {
  const t = textsIn(lang).survey;
  const { form } = view.plan;
  const template = templatePages(form);
  const own = ownQuestions(form);
  const groups = groupQuestion(form);
  const about = template.length > 0 ? t.step.questions.template(count(template), template.length) : '';
  return formCard(fill, lang, {
    kicker: stepOf('questions', lang),
    heading: t.step.questions.heading,
    warning: view.warning,
    lines: [about, own.length + template.length === 0 ? t.step.questions.none : ''],
    rowsTitle: own.length > 0 ? t.step.questions.own : '',
    rows: own.slice(0, SHOWN).map((question, i) => ownRow(question, i, view, lang)),
    moreTitle: t.step.questions.add,
    moreRows: [
      ...KINDS.map((kind) => row(t.kind[kind], '', edit(view, lang, kind))),
      row(
        groups ? groups.text[lang] : t.step.questions.groups,
        groups ? t.step.questions.groupsOn(groups.options.length) : t.step.questions.groupsText,
        { do: 'survey.groups', lang, round: view.round.id, act: 'edit' },
      ),
    ],
    buttons: wayOn('questions', view, lang),
  });
}

function ownRow(question: Question, i: number, view: StepView, lang: Lang): Row {
  const t = textsIn(lang).survey;
  const asked = `${t.kind[question.kind]}, ${question.required ? t.required : t.voluntary}`;
  return row(`${i + 1}. ${question.text[lang]}`, asked, edit(view, lang, question.kind, question.id));
}

const edit = (view: StepView, lang: Lang, kind: Question['kind'], question?: string): SurveyActionData => ({
  do: 'survey.question',
  lang,
  round: view.round.id,
  kind,
  act: 'edit',
  ...(question === undefined ? {} : { question }),
});

/** One question, new or changed. */
export function questionCard(view: StepView, draft: Draft, lang: Lang, fill: FillCard): Screen {
  const t = textsIn(lang).survey;
  const act = (does: Pressed<'survey.question'>['act']): SurveyActionData => ({
    do: 'survey.question',
    lang,
    round: view.round.id,
    kind: draft.kind,
    act: does,
    ...(draft.id === undefined ? {} : { question: draft.id }),
  });
  const own = ownQuestions(view.plan.form);
  const at = own.findIndex(({ id }) => id === draft.id);
  return formCard(fill, lang, {
    kicker: stepOf('questions', lang),
    heading: draft.id === undefined ? t.step.question.add(t.kind[draft.kind]) : t.step.question.edit,
    warning: view.warning,
    fields: fieldsOf(draft, lang),
    note: draft.kind === 'text' ? t.step.question.textHint : '',
    rows: [
      ...(at > 0 ? [row(t.step.question.up, '', act('up'))] : []),
      ...(at >= 0 && at < own.length - 1 ? [row(t.step.question.down, '', act('down'))] : []),
    ],
    buttons: [
      button(t.step.question.save, act('save'), { style: 'positive' }),
      ...(at >= 0 ? [button(t.step.question.remove, act('remove'), { style: 'destructive' })] : []),
      button(t.back, { do: 'survey.step', lang, round: view.round.id, go: 'questions', back: true }),
    ],
  });
}

function fieldsOf(draft: Draft, lang: Lang): Field[] {
  const t = textsIn(lang).survey;
  const options = field('long', FIELD.options, t.step.question.options, lang, {
    value: draft.options,
    hint: t.step.question.optionsHint,
    max: MAX_OPTIONS_TEXT,
  });
  return [
    field('text', FIELD.text, t.step.question.text, lang, { value: draft.text, max: MAX_QUESTION }),
    ...(draft.kind === 'choice' || draft.kind === 'choices' ? [options] : []),
    field('one', FIELD.required, t.step.question.mustAnswer, lang, {
      value: draft.required ? 'yes' : 'no',
      choices: [
        { title: t.yes, value: 'yes' },
        { title: t.no, value: 'no' },
      ],
    }),
  ];
}

/** "Hvor jobber du?", with the groups that results are shown for. */
export function groupsCard(
  view: StepView,
  asked: { text: string; options: string },
  lang: Lang,
  fill: FillCard,
): Screen {
  const t = textsIn(lang).survey;
  const act = (does: Pressed<'survey.groups'>['act']): SurveyActionData => ({
    do: 'survey.groups',
    lang,
    round: view.round.id,
    act: does,
  });
  return formCard(fill, lang, {
    kicker: stepOf('questions', lang),
    heading: t.step.groups.heading,
    warning: view.warning,
    lines: [t.step.groups.lead(view.plan.minGroup)],
    fields: [
      field('text', FIELD.text, t.step.groups.text, lang, {
        value: asked.text || t.step.groups.standard,
        max: MAX_QUESTION,
      }),
      field('long', FIELD.options, t.step.groups.options, lang, {
        value: asked.options,
        max: MAX_OPTIONS_TEXT,
      }),
    ],
    rows: view.plan.form.groupBy ? [row(t.step.groups.remove, '', act('remove'))] : [],
    buttons: [
      button(t.step.question.save, act('save'), { style: 'positive' }),
      button(t.back, { do: 'survey.step', lang, round: view.round.id, go: 'questions', back: true }),
    ],
  });
}

/** To choose the question whose wording is mended. */
export const questionChoices = (form: StepView['plan']['form'], lang: Lang): Field['choices'] =>
  questionsOf(form).map(({ id, text }) => ({ title: text[lang], value: id }));

const count = (pages: { questions: unknown[] }[]): number =>
  pages.reduce((sum, p) => sum + p.questions.length, 0);
