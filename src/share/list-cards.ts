import type { FillCard } from '../cards.ts';
import { button, formCard, plain, row, type Screen } from '../form-card.ts';
import type { Row } from '../form-cards.ts';
import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import type { Names } from './desk-deps.ts';
import { neutralTitle } from './neutral.ts';
import { shown } from './shown.ts';
import { titleOf } from './solution.ts';
import type { Draft } from './store/drafts.ts';
import type { Entry, Version } from './store/entries.ts';

/** Lists of what was shared: one's own, what waits, and the versions of one. */

const PER_LIST = 8;
const LONGEST_TITLE = 90;

const dayOf = (at: Date, lang: Lang): string => textsIn(lang).date(at.toISOString().slice(0, 10));

/** `done` says what just happened. */
export function mineCard(
  { drafts, entries }: { drafts: Draft[]; entries: Entry[] },
  from: number,
  lang: Lang,
  fill: FillCard,
  done = '',
): Screen {
  const t = textsIn(lang).share;
  // What is being corrected is in the list once, as the draft.
  const begun = new Set(drafts.map(({ id }) => id));
  const rows: Row[] = [
    ...drafts.map(({ id, written, at }) =>
      row(
        neutralTitle(written.title ?? '').slice(0, LONGEST_TITLE) || t.mine.untitled,
        `${t.mine.draft}, ${t.mine.at(dayOf(at, lang))}`,
        { do: 'share.step', lang, entry: id, go: 'about' },
        'open',
      ),
    ),
    ...entries
      .filter(({ id }) => !begun.has(id))
      .map(({ id, state, content, changedAt }) =>
        row(
          titleOf(content),
          `${t.state[state]}, ${t.mine.at(dayOf(changedAt, lang))}`,
          { do: 'share.open', lang, entry: id },
          'open',
        ),
      ),
  ];
  return listCard(
    { heading: t.mine.title, done, lead: rows.length > 0 ? t.mine.lead : t.mine.none, rows, from },
    (next) => ({ do: 'share.mine', lang, from: next }),
    lang,
    fill,
    [button(t.title, { do: 'share.new', lang }, { verb: 'open', style: 'positive' })],
  );
}

export function waitingCard(entries: Entry[], from: number, lang: Lang, fill: FillCard): Screen {
  const t = textsIn(lang).share;
  const rows = entries.map(({ id, content, changedAt }) =>
    row(
      titleOf(content),
      t.waiting.row(t.kind[content.kind], dayOf(changedAt, lang)),
      { do: 'share.open', lang, entry: id },
      'open',
    ),
  );
  const lead = rows.length > 0 ? t.waiting.lead : t.waiting.none;
  return listCard(
    { heading: t.waiting.title, done: '', lead, rows, from },
    (next) => ({ do: 'share.waiting', lang, from: next }),
    lang,
    fill,
  );
}

export function versionsCard(
  { entry, versions }: { entry: Entry; versions: Version[] },
  from: number,
  lang: Lang,
  fill: FillCard,
): Screen {
  const t = textsIn(lang).share;
  const rows = versions.map(({ number, made, at }) =>
    row(
      t.versions.row(number),
      [t.made[made], dayOf(at, lang), number === entry.published ? t.versions.shown : '']
        .filter(Boolean)
        .join(', '),
      { do: 'share.version', lang, entry: entry.id, number },
    ),
  );
  return listCard(
    {
      heading: t.versions.title,
      kicker: plain(titleOf(entry.content)),
      done: '',
      lead: t.versions.lead,
      rows,
      from,
    },
    (next) => ({ do: 'share.versions', lang, entry: entry.id, from: next }),
    lang,
    fill,
    [button(t.back, { do: 'share.open', lang, entry: entry.id })],
  );
}

/** One version as it was, to be restored when it is not what others see. */
export function versionCard(
  entry: Entry,
  { number, content }: Version,
  lang: Lang,
  names: Names,
  fill: FillCard,
): Screen {
  const t = textsIn(lang).share;
  return formCard(fill, lang, {
    kicker: t.versions.of(number),
    heading: plain(titleOf(content)),
    ...shown(content, names, lang),
    buttons: [
      ...(number === entry.published
        ? []
        : [
            button(t.act.restore, {
              do: 'share.restore',
              lang,
              entry: entry.id,
              number,
              seen: entry.version,
            }),
          ]),
      button(t.back, { do: 'share.versions', lang, entry: entry.id }),
    ],
  });
}

interface Listed {
  heading: string;
  kicker?: string;
  done: string;
  lead: string;
  rows: Row[];
  from: number;
}

function listCard(
  { heading, kicker = '', done, lead, rows, from }: Listed,
  page: (from: number) => Row['data'],
  lang: Lang,
  fill: FillCard,
  buttons: ReturnType<typeof button>[] = [],
): Screen {
  const older = button(textsIn(lang).share.older, page(from + PER_LIST));
  return formCard(fill, lang, {
    heading,
    kicker,
    done,
    lines: [lead],
    rows: rows.slice(from, from + PER_LIST),
    buttons: [...buttons, ...(rows.length > from + PER_LIST ? [older] : [])],
  });
}
