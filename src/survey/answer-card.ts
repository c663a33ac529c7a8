import type { FillCard } from '../cards.ts';
import { button, field, formCard, plain, row, type Screen } from '../form-card.ts';
import type { Button, Field } from '../form-cards.ts';
import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import type { SurveyActionData } from './actions.ts';
import { fieldOf } from './answered.ts';
import { type Answers, DONT_KNOW, type Question, type Round } from './model.ts';
import { saidMoment, titleOf } from './said.ts';
import type { Asked } from './survey.ts';

type AskedPage = Extract<Asked, { kind: 'page' }>;

const MAX_TEXT = 2_000;

/** What someone who was asked is shown, wherever they are on the way. */
export function askedCard(asked: Asked, lang: Lang, fill: FillCard): Screen {
  const t = textsIn(lang).survey.answer;
  switch (asked.kind) {
    case 'page':
      return pageCard(asked, lang, fill);
    case 'ready':
      return readyCard(asked, lang, fill);
    case 'sent': {
      const { anonymous, minGroup, closesAt } = asked.round.plan;
      const how = anonymous ? t.sentAnonymous(minGroup) : t.sentNamed(saidMoment(closesAt, lang));
      return told(asked.round, t.sent, how, lang, fill, changing(asked.round, lang));
    }
    case 'already': {
      const { anonymous, closesAt } = asked.round.plan;
      const how = anonymous ? t.alreadyBody : t.sentNamed(saidMoment(closesAt, lang));
      return told(asked.round, t.already, how, lang, fill, changing(asked.round, lang));
    }
    case 'late': {
      const body = t.lateBody(plain(titleOf(asked.round.plan.form, lang)));
      return told(asked.round, t.late, body, lang, fill, seeing(asked.round, lang));
    }
    case 'not-open':
      return told(
        asked.round,
        t.notOpen,
        t.notOpenBody(saidMoment(asked.round.plan.opensAt, lang)),
        lang,
        fill,
      );
    case 'not-asked':
      return told(asked.round, t.notAsked, t.notAskedBody, lang, fill);
    case 'withdrawn':
      return formCard(fill, lang, { heading: t.withdrawn, lines: [t.withdrawnBody] });
    case 'gone':
      return formCard(fill, lang, { heading: t.gone, lines: [t.goneBody] });
  }
}

function told(
  round: Round,
  heading: string,
  body: string,
  lang: Lang,
  fill: FillCard,
  buttons: Button[] = [],
): Screen {
  return formCard(fill, lang, {
    kicker: plain(titleOf(round.plan.form, lang)),
    heading,
    lines: [body],
    buttons,
    summary: heading,
  });
}

/** Where everyone who was asked may see the results, this is where they find them. */
const seeing = ({ id, state, plan }: Round, lang: Lang): Button[] =>
  state === 'closed' && plan.shownTo === 'everyone'
    ? [
        button(
          textsIn(lang).survey.status.results,
          { do: 'survey.results', lang, round: id },
          { verb: 'open' },
        ),
      ]
    : [];

/** An answer with a name on it can be changed until the deadline. */
const changing = (round: Round, lang: Lang): Button[] =>
  round.plan.anonymous
    ? []
    : [
        button(
          textsIn(lang).survey.answer.change,
          { do: 'survey.answer', round: round.id, page: 0 },
          { verb: 'open' },
        ),
      ];

/** A page of questions; `preview` has its own way on, and saves nothing. */
export function pageCard(asked: AskedPage, lang: Lang, fill: FillCard, preview?: Preview): Screen {
  const { round, page, number, of, answers, faults } = asked;
  const t = textsIn(lang).survey.answer;
  const title = plain(titleOf(round.plan.form, lang));
  return formCard(fill, lang, {
    kicker: `${title} · ${t.page(number + 1, of)}`,
    heading: plain(page.title[lang]) || title,
    warning: preview?.note ?? (Object.keys(faults).length > 0 ? t.faults : ''),
    lines: [plain(page.description[lang])],
    fields: page.questions.map((question) =>
      questionField(question, answers, faults[question.id] ? t.fault[faults[question.id]!] : '', lang),
    ),
    buttons: preview?.buttons ?? wayThrough(asked, lang),
    title: titleOf(round.plan.form, lang),
    summary: t.page(number + 1, of),
  });
}

