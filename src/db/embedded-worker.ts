// PGlite in a thread of its own: what it is told to do by embedded.ts, one thing after the other, and what came of it.
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { Done, Failure, Order } from './embedded.ts';

const port = parentPort!;
// Compiled before the folder is known to be ours: it takes as long as to open it.
const pgliteWasmModule = await WebAssembly.compile(
  await readFile(new URL('pglite.wasm', import.meta.resolve('@electric-sql/pglite'))),
);
let pglite: PGlite | undefined;
/** Each open transaction, and how it is ended. */
const open = new Map<number, { tx: Transaction; end: (rollback: boolean) => void }>();
const ended = new Map<number, Promise<unknown>>();

const ROLLBACK = Symbol();

function carryOut(order: Order): Promise<unknown> {
  switch (order.what) {
    case 'open':
      pglite = new PGlite(order.folder, {
        pgliteWasmModule,
        startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${order.buffers}`],
      });
      return pglite.waitReady;
    case 'query':
      return runnerOf(order).query(order.sql, order.params, { rowMode: 'object', ...order.options });
    case 'exec':
      return runnerOf(order).exec(order.sql);
    case 'begin':
      return begin(order.transaction);
    case 'end':
      return end(order.transaction, order.rollback);
    case 'close':
      return pglite && !pglite.closed ? pglite.close() : Promise.resolve();
  }
}

function runnerOf({ transaction }: { transaction?: number | undefined }): Pick<PGlite, 'query' | 'exec'> {
  if (transaction === undefined) return pglite!;
  const found = open.get(transaction);
  if (!found) throw new Error('The transaction is over.');
  return found.tx;
}

/** PGlite keeps everyone else out while the callback runs, so it runs until the other side says how it ends. */
function begin(transaction: number): Promise<void> {
  return new Promise((begun, failed) => {
    const over = pglite!.transaction(
      (tx) =>
        new Promise<void>((commit, rollback) => {
          const end = (back: boolean) => (back ? rollback(ROLLBACK) : commit());
          open.set(transaction, { tx, end });
          begun();
        }),
    );
    ended.set(transaction, over);
    over.catch(failed).finally(() => {
      open.delete(transaction);
      ended.delete(transaction);
    });
  });
}

/** Of one that is over already there is nothing to end. */
async function end(transaction: number, rollback: boolean): Promise<void> {
  const over = ended.get(transaction);
  open.get(transaction)?.end(rollback);
  await over?.catch((error) => {
    if (error !== ROLLBACK) throw error;
  });
}

port.on('message', async (order: Order) => {
  try {
    port.postMessage({ id: order.id, value: await carryOut(order) } satisfies Done);
  } catch (error) {
    port.postMessage({ id: order.id, failure: failureOf(error) } satisfies Done);
  }
  // Nothing keeps the thread after that, and it ends by itself: what is ended from outside may be in the middle of something.
  if (order.what === 'close') port.close();
});

/** A thread gives an error over with its message alone, and PostgreSQL says more: its code, the constraint. */
function failureOf(error: unknown): Failure {
  const { message, name, stack, ...more } = error instanceof Error ? error : new Error(String(error));
  const plain = Object.entries(more).filter(([, value]) => ['string', 'number'].includes(typeof value));
  return { message, name, stack, more: Object.fromEntries(plain) };
}
