import type { FillCard } from '../cards.ts';
import { button, fact, field, formCard, plain, type Screen } from '../form-card.ts';
import type { Button } from '../form-cards.ts';
import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import { faultSaid } from './answer-form.ts';
import { type Fault, FIELD } from './filled.ts';
import type { Handoff } from './model.ts';
import { type ChannelStep, MAX } from './rules.ts';
import { actorOf, channelOf, paragraphs, saidLink, shortened } from './said.ts';

/** What the one who asked is told of. */
export type Happened = ChannelStep;

/** Word to the one who asked: what happened, why they get it, and how to stop it. */
export function askerCard(
  handoff: Handoff,
  happened: Happened,
  lang: Lang,
  fill: FillCard,
  shown: { warning?: string; more?: string; fault?: Fault } = {},
): Screen {
  const t = textsIn(lang).handoff;
  const { content } = handoff;
  const { heading, lines } = saidOf(handoff, happened, lang);
  const answered = happened === 'answer';
  return formCard(fill, lang, {
    kicker: t.ask.kicker,
    heading,
    warning: shown.warning ?? '',
    lines,
    facts: [fact(t.notice.asked, plain(shortened(content.question)))],
    after: answered && content.answer?.link ? [fact(t.card.link, saidLink(content.answer.link))] : [],
    fields: answered
      ? [
          field('long', FIELD.more, t.notice.more, lang, {
            hint: t.notice.moreHint,
            max: MAX.more,
            value: shown.more ?? '',
            fault: shown.fault ? faultSaid(shown.fault, '', lang) : '',
          }),
        ]
      : [],
    note: t.notice.why,
    buttons: buttonsFor(handoff, happened, lang),
    summary: `${heading}: ${shortened(content.question, 60)}`,
    title: heading,
  });
}

function saidOf(handoff: Handoff, happened: Happened, lang: Lang): { heading: string; lines: string[] } {
  const t = textsIn(lang).handoff.notice;
  const { content } = handoff;
  const [by, channel] = [actorOf(handoff, lang), channelOf(handoff, lang)];
  switch (happened) {
    case 'take':
      return { heading: t.taken(by), lines: [t.takenBody(channel)] };
    case 'answer':
      return {
        heading: t.answered(by),
        lines: [...paragraphs(content.answer?.text ?? ''), t.answeredBody(channel)],
      };
    case 'close':
      return {
        heading: t.closed(by),
        lines: [`**${t.reason}:**`, ...paragraphs(content.reason), t.closedBody],
      };
    case 'reopen':
      return { heading: t.reopened, lines: [t.reopenedBody(channel)] };
  }
}

/** How to stop it stands on each. */
function buttonsFor({ id, state }: Handoff, happened: Happened, lang: Lang): Button[] {
  const t = textsIn(lang).handoff;
  const of = { lang, id };
  const withdraw = button(t.sent.withdraw, { do: 'handoff.withdraw', ...of });
  if (happened === 'take' || happened === 'reopen') return [withdraw];
  const notYet = button(t.notice.notYet, { do: 'handoff.not-yet', ...of });
  if (state !== 'answered') return [notYet, withdraw];
  return [button(t.notice.yes, { do: 'handoff.confirm', ...of }, { style: 'positive' }), notYet, withdraw];
}

/** After the question is sent, and whenever its sender looks at what came of it. */
export function sentCard(
  handoff: Handoff,
  reach: 'own' | 'here' | 'none',
  lang: Lang,
  fill: FillCard,
): Screen {
  const t = textsIn(lang).handoff;
  return formCard(fill, lang, {
    kicker: t.ask.kicker,
    heading: t.sent.title,
    lines: [
      t.sent.body(channelOf(handoff, lang)),
      { own: t.sent.own, here: t.sent.here, none: t.sent.nowhere }[reach],
    ],
    facts: [fact(t.notice.asked, plain(shortened(handoff.content.question)))],
    note: t.ask.kept,
    buttons: [button(t.sent.withdraw, { do: 'handoff.withdraw', lang, id: handoff.id })],
  });
}

/** Asks before the question is withdrawn. */
export function withdrawCard(handoff: Handoff, lang: Lang, fill: FillCard): Screen {
  const t = textsIn(lang).handoff;
  return formCard(fill, lang, {
    kicker: t.ask.kicker,
    heading: t.sent.sure,
    lines: [t.sent.sureBody],
    facts: [fact(t.notice.asked, plain(shortened(handoff.content.question)))],
    buttons: [
      button(
        t.sent.withdraw,
        { do: 'handoff.withdraw', lang, id: handoff.id, sure: true },
        { style: 'destructive' },
      ),
      button(t.sent.keep, { do: 'handoff.look', lang, id: handoff.id }),
    ],
  });
}

/** A heading with a sentence under it. */
export const saidCard = (
  { title, body }: { title: string; body: string },
  lang: Lang,
  fill: FillCard,
): Screen =>
  formCard(fill, lang, { kicker: textsIn(lang).handoff.ask.kicker, heading: title, lines: [body] });
