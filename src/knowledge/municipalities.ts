import { z } from 'zod';

const municipalityNumber = z.string().regex(/^\d{4}$/, 'kommunenummer med fire sifre');
const countyNumber = z.string().regex(/^\d{2}$/, 'fylkesnummer med to sifre');
const name = z.string().trim().min(2);
/** The names in Norwegian, and the official ones in Sámi and Kven where there are any. */
const names = { name, sami: name.optional(), kven: name.optional() };
/** The change took effect on 1 January of this year. */
const year = z.int().min(2017).max(2100);

const countySchema = z.strictObject({
  number: countyNumber,
  ...names,
  /** Counties that were merged or split into this one. One that was split stands under each of its parts. */
  former: z.array(z.strictObject({ name, year })).default([]),
});

const formerSchema = z.strictObject({
  ...names,
  numbers: z.array(municipalityNumber).min(1),
  year,
  /** Only a part of it went here; the rest stands under other municipalities. */
  part: z.literal(true).optional(),
  /** The same municipality under another name, not a merger. */
  renamed: z.literal(true).optional(),
});

const municipalitySchema = z.strictObject({
  number: municipalityNumber,
  ...names,
  county: z.strictObject({ number: countyNumber, name }),
  /** Numbers the municipality has had under its own name, with the year each was replaced. */
  formerNumbers: z.record(municipalityNumber, year).default({}),
  former: z.array(formerSchema).default([]),
});

/** knowledge/municipalities.json */
export const municipalitiesSchema = z
  .strictObject({
    /** Where the list comes from and how it was made, for whoever has to renew it. */
    source: z.string().trim().min(20),
    counties: z.array(countySchema).min(1),
    municipalities: z.array(municipalitySchema).min(1),
  })
  .superRefine(({ counties, municipalities }, context) => {
    const countyNames = new Map(counties.map((c) => [c.number, c.name]));
    const seen = new Set<string>();
    municipalities.forEach((m, i) => {
      const fault = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['municipalities', i, field], message });
      if (seen.has(m.number)) fault('number', `nummeret ${m.number} finnes to ganger`);
      seen.add(m.number);
      if (!m.number.startsWith(m.county.number)) fault('county', 'nummeret må begynne med fylkesnummeret');
      if (countyNames.get(m.county.number) !== m.county.name) fault('county', 'fylket står ikke i counties');
    });
  });

export type MunicipalityList = z.infer<typeof municipalitiesSchema>;
export type Municipality = z.infer<typeof municipalitySchema>;
export type County = z.infer<typeof countySchema>;

export interface Reason {
  /** The name or number that is no longer in use. */
  was: string;
  /** The change took effect on 1 January of this year. */
  year: number;
  /** Every municipality it was split among, when there are several. */
  parts?: Municipality[];
  /** It changed its name only. */
  renamed?: true;
}

export interface Found {
  municipality: Municipality;
  /** Why this municipality is the answer, when the name or number asked for is not today's. */
  reason?: Reason;
}

export interface Municipalities {
  all: Municipality[];
  counties: County[];
  /**
   * Understands numbers that are no longer valid too. Undefined when the number is unknown, or when what it stood
   * for was split among several municipalities (1507 was Ålesund and Haram).
   */
  byNumber(number: string): Found | undefined;
  /**
   * The municipalities named in a text, in its order, one for each name: "Skedsmo og Sørum" gives Lillestrøm twice,
   * with a reason each. A name that several have gives them all, unless the county stands beside it.
   */
  find(text: string): Found[];
  /** The counties named in a text. A dissolved one gives those that came after it: Viken gives three. */
  findCounty(text: string): County[];
}

export function openMunicipalities({ counties, municipalities }: MunicipalityList): Municipalities {
  const places = indexNames(
    municipalities.flatMap((m) => namedIn(m, municipalities)),
    ORDINARY,
    { indefinite: /^(?:kommunes?|municipality)$/, definite: /^kommun(?:en|a)s?$/ },
  );
  const regions = indexNames(
    counties.flatMap((county) =>
      [...namesOf(county), ...county.former.map((f) => f.name)].map((name) => ({ name, value: county })),
    ),
    new Set(['innlandet', 'viken']),
    { indefinite: /^(?:fylkes?|fylkeskommunes?|county)$/, definite: /^(?:fylkets?|fylkeskommun(?:en|a)s?)$/ },
  );
  const numbers = numbersOf(municipalities);
  return {
    all: municipalities,
    counties,
    byNumber: (number) => {
      const known = numbers.get(number.trim()) ?? [];
      return known.length === 1 ? known[0] : undefined;
    },
    find: (text) => {
      const words = readWords(text);
      const near = regions(words);
      return [...new Set(places(words).flatMap((hit) => inCountyBeside(hit, near)))];
    },
    findCounty: (text) => {
      const words = readWords(text);
      const inside = places(words).filter((place) => place.to - place.from > 1);
      // Indre Østfold is a municipality, and says nothing of the county.
      const free = regions(words).filter((r) => !inside.some((p) => p.from <= r.from && r.to <= p.to));
      return [...new Set(free.flatMap((region) => region.values))];
    },
  };
}

