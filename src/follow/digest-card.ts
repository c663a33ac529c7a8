import type { FillCard } from '../cards.ts';
import { button, formCard, plain, row } from '../form-card.ts';
import type { Row } from '../form-cards.ts';
import type { Lang } from '../knowledge/model.ts';
import type { Outgoing } from '../messages.ts';
import { textsIn } from '../texts/texts.ts';
import type { Home } from './model.ts';
import type { Names } from './names.ts';
import { MAX_TITLE, originSaid, outgoing, saidNames, shortened, summaryOf } from './notice-card.ts';
import type { Item } from './store/told.ts';

/** So many with what they are about; of the rest the titles, so that the card can be sent. */
const ROWS = 8;
const TITLES = 40;
const WITHDRAWN = 8;
const MAX_ROW = 220;

/** All that is new, as one card. */
export function digestCard(
  items: Item[],
  { subscription, lang, home }: { subscription: string; lang: Lang; home: Home },
  names: Names,
  fill: FillCard,
): Outgoing {
  const t = textsIn(lang).follow;
  const { digest } = t;
  const right = items.filter(({ solution }) => !solution.withdrawn);
  const withdrawn = items.filter(({ solution }) => solution.withdrawn);
  /** Of so many, the titles in a row. */
  const titled = (some: Item[], most: number): string => {
    const titles = some
      .slice(0, most)
      .map(({ solution }) => t.solution(shortened(solution.title, MAX_TITLE)));
    if (some.length > most) titles.push(digest.more(some.length - most));
    return plain(t.joined(titles));
  };
  const rest = right.slice(ROWS);
  const also = rest.length > 0 ? `${digest.also}: ${titled(rest, TITLES)}.` : '';
  return outgoing(
    formCard(fill, lang, {
      heading: right.length > 0 ? digest.title(right.length) : t.notice.withdrawn,
      lines: right.length > 0 ? [digest.lead] : [],
      after: withdrawn.length > 0 ? [`**${t.notice.withdrawn}:** ${titled(withdrawn, WITHDRAWN)}.`] : [],
      rows: right.slice(0, ROWS).map((item) => itemRow(item, names, lang)),
      note: [also, digest.why[home]].join(' ').trim(),
      buttons: [
        button(
          digest.show,
          { do: home === 'person' ? 'follow.mine' : 'follow.show', lang },
          { verb: 'open' },
        ),
        button(digest.stop, { do: 'follow.stop', lang, subscription }, { verb: 'open' }),
      ],
    }),
  );
}

function itemRow({ solution, change, reasons }: Item, names: Names, lang: Lang): Row {
  const { digest } = textsIn(lang).follow;
  const text = [
    `${originSaid(solution, lang)}${change === 'changed' ? digest.changed : ''}.`,
    summaryOf(solution, lang, MAX_ROW),
    `${digest.because(saidNames(reasons.slice(0, MOST_REASONS), names, lang, solution))}.`,
  ].join(' ');
  return row(shortened(solution.title, MAX_TITLE), text, { do: 'quote', section: solution.section, lang });
}

const MOST_REASONS = 6;
