import { countWords, MAX_WORDS } from '../knowledge/article.ts';
import type { Facets } from '../knowledge/facets.ts';
import { type Lang, langs, type Tags, topics } from '../knowledge/model.ts';
import type { Municipalities } from '../knowledge/municipalities.ts';
import { contactSchema, procedures } from '../knowledge/solution.ts';
import { findPersonalData, type PersonalData } from '../personal-data.ts';
import { type Link, type LinkFault, readLink, readLinks } from './links.ts';
import { type Content, type Gdpr, kinds } from './model.ts';
import { neutral, neutralTitle } from './neutral.ts';
import { type PlaceFault, readPlaces } from './places.ts';
import { titleOf } from './solution.ts';
import { readSystems, readTags, type TagFault } from './subjects.ts';
import { type FieldName, fieldNames, type Written } from './written.ts';

/** What was written, read as what is to be shared; or everything that is wrong with it. Pure. */

/** What is wrong with one field. `most` and `least` say how much it may hold. */
export type Fault = { field: FieldName } & (
  | { why: 'missing' | 'not-a-year' | 'contact' | 'consent' }
  | { why: 'too-long' | 'too-many'; most: number }
  | { why: 'too-many-words'; most: number; words: number }
  | { why: 'too-few-words'; least: number }
  | PlaceFault
  | TagFault
  | LinkFault
);

/** What it is read against. */
export interface World {
  norway: Municipalities;
  tags: Tags;
  facets: Facets;
  year: number;
  /** Tags it had before, which may be known no longer. */
  keptTags: readonly string[];
  /** The language of a text; undefined when it does not show. */
  languageOf(text: string): Lang | undefined;
}

export const MAX_TITLE = 90;
/** As a file of knowledge has it (solution.ts there): fewer do not tell anyone enough. */
const MIN_WORDS = 15;

/** What is said of privacy is put after what was done (solution.ts), and takes some of the room. */
const PRIVACY_WORDS = 15;
/** The words of a part are counted; this stops a "word" of a thousand letters. */
const MAX_PART = 1_800;
const MIN_TITLE = 5;
const SUMMARY = { least: 20, most: 400 };
const MAX_NAME = 120;
const MAX_LIST = 10;
const FIRST_YEAR = 1990;

export function readWritten(
  written: Written,
  world: World,
  lang: Lang,
): { content: Content; faults: Fault[] } {
  const value = (name: FieldName) => written[name] ?? '';
  const kind = kinds.find((one) => one === value('kind')) ?? 'solution';
  const places = readPlaces(value('place'), world.norway);
  const tags = readTags(value('tags'), { ...world, kept: world.keptTags }, lang);
  const systems = readSystems(value('systems'), world.facets);
  const links = readLinks(value('links'));
  const topic = topics.find((one) => one === value('topic'));
  const [dpiaLink, agreementLink] = [optionalLink(value('dpiaLink')), optionalLink(value('agreementLink'))];
  const parts = ['problem', 'done', 'result', 'again', 'otherwise'] as const;
  const needed = new Set<FieldName>(kind === 'need' ? ['problem'] : ['problem', 'done']);
  const year = yearIn(value('year'), world.year);
  const at = <T extends object>(field: FieldName, faults: T[]) =>
    faults.map((fault) => ({ field, ...fault }));

  const faults: Fault[] = [
    ...titleFaults(value('title')),
    ...parts.flatMap((part) => partFaults(part, value(part), needed.has(part))),
    ...at('place', places.faults),
    ...(places.numbers.length === 0 && places.faults.length === 0 ? [missing('place')] : []),
    ...tooMany('place', places.numbers),
    ...(year === undefined ? [{ field: 'year', why: 'not-a-year' } as const] : []),
    ...systems.flatMap(systemFaults).slice(0, 1),
    ...tooMany('systems', systems),
    ...(topic ? [] : [missing('topic')]),
    ...at('tags', tags.faults),
    ...tooMany('tags', tags.tags),
    ...at('dpiaLink', faultOf(dpiaLink)),
    ...at('agreementLink', faultOf(agreementLink)),
    ...at('links', links.faults),
    ...tooMany('links', links.links),
    ...contactFaults(value('role'), value('office'), value('consent')),
    ...langs.flatMap((one) => summaryFaults(one, value(one))),
  ];
  const content: Content = {
    kind,
    title: value('title'),
    language: world.languageOf(parts.map(value).join('\n')) === 'nn' ? 'nn' : 'nb',
    problem: value('problem'),
    done: value('done'),
    result: value('result'),
    again: value('again'),
    otherwise: value('otherwise'),
    summary: Object.fromEntries(langs.flatMap((one) => (value(one) ? [[one, value(one)]] : []))),
    municipalities: places.numbers,
    year: year ?? null,
    procedure: procedures.find((one) => one === value('procedure')) ?? null,
    systems,
    dpia: { done: answerIn(value('dpia')), link: urlOf(dpiaLink) },
    agreement: { done: answerIn(value('agreement')), link: urlOf(agreementLink) },
    links: links.links,
    topic: topic ?? 'samarbeid',
    tags: tags.tags,
    contact: { role: value('role'), office: value('office') },
  };
  return { content, faults };
}

