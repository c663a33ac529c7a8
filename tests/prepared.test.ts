import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Solution } from '../src/knowledge/solution.ts';
import { keptOrBuilt, ofFiles, prepare } from '../src/prepared.ts';

let folder: string;
let knowledge: string;
let cache: string;
const file = () => join(cache, 'index.v8');
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samvit-prepared-'));
  knowledge = join(folder, 'knowledge');
  cache = join(folder, 'cache');
  await cp('knowledge', knowledge, { recursive: true });
  await thinOut(join(knowledge, 'articles'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Three typical questions a section are enough here, and an index of all of them takes seconds. */
async function thinOut(articles: string): Promise<void> {
  for (const name of await readdir(articles)) {
    const text = await readFile(join(articles, name), 'utf8');
    await writeFile(join(articles, name), text.replace(/((?:^\? .*\n){3})(?:^\? .*\n)+/gm, '$1'));
  }
}

const answers = async () => {
  const { search } = await prepare(knowledge, cache);
  return ['Når må vi gjøre en DPIA?', 'konkuranse', 'kva er karens'].map((q) => search.search(q));
};
const written = async () => (await stat(file())).mtimeMs;

test('what is kept answers just as what was built', async () => {
  const built = await answers();
  const at = await written();
  expect(await answers()).toEqual(built);
  expect(await written()).toBe(at);
});

test('shared solutions are searched and quoted like articles, from the cache too', async () => {
  for (const _ of ['built', 'kept']) {
    const { articles, knowledge: base, search } = await prepare(knowledge, cache);
    expect(articles).toHaveLength(base.articles.length + base.solutions.length);
    const [hit] = search.search('Felles kjøp av trygghetsalarmer og alarmsentral i Agder').hits;
    expect(hit?.article).toBe(articles.find((a) => a.id === 'agder-trygghetsalarmer'));
  }
});

test('who does not ask the database is told nothing of what was shared when the index was kept', async () => {
  const { files } = await prepare(knowledge, cache);
  const [first, second] = files.solutions as [Solution, Solution];
  const shared = { ...first, id: 'delt-flaggstang', title: 'Felles flaggstang av granitt' };
  await keptOrBuilt(knowledge, cache, { solutions: [shared], withdrawn: [second.id] });
  const kept = await prepare(knowledge, cache);
  expect(kept.articles.map(({ id }) => id)).toContain('delt-flaggstang');
  expect(kept.articles.map(({ id }) => id)).not.toContain(second.id);
  const { articles, search, knowledge: own } = await ofFiles(kept);
  expect(own).toBe(kept.files);
  const found = (text: string) => search.search(text).hits.map(({ article }) => article);
  expect(found('Felles flaggstang av granitt').map(({ id }) => id)).not.toContain('delt-flaggstang');
  expect(found(second.title)).toContain(articles.find(({ id }) => id === second.id));
});

test('a changed article is seen', async () => {
  await answers();
  const path = join(knowledge, 'articles', 'karens.md');
  await writeFile(
    path,
    (await readFile(path, 'utf8')).replace(/^title: .*$/m, 'title: Ventetid før kontrakten'),
  );
  const { knowledge: now } = await prepare(knowledge, cache);
  expect(now.articles.find((a) => a.id === 'karens')?.title).toBe('Ventetid før kontrakten');
});

test('a broken article is refused, though the last good one is kept', async () => {
  await answers();
  await writeFile(join(knowledge, 'articles', 'karens.md'), 'ikke en artikkel');
  await expect(prepare(knowledge, cache)).rejects.toThrow(/karens\.md/);
});

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
  [
    'changed in the middle',
    (bytes) => Buffer.concat([bytes.subarray(0, 5_000), Buffer.from('x'), bytes.subarray(5_001)]),
  ],
  ['empty', () => Buffer.alloc(0)],
  ['of something else', () => Buffer.from('hei')],
])('a file that is %s is built anew, not trusted', async (_, damage) => {
  const built = await answers();
  await writeFile(file(), damage(await readFile(file())));
  expect(await answers()).toEqual(built);
  expect((await readFile(file())).length).toBeGreaterThan(100_000);
});

test('a folder that cannot be written to is no hindrance', async () => {
  await writeFile(cache, 'a file where the folder should be');
  expect((await answers())[0]?.hits.length).toBeGreaterThan(0);
});
