import type { FillCard } from '../cards.ts';
import { button, fact, formCard, plain, type Screen } from '../form-card.ts';
import type { Button } from '../form-cards.ts';
import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import type { Handoff } from './model.ts';
import { actorOf, fitting, paragraphs, saidDay, saidLink, shortened } from './said.ts';

/** A card is at most 28 KB: what is left when all else is on it. Ordinary text comes nowhere near. */
const TEXT_BYTES = 18_000;

interface Shown {
  /** It was there before, and still waits. */
  again?: boolean;
  done?: string;
  warning?: string;
  /** What someone wrote that was not taken. */
  unsaved?: string;
  /** For editors, who are not to see who asked. */
  withoutAsker?: boolean;
}

/** A question as those in the channel see it: what is asked, how it stands, and what can be done. */
export function channelCard(handoff: Handoff, lang: Lang, fill: FillCard, shown: Shown = {}): Screen {
  const t = textsIn(lang).handoff;
  const { state, content, topic } = handoff;
  const { again = false, done = '', warning = '', unsaved = '', withoutAsker = false } = shown;
  const title = again ? t.card.again : t.card.title[state];
  if (state === 'withdrawn')
    return formCard(fill, lang, {
      kicker: t.card.kicker(t.about[topic]),
      heading: title,
      lines: [t.card.withdrawnBody],
    });
  const asked = fitting(paragraphs(content.question), TEXT_BYTES);
  const more = unsaved ? [`**${t.written}:**`, ...paragraphs(unsaved)] : [];
  return formCard(fill, lang, {
    kicker: t.card.kicker(t.about[topic]),
    heading: title,
    warning,
    done,
    lines: asked.shown,
    facts: [
      withoutAsker ? '' : fact(t.card.from, plain(content.askerName) || t.card.nameless),
      fact(t.card.sent, saidDay(handoff.sentAt, lang)),
      fact(t.card.state, statusOf(handoff, lang)),
    ],
    after: fitting([...more, ...afterwards(handoff, lang)], asked.left).shown,
    note: withoutAsker ? '' : t.card.why(t.about[topic]),
    buttons: buttonsFor(handoff, lang),
    summary: `${title}: ${shortened(content.question)}`,
    title,
  });
}

function statusOf(handoff: Handoff, lang: Lang): string {
  const { status } = textsIn(lang).handoff.card;
  const by = actorOf(handoff, lang);
  switch (handoff.state) {
    case 'open':
    case 'withdrawn':
      return status.open;
    case 'taken':
    case 'answered':
    case 'closed':
      return status[handoff.state](by);
  }
}

/** What has come of it. */
function afterwards({ state, content }: Handoff, lang: Lang): string[] {
  const t = textsIn(lang).handoff.card;
  const { answer, more, reason, helped } = content;
  const heading = state === 'open' || state === 'taken' ? t.before : t.answer;
  return [
    ...(answer ? [`**${heading}:**`, ...paragraphs(answer.text)] : []),
    answer?.link ? fact(t.link, saidLink(answer.link)) : '',
    ...(more ? [`**${t.more}:**`, ...paragraphs(more)] : []),
    ...(reason ? [`**${t.reason}:**`, ...paragraphs(reason)] : []),
    helped ? t.helped : '',
  ];
}

function buttonsFor({ id, state, content }: Handoff, lang: Lang): Button[] {
  const t = textsIn(lang).handoff.card;
  const of = { lang, id };
  const take = button(t.take, { do: 'handoff.take', ...of }, { style: 'positive' });
  const reply = button(t.reply, { do: 'handoff.answer', ...of }, { verb: 'open' });
  const close = button(t.close, { do: 'handoff.close', ...of }, { verb: 'open' });
  const reopen = button(state === 'taken' ? t.putBack : t.reopen, { do: 'handoff.reopen', ...of });
  const use = content.answer
    ? [
        button(t.draft, { do: 'handoff.draft', ...of }, { verb: 'open' }),
        button(t.share, { do: 'handoff.share', ...of }, { verb: 'open' }),
      ]
    : [];
  switch (state) {
    case 'open':
      return [take, reply, close];
    case 'taken':
      return [{ ...reply, style: 'positive' }, close, reopen];
    case 'answered':
    case 'closed':
      return [...use, reopen];
    case 'withdrawn':
      return [];
  }
}
