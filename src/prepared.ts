import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { threadId } from 'node:worker_threads';
import { articlesOf } from './knowledge/articles.ts';
import { loadKnowledge } from './knowledge/load.ts';
import type { Article, Knowledge } from './knowledge/model.ts';
import type { Solution } from './knowledge/solution.ts';
import { type LiveSearch, openLive } from './search/live.ts';
import { type BuiltIndex, buildIndex, lexiconOf, openShelf } from './search/shelf.ts';

export interface Prepared {
  /** What the files say. */
  files: Knowledge;
  /** The files, and the solutions people have shared as they were when this was made. */
  knowledge: Knowledge;
  /** All that is searched and quoted: the articles of the knowledge, and its shared solutions as articles. */
  articles: Article[];
  search: LiveSearch;
}

/** What people have shared, as it is at one moment. */
export interface SharedNow {
  /** What editors have approved. */
  solutions: Solution[];
  /** Ids of what was approved once and is withdrawn. */
  withdrawn: string[];
}

/** Plain data: goes to disk, and from one thread to another. */
export interface Kept {
  /** What the files say. */
  knowledge: Knowledge;
  /** What people had shared when the index was built: it has that too. */
  shared: SharedNow;
  index: BuiltIndex;
}

/**
 * Knowledge and its index: from `cacheFolder` when neither the files nor the code that reads them have changed since
 * they were kept there, else read, checked and built anew. A cache that is damaged is as good as none.
 * `code` is what codeKey gives, where it is known already.
 * @throws KnowledgeError when the knowledge is broken.
 */
export async function prepare(
  knowledgeFolder: string,
  cacheFolder: string,
  code?: Promise<string>,
): Promise<Prepared> {
  return openKept(await keptOrBuilt(knowledgeFolder, cacheFolder, undefined, code));
}

/** As prepare, before it is opened for search. What is kept is built anew when `shared` is given and is not what it has. */
export async function keptOrBuilt(
  knowledgeFolder: string,
  cacheFolder: string,
  shared?: SharedNow,
  code: Promise<string> | string = codeKey(),
): Promise<Kept> {
  const files = await keyOf(knowledgeFolder);
  const key = createHash('sha256')
    .update(await code)
    .update(files)
    .digest('hex');
  const file = join(cacheFolder, 'index.v8');
  const kept = await read(file, key);
  if (kept && (!shared || isDeepStrictEqual(kept.shared, shared))) return kept;
  const built = await build(knowledgeFolder, shared);
  // Kept under the key of what was read, so not when a file was changed meanwhile.
  if ((await keyOf(knowledgeFolder)) === files) {
    await write(file, key, built).catch(() => {
      // A folder that cannot be written to costs a second at the next start, no more.
    });
  }
  return built;
}

export function openKept({ knowledge: files, shared, index }: Kept): Prepared {
  const knowledge = withShared(files, shared);
  const articles = articlesOf(knowledge);
  const search = openLive(openShelf(articles, index), lexiconOf(knowledge.glossary));
  return { files, knowledge, articles, search };
}

/**
 * What the files say and nothing else. For who does not ask the database: what was shared when the index was kept may be
 * corrected or withdrawn by now.
 */
export async function ofFiles({ files, articles, search }: Prepared): Promise<Prepared> {
  const own = articlesOf(files);
  const ids = new Set(own.map(({ id }) => id));
  const before = new Map(articles.map((article) => [article.id, article]));
  const changed = own.filter((article) => !isDeepStrictEqual(before.get(article.id), article));
  const removed = articles.flatMap(({ id }) => (ids.has(id) ? [] : [id]));
  if (changed.length + removed.length > 0) await search.update(changed, removed);
  // What the search quotes are the very objects it has.
  const same = own.map((article) => (changed.includes(article) ? article : before.get(article.id)!));
  return { files, knowledge: files, articles: same, search };
}

async function build(knowledgeFolder: string, shared: SharedNow = NOTHING): Promise<Kept> {
  const knowledge = await loadKnowledge(knowledgeFolder);
  const articles = articlesOf(withShared(knowledge, shared));
  return { knowledge, shared, index: buildIndex(articles, lexiconOf(knowledge.glossary)) };
}

const NOTHING: SharedNow = { solutions: [], withdrawn: [] };

/**
 * A shared solution that was written to a file is the file's from then on, until it is corrected on a later day. What is
 * withdrawn is nobody's, whatever file it was written to.
 */
export function withShared(files: Knowledge, { solutions, withdrawn }: SharedNow): Knowledge {
  const gone = new Set(withdrawn);
  const newer = new Map(solutions.map((one) => [one.id, one]));
  const own = files.solutions
    .filter(({ id }) => !gone.has(id))
    .map((file) => {
      const shared = newer.get(file.id);
      return shared && shared.reviewed > file.reviewed ? shared : file;
    });
  const taken = new Set([...files.articles, ...files.solutions].map(({ id }) => id));
  return { ...files, solutions: [...own, ...solutions.filter(({ id }) => !taken.has(id))] };
}

const KEY_BYTES = 32;

/** The file is the key, the checksum of the rest, and the rest. */
async function read(file: string, key: string): Promise<Kept | undefined> {
  try {
    const bytes = await readFile(file);
    const body = bytes.subarray(2 * KEY_BYTES);
    if (bytes.subarray(0, KEY_BYTES).toString('hex') !== key) return undefined;
    if (!bytes.subarray(KEY_BYTES, 2 * KEY_BYTES).equals(checksum(body))) return undefined;
    return deserialize(body) as Kept;
  } catch {
    return undefined;
  }
}

async function write(file: string, key: string, kept: Kept): Promise<void> {
  const body = serialize(kept);
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
  // Written beside and moved into place, so that another process never reads half a file.
  const beside = `${file}.${process.pid}.${threadId}`;
  await writeFile(beside, Buffer.concat([Buffer.from(key, 'hex'), checksum(body), body]));
  await rename(beside, file);
}

const checksum = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** Changes with the code that reads and indexes knowledge, and with what is kept of it, as it is on disk. */
export async function codeKey(): Promise<string> {
  const rooms = await keyOf(join(import.meta.dirname, 'knowledge'), join(import.meta.dirname, 'search'));
  return createHash('sha256')
    .update(rooms)
    .update(await readFile(import.meta.filename))
    .digest('hex');
}

/** Changes with any file in the folders, and with the version of Node. */
async function keyOf(...folders: string[]): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const folder of folders) {
    const all = await readdir(folder, { recursive: true }).catch(() => []);
    const names = all.filter((name) => /\.(md|ya?ml|json|ts|bin)$/.test(name)).sort();
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name))));
    names.forEach((name, n) => {
      hash.update(`${name}\0`).update(texts[n]!).update('\0');
    });
  }
  return hash.digest('hex');
}