/** What stands on a page that is only looked at. */
export interface Preview {
  note: string;
  buttons: Button[];
}

function wayThrough({ round, number }: AskedPage, lang: Lang): Button[] {
  const t = textsIn(lang).survey;
  const go = (where: 'next' | 'back' | 'stay'): SurveyActionData => ({
    do: 'survey.page',
    round: round.id,
    page: number,
    go: where,
  });
  return [
    button(t.next, go('next'), { style: 'positive' }),
    ...(number > 0 ? [button(t.back, go('back'))] : []),
    button(t.answer.pause, go('stay')),
  ];
}

function questionField(question: Question, answers: Answers, fault: string, lang: Lang): Field {
  const t = textsIn(lang).survey;
  const label = question.required ? `${question.text[lang]} (${t.required})` : question.text[lang];
  const given = answers[question.id];
  const value = Array.isArray(given) ? given.join(',') : (given ?? '');
  const shown = { fault, value: `${value}` };
  switch (question.kind) {
    case 'scale': {
      const labels = question.labels.map((words, i) => ({ title: words[lang], value: `${i + 1}` }));
      const choices = [...labels, { title: t.dontKnow, value: DONT_KNOW }];
      return field('one', fieldOf(question), label, lang, { ...shown, choices });
    }
    case 'choice':
    case 'choices': {
      const choices = question.options.map(({ id, text }) => ({ title: text[lang], value: id }));
      const kind = question.kind === 'choices' ? 'many' : choices.length > MANY ? 'few' : 'one';
      return field(kind, fieldOf(question), label, lang, { ...shown, choices });
    }
    case 'number':
      // What could not be read as a number is not one the field can hold.
      return field('number', fieldOf(question), label, lang, {
        fault,
        value: typeof value === 'number' ? value : '',
        hint: t.answer.numberHint,
      });
    case 'date':
      return field('date', fieldOf(question), label, lang, shown);
    case 'text':
      return field('long', fieldOf(question), label, lang, { ...shown, max: MAX_TEXT });
  }
}

/** So many choices are folded up, or they fill the page. */
const MANY = 8;

/** Everything is gone through: what is missing, what sending means, and the button. */
function readyCard(
  { round, missing }: Extract<Asked, { kind: 'ready' }>,
  lang: Lang,
  fill: FillCard,
): Screen {
  const t = textsIn(lang).survey;
  const { plan } = round;
  const toPage = (page: number): SurveyActionData => ({ do: 'survey.answer', round: round.id, page });
  const complete = missing.length === 0;
  return formCard(fill, lang, {
    kicker: plain(titleOf(plan.form, lang)),
    heading: t.answer.ready,
    warning: complete ? '' : t.answer.missing(missing.length),
    lines: [plan.anonymous ? t.answer.readyAnonymous : t.answer.readyNamed],
    rows: missing.map((page) =>
      row(t.answer.toPage(page + 1, plan.form.pages[page]?.title[lang] ?? ''), '', toPage(page)),
    ),
    buttons: [
      ...(complete
        ? [button(t.answer.send, { do: 'survey.submit', round: round.id }, { style: 'positive' })]
        : []),
      button(t.back, toPage(plan.form.pages.length - 1)),
    ],
    summary: t.answer.ready,
  });
}

/** Someone takes a break: what they have answered is kept, and can be gone on with. */
export function pausedCard(round: Round, lang: Lang, fill: FillCard): Screen {
  const t = textsIn(lang).survey.answer;
  const goOn = button(t.goOn, { do: 'survey.answer', round: round.id }, { verb: 'open', style: 'positive' });
  return told(round, t.paused, t.pausedBody(saidMoment(round.plan.closesAt, lang)), lang, fill, [goOn]);
}
