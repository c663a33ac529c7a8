import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { ZodType } from 'zod';
import { parseArticle, parseYaml } from './article.ts';
import {
  type Article,
  everydaySchema,
  type Fault,
  type Glossary,
  glossarySchema,
  type Knowledge,
  KnowledgeError,
} from './model.ts';

/**
 * Reads the whole knowledge folder.
 * @throws KnowledgeError with every fault in every file, when there is one.
 */
export async function loadKnowledge(folder: string): Promise<Knowledge> {
  const { knowledge, faults } = await readKnowledge(folder);
  if (faults.length > 0) throw new KnowledgeError(faults);
  return knowledge;
}

/** As loadKnowledge, but hands the faults over together with what could be read. */
export async function readKnowledge(folder: string): Promise<{ knowledge: Knowledge; faults: Fault[] }> {
  const faults: Fault[] = [];
  const articles: Article[] = [];
  const names = new Map<string, string>();
  for (const path of await markdownFiles(join(folder, 'articles'))) {
    const file = relative(join(folder, '..'), path);
    const parsed = parseArticle(file, await readFile(path, 'utf8'));
    faults.push(...parsed.faults);
    if (parsed.article) {
      articles.push(parsed.article);
      names.set(parsed.article.id, file);
    }
  }
  faults.push(...deadReferences(articles, names));
  const glossary = await readGlossary(folder, new Set(names.keys()), faults);
  if (articles.length === 0 && faults.length === 0) {
    faults.push({ file: `${folder}/articles`, line: 1, field: 'mappe', rule: 'ingen artikler funnet' });
  }
  return { knowledge: { articles, glossary }, faults };
}

async function markdownFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  // Sorted, so that the same folder gives the same order, and so the same index, on every machine.
  return entries
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name));
}

function deadReferences(articles: Article[], names: Map<string, string>): Fault[] {
  const ids = new Set(articles.map((a) => a.id));
  return articles.flatMap((a) =>
    a.related
      .filter((id) => !ids.has(id) || id === a.id)
      .map((id) => ({
        file: names.get(a.id) ?? a.id,
        line: 1,
        field: 'related',
        rule: `«${id}» finnes ikke`,
      })),
  );
}

async function readGlossary(folder: string, ids: Set<string>, faults: Fault[]): Promise<Glossary> {
  const glossary = await readYaml(folder, 'glossary.yaml', glossarySchema, faults);
  const everyday = await readYaml(folder, 'everyday.yaml', everydaySchema, faults);
  for (const id of glossary?.ambiguous.flatMap((a) => a.articles) ?? []) {
    if (!ids.has(id)) {
      faults.push({
        file: fileName(folder, 'glossary.yaml'),
        line: 1,
        field: 'ambiguous',
        rule: `«${id}» finnes ikke`,
      });
    }
  }
  return { entries: glossary?.entries ?? [], ambiguous: glossary?.ambiguous ?? [], everyday: everyday ?? [] };
}

async function readYaml<T>(
  folder: string,
  name: string,
  schema: ZodType<T>,
  faults: Fault[],
): Promise<T | undefined> {
  const file = fileName(folder, name);
  const text = await readFile(join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) {
    faults.push({ file, line: 1, field: 'fil', rule: 'filen mangler' });
    return undefined;
  }
  const parsed = parseYaml(file, text, schema);
  faults.push(...parsed.faults);
  return parsed.value;
}

const fileName = (folder: string, name: string): string => relative(join(folder, '..'), join(folder, name));
