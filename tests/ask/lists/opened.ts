import { type Entry, entryOf } from '../../../src/ask/lists/entries.ts';
import { type Names, openNames } from '../../../src/ask/lists/names.ts';
import { type ListReader, openReader } from '../../../src/ask/lists/read.ts';
import type { Article, Knowledge } from '../../../src/knowledge/model.ts';
import { type Municipalities, openMunicipalities } from '../../../src/knowledge/municipalities.ts';
import type { Search } from '../../../src/search/index.ts';
import { readBase } from '../../kept.ts';

/** The real knowledge, with all that lists are made of. */
export interface Opened {
  knowledge: Knowledge;
  articles: Article[];
  search: Search;
  norway: Municipalities;
  entries: Entry[];
  names: Names;
  reader: ListReader;
}

export async function openLists(): Promise<Opened> {
  const { knowledge, articles, search } = await readBase();
  const norway = openMunicipalities(knowledge.municipalities);
  const entries = knowledge.solutions.map((solution) => entryOf(solution, knowledge.facets, norway));
  const names = openNames(knowledge, norway);
  const reader = openReader(knowledge, names, entries, search, norway);
  return { knowledge, articles, search, norway, entries, names, reader };
}
