import { type Knowledge, type Lang, langs, type Topic, topics } from '../knowledge/model.ts';
import type { Found, Municipalities } from '../knowledge/municipalities.ts';
import { wordsOf } from '../search/analyse.ts';
import { type Naming, openNaming } from '../search/naming.ts';
import { textsIn } from '../texts/texts.ts';
import { type Interest, type InterestKind, partsOf } from './model.ts';
import { type Known, nearest } from './near.ts';

/** What people write of what they follow, read and said: topics, tags, municipalities and counties by all their names. */
export interface Names {
  /** Within a sentence; an interest that is no longer known goes by its own word. */
  of(interest: Interest, lang: Lang): string;
  /** What is named in a text, one after the other, of these kinds only. */
  understand(text: string, kinds: readonly InterestKind[]): Understood;
}

interface Understood {
  interests: Interest[];
  /** As written, with what it may be a misspelling of or, where a name is of several, each of those. */
  unknown: { text: string; near: Interest[] }[];
  /** Names of before, with what they are today. */
  today: { was: string; now: string[] }[];
}

type Base = Pick<Knowledge, 'tags' | 'facets' | 'glossary' | 'solutions'>;

export function openNames(base: Base, norway: Municipalities): Names {
  const { tags, facets, glossary, solutions } = base;
  const titles = new Map(solutions.map(({ id, title }) => [id, title]));
  const subjects = subjectsOf(base);
  const places = placesOf(norway);
  const naming: Naming<Interest> = openNaming(
    subjects.map(({ interest, names }) => ({ value: interest, names })),
    glossary,
    [],
  );
  const known = [...subjects, ...places];

  function subjectIn(text: string, kinds: readonly InterestKind[]): Interest[] {
    const words = wordsOf(text);
    const found = naming.at(words, 0);
    if (!found || found.length < words.length) return [];
    // A word that is both a topic and a tag is the wider of them.
    const fit = found.values.filter((interest) => kinds.includes(partsOf(interest).kind));
    const topic = fit.find((interest) => partsOf(interest).kind === 'topic');
    return topic ? [topic] : fit;
  }

  /** A municipality with the name of its county is the municipality, unless the county is said. */
  function placeIn(text: string, kinds: readonly InterestKind[]): { interests: Interest[]; found: Found[] } {
    const named = /^\d{4}$/.test(text) ? `kommunenummer ${text}` : text;
    if (!norway.onlyPlaces(named) && !norway.onlyPlaces(`${named} kommune`))
      return { interests: [], found: [] };
    const counties = kinds.includes('county') ? norway.findCounty(text) : [];
    const found = kinds.includes('municipality') ? municipalitiesIn(named) : [];
    if (counties.length > 0 && (found.length === 0 || COUNTY.test(text)))
      return { interests: counties.map(({ number }): Interest => `county:${number}`), found: [] };
    const numbers = [...new Set(found.map(({ municipality }) => municipality.number))];
    return { interests: numbers.map((number): Interest => `municipality:${number}`), found };
  }

  /** Written small, an ordinary word needs the word for it to be a name: "ås". */
  function municipalitiesIn(text: string): Found[] {
    const found = norway.find(text);
    return todayFirst(found.length > 0 ? found : norway.find(`${text} kommune`));
  }

  function read(text: string, kinds: readonly InterestKind[]): Understood {
    if (kinds.includes('everything') && EVERYTHING.test(text))
      return { ...NOTHING, interests: ['everything'] };
    const { interests, found } = placeIn(text, kinds);
    const several = severalOf(found);
    if (several.length > 0) return { ...NOTHING, unknown: [{ text, near: several }] };
    if (interests.length > 0) return { ...NOTHING, interests, today: todayOf(found) };
    const subjects = subjectIn(text, kinds);
    if (subjects.length > 0) return { ...NOTHING, interests: subjects };
    return { ...NOTHING, unknown: [{ text, near: nearest(text, known, kinds) }] };
  }

  return {
    of(interest, lang) {
      const { kind, value } = partsOf(interest);
      const t = textsIn(lang);
      switch (kind) {
        case 'everything':
          return t.follow.everything;
        case 'topic':
          return small(t.topic[value as Topic] ?? value);
        case 'tag': {
          const tag = tagToday(value, base);
          const name = tags.get(tag)?.[lang] ?? value;
          return facets.proper.includes(tag) ? name : small(name);
        }
        case 'municipality':
          return municipalityName(value, norway);
        case 'county':
          return norway.counties.find(({ number }) => number === value)?.name ?? value;
        case 'solution':
          return t.follow.solution(titles.get(value) ?? value);
      }
    },
    understand(text, kinds) {
      const pieces = text
        .normalize('NFC')
        .slice(0, LONGEST_TEXT)
        .split(/[,;\n]/)
        .map(trimmed)
        .filter(Boolean);
      return joined(pieces.slice(0, MOST).flatMap((piece) => inParts(piece, (part) => read(part, kinds))));
    },
  };
}

