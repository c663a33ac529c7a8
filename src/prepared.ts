import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { threadId } from 'node:worker_threads';
import { articlesOf } from './knowledge/articles.ts';
import { loadKnowledge } from './knowledge/load.ts';
import type { Article, Knowledge } from './knowledge/model.ts';
import { type BuiltIndex, buildIndex, lexiconOf, openShelf } from './search/index.ts';
import { type LiveSearch, openLive } from './search/live.ts';

export interface Prepared {
  knowledge: Knowledge;
  /** All that is searched and quoted: the articles of the knowledge, and its shared solutions as articles. */
  articles: Article[];
  search: LiveSearch;
}

/** Plain data: goes to disk, and from one thread to another. */
export interface Kept {
  knowledge: Knowledge;
  index: BuiltIndex;
}

/**
 * Knowledge and its index: from `cacheFolder` when neither the files nor the code that reads them have changed since
 * they were kept there, else read, checked and built anew. A cache that is damaged is as good as none.
 * @throws KnowledgeError when the knowledge is broken.
 */
export async function prepare(knowledgeFolder: string, cacheFolder: string): Promise<Prepared> {
  return openKept(await keptOrBuilt(knowledgeFolder, cacheFolder));
}

/** As prepare, before it is opened for search. */
export async function keptOrBuilt(knowledgeFolder: string, cacheFolder: string): Promise<Kept> {
  const files = await keyOf(knowledgeFolder);
  const key = createHash('sha256')
    .update(await codeKey())
    .update(files)
    .digest('hex');
  const file = join(cacheFolder, 'index.v8');
  const kept = await read(file, key);
  if (kept) return kept;
  const built = await build(knowledgeFolder);
  // Kept under the key of what was read, so not when a file was changed meanwhile.
  if ((await keyOf(knowledgeFolder)) === files) {
    await write(file, key, built).catch(() => {
      // A folder that cannot be written to costs a second at the next start, no more.
    });
  }
  return built;
}

export function openKept({ knowledge, index }: Kept): Prepared {
  const articles = articlesOf(knowledge);
  return { knowledge, articles, search: openLive(openShelf(articles, index), lexiconOf(knowledge.glossary)) };
}

async function build(knowledgeFolder: string): Promise<Kept> {
  const knowledge = await loadKnowledge(knowledgeFolder);
  return { knowledge, index: buildIndex(articlesOf(knowledge), lexiconOf(knowledge.glossary)) };
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

/** Changes with the code that reads and indexes knowledge, as it is on disk. */
export const codeKey = (): Promise<string> =>
  keyOf(join(import.meta.dirname, 'knowledge'), join(import.meta.dirname, 'search'));

/** Changes with any file in the folders, and with the version of Node. */
async function keyOf(...folders: string[]): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const folder of folders) {
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    for (const name of names.filter((n) => /\.(md|ya?ml|json|ts)$/.test(n)).sort()) {
      hash
        .update(`${name}\0`)
        .update(await readFile(join(folder, name)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}