function namesOf({ name, sami, kven }: { name: string; sami?: string; kven?: string }): string[] {
  return [name, sami, kven].filter((n) => n !== undefined);
}

function namedIn(municipality: Municipality, all: Municipality[]): { name: string; value: Found }[] {
  const today = { municipality };
  return [
    ...namesOf(municipality).map((name) => ({ name, value: today })),
    ...municipality.former.flatMap((former) => {
      const value = { municipality, reason: reasonOf(former, all) };
      return namesOf(former).map((name) => ({ name, value }));
    }),
  ];
}

function reasonOf(f: z.infer<typeof formerSchema>, all: Municipality[]): Reason {
  const heirs = all.filter((m) => m.former.some((g) => g.numbers[0] === f.numbers[0]));
  return {
    was: f.name,
    year: f.year,
    ...(heirs.length > 1 && { parts: heirs }),
    ...(f.renamed && { renamed: f.renamed }),
  };
}

function numbersOf(all: Municipality[]): Map<string, Found[]> {
  const numbers = new Map<string, Found[]>();
  const add = (number: string, found: Found) => numbers.set(number, [...(numbers.get(number) ?? []), found]);
  for (const municipality of all) {
    add(municipality.number, { municipality });
    for (const [was, year] of Object.entries(municipality.formerNumbers))
      add(was, { municipality, reason: { was, year } });
    for (const former of municipality.former)
      for (const number of former.numbers) add(number, { municipality, reason: reasonOf(former, all) });
  }
  return numbers;
}

/** How many words may stand between a place and its county: "Våler kommune i Østfold". */
const BESIDE = 2;

/** Of several places with one name, those in the county that stands after it, or else before it. */
function inCountyBeside(place: Hit<Found>, counties: Hit<County>[]): Found[] {
  const after = counties.find((c) => c.from >= place.to && c.from - place.to <= BESIDE);
  const before = counties.findLast((c) => c.to <= place.from && place.from - c.to <= BESIDE);
  for (const county of [after, before]) {
    const numbers = county?.values.map((c) => c.number) ?? [];
    const there = place.values.filter((found) => numbers.includes(found.municipality.county.number));
    if (there.length > 0) return there;
  }
  return place.values;
}

/**
 * Names, of today and before, that are words people write about other things, in Norwegian or in English. Asker,
 * Moss, Skien, Hvaler and the like are left out although they mean something: in a question to a municipality they
 * are places.
 */
const ORDINARY = new Set(
  `berg bø eid eide fet fjell fjord flora flå gol gran grane grue heim hof hol hole hå leka lom loppa lund lyngen
  marker nes os osen re røst røyken råde sande sel selje ski sola stad strand stranda sund time tinn torsken vang vik
  øyer ål ås`.split(/\s+/),
);

/** Ordinary words that often open a sentence or a subject line, where a capital letter tells nothing. */
const OPENERS = new Set(['time', 're', 'marker']);

/** One word of a text, with what its surroundings say about it. */
interface Word {
  /** As written, without the apostrophe or 's of a genitive. */
  text: string;
  key: string;
  /** Joined by a hyphen to the word before. */
  joined: boolean;
  /** First in the text or in a sentence. */
  opens: boolean;
}

/** What a text names, and the words that name it: from `from` up to, not including, `to`. */
interface Hit<T> {
  values: T[];
  from: number;
  to: number;
}

