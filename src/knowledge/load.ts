import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { type Fault, type Files, type Knowledge, KnowledgeError } from './model.ts';
import { parseKnowledge } from './parse.ts';

/**
 * Reads the whole knowledge folder.
 * @throws KnowledgeError with every fault in every file, when there is one.
 */
export async function loadKnowledge(folder: string): Promise<Knowledge> {
  const { knowledge, faults } = await readKnowledge(folder);
  if (faults.length > 0) throw new KnowledgeError(faults);
  return knowledge;
}

/** As loadKnowledge, but hands the faults over together with what could be read, and the files as written. */
export async function readKnowledge(
  folder: string,
): Promise<{ knowledge: Knowledge; faults: Fault[]; files: Files }> {
  const files = await readFiles(folder);
  return { ...parseKnowledge(files, basename(folder)), files };
}

/** Every file of knowledge under the folder, named as from its parent: "knowledge/articles/karens.md". */
async function readFiles(folder: string): Promise<Files> {
  const names = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  // Sorted, so that the same folder gives the same order, and so the same index, on every machine.
  const kept = names.filter((name) => /\.(md|yaml|json)$/.test(name)).sort();
  return new Map(
    await Promise.all(
      kept.map(async (name): Promise<[string, string]> => {
        const file = relative(join(folder, '..'), join(folder, name)).split(sep).join('/');
        return [file, await readFile(join(folder, name), 'utf8')];
      }),
    ),
  );
}
