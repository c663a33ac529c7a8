import { expect, test } from 'vitest';
import { atOnce, inTurns, type Steps } from '../../src/search/steps.ts';

/** Takes some milliseconds a step, and gives the steps it has done. */
function* slow(steps: number, done: number[]): Steps<number[]> {
  for (let step = 0; step < steps; step++) {
    const until = performance.now() + 3;
    while (performance.now() < until);
    done.push(step);
    yield;
  }
  return done;
}

test('all at once and in turns give the same', async () => {
  expect(atOnce(slow(3, []))).toEqual([0, 1, 2]);
  expect(await inTurns(slow(3, []))).toEqual([0, 1, 2]);
});

test('others have their turn before slow work is done, and none when it is done at once', async () => {
  const seen: number[] = [];
  const done: number[] = [];
  const beat = setInterval(() => seen.push(done.length), 0);
  await inTurns(slow(20, done));
  clearInterval(beat);
  expect(seen.some((steps) => steps > 0 && steps < 20)).toBe(true);

  const seenAtOnce: number[] = [];
  const doneAtOnce: number[] = [];
  setImmediate(() => seenAtOnce.push(doneAtOnce.length));
  atOnce(slow(20, doneAtOnce));
  await new Promise((resolve) => setImmediate(resolve));
  expect(seenAtOnce).toEqual([20]);
});

test('what goes wrong in a step is the end of the work', async () => {
  function* broken(): Steps<void> {
    yield;
    throw new Error('broken');
  }
  await expect(inTurns(broken())).rejects.toThrow('broken');
  expect(() => atOnce(broken())).toThrow('broken');
});