function readWords(text: string): Word[] {
  const normal = text.normalize('NFC');
  let end = 0;
  return [...normal.matchAll(/\p{L}+(?:['’]s?(?!\p{L}))?/gu)].map(({ 0: written, index }) => {
    const gap = normal.slice(end, index);
    const opens = end === 0 || /[.!?:\n]/.test(gap);
    end = index + written.length;
    const word = written.replace(/['’]s?$/, '');
    return { text: word, key: keyOf(word), joined: /^[-‐‑–]$/.test(gap), opens };
  });
}

/** Swedish and German keyboards write ä and ö. */
const keyOf = (word: string): string =>
  word.normalize('NFC').toLowerCase().replaceAll('ä', 'æ').replaceAll('ö', 'ø');

/** How people write æ, ø and å without the letters: Baerum and Barum, Tromso and Tromsoe, As and Aas. */
const PLAIN = [
  { æ: 'ae', ø: 'o', å: 'a' },
  { æ: 'ae', ø: 'oe', å: 'aa' },
  { æ: 'a', ø: 'o', å: 'a' },
];

function plainKeys(key: string): string[] {
  return PLAIN.map((plain) =>
    Object.entries(plain)
      .reduce((text, [letter, instead]) => text.replaceAll(letter, instead), key)
      .normalize('NFD')
      .replace(/\p{M}/gu, ''),
  );
}

/**
 * Finds names in a text, in its order: the longest first, none inside another. An `ordinary` name needs a capital
 * letter, or one of the words in `beside` after it. Written without its æ, ø and å only the indefinite form will do:
 * "skal vi ha kommunen med" is not about Hå.
 */
function indexNames<T>(
  names: { name: string; value: T }[],
  ordinary: Set<string>,
  beside: { indefinite: RegExp; definite: RegExp },
): (words: Word[]) => Hit<T>[] {
  const spellings = spellingsOf(names);
  const longest = Math.max(...[...spellings.keys()].map((key) => key.split(' ').length));

  const lookUp = (key: string) =>
    // A name that ends in s takes an apostrophe only: "oss" is not the genitive of Os.
    spellings.get(key) ?? spellings.get(key.replace(/(?<!s)s$/, ''));

  const isMeant = ({ name, plain }: Spelling<T>, word: Word, next: Word | undefined, alone: boolean) => {
    if (!ordinary.has(name)) return true;
    if (next && (beside.indefinite.test(next.key) || (!plain && beside.definite.test(next.key)))) return true;
    // Not "OS", and not "Ha".
    if (plain || !/^\p{Lu}\p{Ll}+$/u.test(word.text)) return false;
    return alone || !(word.opens && OPENERS.has(name));
  };

  const hitAt = (words: Word[], from: number): Hit<T> | undefined => {
    const [first, ...rest] = words.slice(from, from + longest);
    if (!first) return undefined;
    for (let length = rest.length + 1; length > 0; length--) {
      const to = from + length;
      const next = words[to];
      const spelling = lookUp([first, ...rest.slice(0, length - 1)].map((word) => word.key).join(' '));
      if (!spelling || !isMeant(spelling, first, next, words.length === 1)) continue;
      if (next?.joined && /^(?:region|områd|distrikt)/.test(next.key)) continue;
      return { values: spelling.values, from, to };
    }
    return undefined;
  };

  return (words) => {
    const hits: Hit<T>[] = [];
    for (let at = 0; at < words.length; at = Math.max(at + 1, hits.at(-1)?.to ?? 0)) {
      // "Stor-Oslo" is not Oslo, but in "Asker-Bærum" both are meant.
      if (words[at]?.joined && hits.at(-1)?.to !== at) continue;
      const hit = hitAt(words, at);
      if (hit) hits.push(hit);
    }
    return hits;
  };
}

interface Spelling<T> {
  /** The name as it is spelled, in lower case, with spaces for hyphens. */
  name: string;
  /** Without the æ, ø, å or accents of the name. */
  plain: boolean;
  values: T[];
}

function spellingsOf<T>(names: { name: string; value: T }[]): Map<string, Spelling<T>> {
  const spellings = new Map<string, Spelling<T>>();
  for (const { name: written, value } of names) {
    const name = keyOf(written).replace(/[\s-]+/g, ' ');
    const values = [...(spellings.get(name)?.values ?? []), value];
    spellings.set(name, { name, plain: false, values });
  }
  // A name spelled out goes before one written plainly: Lardal is Lardal, not Lærdal.
  for (const { name, values } of [...spellings.values()]) {
    for (const key of plainKeys(name))
      if (!spellings.has(key)) spellings.set(key, { name, plain: true, values });
  }
  return spellings;
}
