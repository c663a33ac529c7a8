import type { Solution } from '../../knowledge/solution.ts';
import { type Role, roleAt } from './frame.ts';
import type { Nameable } from './names.ts';
import type { ListReader } from './read.ts';
import { type AskedWord, askedWords } from './words.ts';

type Kind = Solution['kind'];

/** A question, word for word, as a list question is understood. */
export type Part =
  | { is: 'place'; text: string }
  /** What it is listed by; several when one name is of several things. */
  | {
      is: 'value';
      values: Nameable['value'][] /** Joined to the one before by "og" or "eller". */;
      joined: boolean;
    }
  | { is: 'who' /** "noen", which may ask for no more than "any". */; some: boolean }
  | { is: 'entry'; kinds: Kind[] }
  | { is: Exclude<Role, 'who' | 'some' | 'municipality' | 'solution' | 'experience' | 'entry' | 'need'> };

/** Every word of the text, or undefined when one of them is not understood. */
export function partsOf(text: string, reader: ListReader): Part[] | undefined {
  const words = askedWords(text).flatMap((word) => inTwo(word, reader));
  const read = readParts(words, reader);
  if (!read || Array.isArray(read)) return read;
  const corrected = words.map((word, at) => read.corrected.get(at) ?? word.raw);
  const again = readParts(askedWords(corrected.join(' ')), reader);
  return Array.isArray(again) ? again : undefined;
}

/** "DPIA-erfaringer" and "velferdsteknologiløsninger" are what is listed and what it is about. */
function inTwo(word: AskedWord, { naming }: ListReader): AskedWord[] {
  const { about = '', entry = '' } = COMPOUND.exec(word.raw)?.groups ?? {};
  const two = askedWords(`${about} ${entry}`);
  return about && naming.at(two, 0)?.length === 1 ? two.toReversed() : [word];
}

const COMPOUND =
  /^(?<about>\p{L}{2,}?)[s-]?(?<entry>løsning(?:er|ene)|løysing(?:ar|ane)|erfaring(?:er|ene|ar|ane)|røynsl(?:er|ene)|prosjekt(?:er|ene|a)?)$/iu;

/** The parts, or what misspelt words are read as, by place; undefined as soon as a word says something else. */
function readParts(
  words: AskedWord[],
  reader: ListReader,
): Part[] | { corrected: Map<number, string> } | undefined {
  const { norway, naming, known } = reader;
  const text = textOf(words);
  const places =
    norway.find(text).length > 0 || norway.findCounty(text).length > 0 || /(?<!\d)\d{4}(?!\d)/.test(text);
  const parts: Part[] = [];
  const corrected = new Map<number, string>();
  for (let at = 0; at < words.length; ) {
    const word = words[at]!;
    const next = partAt(words, at, parts, reader);
    if (next) {
      parts.push(next.part);
      at += next.length;
      continue;
    }
    const length = places ? placeAt(words, at, reader) : 0;
    if (length > 0) parts.push({ is: 'place', text: textOf(words.slice(at, at + length)) });
    else {
      // An ordinary word is no misspelling.
      const near = known(word.text) ? undefined : naming.nearest(word.text);
      if (near === undefined) return undefined;
      corrected.set(at, near);
    }
    at += Math.max(1, length);
  }
  return corrected.size > 0 ? { corrected } : parts;
}

function partAt(
  words: AskedWord[],
  at: number,
  before: Part[],
  { naming }: ListReader,
): { part: Part; length: number } | undefined {
  const named = naming.at(words, at);
  const framed = roleAt(words, at);
  const afterAbout = before.at(-1)?.is === 'about';
  // "Behov" after "om" is what the list is about; elsewhere it is what is listed.
  if (named && (!framed || named.length > framed.length || afterAbout)) {
    const joined = before.at(-1)?.is === 'and' && before.at(-2)?.is === 'value';
    return { part: { is: 'value', values: chosen(named.values, before), joined }, length: named.length };
  }
  if (!framed) return joinedAt(words, at, before, naming);
  const next = words[at + framed.length];
  const part =
    framed.role === 'municipality'
      ? municipalityPart(words[at]!.text, before)
      : partOf(framed.role, next, before.at(-1)?.is === 'have');
  return { part, length: framed.length };
}

