import { z } from 'zod';
import { type Lang, langs, topics } from '../knowledge/model.ts';
import { procedures, type Solution } from '../knowledge/solution.ts';

/** Whether work with privacy was done: an assessment (DPIA), an agreement with the supplier. */
const gdprSchema = z.object({
  done: z.enum(['yes', 'no', 'not-relevant']).nullable(),
  link: z.string(),
});

const written = z.string();

/**
 * What is shared, as the sharer wrote it. Versions are kept as JSON and read back through this, so a field that is added
 * later needs a default.
 */
export const contentSchema = z.object({
  kind: z.enum(['solution', 'experience', 'need']),
  title: written,
  language: z.enum(['nb', 'nn']),
  problem: written,
  done: written,
  result: written,
  again: written,
  otherwise: written,
  /** Only those an editor has given; else it is made of what was written. */
  summary: z.partialRecord(z.enum(langs), written),
  /** By number. */
  municipalities: z.array(z.string()),
  year: z.number().nullable(),
  procedure: z.enum(procedures).nullable(),
  systems: z.array(z.string()),
  dpia: gdprSchema,
  agreement: gdprSchema,
  links: z.array(z.object({ title: z.string(), url: z.string() })),
  topic: z.enum(topics),
  tags: z.array(z.string()),
  /** Empty when the sharer gave none. */
  contact: z.object({ role: written, office: written }),
});

export type Content = z.infer<typeof contentSchema>;
export type Gdpr = z.infer<typeof gdprSchema>;
export type Kind = Solution['kind'];
export const kinds = contentSchema.shape.kind.options;

/** What others have approved of, and since when, as "2026-11-30". */
export interface Approved {
  slug: string;
  content: Content;
  day: string;
}

/** The name of a municipality by its number, of today or of before. */
export type NameOf = (number: string) => string;

export type InLangs = Record<Lang, string>;
