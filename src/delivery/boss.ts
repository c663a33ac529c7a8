import type { Kysely } from 'kysely';
import type { PgBoss } from 'pg-boss';
import type { Database } from '../db/database.ts';
import type { Schema } from '../db/schema.ts';
import type { Log } from '../log.ts';

/** pg-boss, and nothing else knows it. Jobs are wake-ups: what is to be done is in our own rows, and a job that comes twice finds nothing left. */
export interface Boss {
  /** Whether jobs can be handed in. Until then rows wait for the first sweep. */
  running(): boolean;
  /** In the caller's transaction, if it is one. */
  hand<Q extends keyof Work>(db: Kysely<Schema>, queue: Q, jobs: Job<Work[Q]>[]): Promise<void>;
  start(handlers: { [Q in keyof Work]: (data: Work[Q]) => Promise<void> }): Promise<void>;
  /** Takes no more jobs, and waits for those at hand. */
  stop(): Promise<void>;
}

/** What each queue's jobs carry. */
interface Work {
  delivery: Chunk;
  alarm: { name: string; key: string };
}

/** Recipients of one batch, to be sent to after each other. */
export interface Chunk {
  batch: string;
  tenant: string;
  kind: 'send' | 'edit';
  recipients: string[];
}

export interface Job<T> {
  data: T;
  afterMs: number;
  priority?: number;
  /** Jobs of one group take only some of a process's hands. */
  group?: string;
}

const STOP_MS = 4_000;
const POLL_SECONDS = 0.5;
/** Handed in at once; each statement carries its jobs as one JSON text. */
const LOT = 500;

const QUEUES = ['delivery', 'alarm'] as const satisfies (keyof Work)[];
/** How many jobs a process has in work at a time. The database in the process serves few tenants, and is asked less. */
const HANDS = {
  server: { delivery: { hands: 4, perGroup: 2 }, alarm: { hands: 1 } },
  embedded: { delivery: { hands: 2, perGroup: 1 }, alarm: { hands: 1 } },
};

/** Short, so that the jobs of a killed process come back soon. The heartbeat is as short as pg-boss allows. */
const QUEUE = {
  heartbeatSeconds: 10,
  expireInSeconds: 60,
  retryLimit: 1_000,
  retryDelay: 2,
  deleteAfterSeconds: 600,
  // A round may open in half a year.
  retentionSeconds: 400 * 24 * 3600,
};

export function createBoss({ database, log }: { database: Database; log: Log }): Boss {
  let boss: PgBoss | undefined;
  let library: typeof import('pg-boss') | undefined;

  return {
    running: () => boss !== undefined,
    async hand(db, queue, jobs) {
      if (!boss || !library) return;
      for (let from = 0; from < jobs.length; from += LOT) {
        const lot = jobs.slice(from, from + LOT).map(({ data, afterMs, priority = 0, group }) => ({
          data,
          priority,
          startAfter: afterMs / 1000,
          ...(group && { group: { id: group } }),
        }));
        await boss.insert(queue, lot, { db: library.fromKysely(db) });
      }
    },
    async start(handlers) {
      // Not needed to answer, so not read until Samvit is ready.
      library = await import('pg-boss');
      const starting = new library.PgBoss({
        ...connection(database, library),
        schedule: false,
        registerInstance: false,
        superviseIntervalSeconds: 5,
        maintenanceIntervalSeconds: 600,
        monitorVacuum: false,
      });
      starting.on('error', (err) => log.error({ err }, 'the queue failed'));
      await starting.start({ attempts: 5 });
      for (const name of QUEUES) {
        if (!(await starting.getQueue(name))) await starting.createQueue(name, QUEUE);
        // Makes the library know the queue, so that it never asks for it on a connection of its own in the middle of a
        // caller's transaction: in the process there is only the one.
        await starting.insert(name, []);
      }
      boss = starting;
      for (const name of QUEUES) {
        const handle = handlers[name] as (data: unknown) => Promise<void>;
        const { hands, perGroup }: { hands: number; perGroup?: number } = HANDS[database.driver.kind][name];
        const options = {
          pollingIntervalSeconds: POLL_SECONDS,
          localConcurrency: hands,
          ...(perGroup && { localGroupConcurrency: perGroup }),
        };
        await starting.work<unknown>(name, options, async ([job]) => {
          if (job) await handle(job.data);
        });
      }
    },
    async stop() {
      const stopping = boss;
      boss = undefined;
      await stopping?.stop({ graceful: true, timeout: STOP_MS });
    },
  };
}

/** On a server the queue has connections of its own; in the process it shares the one there is. */
function connection({ driver }: Database, { fromPglite }: typeof import('pg-boss')) {
  return driver.kind === 'server'
    ? { connectionString: driver.url, max: 4 }
    : { db: fromPglite(driver.pglite), backend: 'pglite' as const };
}