/** Fields with what may be about a person: nothing of a step with any is kept. */
export const personalIn = (written: Written): FieldName[] =>
  fieldNames.filter((name) => kindsIn(written[name] ?? '').length > 0);

/** As it was written and as it will be read: signs that are taken out may stand within an address. */
export const kindsIn = (text: string): PersonalData[] => [
  ...new Set(
    [text, neutral(text), text.replace(/%(?:20|2B|40)/gi, decodeURIComponent)].flatMap(findPersonalData),
  ),
];

const missing = (field: FieldName): Fault => ({ field, why: 'missing' });

const tooMany = (field: FieldName, list: unknown[]): Fault[] =>
  list.length > MAX_LIST ? [{ field, why: 'too-many', most: MAX_LIST }] : [];

function titleFaults(title: string): Fault[] {
  if (titleOf({ title }).length < MIN_TITLE) return [missing('title')];
  return Math.max(title.length, titleOf({ title }).length) > MAX_TITLE
    ? [{ field: 'title', why: 'too-long', most: MAX_TITLE }]
    : [];
}

function partFaults(field: FieldName, text: string, needed: boolean): Fault[] {
  const shown = neutral(text);
  if (!shown) return needed ? [missing(field)] : [];
  const words = countWords(shown);
  if (needed && words < MIN_WORDS) return [{ field, why: 'too-few-words', least: MIN_WORDS }];
  const most = field === 'done' ? MAX_WORDS - PRIVACY_WORDS : MAX_WORDS;
  if (words > most) return [{ field, why: 'too-many-words', most, words }];
  return text.length > MAX_PART ? [{ field, why: 'too-long', most: MAX_PART }] : [];
}

function systemFaults(name: string): Fault[] {
  if (neutralTitle(name).length < 2) return [missing('systems')];
  return name.length > MAX_NAME ? [{ field: 'systems', why: 'too-long', most: MAX_NAME }] : [];
}

/** null: none given. undefined: not a year. */
function yearIn(text: string, thisYear: number): number | null | undefined {
  if (!text) return null;
  const year = Number(text);
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= thisYear + 1 ? year : undefined;
}

type Read = Link | LinkFault | undefined;
const optionalLink = (text: string): Read => (text ? readLink(text) : undefined);
const faultOf = (read: Read): LinkFault[] => (read && 'why' in read ? [read] : []);
const urlOf = (read: Read): string => (read && 'url' in read ? read.url : '');

const answerIn = (text: string): Gdpr['done'] =>
  text === 'yes' || text === 'no' || text === 'not-relevant' ? text : null;

/** A role and an office, never a person; and only when it is agreed that others see them. */
function contactFaults(role: string, office: string, consent: string): Fault[] {
  if (!role && !office) return [];
  const { shape } = contactSchema;
  const bad = (['role', 'office'] as const).filter(
    (field) => !shape[field].safeParse(neutralTitle(field === 'role' ? role : office)).success,
  );
  if (bad.length > 0)
    return bad.map((field) => {
      const empty = field === 'role' ? !role : !office;
      return empty ? missing(field) : { field, why: 'contact' };
    });
  return consent === 'yes' ? [] : [{ field: 'consent', why: 'consent' }];
}

function summaryFaults(field: Lang, text: string): Fault[] {
  if (!text) return [];
  if (text.length > SUMMARY.most) return [{ field, why: 'too-long', most: SUMMARY.most }];
  return neutralTitle(text).length < SUMMARY.least ? [{ field, why: 'too-few-words', least: 4 }] : [];
}
