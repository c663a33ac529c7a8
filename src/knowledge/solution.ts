import { z } from 'zod';
import { countWords, MAX_WORDS, MIN_WORDS, parseBody, parseYaml, slugOf } from './article.ts';
import { type Article, articleHeadSchema, type Fault, type Section, sourceSchema } from './model.ts';

const MIN_PART_WORDS = 15;

/** How the id begins of what was shared in Samvit itself. Who did it tells it, so it may be short and have no source. */
export const SHARED = 'delt-';

/** What is told about a case, in this order. */
const parts = ['problem', 'done', 'result', 'again', 'otherwise'] as const;
type Part = (typeof parts)[number];

/** As they stand in a file, in the language of the case. */
export const headings: Record<Article['language'], Record<Part, string>> = {
  nb: {
    problem: 'Behovet',
    done: 'Hva de gjorde',
    result: 'Resultatet',
    again: 'Ville gjort igjen',
    otherwise: 'Ville gjort annerledes',
  },
  nn: {
    problem: 'Behovet',
    done: 'Kva dei gjorde',
    result: 'Resultatet',
    again: 'Ville gjort igjen',
    otherwise: 'Ville gjort annleis',
  },
};

/** What a section is called after the title of the case, where it is read without its neighbours. */
const labels: Record<Article['language'], Record<Part | 'thin' | 'untold', string>> = {
  nb: {
    problem: 'behovet',
    done: 'hva de gjorde',
    result: 'resultatet',
    again: 'det de ville gjort igjen',
    otherwise: 'det de ville gjort annerledes',
    thin: 'det kilden ikke sier',
    untold: 'det som ikke er fortalt',
  },
  nn: {
    problem: 'behovet',
    done: 'kva dei gjorde',
    result: 'resultatet',
    again: 'det dei ville gjort igjen',
    otherwise: 'det dei ville gjort annleis',
    thin: 'det kjelda ikkje seier',
    untold: 'det som ikkje er fortalt',
  },
};

export const procedures = [
  'apen',
  'begrenset',
  'forhandling',
  'konkurransepreget-dialog',
  'innovasjonspartnerskap',
  'forenklet',
  'rammeavtale',
  'minikonkurranse',
  'direkte',
  'annet',
] as const;

/** Four digits that begin with a county of 2024 or later. Whether the municipality exists is for the municipality list. */
const municipalityNumber = z
  .string('skriv nummeret i anførselstegn, som "3203"')
  .regex(
    /^(?:03|11|15|18|31|32|33|34|39|40|42|46|50|55|56)\d{2}$/,
    'kommunenummer med fire siffer, slik det er fra 2024',
  );

// Amounts are grouped in threes from the right, so they do not look like these.
const PHONE = /(?<!\d)(?:\d{8}|\d{2} \d{2} \d{2} \d{2}|\d{3} \d{2} \d{3})(?!\d)/;
const EMAIL = /\S@\S/;
const TWO_NAMES = /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u;

const reachesNoPerson = z
  .string()
  .trim()
  .min(2)
  .max(120)
  .refine((text) => !EMAIL.test(text) && !PHONE.test(text), 'ingen e-postadresse og ikke noe telefonnummer');

/** Whom to ask: a role and an office, never a person. */
export const contactSchema = z.strictObject({
  role: reachesNoPerson.refine((text) => !TWO_NAMES.test(text), 'en rolle med små bokstaver, ikke et navn'),
  office: reachesNoPerson,
});

const line = z.string().trim().min(2).max(160);

const solutionHeadSchema = articleHeadSchema.omit({ authority: true, validFrom: true }).extend({
  kind: z.enum(['solution', 'experience', 'need']),
  title: articleHeadSchema.shape.title.regex(/^[^:]*$/, 'uten kolon: navnet på delen settes etter tittelen'),
  questions: articleHeadSchema.shape.questions.min(6),
  sources: z.array(sourceSchema).default([]),
  /** Empty when a network or a national body did it. */
  municipalities: z.array(municipalityNumber).default([]),
  networks: z.array(line).default([]),
  owner: line.optional(),
  /** When it was done or bought. Left out where no source says. */
  year: z.int().min(1990).max(2100).optional(),
  procedure: z.enum(procedures).optional(),
  /** What others can take and use. */
  documents: z.array(articleHeadSchema.shape.sources.element.pick({ title: true, url: true })).default([]),
  systems: z.array(line).default([]),
  contact: contactSchema,
  /** One sentence on what the sources do not say. */
  thin: z.string().trim().min(20).max(300).optional(),
});

type Told = Pick<Section, 'questions' | 'text'> & { part: Part };

export type Solution = z.infer<typeof solutionHeadSchema> & { told: Told[] };

