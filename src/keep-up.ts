import type { Log } from './log.ts';

/** What one process changes, every process is to know. A number in the database moves with each change. */
export interface KeepUp {
  /** Looks at once, and takes in what is new. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

interface KeepUpDeps {
  revision(): Promise<number>;
  /** Takes in what there is now. Gives false when it should be tried again. */
  refresh(): Promise<boolean>;
  everyMs: number;
  log: Log;
}

export function keepUp({ revision, refresh, everyMs, log }: KeepUpDeps): KeepUp {
  let known: number | undefined;
  let looking: Promise<void> = Promise.resolve();
  let troubled = false;

  async function once(): Promise<void> {
    try {
      // Asked before it is read: what changes meanwhile is taken in again at the next look.
      const now = await revision();
      if (now !== known && (await refresh())) known = now;
      troubled = false;
    } catch (err) {
      // Once, and not every other second while the database is away.
      if (!troubled) log.error({ err }, 'what has been shared could not be looked at');
      troubled = true;
    }
  }

  function look(): Promise<void> {
    looking = looking.then(once);
    return looking;
  }

  const timer = setInterval(look, everyMs);
  timer.unref();
  return {
    look,
    stop() {
      clearInterval(timer);
      return looking;
    },
  };
}