/** A compound written apart: "velferds teknologi". */
function joinedAt(words: AskedWord[], at: number, before: Part[], naming: ListReader['naming']) {
  const [first, second] = words.slice(at);
  if (!first || !second) return undefined;
  const named = naming.at(askedWords(first.raw + second.raw), 0);
  return (
    named && {
      part: { is: 'value', values: chosen(named.values, before), joined: false } as const,
      length: 2,
    }
  );
}

/** "Brukt rammeavtale" is a procedure, and "om rammeavtaler" what it is about. */
function chosen(values: Nameable['value'][], before: Part[]): Nameable['value'][] {
  const about =
    before.findLast(
      (part) => part.is !== 'fill' && part.is !== 'article' && part.is !== 'value' && part.is !== 'and',
    )?.is === 'about';
  for (const field of about ? FIELDS.toReversed() : FIELDS) {
    const of = values.filter((value) => value.field === field);
    if (of.length > 0) return of;
  }
  return values;
}

const FIELDS = ['procedure', 'system', 'network', 'subject'] as const;

/** "Hvilke kommuner" and "noen kommune" ask who; "hva gjorde kommunene i Agder" asks what. */
function municipalityPart(word: string, before: Part[]): Part {
  const last = before.at(-1)?.is;
  const one = /^(?:kommunen?|municipality|council)$/.test(word);
  const definite = /^kommun(?:ene|ane|a)$/.test(word);
  if (one && last !== 'which' && last !== 'who' && last !== 'what') return { is: 'fill' };
  if (definite && before.some((part) => part.is === 'what')) return { is: 'fill' };
  return { is: 'who', some: false };
}

function partOf(role: Exclude<Role, 'municipality'>, next: AskedWord | undefined, have: boolean): Part {
  switch (role) {
    case 'many':
      // "Hvor mange har brukt": how many municipalities.
      return isRole(next, 'have', 'use') ? { is: 'who', some: false } : { is: 'many' };
    case 'who':
      return { is: 'who', some: false };
    case 'some':
      // "Finnes det noen løsninger", while "har noen erfaring" asks who.
      return !have && isRole(next, ...LISTED) ? { is: 'fill' } : { is: 'who', some: true };
    case 'solution':
    case 'experience':
    case 'need':
      return { is: 'entry', kinds: [role] };
    case 'entry':
      return { is: 'entry', kinds: ['solution', 'experience'] };
    case 'joint':
      // "Felles behov" are needs, while a joint DPIA is another thing than a DPIA.
      return { is: isRole(next, 'need') ? 'fill' : 'joint' };
    default:
      return { is: role };
  }
}

const LISTED = ['solution', 'experience', 'entry', 'need'] as const;

const isRole = (word: AskedWord | undefined, ...roles: Role[]): boolean => {
  const role = word && roleAt([word], 0)?.role;
  return role !== undefined && roles.includes(role);
};

/** How many words from here name a place and nothing else, the most there are. */
function placeAt(words: AskedWord[], at: number, { norway }: ListReader): number {
  // "De 17 kommunene i Agder" are some of them; four digits may be the number of one.
  if (/^\d+$/.test(words[at]!.raw) && !/^\d{4}$/.test(words[at]!.raw)) return 0;
  for (let length = Math.min(MOST_OF_A_PLACE, words.length - at); length > 0; length--) {
    const last = words[at + length - 1]!;
    if (!BETWEEN.test(last.text) && norway.onlyPlaces(textOf(words.slice(at, at + length)))) return length;
  }
  return 0;
}

const MOST_OF_A_PLACE = 10;
const BETWEEN = /^(?:og|eller|samt|and|or|i|in)$/;

const textOf = (words: AskedWord[]): string => words.map((word) => word.raw).join(' ');
