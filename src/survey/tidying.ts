import type { SurveyDeps } from './deps.ts';
import type { Stores } from './store/stores.ts';

export interface Tidying {
  /** An anonymous answer has come to this round. Returns at once. */
  touched(round: string): void;
  /** A round is over, and what was of it is deleted. Returns at once. */
  ended(): void;
  /** Does now what waits. */
  tidy(): Promise<void>;
  stop(): Promise<void>;
}

/** So long after an answer its traces are gone; longer where tidying takes long, so that it takes no more than a share. */
const WAIT_MS = 60_000;
const SHARE = 50;

/**
 * Answering leaves traces that say nothing of what was answered without the secret, but something of who came when:
 * rows that were written last, and deleted rows that are still on the page. Both are cleared away soon after.
 */
export function createTidying(
  { now, log }: Pick<SurveyDeps, 'now' | 'log'>,
  { rounds, responses }: Pick<Stores, 'rounds' | 'responses'>,
): Tidying {
  // What another process, or this one before it was started anew, may have left behind.
  let waiting: Set<string> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let waitMs = WAIT_MS;
  let tidying: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const began = now().getTime();
    let dirty = waiting;
    waiting = new Set();
    try {
      dirty ??= new Set(await rounds.open());
      for (const round of dirty) await responses.stir(round);
      if (dirty.size > 0) await responses.vacuum();
    } catch (err) {
      // They are looked for again.
      if (!dirty) waiting = undefined;
      else for (const round of dirty) waiting.add(round);
      log.error({ err }, 'traces of answers could not be cleared away');
    }
    waitMs = Math.max(WAIT_MS, SHARE * (now().getTime() - began));
  }

  async function clean(): Promise<void> {
    await responses.vacuum().catch((err) => log.error({ err }, 'what was deleted could not be cleared away'));
  }

  function tidy(): Promise<void> {
    tidying = tidying.then(run);
    return tidying;
  }

  return {
    touched(round) {
      waiting?.add(round);
      timer ??= setTimeout(tidy, waitMs).unref();
    },
    ended() {
      tidying = tidying.then(clean);
    },
    tidy,
    async stop() {
      clearTimeout(timer);
      await tidying;
    },
  };
}
