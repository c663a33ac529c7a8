import { isWeekend } from '../holidays.ts';
import type { Lang, Topic } from '../knowledge/model.ts';
import { topics } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import { AT_ONCE, type Interest, type InterestKind, partsOf, type Rhythm, topicInterest } from './model.ts';
import { LONGEST_TEXT, type Names } from './names.ts';
import { shortened } from './notice-card.ts';

/** What is filled in on the form, read as what to follow and when. */

/** What came with a press, unchecked but for its names. */
export type Filled = Record<string, unknown>;

/** Names of the fields, for the card that shows them and this reading of them. */
export const FIELD = {
  what: 'in-what',
  topics: 'in-topics',
  tags: 'in-tags',
  municipalities: 'in-municipalities',
  counties: 'in-counties',
  every: 'in-every',
  weekday: 'in-weekday',
  at: 'in-at',
  daysOff: 'in-days-off',
} as const;
type FieldName = keyof typeof FIELD;

/** The form as it stands: what is in the fields, and what is wrong with it. */
export interface Form {
  everything: boolean;
  topics: Topic[];
  tags: string;
  municipalities: string;
  counties: string;
  rhythm: Rhythm;
  faults: Partial<Record<FieldName, string>>;
}

/** One subscription has no more than this, so that its card holds it. */
export const MOST_INTERESTS = 100;
/** So many are said to be unknown at once, so that the card with them can be sent. */
const MOST_SAID = 10;
const MAX_QUOTED = 60;

const TEXTS = [
  ['tags', 'tag'],
  ['municipalities', 'municipality'],
  ['counties', 'county'],
] as const satisfies [FieldName, InterestKind][];

export function formOf(interests: Interest[], rhythm: Rhythm, names: Names, lang: Lang): Form {
  const called = (kind: InterestKind) =>
    interests
      .filter((interest) => partsOf(interest).kind === kind)
      .map((interest) => names.of(interest, lang))
      .join(', ');
  return {
    everything: interests.includes('everything'),
    topics: topics.filter((topic) => interests.includes(topicInterest(topic))),
    tags: called('tag'),
    municipalities: called('municipality'),
    counties: called('county'),
    rhythm,
    faults: {},
  };
}

export interface Read {
  form: Form;
  interests: Interest[];
  /** Names of before that were understood. */
  today: { was: string; now: string[] }[];
}

/** The form is without faults when what is filled in can be kept. */
export function readForm(filled: Filled, names: Names, lang: Lang): Read {
  const t = textsIn(lang).follow.fault;
  const form: Form = {
    everything: textIn(filled, FIELD.what) === 'everything',
    topics: topics.filter((topic) => textIn(filled, FIELD.topics).split(',').includes(topic)),
    tags: textIn(filled, FIELD.tags),
    municipalities: textIn(filled, FIELD.municipalities),
    counties: textIn(filled, FIELD.counties),
    ...rhythmIn(filled, lang),
  };
  const understood = TEXTS.map(([field, kind]) => ({ field, ...names.understand(form[field], [kind]) }));
  const chosen = [...form.topics.map(topicInterest), ...understood.flatMap(({ interests }) => interests)];
  const interests: Interest[] = form.everything ? ['everything'] : [...new Set(chosen)];
  if (!form.everything) {
    for (const { field, unknown } of understood)
      if (unknown.length > 0)
        form.faults[field] = unknown
          .slice(0, MOST_SAID)
          .map((one) => unknownSaid(one, names, lang))
          .join(' ');
    if (interests.length === 0 && Object.keys(form.faults).length === 0) form.faults.what = t.nothing;
    if (interests.length > MOST_INTERESTS) form.faults.what = t.many(MOST_INTERESTS);
  }
  return { form, interests, today: form.everything ? [] : understood.flatMap(({ today }) => today) };
}

/** `near` of one spelling are those it may be, and of the same name those it is. */
export function unknownSaid(
  { text, near }: { text: string; near: Interest[] },
  names: Names,
  lang: Lang,
): string {
  const t = textsIn(lang).follow.fault;
  const called = near.map((interest) => names.of(interest, lang));
  const same =
    called.length > 1 && called.every((name) => name.toLowerCase().startsWith(`${text.toLowerCase()} (`));
  return same ? t.several(text, called) : t.unknown(shortened(text, MAX_QUOTED), called);
}

function rhythmIn(filled: Filled, lang: Lang): Pick<Form, 'rhythm' | 'faults'> {
  const t = textsIn(lang).follow.fault;
  const every = textIn(filled, FIELD.every);
  const at = clockIn(textIn(filled, FIELD.at) || AT_ONCE.at);
  const weekday = Number(textIn(filled, FIELD.weekday));
  const rhythm: Rhythm = {
    every: every === 'day' || every === 'week' ? every : 'now',
    at: at ?? AT_ONCE.at,
    weekday: weekday >= 1 && weekday <= 7 && Number.isInteger(weekday) ? weekday : AT_ONCE.weekday,
    daysOff: textIn(filled, FIELD.daysOff) === 'yes',
  };
  const faults: Form['faults'] = {};
  if (rhythm.every !== 'now' && !at) faults.at = t.time;
  if (rhythm.every === 'week' && !rhythm.daysOff && isWeekend(rhythm.weekday)) faults.weekday = t.weekend;
  return { rhythm, faults };
}

/** "8.30" and "08:30" are the same. */
function clockIn(text: string): string | undefined {
  const match = /^(\d{1,2})(?:[.:](\d\d))?$/.exec(text);
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
  if (!match || hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** A field left out of the card, or not of its kind, reads as empty. */
function textIn(filled: Filled, field: string): string {
  const value = filled[field];
  return typeof value === 'string' ? value.trim().slice(0, LONGEST_TEXT) : '';
}
