import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lookAt, type Watch, watchFolder } from '../../src/knowledge/watch.ts';

const NEVER = 3_600_000;
const BOUND = { timeout: 15_000, interval: 20 };

let folder: string;
let watch: Watch | undefined;
let told: number;
const file = (name: string) => join(folder, 'articles', name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samvit-watch-'));
  await mkdir(join(folder, 'articles'));
  await writeFile(file('karens.md'), 'en');
  told = 0;
});
afterEach(async () => {
  await watch?.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(pollMs: number, quietMs = 20, done = async () => true): Promise<void> {
  const since = await lookAt(folder);
  watch = watchFolder(folder, {
    since,
    pollMs,
    quietMs,
    onChange: () => {
      told++;
      return done();
    },
  });
}
const tells = (times: number) => vi.waitFor(() => expect(told).toBeGreaterThanOrEqual(times), BOUND);
/** Does something, and waits until it has been told; whatever else comes of it is told within the quiet after. */
async function isTold(change: () => Promise<unknown>): Promise<void> {
  const before = told;
  await change();
  await tells(before + 1);
  await new Promise((resolve) => setTimeout(resolve, 200));
}

/** By renaming another into its place, as editors and git do. */
async function replace(name: string, text: string): Promise<void> {
  await writeFile(join(folder, 'beside.tmp'), text);
  await rename(join(folder, 'beside.tmp'), file(name));
}

describe.each([
  ['watched', NEVER],
  ['polled', 30],
])('%s', (way, pollMs) => {
  beforeEach(() => start(pollMs, way === 'polled' ? NEVER : 20));

  test('a file that is written is told', () => isTold(() => writeFile(file('karens.md'), 'to to')));

  test('a new file is told', () => isTold(() => writeFile(file('terskel.md'), 'ny')));

  test('a file that is removed is told', () => isTold(() => rm(file('karens.md'))));

  test('a file that is replaced is told, and so is what is written in it afterwards', async () => {
    await isTold(() => replace('karens.md', 'to to'));
    await isTold(() => writeFile(file('karens.md'), 'tre tre tre'));
    await isTold(() => replace('karens.md', 'fire fire fire fire'));
  });

  test('a file in a folder made later is told', async () => {
    await mkdir(join(folder, 'guides'));
    await isTold(() => writeFile(join(folder, 'guides', 'dpia.yaml'), 'ny'));
    await isTold(() => writeFile(join(folder, 'guides', 'dpia.yaml'), 'ny igjen'));
  });

  test('a folder that is made anew is followed', async () => {
    await isTold(() => rm(join(folder, 'articles'), { recursive: true }));
    await isTold(async () => {
      await mkdir(join(folder, 'articles'));
      await writeFile(file('karens.md'), 'to to');
    });
    await isTold(() => writeFile(file('karens.md'), 'tre tre tre'));
  });
});

test('a change between the reading and the watch is told', async () => {
  const since = await lookAt(folder);
  await writeFile(file('karens.md'), 'to to');
  watch = watchFolder(folder, { since, pollMs: NEVER, onChange: async () => ++told > 0 });
  await tells(1);
});

test('a change of the same size at the same tick of the clock is told where it is watched', async () => {
  const at = new Date('2026-11-25T10:00:00Z');
  await utimes(file('karens.md'), at, at);
  await start(NEVER);
  await isTold(async () => {
    await writeFile(file('karens.md'), 'to');
    await utimes(file('karens.md'), at, at);
  });
});

test('what is no knowledge is not told', async () => {
  await start(30);
  await writeFile(file('karens.md~'), 'kopi');
  await writeFile(join(folder, '.karens.md.swp'), 'kopi');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(told).toBe(0);
  await isTold(() => writeFile(file('karens.md'), 'to to'));
  expect(told).toBe(1);
});

test('a change that could not be dealt with is told again', async () => {
  await start(30, 20, async () => told >= 3);
  await writeFile(file('karens.md'), 'to to');
  await tells(3);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(told).toBe(3);
});

test('a folder that is not there yet is told when it comes', async () => {
  await rm(folder, { recursive: true });
  await start(30);
  await isTold(async () => {
    await mkdir(join(folder, 'articles'), { recursive: true });
    await writeFile(file('karens.md'), 'en');
  });
});

test('nothing is told after it is closed, and it waits for what is under way', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let done = false;
  await start(30, 20, async () => {
    await held;
    done = true;
    return true;
  });
  await writeFile(file('karens.md'), 'to to');
  await tells(1);
  const closing = watch!.close();
  release();
  await closing;
  expect(done).toBe(true);
  await writeFile(file('karens.md'), 'tre tre tre');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(told).toBe(1);
});

test.each([
  ['open', ''],
  ['closed', 'await watch.close(); process.stdout.write(String(process.getActiveResourcesInfo()));'],
])('a watch that is %s keeps no process alive', async (_, then) => {
  const source = pathToFileURL(join(import.meta.dirname, '../../src/knowledge/watch.ts'));
  const code = `import { lookAt, watchFolder } from ${JSON.stringify(source)};
    const folder = ${JSON.stringify(folder)};
    const watch = watchFolder(folder, { since: await lookAt(folder), pollMs: 1e6, onChange: async () => true });
    ${then}`;
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { timeout: 20_000 });
  // A process that is still there when the time is out is killed, and that rejects.
  expect((await run).stdout).not.toMatch(/FSEvent|Timeout/);
});
