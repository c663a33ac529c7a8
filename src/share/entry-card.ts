import type { FillCard } from '../cards.ts';
import { button, field, formCard, plain, row, type Screen } from '../form-card.ts';
import type { Button, Row } from '../form-cards.ts';
import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import type { Pressed, ShareActionData } from './actions.ts';
import type { Names } from './desk-deps.ts';
import { type EntryState, isTurnedDown } from './rules.ts';
import { lostTags, shown } from './shown.ts';
import { titleOf } from './solution.ts';
import type { Entry } from './store/entries.ts';

/** What was shared as it stands, and what is decided about it. */

export interface Said {
  done?: string;
  warning?: string;
}
export interface Viewer {
  editor: boolean;
  owner: boolean;
}

export const REASON = 'in-reason';
export const TELL = 'in-tell';
export const MAX_REASON = 500;

type Act = 'approve' | 'changes' | 'reject' | 'withdraw' | 'correct' | 'versions';

/** What an editor and a sharer can do, what is done most first. */
const ACTS: Record<EntryState, { editor: Act[]; owner: Act[] }> = {
  waiting: {
    editor: ['approve', 'changes', 'reject', 'correct', 'versions'],
    owner: ['correct', 'withdraw'],
  },
  changes: { editor: ['correct', 'withdraw', 'versions'], owner: ['correct', 'withdraw'] },
  approved: { editor: ['correct', 'withdraw', 'versions'], owner: ['correct', 'withdraw'] },
  rejected: { editor: ['versions'], owner: ['correct'] },
  withdrawn: { editor: ['versions'], owner: [] },
};

export function entryCard(
  entry: Entry,
  viewer: Viewer,
  said: Said,
  lang: Lang,
  names: Names,
  fill: FillCard,
): Screen {
  const t = textsIn(lang).share;
  const { state, version, published, content } = entry;
  const before = isTurnedDown(entry) ? t.open.stays : t.open.shown;
  const { editor, owner } = ACTS[state];
  const { lines, facts } = shown(content, names, lang);
  const acts = [...new Set([...(viewer.editor ? editor : []), ...(viewer.owner ? owner : [])])];
  const [first, ...rest] = acts;
  return formCard(fill, lang, {
    kicker: stateLine(entry, lang),
    heading: plain(titleOf(content)),
    ...said,
    lines: [decisionLine(entry, lang), published !== null && published !== version ? before : '', ...lines],
    facts,
    after: [viewer.editor ? lostTags(content, names, lang) : ''],
    rowsTitle: rest.length > 0 ? t.open.what : '',
    rows: rest.map((act) => rowFor(act, entry, lang)),
    buttons: first ? [buttonFor(first, entry, lang)] : [],
    title: titleOf(content),
  });
}

/** "Venter på godkjenning · versjon 2" */
export function stateLine(entry: Entry, lang: Lang): string {
  const t = textsIn(lang).share;
  const state = isTurnedDown(entry) ? 'rejected' : entry.state;
  return t.open.kicker(t.state[state], entry.version);
}

/** "Kari Nordmann ba om endringer 30. november 2026. Begrunnelse: …" */
export function decisionLine({ decision }: Entry, lang: Lang): string {
  if (!decision) return '';
  const all = textsIn(lang);
  const { what, by, reason, on } = decision;
  const line = all.share.decided(what, plain(by) || all.share.someone, all.date(on));
  return reason ? `${line} ${all.share.reason(plain(reason))}` : line;
}

const buttonFor = (act: Act, entry: Entry, lang: Lang): Button =>
  button(textsIn(lang).share.act[act], dataFor(act, entry, lang), { style: 'positive' });

const rowFor = (act: Act, entry: Entry, lang: Lang): Row =>
  row(textsIn(lang).share.act[act], '', dataFor(act, entry, lang));

function dataFor(act: Act, { id, version, published }: Entry, lang: Lang): ShareActionData {
  switch (act) {
    case 'correct':
      return { do: 'share.correct', lang, entry: id };
    case 'versions':
      return { do: 'share.versions', lang, entry: id };
    case 'approve':
      // Of a change it is asked whether those who follow are told; of what is new there is nothing to ask.
      return { do: 'share.decide', lang, entry: id, what: act, seen: version, sure: published === null };
    default:
      return { do: 'share.decide', lang, entry: id, what: act, seen: version };
  }
}

type Asked = Pressed<'share.decide'>['what'] | 'restore';

/** Asks before it is done: for a reason, or whether those who follow are told. */
export function sureCard(
  what: Asked,
  entry: Entry,
  data: ShareActionData,
  filled: { warning: string; reason: string },
  lang: Lang,
  fill: FillCard,
): Screen {
  const t = textsIn(lang).share;
  const { heading, body, yes } = t.sure[what];
  const destructive = what === 'reject' || what === 'withdraw';
  return formCard(fill, lang, {
    kicker: plain(titleOf(entry.content)),
    heading,
    warning: filled.warning,
    lines: [body],
    fields: [
      what === 'approve' || what === 'restore'
        ? field('one', TELL, t.ask.tell, lang, {
            value: 'yes',
            choices: [
              { title: t.ask.tellYes, value: 'yes' },
              { title: t.ask.tellNo, value: 'no' },
            ],
          })
        : field('long', REASON, t.ask.reason, lang, { value: filled.reason, max: MAX_REASON }),
    ],
    buttons: [
      button(yes, data, { style: destructive ? 'destructive' : 'positive' }),
      button(t.cancel, { do: 'share.open', lang, entry: entry.id }),
    ],
  });
}
