import type { FillCard } from '../cards.ts';
import { button, fact, formCard, row, type Screen } from '../form-card.ts';
import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import type { Handoff } from './model.ts';
import { type Gap, REMINDERS_MOST } from './rules.ts';
import { saidDay, shortened } from './said.ts';

export const PAGE = 8;
export const GAP_DAYS = 90;
const DISLIKED_MOST = 5;

/** A page of questions, of all there are. */
export interface Page {
  found: Handoff[];
  total: number;
  from: number;
}

/** An answer that people were not helped by. */
export interface Disliked {
  section: string;
  title: string;
  count: number;
}

/** What was not answered: counts by topic, and the texts of those that were sent on. Nobody's name is on it. */
export function gapsCard(
  gaps: Gap[],
  disliked: Disliked[],
  page: Page,
  /** Where the counts can be had as a file. */
  file: string,
  lang: Lang,
  fill: FillCard,
): Screen {
  const all = textsIn(lang);
  const t = all.handoff.gaps;
  const first = page.from === 0;
  return formCard(fill, lang, {
    heading: t.title,
    lines: first ? [t.lead(GAP_DAYS), gaps.length === 0 ? t.none : ''] : [],
    facts: first
      ? gaps.map(({ topic, unanswered, disliked }) =>
          fact(topic ? all.topic[topic] : t.other, t.line(unanswered, disliked)),
        )
      : [],
    rowsTitle: page.total > 0 ? t.questions : '',
    rows: page.found.map((handoff) =>
      row(
        shortened(handoff.content.question),
        `${all.topic[handoff.topic]} · ${all.handoff.card.title[handoff.state]}`,
        { do: 'handoff.look', lang, id: handoff.id },
        'open',
      ),
    ),
    moreTitle: first && disliked.length > 0 ? t.articles : '',
    moreRows: first
      ? disliked
          .slice(0, DISLIKED_MOST)
          .map(({ section, title, count }) =>
            row(t.article(title, count), '', { do: 'quote', section, lang }),
          )
      : [],
    after: first ? [page.total === 0 ? t.noQuestions : '', gaps.length > 0 ? `[${t.csv}](${file})` : ''] : [],
    note: t.kept,
    buttons: [
      ...next(page, t.next, (from) => ({ do: 'handoff.gaps', lang, from }) as const),
      button(t.waiting, { do: 'handoff.waiting', lang }),
    ],
  });
}

/** What waits for an answer, that which was brought up in vain first. */
export function waitingCard(
  page: Page,
  /** Whether a topic has a channel to be asked in. */
  hasChannel: (handoff: Handoff) => boolean,
  lang: Lang,
  fill: FillCard,
): Screen {
  const all = textsIn(lang);
  const t = all.handoff.waiting;
  return formCard(fill, lang, {
    heading: t.title,
    lines: [page.total > 0 ? t.lead(page.total) : t.none],
    rows: page.found.map((handoff) => {
      const { topic, state, sentAt, reminded } = handoff;
      const about = t.row(
        all.topic[topic],
        all.handoff.card.title[state],
        saidDay(sentAt, lang),
        reminded >= REMINDERS_MOST ? reminded : 0,
      );
      return row(
        shortened(handoff.content.question),
        hasChannel(handoff) ? about : `${about} ${t.noChannel}`,
        { do: 'handoff.look', lang, id: handoff.id },
        'open',
      );
    }),
    buttons: next(page, all.handoff.gaps.next, (from) => ({ do: 'handoff.waiting', lang, from }) as const),
  });
}

function next(
  { found, total, from }: Page,
  label: (left: number) => string,
  to: (from: number) => Parameters<typeof button>[1],
) {
  const left = total - from - found.length;
  return left > 0 ? [button(label(left), to(from + PAGE))] : [];
}
