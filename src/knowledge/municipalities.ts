import { z } from 'zod';
import { type Hit, indexNames, readWords } from './names.ts';

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
type County = z.infer<typeof countySchema>;

interface Reason {
  /** The name that is no longer in use, or the number where the municipality has kept its name. */
  was: string;
  /** The number of before, when that is what was asked for. */
  number?: string;
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
   * with a reason each. A name that several have gives them all, unless the county stands beside it. Last come those
   * given by number ("kommunenummer 1903"), all there are when what the number stood for was split.
   */
  find(text: string): Found[];
  /** The counties named in a text. A dissolved one gives those that came after it: Viken gives three. */
  findCounty(text: string): County[];
  /** Whether the text names nothing but places: "kommunene i Agder", "Nore og Uvdal kommune", "1903". */
  onlyPlaces(text: string): boolean;
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
      return [
        ...new Set([
          ...places(words).flatMap((hit) => inCountyBeside(hit, near)),
          ...numbersIn(text).flatMap((number) => numbers.get(number) ?? []),
        ]),
      ];
    },
    findCounty: (text) => {
      const words = readWords(text);
      const inside = places(words).filter((place) => place.to - place.from > 1);
      // Indre Østfold is a municipality, and says nothing of the county.
      const free = regions(words).filter((r) => !inside.some((p) => p.from <= r.from && r.to <= p.to));
      return [...new Set(free.flatMap((region) => region.values))];
    },
    onlyPlaces: (text) => {
      const words = readWords(text);
      const hits = [...places(words), ...regions(words)];
      const free = words.filter((_, at) => !hits.some((hit) => hit.from <= at && at < hit.to));
      return (hits.length > 0 || numbersIn(text).length > 0) && free.every((word) => AROUND.test(word.key));
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
      add(was, { municipality, reason: { was, number: was, year } });
    for (const former of municipality.former)
      for (const number of former.numbers)
        add(number, { municipality, reason: { ...reasonOf(former, all), number } });
  }
  return numbers;
}

const LABELLED =
  /(?<!\p{L})(?:kommune(?:nummer(?:et)?| ?nr\.?|koden?)|municipality (?:number|code|no\.?))(?: (?:er|is|var|was))?:? *((?:\d{4}(?!\d)(?:, ?| og | eller | and | or )?)+)/giu;
const BESIDE_THE_WORD =
  /(?<!\p{L})kommune (\d{4})(?!\d|[.,]\d)|(?<![\d.,§-])(\d{4}) (?:kommune|municipality)(?!\p{L})/giu;
const ALONE = /^[^\p{L}\d]*(\d{4})[^\p{L}\d]*$/u;

/** Porsanger was 2020: without the word for it a year is a year. */
const looksLikeYear = (number: string): boolean => /^(?:19[5-9]|20)/.test(number);

/** What is written as the number of a municipality. Other four digits are years, amounts, postal codes and paragraphs. */
function numbersIn(text: string): string[] {
  const labelled = [...text.matchAll(LABELLED)].flatMap((match) => match[1]?.match(/\d{4}/g) ?? []);
  const beside = [...text.matchAll(BESIDE_THE_WORD)].flatMap((match) => match[1] ?? match[2] ?? []);
  const alone = ALONE.exec(text)?.[1];
  const unlabelled = alone ? [...beside, alone] : beside;
  return [...labelled, ...unlabelled.filter((number) => !looksLikeYear(number))];
}

/** What may stand around names without saying anything else. */
const AROUND =
  /^(?:og|eller|samt|and|or|i|in|the|of|noen|nokon|nokre|alle|any|all|nye|tidligere|tidlegare|gamle|former|sine?|sitt|herad|fylkes?(?:t|kommun\p{L}*)?|kommun\p{L}*|municipalit\p{L}+|count(?:y|ies))$/u;

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
