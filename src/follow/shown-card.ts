import type { FillCard } from '../cards.ts';
import { button, formCard, plain, row, type Screen } from '../form-card.ts';
import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import type { Home, Interest, Kept } from './model.ts';
import type { Names } from './names.ts';
import { saidNames, shortened } from './notice-card.ts';

/** How a card of this job is drawn. */
export interface Drawing {
  names: Names;
  lang: Lang;
  fill: FillCard;
}

type Place = Exclude<Home, 'person'>;

const MAX_ROW = 300;

/** What the channel or the chat follows. */
export function showCard(all: Kept[], home: Place, drawing: Drawing, done = ''): Screen {
  const { names, lang, fill } = drawing;
  const t = textsIn(lang).follow.shown;
  const [only, second] = all;
  const make = button(only ? t.another : t.make, { do: 'follow.edit', lang }, { verb: 'open' });
  if (!only)
    return formCard(fill, lang, { heading: t.none[home], lines: [t.noneBody], done, buttons: [make] });
  if (!second) return oneCard(only, home, drawing, { done, more: [make] });
  return formCard(fill, lang, {
    heading: t.title[home],
    done,
    rows: all.map((kept) =>
      row(
        shortened(t.follows(saidNames(kept.interests, names, lang)), MAX_ROW),
        `${t.when(textsIn(lang).follow.rhythm(kept.rhythm))}.`,
        { do: 'follow.show', lang, subscription: kept.id },
        'open',
      ),
    ),
    note: t.maker,
    buttons: [make],
  });
}

export function oneCard(
  kept: Kept,
  home: Place,
  { names, lang, fill }: Drawing,
  {
    heading,
    done = '',
    lines = [],
    more = [],
  }: {
    heading?: string;
    done?: string;
    lines?: string[];
    more?: ReturnType<typeof button>[];
  } = {},
): Screen {
  const t = textsIn(lang).follow;
  return formCard(fill, lang, {
    heading: heading ?? t.shown.title[home],
    done,
    lines: [
      ...lines.map(plain),
      `${plain(t.shown.follows(saidNames(kept.interests, names, lang)))}.`,
      `${t.shown.when(t.rhythm(kept.rhythm))}.`,
    ],
    note: t.shown.maker,
    buttons: [
      button(t.shown.change, { do: 'follow.edit', lang, subscription: kept.id }, { verb: 'open' }),
      button(t.shown.stop, { do: 'follow.stop', lang, subscription: kept.id }),
      ...more,
    ],
  });
}

/** Stopped, and how to begin again with the same. */
export function stoppedCard(stopped: Kept[], home: Place, { names, lang, fill }: Drawing): Screen {
  const t = textsIn(lang).follow;
  const interests = [...new Set(stopped.flatMap((kept) => kept.interests))];
  return formCard(fill, lang, {
    heading: t.done.stopped[home],
    lines: [plain(t.closed.followed(saidNames(interests, names, lang))), t.done.stoppedBody[home]],
    buttons: [
      button(
        t.done.again,
        { do: 'follow.edit', lang, interests: interests.slice(0, MOST_AGAIN) },
        { verb: 'open' },
      ),
      button(t.done.show, { do: 'follow.show', lang }),
    ],
  });
}

/** As many as a button carries. */
const MOST_AGAIN = 60;

export const goneCard = (home: Home, { lang, fill }: Drawing): Screen => {
  const t = textsIn(lang).follow;
  return formCard(fill, lang, {
    heading: t.done.gone,
    lines: [t.done.goneBody],
    buttons: [
      home === 'person'
        ? button(t.mine.all, { do: 'follow.mine', lang })
        : button(t.done.show, { do: 'follow.show', lang }),
    ],
  });
};

/** So many on the card; the rest come as these are taken away. */
const ROWS = 25;

/** "Mine varsler"; `stopped` just now can be followed again. */
export function mineCard(
  kept: Kept | undefined,
  { names, lang, fill }: Drawing,
  said = '',
  stopped: Interest[] = [],
): Screen {
  const t = textsIn(lang).follow;
  const heading = t.mine.title;
  const done = plain(said);
  const interests = stopped.slice(0, MOST_AGAIN);
  const again = interests.length > 0 ? [button(t.mine.again, { do: 'follow.start', lang, interests })] : [];
  const edit = (label: string) =>
    button(label, { do: 'follow.edit', lang, ...(kept && { subscription: kept.id }) }, { verb: 'open' });
  if (!kept)
    return formCard(fill, lang, {
      heading,
      lines: [t.mine.none],
      done,
      buttons: [...again, edit(t.mine.more)],
    });
  const left = kept.interests.length - ROWS;
  return formCard(fill, lang, {
    heading,
    lines: [t.mine.lead(t.rhythm(kept.rhythm))],
    done,
    rows: kept.interests
      .slice(0, ROWS)
      .map((interest) =>
        row(names.of(interest, lang), t.mine.stopRow, { do: 'follow.drop', lang, interests: [interest] }),
      ),
    note: left > 0 ? t.digest.more(left) : '',
    buttons: [
      ...again,
      edit(t.mine.rhythm),
      button(t.mine.stopAll, { do: 'follow.stop', lang, subscription: kept.id }),
    ],
  });
}

/** Followed, or no longer. `more`: what else may be followed. */
export function startedCard(
  heading: string,
  lines: string[],
  more: Interest[],
  { names, lang, fill }: Drawing,
): Screen {
  const t = textsIn(lang).follow;
  return formCard(fill, lang, {
    heading: plain(heading),
    lines: lines.map(plain),
    rowsTitle: more.length > 0 ? t.mine.also : '',
    rows: more.map((interest) =>
      row(names.of(interest, lang), t.mine.followRow, { do: 'follow.start', lang, interests: [interest] }),
    ),
    buttons: [button(t.mine.all, { do: 'follow.mine', lang })],
  });
}
