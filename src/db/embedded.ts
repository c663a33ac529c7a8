import { startThread } from '../thread.ts';

/**
 * PGlite, the embedded PostgreSQL, in a thread of its own: to open it takes a second of a processor and each statement
 * some of a millisecond, and answers do not wait for either. Of its interface what Kysely and pg-boss use.
 */
export interface Embedded extends Runner {
  transaction<T>(callback: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
  readonly closed: boolean;
  readonly ready: boolean;
  readonly waitReady: Promise<void>;
}

interface Runner {
  query<T>(sql: string, params?: unknown[], options?: QueryOptions): Promise<Results<T>>;
  exec(sql: string): Promise<Results<unknown>[]>;
}

interface Transaction extends Runner {
  rollback(): Promise<void>;
}

/** What can be told another thread; parsers and serializers are functions, and cannot. */
interface QueryOptions {
  rowMode?: 'array' | 'object';
  paramTypes?: number[];
}

interface Results<T> {
  rows: T[];
  affectedRows?: number;
  fields: { name: string; dataTypeID: number }[];
}

type Work =
  | { what: 'open'; folder: string; buffers: string }
  | { what: 'close' }
  | {
      what: 'query';
      sql: string;
      params?: unknown[] | undefined;
      options?: QueryOptions | undefined;
      transaction?: number | undefined;
    }
  | { what: 'exec'; sql: string; transaction?: number | undefined }
  | { what: 'begin'; transaction: number }
  | { what: 'end'; transaction: number; rollback: boolean };

export type Order = Work & { id: number };
export type Done = { id: number; value: unknown } | { id: number; failure: Failure };
export interface Failure {
  message: string;
  name: string;
  stack?: string | undefined;
  more: Record<string, unknown>;
}

/** Begun, and not opened yet: the thread compiles while the folder is being locked. */
export interface Begun {
  open(folder: string, buffers: string): Promise<Embedded>;
  /** Instead of `open`, or after it has failed. */
  end(): Promise<void>;
}

/** A thread that has closed its database ends at once; one that hangs is ended. */
const END_MS = 2_000;

/** `onLost`: the thread ended though nobody closed it, and what is asked of it from then on is refused. */
export function beginPglite(onLost: (reason: Error) => void): Begun {
  const thread = startThread(new URL('./embedded-worker.ts', import.meta.url));
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let orders = 0;
  let transactions = 0;
  let closing: Promise<void> | undefined;
  let lost: Error | undefined;

  thread.on('message', (done: Done) => {
    const asked = waiting.get(done.id);
    waiting.delete(done.id);
    if ('failure' in done) asked?.reject(errorOf(done.failure));
    else asked?.resolve(done.value);
  });
  const lose = (reason: Error) => {
    if (lost) return;
    lost = reason;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
    if (!closing) onLost(reason);
  };
  thread.once('error', lose);
  const exited = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  exited.then(() => lose(new Error('The database is closed.')));

  function ask<T>(work: Work): Promise<T> {
    if (lost) return Promise.reject(lost);
    const id = ++orders;
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      thread.postMessage({ ...work, id } satisfies Order);
    });
  }

  const runner = (transaction?: number): Runner => ({
    query: (sql, params, options) => ask({ what: 'query', sql, params, options, transaction }),
    exec: (sql) => ask({ what: 'exec', sql, transaction }),
  });

  function close(): Promise<void> {
    closing ??= ask<void>({ what: 'close' }).finally(ended);
    return closing;
  }

  async function ended(): Promise<void> {
    const late = setTimeout(() => void thread.terminate(), END_MS);
    await exited;
    clearTimeout(late);
  }

  const embedded: Embedded = {
    ...runner(),
    async transaction(callback) {
      const transaction = ++transactions;
      const end = (rollback: boolean) => ask<void>({ what: 'end', transaction, rollback });
      await ask({ what: 'begin', transaction });
      try {
        const value = await callback({ ...runner(transaction), rollback: () => end(true) });
        await end(false);
        return value;
      } catch (error) {
        await end(true).catch(() => {});
        throw error;
      }
    },
    close,
    get closed() {
      return closing !== undefined || lost !== undefined;
    },
    ready: true,
    waitReady: Promise.resolve(),
  };
  return {
    async open(folder, buffers) {
      await ask({ what: 'open', folder, buffers });
      return embedded;
    },
    end: () => close().catch(() => {}),
  };
}

function errorOf({ message, name, stack, more }: Failure): Error {
  return Object.assign(new Error(message), more, { name, ...(stack !== undefined && { stack }) });
}
