import type { FillCard } from '../cards.ts';
import { button, fact, field, formCard, plain, row, type Screen } from '../form-card.ts';
import type { Button, Field, Row } from '../form-cards.ts';
import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import { toLocal } from '../times.ts';
import type { Pressed, SurveyActionData } from './actions.ts';
import { FIELD } from './filled.ts';
import type { Round, RoundState } from './model.ts';
import { questionChoices } from './question-card.ts';
import { saidAudience, saidMoment, titleOf } from './said.ts';
import type { RoundProgress } from './survey.ts';

/** A round as its leader sees it: counts, never names. */

type What = Pressed<'survey.manage'>['what'];

const PER_LIST = 8;

/**
 * "Mine undersøkelser", from number `from`; `done` says what just happened. Of rounds that are not `person`'s own there
 * are only results to see.
 */
export function mineCard(
  rounds: Round[],
  person: string,
  from: number,
  lang: Lang,
  fill: FillCard,
  done = '',
): Screen {
  const t = textsIn(lang).survey;
  const shown = rounds.slice(from, from + PER_LIST);
  const create = button(t.start.title, { do: 'survey.new', lang }, { style: 'positive' });
  const older = button(t.mine.older, { do: 'survey.mine', lang, from: from + PER_LIST });
  return formCard(fill, lang, {
    heading: t.mine.title,
    done,
    lines: [rounds.length > 0 ? t.mine.lead : t.mine.none],
    rows: shown.map(({ id, state, plan, owner, ownerName }) =>
      row(
        titleOf(plan.form, lang),
        owner === person
          ? t.mine.row(t.state[state], state === 'withdrawn' ? '' : saidMoment(plan.closesAt, lang))
          : t.mine.from(plain(ownerName)),
        { do: owner === person ? 'survey.status' : 'survey.results', lang, round: id },
        'open',
      ),
    ),
    buttons: [create, ...(rounds.length > from + PER_LIST ? [older] : [])],
  });
}

/** `progress` is there once it is sent; `done` says what just happened. */
export function statusCard(
  round: Round,
  progress: RoundProgress | undefined,
  said: { done?: string; warning?: string },
  lang: Lang,
  fill: FillCard,
): Screen {
  const t = textsIn(lang).survey;
  const { plan, state } = round;
  return formCard(fill, lang, {
    kicker: t.status.kicker,
    heading: plain(titleOf(plan.form, lang)),
    ...said,
    lines: [state === 'draft' ? t.step.preview.lead : ''],
    facts: [
      fact(t.fact.state, t.state[state]),
      fact(t.fact.audience, plan.audience ? plain(saidAudience(plan.audience, lang)) : ''),
      fact(t.fact.opens, state === 'scheduled' ? saidMoment(plan.opensAt, lang) : ''),
      fact(t.fact.closes, saidMoment(plan.closesAt, lang)),
      ...(progress ? progressFacts(round, progress, lang) : []),
    ],
    after: [plan.anonymous && state === 'open' ? t.status.hidden : ''],
    rowsTitle: t.status.what,
    rows: rowsFor(state, progress).map((name) => rowFor(name, round, lang)),
    buttons: buttonsIn[state].map((name) => buttonFor(name, round, lang)),
    summary: t.state[state],
    title: titleOf(plan.form, lang),
  });
}

function progressFacts(round: Round, progress: RoundProgress, lang: Lang): string[] {
  const t = textsIn(lang).survey.fact;
  const { invited, answered, few, delivery } = progress;
  const counted = round.plan.audience?.kind === 'channel' ? 0 : invited;
  const rate = few
    ? t.answeredFew(round.plan.minGroup, counted)
    : counted > 0
      ? t.answeredOf(answered, counted)
      : t.answeredChannel(answered);
  const sent = [
    t.delivered(delivery.sent, delivery.planned),
    delivery.gone > 0 ? t.gone(delivery.gone) : '',
    delivery.failed > 0 ? t.failed(delivery.failed) : '',
    delivery.paused ? t.held : '',
  ];
  return [
    fact(t.answered, rate),
    delivery.planned > 0 ? fact(t.delivery, sent.filter((part) => part !== '').join(', ')) : '',
  ];
}

type ButtonName = 'refresh' | 'edit' | 'results';
type RowName = 'copy' | 'discard' | What;

