import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Passage, Settings } from '../src/search/segment.ts';

/** A retrieval collection: corpus.jsonl, queries*.jsonl and qrels.tsv in one folder. */
export interface Collection {
  docs: { id: string; title: string; text: string }[];
  queries: Query[];
}

export interface Query {
  id: string;
  text: string;
  /** Ids of the passages that answer. */
  right: Set<string>;
  split: string;
  lang: string;
}

const docSchema = z.object({ id: z.string(), title: z.string().default(''), text: z.string() });
const querySchema = z.object({
  id: z.string(),
  text: z.string(),
  split: z.string().default(''),
  lang: z.string().default(''),
});

const rows = <T>(file: string, schema: z.ZodType<T>): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));

export function readDocs(folder: string) {
  return rows(join(folder, 'corpus.jsonl'), docSchema);
}

/** Queries with a right passage. `split` keeps those of one split. */
export function readQueries(folder: string, file = 'queries.jsonl', split?: string): Query[] {
  const right = new Map<string, Set<string>>();
  for (const line of readFileSync(join(folder, 'qrels.tsv'), 'utf8').split('\n')) {
    const [query, passage, grade] = line.trim().split(/\s+/);
    if (!query || !passage || grade === '0') continue;
    right.set(query, (right.get(query) ?? new Set()).add(passage));
  }
  const path = existsSync(file) ? file : join(folder, file);
  return rows(path, querySchema)
    .filter((query) => right.has(query.id) && (!split || query.split === split))
    .map((query) => ({ ...query, right: right.get(query.id)! }));
}

/** Settings for passages of any kind, without a glossary: one field, as the search has it for its own text. */
export const plainSettings: Settings = { fields: { text: 1 }, parts: 0.15, k1: 0.6, b: 0.4 };

/** Rows of one title after each other are one document. */
export function asPassages(docs: Collection['docs']): Passage[] {
  let document = -1;
  let title: string | undefined;
  return docs.map((doc) => {
    if (doc.title !== title || doc.title === '') document++;
    title = doc.title;
    return { document, title: doc.title, text: doc.text, fields: {} };
  });
}
