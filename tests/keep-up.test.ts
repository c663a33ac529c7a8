import { afterEach, expect, test } from 'vitest';
import { type KeepUp, keepUp } from '../src/keep-up.ts';
import { createLog } from '../src/log.ts';

let revision: number | Error;
let taken: number[];
let takes: boolean;
let logged: string[];
let keeping: KeepUp;

function start(): void {
  revision = 0;
  taken = [];
  takes = true;
  logged = [];
  keeping = keepUp({
    revision: () => (revision instanceof Error ? Promise.reject(revision) : Promise.resolve(revision)),
    refresh: async () => {
      taken.push(Number(revision));
      return takes;
    },
    everyMs: 60_000,
    log: createLog('error', { write: (line: string) => void logged.push(line) }),
  });
}

afterEach(() => keeping.stop());

test('what is there at the start is taken in, and after that only what has moved', async () => {
  start();
  await keeping.look();
  await keeping.look();
  expect(taken).toEqual([0]);
  revision = 1;
  await keeping.look();
  await keeping.look();
  expect(taken).toEqual([0, 1]);
});

test('what could not be taken in is tried again', async () => {
  start();
  takes = false;
  await keeping.look();
  takes = true;
  await keeping.look();
  await keeping.look();
  expect(taken).toEqual([0, 0]);
});

test('a database that is away is told of once, and looked at again when it is back', async () => {
  start();
  revision = new Error('away');
  await keeping.look();
  await keeping.look();
  expect(logged).toHaveLength(1);
  revision = 3;
  await keeping.look();
  expect(taken).toEqual([3]);
});

test('looks that come together come one after the other', async () => {
  start();
  await Promise.all([keeping.look(), keeping.look(), keeping.look()]);
  expect(taken).toEqual([0]);
});
