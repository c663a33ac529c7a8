import { z } from 'zod';
import type { Facets } from './facets.ts';
import type { Figures } from './figures.ts';
import type { Guide } from './guide.ts';
import type { MunicipalityList } from './municipalities.ts';
import type { Solution } from './solution.ts';
import type { SurveyTemplate } from './survey.ts';

// Faults are read by those who write articles.
z.config(z.locales.no());

/** The written languages Samvit speaks: bokmål, nynorsk, English. */
export const langs = ['nb', 'nn', 'en'] as const;
export type Lang = (typeof langs)[number];

export const topics = ['anskaffelser', 'personvern', 'samarbeid', 'digitalisering'] as const;
export type Topic = (typeof topics)[number];

/** Strongest first: what the law says, what a public guide says, what a municipality has lived through. */
export const authorities = ['law', 'guide', 'experience'] as const;
export type Authority = (typeof authorities)[number];

export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'små bokstaver a–z, tall og bindestrek');
export const date = z.iso.date('dato på formen 2026-11-21');
const sentence = z.string().trim().min(20).max(400);

export const sourceSchema = z.strictObject({
  title: z.string().trim().min(3),
  url: z.url({ protocol: /^https?$/, hostname: z.regexes.domain }),
  /** The place in the source: "LOA § 5b", "GDPR art. 33". Left out where the source has no numbered parts. */
  ref: z.string().trim().min(2).optional(),
  /** The day a person last compared our text with the source. */
  checked: date,
});

export const articleHeadSchema = z.strictObject({
  id: slug,
  title: z.string().trim().min(5).max(90),
  topic: z.enum(topics),
  authority: z.enum(authorities),
  language: z.enum(['nb', 'nn']),
  summary: z.strictObject({ nb: sentence, nn: sentence, en: sentence }),
  questions: z.array(z.string().trim().min(8).max(160)).min(3),
  tags: z.array(slug).min(1),
  related: z.array(slug).default([]),
  sources: z.array(sourceSchema).min(1),
  validFrom: date.optional(),
  /** True where the article tells what was changed: it may give figures that are no longer right. */
  history: z.boolean().optional(),
  reviewed: date,
});

/** One heading and its text: what is indexed, found and quoted. */
export interface Section {
  /** `article#slug-of-heading`, unique in the knowledge base. */
  id: string;
  heading: string;
  /** Questions this section answers, as people put them: lines that begin with "? ". Searched, never shown as text. */
  questions: string[];
  /** Markdown: paragraphs, lists with "-", **bold**. Nothing else. */
  text: string;
}

/** Where a shared solution, experience or need comes from. */
export interface Origin {
  kind: Solution['kind'];
  /** Municipalities, networks and others, by name. */
  by: string[];
  year?: number;
}

export type Article = z.infer<typeof articleHeadSchema> & {
  sections: Section[];
  /** Set when the article is a shared solution as it is indexed and quoted. */
  origin?: Origin;
};

/** Words and phrases for one thing; the first is the one we write ourselves. */
export interface GlossaryEntry {
  term: string;
  variants: string[];
}

export interface Glossary {
  entries: GlossaryEntry[];
  /** Words that alone mean several things, with the article for each. */
  ambiguous: { words: string[]; articles: string[] }[];
  /** Groups of everyday words that mean nearly the same here; they widen a question at low weight. */
  everyday: string[][];
  /** Names of municipalities, present and former, in small letters and one word each: they say who asks, not what about. */
  places?: string[];
  /** Questions the base does not answer: search learns from them where our subjects end. */
  outside?: string[];
  /** Amounts in kroner at which other rules begin, rising (knowledge/figures.yaml). */
  thresholds?: number[];
}

/** knowledge/tags.yaml: tag to what people read. */
export const tagsSchema = z
  .record(
    slug,
    z.strictObject({
      nb: z.string().trim().min(2),
      nn: z.string().trim().min(2),
      en: z.string().trim().min(2),
    }),
  )
  .transform((tags): Tags => new Map(Object.entries(tags)));
export type Tags = ReadonlyMap<string, Record<Lang, string>>;

export interface Knowledge {
  articles: Article[];
  solutions: Solution[];
  guides: Guide[];
  surveys: SurveyTemplate[];
  glossary: Glossary;
  /** Opened with openMunicipalities where it is asked; kept as data, for the base is written to a cache. */
  municipalities: MunicipalityList;
  figures: Figures;
  tags: Tags;
  facets: Facets;
}

/** File name, as "knowledge/articles/karens.md", to the text in it. */
export type Files = ReadonlyMap<string, string>;

export const glossarySchema = z.strictObject({
  entries: z.array(
    z.strictObject({ term: z.string().trim().min(2), variants: z.array(z.string().trim().min(1)) }),
  ),
  ambiguous: z.array(
    z.strictObject({
      words: z.array(z.string().toLowerCase()).min(1),
      articles: z.array(slug).min(2).max(3),
    }),
  ),
});

/** knowledge/everyday.yaml: single words, in the languages people ask in. */
export const everydaySchema = z.array(z.array(z.string().trim().min(2).regex(/^\S+$/, 'ett ord')).min(2));

/** knowledge/outside.yaml: questions the base does not answer, by subject. */
export const outsideSchema = z
  .array(
    z.strictObject({
      subject: z.string().trim().min(2),
      questions: z.array(z.string().trim().min(2)).min(1),
    }),
  )
  .transform((groups) => groups.flatMap(({ questions }) => questions));

/** What is wrong in one place of one file, so that whoever wrote it can mend it. */
export interface Fault {
  file: string;
  line: number;
  /** Path in the front matter ("sources.0.url"), or "body". */
  field: string;
  rule: string;
}

export class KnowledgeError extends Error {
  readonly faults: Fault[];
  constructor(faults: Fault[]) {
    super(
      `Kunnskapsbasen har ${faults.length} feil:\n` +
        faults.map((f) => `  ${f.file}:${f.line} ${f.field}: ${f.rule}`).join('\n'),
    );
    this.name = 'KnowledgeError';
    this.faults = faults;
  }
}
