import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Prepared, prepare } from '../src/prepared.ts';

/**
 * The index of the knowledge base takes seconds to build, and some forty test files need it: it is built once, before
 * them all (vitest.config.ts), and kept as it is kept between two starts. Who tests the building itself builds anew.
 */
const FOLDER = 'SAMVIT_TEST_CACHE';

export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'samvit-kept-'));
  await prepare('knowledge', folder);
  // Test files run in processes of their own, which inherit it.
  process.env[FOLDER] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/** The knowledge base as Samvit has it after a start. */
export async function readBase(): Promise<Prepared> {
  const folder = process.env[FOLDER];
  if (!folder) throw new Error('The index is built by vitest’s global set-up.');
  return prepare('knowledge', folder);
}

/** So that a Samvit with this data folder starts as it does the second time. */
export async function keepFor(dataFolder: string): Promise<void> {
  const folder = process.env[FOLDER];
  if (folder) await cp(folder, join(dataFolder, 'cache'), { recursive: true });
}
