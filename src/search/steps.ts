import { setImmediate as nextTurn } from 'node:timers/promises';

/** Work that can be left between its steps, each some milliseconds at most. */
export type Steps<T> = Generator<undefined, T>;

/** Does all of it now. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** How long others wait for a turn, in milliseconds, and the step that was begun. */
const TURN_MS = 8;

/** Does it a few steps at a time, so that others are answered in between. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  let since = performance.now();
  let step = steps.next();
  while (!step.done) {
    if (performance.now() - since > TURN_MS) {
      await nextTurn();
      since = performance.now();
    }
    step = steps.next();
  }
  return step.value;
}
