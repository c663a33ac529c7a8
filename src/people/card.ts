import { type CardData, type Choice, escapeMarkdown, type FillCard } from '../cards.ts';
import type { Lang } from '../knowledge/model.ts';
import type { Municipality } from '../knowledge/municipalities.ts';
import type { Card, Reply } from '../messages.ts';
import { textsIn } from '../texts/texts.ts';
import type { PeopleActionData } from './actions.ts';
import type { Entry } from './audit.ts';
import type { Holder } from './roles.ts';
import type { GivenRole } from './rules.ts';

type CardReply = Extract<Reply, { kind: 'card' }>;

export const AUDIT_PAGE = 10;
const ROLES_PAGE = 20;
const ORDER: GivenRole[] = ['admin', 'editor', 'leader'];

/** `page` is what is shown of `total` lines, from number `from`. */
export function auditCard(
  { entries, total }: { entries: Entry[]; total: number },
  from: number,
  lang: Lang,
  fill: FillCard,
): CardReply {
  const t = textsIn(lang);
  const { title, kept, empty, older, newer, unreadable, deed: say } = t.people.audit;
  const lines = entries.map(({ at, actor, deed }) => ({
    when: inOslo(at, t.date),
    text: deed ? escapeMarkdown(say(actor || t.people.someone, deed)) : unreadable,
  }));
  const button = (label: string, to: number) => ({
    label,
    data: { do: 'people.audit', lang, from: to } as const,
  });
  const card = fill('people-audit', {
    lang,
    fallback: [title, ...lines.map(({ when, text }) => `${when}: ${text}`)].join('\n\n'),
    title,
    note: kept,
    empty: lines.length === 0 ? empty : '',
    entries: lines,
    navigation: [
      ...(from > 0 ? [button(newer, Math.max(0, from - AUDIT_PAGE))] : []),
      ...(from + entries.length < total ? [button(older, from + AUDIT_PAGE)] : []),
    ],
  });
  return { kind: 'card', card, summary: title, feedback: false };
}

/** `canTake`: the one who sees it may take roles; `someSet`: there may be admins by setting, of whom we know no names. */
export function rolesCard(
  holders: Holder[],
  from: number,
  { canTake, someSet }: { canTake: boolean; someSet: boolean },
  lang: Lang,
  fill: FillCard,
): CardReply {
  const t = textsIn(lang).people;
  const sorted = ORDER.flatMap((role) => holders.filter((holder) => holder.role === role));
  const page = sorted.slice(from, from + ROLES_PAGE);
  const left = sorted.length - from - page.length;
  const lines = ORDER.flatMap((role) => {
    const names = page.filter((holder) => holder.role === role).map(({ name }) => name || t.someone);
    return names.length > 0 ? [t.roles.line(t.role[role], names)] : [];
  });
  return infoCard(lang, fill, {
    title: t.roles.title,
    lines: [
      ...(lines.length > 0 ? lines : [t.roles.none]),
      ...(canTake && someSet ? [t.roles.someSet] : []),
      ...(canTake ? [t.roles.how] : []),
    ],
    subtitle: canTake && page.length > 0 ? t.roles.take : '',
    choices: [
      ...(canTake ? page.map((holder) => takeChoice(holder, lang)) : []),
      ...(left > 0
        ? [choice(t.roles.next(left), { do: 'people.roles', lang, from: from + ROLES_PAGE })]
        : []),
    ],
  });
}

function takeChoice({ person, role, name }: Holder, lang: Lang): Choice {
  const t = textsIn(lang).people;
  return choice(t.roles.holds(name || t.someone, t.role[role]), { do: 'people.take', lang, person, role });
}

/** Asks once more before something is changed. */
export function confirmCard(
  lang: Lang,
  fill: FillCard,
  { title, body, yes, data }: { title: string; body: string; yes: string; data: PeopleActionData },
): CardReply {
  const { no } = textsIn(lang).people;
  return choicesCard(lang, fill, {
    title,
    body,
    choices: [choice(yes, data), choice(no, { do: 'people.unchanged', lang })],
  });
}

/** Municipalities to choose among. */
export function municipalitiesCard(
  lang: Lang,
  fill: FillCard,
  { title, body, municipalities }: { title: string; body: string; municipalities: Municipality[] },
): CardReply {
  const { inCounty } = textsIn(lang).people.municipality;
  return choicesCard(lang, fill, {
    title,
    body,
    choices: municipalities.map(({ name, number, county }) => ({
      ...choice(`${name} (${number})`, { do: 'people.municipality', lang, number }),
      text: inCounty(county.name),
    })),
  });
}

export const saidCard = (lang: Lang, fill: FillCard, title: string, lines: string[]): CardReply =>
  infoCard(lang, fill, { title, lines, subtitle: '', choices: [] });

const choice = (label: string, data: PeopleActionData): Choice => ({ label, text: '', data });

type Said<N extends keyof CardData> = Omit<CardData[N], 'lang' | 'fallback' | 'subtitle'>;

function choicesCard(lang: Lang, fill: FillCard, data: Said<'choices'>): CardReply {
  const fallback = `${data.title}\n\n${data.body}`;
  return reply(fill('choices', { lang, fallback, subtitle: '', ...data }), data.title);
}

function infoCard(lang: Lang, fill: FillCard, data: Said<'info'> & { subtitle: string }): CardReply {
  return reply(fill('info', { lang, fallback: data.lines.join('\n\n'), ...data }), data.title);
}

const reply = (card: Card, summary: string): CardReply => ({ kind: 'card', card, summary, feedback: false });

/** Only numbers are asked of Intl, so that it is the same however Node was built. */
const OSLO = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** "30. november 2026, 12:51". */
function inOslo(at: Date, date: (iso: string) => string): string {
  const [day = '', time = ''] = OSLO.format(at).split(' ');
  return `${date(day)}, ${time}`;
}