/** "Helse og omsorg" is one name, and "dpia og sky" two. What is not understood whole is tried in parts. */
function inParts(piece: string, read: (text: string) => Understood): Understood[] {
  const whole = read(piece);
  const parts = piece.split(/ (?:og|and|samt) /i).map(trimmed);
  if (whole.unknown.length === 0 || parts.length < 2) return [whole];
  const each = parts.map(read);
  // Where no part says anything, it was meant as a whole.
  return each.every(({ unknown }) => unknown.length > 0) && whole.unknown.some(({ near }) => near.length > 0)
    ? [whole]
    : each;
}

function joined(all: Understood[]): Understood {
  return {
    interests: [...new Set(all.flatMap(({ interests }) => interests))],
    unknown: all.flatMap(({ unknown }) => unknown),
    today: all.flatMap(({ today }) => today),
  };
}

const NOTHING: Understood = { interests: [], unknown: [], today: [] };
const EVERYTHING =
  /^(?:alt|alle|alt som (?:deles|blir delt|vert delt)|everything|all|everything that is shared)$/i;
const COUNTY = /(?:fylke|fylkeskommun|county)/i;
/** What can be followed at once has room, written out. */
export const LONGEST_TEXT = 3_000;
const MOST = 100;

const trimmed = (text: string): string => text.replace(/^[\s.«"”“]+|[\s.»"”“]+$/g, '');

/** Who writes Nes means the one that is called so, and not those that were. */
const todayFirst = (found: Found[]): Found[] =>
  found.filter(
    ({ reason }) => !reason || !found.some((one) => !one.reason && one.municipality.name === reason.was),
  );

/** Herøy is two: which is meant must be said. What was split is all its parts. */
function severalOf(found: Found[]): Interest[] {
  const whole = found.filter(({ reason }) => !reason?.parts);
  const numbers = [...new Set(whole.map(({ municipality }) => municipality.number))];
  const names = new Set(whole.map(({ municipality, reason }) => reason?.was ?? municipality.name));
  return numbers.length > 1 && names.size === 1
    ? numbers.map((number): Interest => `municipality:${number}`)
    : [];
}

function todayOf(found: Found[]): Understood['today'] {
  const byName = new Map<string, string[]>();
  for (const { municipality, reason } of found)
    if (reason && reason.was !== municipality.name)
      byName.set(reason.was, [...(byName.get(reason.was) ?? []), municipality.name]);
  return [...byName].map(([was, now]) => ({ was, now: [...new Set(now)] }));
}

function subjectsOf({ tags, facets }: Base): Known[] {
  const also = (subject: string) => facets.subjects[subject] ?? [];
  return [
    ...topics.map((topic) => ({
      interest: `topic:${topic}` as const,
      names: [topic, ...langs.map((lang) => textsIn(lang).topic[topic]), ...also(topic)],
    })),
    ...[...tags].map(([tag, names]) => ({
      interest: `tag:${tag}` as const,
      names: [tag, ...langs.flatMap((lang) => bracketed(names[lang])), ...also(tag)],
    })),
  ];
}

/** What a tag was called is among its other names, as its id was. */
const tagToday = (tag: string, { tags, facets }: Base): string =>
  tags.has(tag) ? tag : ([...tags.keys()].find((one) => facets.subjects[one]?.includes(tag)) ?? tag);

/** "Personvernkonsekvenser (DPIA)" is called both. */
const bracketed = (name: string): string[] => [
  name,
  ...name.split(/[()]/).flatMap((part) => (part.trim().length > 1 ? [part.trim()] : [])),
];

function placesOf({ all, counties }: Municipalities): Known[] {
  return [
    ...all.map((m) => ({
      interest: `municipality:${m.number}` as const,
      names: [m.name, ...m.former.map(({ name }) => name)],
    })),
    ...counties.map(({ number, name }) => ({ interest: `county:${number}` as const, names: [name] })),
  ];
}

/** The name of today; two of one name have their county beside them. */
function municipalityName(number: string, norway: Municipalities): string {
  const municipality = norway.byNumber(number)?.municipality;
  if (!municipality) return number;
  const { name, county } = municipality;
  return norway.all.filter((m) => m.name === name).length > 1 ? `${name} (${county.name})` : name;
}

/** With a small first letter, but for what is written in capitals. */
const small = (name: string): string =>
  /^\p{Lu}{2}/u.test(name) ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

/** Opened anew only when the knowledge is. */
export function keptNames(knowledge: () => Base, norway: () => Municipalities): () => Names {
  let was: { base: Base; norway: Municipalities } | undefined;
  let names: Names | undefined;
  return () => {
    const is = { base: knowledge(), norway: norway() };
    if (!names || is.base !== was?.base || is.norway !== was.norway) names = openNames(is.base, is.norway);
    was = is;
    return names;
  };
}
