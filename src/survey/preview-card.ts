import type { FillCard } from '../cards.ts';
import { button, fact, formCard, plain, row, type Screen } from '../form-card.ts';
import type { Button } from '../form-cards.ts';
import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import { pageCard } from './answer-card.ts';
import { minutesFor, questionsOf } from './form.ts';
import { invitationCard } from './invitation-card.ts';
import type { Plan, Round } from './model.ts';
import { saidAudience, saidMoment, titleOf } from './said.ts';
import type { Reach } from './survey.ts';
import { stepOf } from './wizard-card.ts';

/** So many unknown addresses are named; the rest are counted. */
const NAMED = 20;

/** The last step: what will be sent, to how many, and who cannot be reached. `reach` is undefined when nobody is chosen. */
export function previewCard(
  round: Round,
  reach: Reach | undefined,
  warning: string,
  lang: Lang,
  fill: FillCard,
): Screen {
  const t = textsIn(lang).survey;
  const { plan, id } = round;
  const opens = saidMoment(plan.opensAt, lang);
  const go = (to: 'time'): Button['data'] => ({ do: 'survey.step', lang, round: id, go: to, back: true });
  return formCard(fill, lang, {
    kicker: stepOf('preview', lang),
    heading: t.step.preview.heading,
    warning,
    lines: [t.step.preview.lead],
    facts: planFacts(plan, lang),
    after: reach ? reachLines(reach, lang) : [],
    rows: [
      row(t.step.preview.see, '', { do: 'survey.look', lang, round: id }),
      ...(opens ? [] : [row(t.step.preview.later, '', go('time'))]),
    ],
    buttons: [
      button(
        opens ? t.step.preview.schedule : t.step.preview.send,
        { do: 'survey.send', lang, round: id },
        { style: 'positive' },
      ),
      button(t.back, go('time')),
      button(t.step.discard, { do: 'survey.discard', lang, round: id }, { style: 'destructive' }),
    ],
  });
}

/** What was chosen, a line each. */
function planFacts(plan: Plan, lang: Lang): string[] {
  const { fact: name, step, minutes, questions } = textsIn(lang).survey;
  const { form, audience, anonymous, minGroup, opensAt, closesAt, remindDays, repeat, shownTo } = plan;
  return [
    `**${plain(titleOf(form, lang))}**`,
    fact(name.questions, `${questions(questionsOf(form).length)}, ${minutes(minutesFor(form))}`),
    fact(name.answers, anonymous ? name.anonymous(minGroup) : name.named),
    fact(name.audience, audience ? plain(saidAudience(audience, lang)) : ''),
    fact(name.opens, saidMoment(opensAt, lang) || name.atOnce),
    fact(name.closes, saidMoment(closesAt, lang)),
    fact(name.remind, remindDays.length > 0 ? name.remindDays(remindDays) : name.noRemind),
    repeat === 'none' ? '' : fact(name.repeat, repeat === 'year' ? step.time.year : step.time.halfYear),
    fact(name.shownTo, step.about[shownTo]),
  ];
}

function reachLines({ reached, unreachable, unknown }: Reach, lang: Lang): string[] {
  const t = textsIn(lang).survey;
  return [
    `**${t.step.preview.reached(t.people(reached))}.**`,
    unreachable > 0 ? t.step.preview.unreachable(unreachable) : '',
    unknown.length > 0
      ? t.step.preview.unknown(unknown.slice(0, NAMED).map(plain).join(', '), unknown.length - NAMED)
      : '',
  ];
}

/** The invitation (`page` undefined) or a page as the recipient sees it, with buttons that only turn pages. */
export function lookCard(round: Round, page: number | undefined, lang: Lang, fill: FillCard): Screen {
  const t = textsIn(lang).survey;
  const { pages } = round.plan.form;
  const shown = page === undefined ? undefined : pages[page];
  const look = (to: number | undefined): Button['data'] => ({
    do: 'survey.look',
    lang,
    round: round.id,
    ...(to === undefined ? {} : { page: to }),
  });
  const done = button(t.step.preview.done, {
    do: 'survey.step',
    lang,
    round: round.id,
    go: 'preview',
    back: true,
  });
  if (!shown || page === undefined) {
    const channel = round.plan.audience?.kind === 'channel';
    const start = button(t.answer.start, look(0), { style: 'positive' });
    return invitationCard(round, lang, fill, {
      channel,
      note: t.step.preview.seen,
      buttons: [...(pages.length > 0 ? [start] : []), done],
    });
  }
  const asked = {
    kind: 'page',
    round,
    page: shown,
    number: page,
    of: pages.length,
    answers: {},
    faults: {},
  } as const;
  return pageCard(asked, lang, fill, {
    note: t.step.preview.seen,
    buttons: [
      ...(page + 1 < pages.length ? [button(t.next, look(page + 1), { style: 'positive' })] : []),
      button(t.back, look(page === 0 ? undefined : page - 1)),
      done,
    ],
  });
}