/** Reads one file in knowledge/solutions. Pure: gives the solution, or every fault in the file at once. */
export function parseSolution(file: string, text: string): { solution?: Solution; faults: Fault[] } {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/.exec(text);
  if (!match) {
    const rule = 'filen må begynne med et felt mellom to linjer med ---';
    return { faults: [{ file, line: 1, field: 'front matter', rule }] };
  }
  const id = file.replace(/^.*\//, '').replace(/\.md$/, '');
  const firstLine = match[0].split('\n').length;
  const written = text.slice(match[0].length).replaceAll('\r\n', '\n');
  const body = parseBody(file, id, written, firstLine, id.startsWith(SHARED) ? 1 : MIN_PART_WORDS);
  const told = body.sections.flatMap(({ heading, questions, text }) => {
    const part = partOf(heading);
    return part ? [{ part, questions, text }] : [];
  });
  const schema = schemaFor(new Set(told.map((t) => t.part)));
  const head = parseYaml(file, match[1] ?? '', schema, { linesAbove: 1 });
  const faults = [...head.faults, ...body.faults, ...rowFaults(file, written, firstLine)];
  if (head.value && head.value.id !== id) {
    faults.push({ file, line: 2, field: 'id', rule: `må være likt filnavnet: ${id}` });
  }
  return head.value && faults.length === 0 ? { solution: { ...head.value, told }, faults } : { faults };
}

/**
 * The case as the search indexes it and the bot quotes it: every heading says which case it is about. Parts too short
 * to be read alone are joined, and what the sources do not say stands last.
 */
export function solutionAsArticle(solution: Solution): Article {
  const { id, title, topic, language, summary, questions, tags, related, sources, reviewed } = solution;
  const names = labels[language];
  const pieces = solution.told.map(({ part, questions, text }) => ({
    labels: [names[part]],
    questions,
    text,
  }));
  // Who shares what they did themselves has no source that leaves something out.
  const silent = id.startsWith(SHARED) ? names.untold : names.thin;
  if (solution.thin) pieces.push({ labels: [silent], questions: [], text: solution.thin });
  const list = new Intl.ListFormat(language);
  return {
    id,
    title,
    topic,
    authority: 'experience',
    language,
    summary,
    questions,
    tags,
    related,
    sources,
    reviewed,
    sections: joinShort(pieces).map(({ labels, questions, text }) => {
      const label = list.format(labels);
      return { id: `${id}#${slugOf(label)}`, heading: `${title}: ${label}`, questions, text };
    }),
  };
}

const partOf = (heading: string): Part | undefined =>
  parts.find((part) => headings.nb[part] === heading || headings.nn[part] === heading);

/** The rules that see more than one field run also when other fields are wrong, so that all faults come at once. */
function schemaFor(told: Set<Part>) {
  const always = { when: () => true };
  const silent = parts.filter((part) => !told.has(part)).map((part) => headings.nb[part]);
  return solutionHeadSchema
    .refine((s) => s?.municipalities?.length || s?.networks?.length || s?.owner, {
      ...always,
      path: ['municipalities'],
      error: 'uten kommune må networks eller owner være fylt ut',
    })
    .refine((s) => s?.sources?.length || s?.id?.startsWith(SHARED), {
      ...always,
      path: ['sources'],
      error: `må ha minst én kilde, om den ikke ble delt i Samvit (${SHARED}…)`,
    })
    .refine((s) => silent.length === 0 || s?.thin !== undefined, {
      ...always,
      path: ['thin'],
      error: `må si hvor tynn kilden er når dette mangler: ${silent.join(', ')}`,
    })
    .refine((s) => told.has('done') || s?.kind === 'need', {
      ...always,
      path: ['kind'],
      error: `bare et behov (need) kan stå uten «${headings.nb.done}»`,
    })
    .refine(() => told.has('problem'), {
      ...always,
      path: [],
      error: `teksten mangler «${headings.nb.problem}»`,
    });
}

function rowFaults(file: string, body: string, firstLine: number): Fault[] {
  return body.split('\n').flatMap((row, i) => {
    const rule = wrongWith(row);
    return rule ? [{ file, line: firstLine + i, field: 'body', rule }] : [];
  });
}

function wrongWith(row: string): string | undefined {
  if (EMAIL.test(row) || PHONE.test(row)) return 'ingen e-postadresser eller telefonnumre i teksten';
  const heading = row.startsWith('## ') ? row.slice(3).trim() : undefined;
  if (heading === undefined || partOf(heading)) return undefined;
  const known = new Set([...Object.values(headings.nb), ...Object.values(headings.nn)]);
  return `ukjent overskrift «${heading}», skal være en av: ${[...known].join(', ')}`;
}

type Piece = Pick<Section, 'questions' | 'text'> & { labels: string[] };

function joinShort(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && isShort(last) && fit(last, piece)) joined.splice(-1, 1, join(last, piece));
    else joined.push(piece);
  }
  const [before, last] = joined.slice(-2);
  // A short one at the end has none after it to lean on.
  if (before && last && isShort(last) && fit(before, last)) joined.splice(-2, 2, join(before, last));
  return joined;
}

const isShort = (piece: Piece): boolean => countWords(piece.text) < MIN_WORDS;

const fit = (a: Piece, b: Piece): boolean => countWords(a.text) + countWords(b.text) <= MAX_WORDS;

const join = (a: Piece, b: Piece): Piece => ({
  labels: [...a.labels, ...b.labels],
  questions: [...a.questions, ...b.questions],
  text: `${a.text}\n\n${b.text}`,
});