/** What is done most is a button; the rest are rows, which a phone has room for. */
const buttonsIn: Record<RoundState, ButtonName[]> = {
  draft: ['edit'],
  scheduled: ['edit', 'refresh'],
  open: ['refresh'],
  closed: ['results'],
  withdrawn: [],
};

/** What is still being sent can be held back. */
function rowsFor(state: RoundState, progress: RoundProgress | undefined): RowName[] {
  const { planned, sent, gone, failed, cancelled, paused } = progress?.delivery ?? NOTHING_SENT;
  if (state !== 'open' || planned === sent + gone + failed + cancelled) return rowsIn[state];
  return [paused ? 'release' : 'hold', ...rowsIn[state]];
}

const NOTHING_SENT = { planned: 0, sent: 0, gone: 0, failed: 0, cancelled: 0, paused: false };

const rowsIn: Record<RoundState, RowName[]> = {
  draft: ['copy', 'discard'],
  scheduled: ['copy', 'discard'],
  open: ['remind', 'extend', 'close', 'correct', 'withdraw'],
  closed: ['copy', 'withdraw'],
  withdrawn: ['copy'],
};

function buttonFor(name: ButtonName, { id }: Round, lang: Lang): Button {
  const t = textsIn(lang).survey.status;
  const of = { lang, round: id };
  switch (name) {
    case 'refresh':
      return button(t.refresh, { do: 'survey.status', ...of });
    case 'edit':
      return button(t.edit, { do: 'survey.step', ...of, go: 'about', back: true }, { style: 'positive' });
    case 'results':
      return button(t.results, { do: 'survey.results', ...of }, { style: 'positive' });
  }
}

function rowFor(name: RowName, { id }: Round, lang: Lang): Row {
  const t = textsIn(lang).survey;
  if (name === 'copy') return row(t.status.copy, '', { do: 'survey.copy', lang, round: id });
  if (name === 'discard') return row(t.step.preview.discard, '', { do: 'survey.discard', lang, round: id });
  return row(t.status[name], '', manage(name, id, lang));
}

const manage = (what: What, round: string, lang: Lang, sure = false): SurveyActionData => ({
  do: 'survey.manage',
  lang,
  round,
  what,
  sure,
});

/** Asks before something is done that others notice. */
export function manageCard(what: What, round: Round, warning: string, lang: Lang, fill: FillCard): Screen {
  const t = textsIn(lang).survey.status;
  const asked = {
    close: { heading: t.closeSure, body: t.closeBody, yes: t.close },
    remind: { heading: t.remindSure, body: t.remindBody, yes: t.remind },
    hold: { heading: t.holdSure, body: t.holdBody, yes: t.hold },
    release: { heading: t.release, body: '', yes: t.release },
    extend: { heading: t.extend, body: t.extendBody, yes: t.extendSave },
    correct: { heading: t.correct, body: t.correctBody, yes: t.correctSave },
    withdraw: { heading: t.withdrawSure, body: t.withdrawBody, yes: t.withdraw },
  }[what];
  return formCard(fill, lang, {
    kicker: plain(titleOf(round.plan.form, lang)),
    heading: asked.heading,
    warning,
    lines: [asked.body],
    fields: fieldsFor(what, round, lang),
    buttons: [
      button(asked.yes, manage(what, round.id, lang, true), {
        style: what === 'withdraw' ? 'destructive' : 'positive',
      }),
      button(textsIn(lang).survey.cancel, { do: 'survey.status', lang, round: round.id }),
    ],
  });
}

function fieldsFor(what: What, { plan }: Round, lang: Lang): Field[] {
  const t = textsIn(lang).survey.step;
  if (what === 'extend') {
    const closes = plan.closesAt && toLocal(plan.closesAt);
    return [
      field('date', FIELD.closesDay, t.time.closesDate, lang, { value: closes?.date ?? '' }),
      field('time', FIELD.closesClock, t.time.closesTime, lang, { value: closes?.time ?? '' }),
    ];
  }
  if (what === 'correct')
    return [
      field('few', FIELD.question, t.question.text, lang, { choices: questionChoices(plan.form, lang) }),
      field('long', FIELD.text, textsIn(lang).survey.status.corrected, lang, { max: 300 }),
    ];
  return [];
}
