import { createHash } from 'node:crypto';
import type { Database } from '../db/database.ts';
import type { Solution } from '../knowledge/solution.ts';
import type { Log } from '../log.ts';
import type { Tell } from '../news.ts';
import { createFilesSeen, type FileSeen } from './store/files.ts';

interface FilesDeps {
  db: Database['db'];
  tell: Tell;
  log: Log;
}

export interface SharedFiles {
  /** Told of the solutions in the knowledge folder each time they have been read. Never throws. */
  read(solutions: Solution[]): Promise<void>;
  /** Resolves when all that was read is noted. */
  stop(): Promise<void>;
}

/**
 * A file that is new counts as shared, and those who follow hear of it once, whichever process reads it first. One that
 * is changed puts right what was told before, and tells no one: it may be no more than a comma. The first time there is
 * nothing to compare with, and nothing is told.
 */
export function createSharedFiles({ db, tell, log }: FilesDeps): SharedFiles {
  const seen = createFilesSeen({ db });

  async function compare(solutions: Solution[]): Promise<void> {
    const files = solutions.map((solution) => ({ solution, id: solution.id, hash: hashOf(solution) }));
    const before = await seen.all();
    if (before.size === 0) return seen.begin(files.map(({ id, hash }) => ({ id, hash })));
    for (const file of files) if (before.get(file.id) !== file.hash) await take(file);
  }

  const take = ({ solution, id, hash }: FileSeen & { solution: Solution }): Promise<void> =>
    seen.transaction(async (tx) => {
      const change = await seen.note(tx, { id, hash });
      const entry = change && (await seen.entry(tx, id));
      // Those who follow heard of it when it was approved; what is withdrawn is no longer there for them.
      if (!change || entry === 'withdrawn' || (change === 'new' && entry)) return;
      await tell(tx, { id: `${id}:file-${hash}`, change, tell: change === 'new', solution });
      if (change === 'new') await seen.told(tx, id);
    });

  let last: Promise<void> = Promise.resolve();
  return {
    read(solutions) {
      // One after the other, so that what was read last is noted last.
      last = last.then(() =>
        compare(solutions).catch((err) => log.error({ err }, 'new files of solutions could not be told of')),
      );
      return last;
    },
    stop: () => last,
  };
}

const hashOf = (solution: Solution): string =>
  createHash('sha256').update(JSON.stringify(solution)).digest('hex').slice(0, 32);
