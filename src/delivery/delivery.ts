import { sql, type Transaction } from 'kysely';
import type { Database } from '../db/database.ts';
import type { Schema } from '../db/schema.ts';
import type { Log } from '../log.ts';
import type { Address, Outgoing, Post } from '../messages.ts';
import type { Seal } from '../people/seal.ts';
import { createAlarms } from './alarms.ts';
import { createBoss } from './boss.ts';
import { createForgetting } from './forget.ts';
import { sweepRows } from './jobs.ts';
import { createSealed } from './messages.ts';
import { createPlanning } from './plan.ts';
import { createReport } from './report.ts';
import { createSender } from './send.ts';

/** One sending to many: an invitation, a reminder, a notice. */
export interface Batch {
  /** Made by the cause, so that planning the same twice plans it once. */
  id: string;
  /** Keyed hash of the tenant that is sent to. */
  tenant: string;
  /** What it is for, and which of them: `survey` and a round. Progress, pause and cancel go by it. */
  cause: 'survey' | 'share' | 'handoff' | 'knowledge';
  about: string;
  /** The messages there are, by name (a language, say): many recipients share each. */
  messages: Record<string, Outgoing>;
}

export interface Recipient {
  /** Keyed hash of the person or channel. One row for each in a batch, however often it is planned. */
  recipient: string;
  address: Address;
  /** Which of the batch's messages. */
  message: string;
}

export interface Progress {
  planned: number;
  sent: number;
  /** No longer there, or has blocked the app. */
  gone: number;
  /** Given up after all tries, or refused. */
  failed: number;
  cancelled: number;
  paused: boolean;
}

/** A sending that was given up, for the admin: what went wrong and what to do is said from `reason`. */
export interface DeadLetter {
  batch: string;
  cause: Batch['cause'];
  about: string;
  reason: string;
  count: number;
}

/**
 * The one queue for everything that is sent unasked. What is planned is sent once: never lost, and twice at most for
 * what was in flight when a process was killed.
 */
export interface Delivery {
  /** In the transaction of what causes it: both happen or neither. Gives how many rows are new. */
  plan(
    tx: Transaction<Schema>,
    batch: Batch,
    recipients: Iterable<Recipient> | AsyncIterable<Recipient>,
  ): Promise<number>;
  /** Many small ones, such as one for each tenant, in as few statements as one. */
  planAll(tx: Transaction<Schema>, plans: { batch: Batch; recipients: Recipient[] }[]): Promise<void>;
  /** Changes the cards of a batch that were sent, and what those still to be sent will say. */
  replace(tx: Transaction<Schema>, batch: string, messages: Record<string, Outgoing>): Promise<void>;
  pause(batch: string): Promise<void>;
  resume(batch: string): Promise<void>;
  /** What has not been sent is not sent. */
  cancel(tx: Transaction<Schema>, batch: string): Promise<void>;
  /** The same to one recipient, who no longer wants what is in these batches. */
  cancelTo(tx: Transaction<Schema>, recipient: string, batches: string[]): Promise<void>;
  progress(cause: Batch['cause'], about: string): Promise<Progress>;
  deadLetters(tenant: string): Promise<DeadLetter[]>;
  /** Deletes addresses and rows: of a batch that is over, or of a recipient who has left. */
  forgetBatch(tx: Transaction<Schema>, batch: string): Promise<void>;
  forgetRecipient(recipient: string): Promise<void>;
  /** The same of all channels of a team, whatever was sent there; `tenant` is keyed, `team` as Teams gives it. */
  forgetTeam(tenant: string, team: string): Promise<void>;
  /** Rings once at the time, on one of the processes, and again should it fail. A key that is set again is moved. */
  setAlarm(tx: Transaction<Schema>, alarm: { name: string; key: string; at: Date }): Promise<void>;
  clearAlarm(tx: Transaction<Schema>, alarm: { name: string; key: string }): Promise<void>;
  /** Before `start`: what an alarm of this name does. Rung at least once, so doing it twice must do no harm. */
  onAlarm(name: string, ring: (key: string) => Promise<void>): void;
  start(): Promise<void>;
  /** Looks for what is due and has no job. Done by itself every few seconds; tests that move the clock ask for it. */
  sweep(): Promise<void>;
  /** Finishes what is in flight, takes nothing more. */
  stop(): Promise<void>;
}

interface DeliveryDeps {
  database: Database;
  seal: Seal;
  post: Post;
  log: Log;
  /** Someone is no longer there, or has blocked the app. */
  onGone: (recipient: string) => Promise<void>;
  now?: () => Date;
}

const SWEEP_MS = 2_000;
const PURGE_MS = 10 * 60_000;
/** A conversation that has not been sent to for so long has all its turns again. */
const SLOT_HOURS = 2;

/** Rows are the truth, jobs only wake someone to look at them: see docs/decisions/008-queue.md. */
export function createDelivery({
  database,
  seal,
  post,
  log,
  onGone,
  now = () => new Date(),
}: DeliveryDeps): Delivery {
  const { db } = database;
  const boss = createBoss({ database, log });
  const sealed = createSealed(seal);
  const sender = createSender({ db, boss, sealed, post, log, onGone });
  const { ring, sweep: sweepAlarms, ...alarms } = createAlarms({ db, boss, log, now });
  const timers: NodeJS.Timeout[] = [];
  const chores = new Set<Promise<void>>();
  let starting: Promise<void> | undefined;

  async function sweep(): Promise<void> {
    await sweepRows(db, boss);
    await sweepAlarms();
  }

  async function purge(): Promise<void> {
    await sql`
      delete from delivery_slot where key like 'c:%' and next_at < now() - ${SLOT_HOURS} * interval '1 hour'
    `.execute(db);
  }

  async function begin(): Promise<void> {
    await boss.start({ delivery: sender.send, alarm: ring });
    await sweep();
    every(SWEEP_MS, sweep, 'what is due could not be looked for');
    every(PURGE_MS, purge, 'old turns could not be deleted');
  }

  function every(intervalMs: number, work: () => Promise<void>, failed: string): void {
    const timer = setInterval(() => {
      const working = work()
        .catch((err) => log.error({ err }, failed))
        .finally(() => chores.delete(working));
      chores.add(working);
    }, intervalMs);
    timer.unref();
    timers.push(timer);
  }

  return {
    ...createPlanning({ db, boss, sealed }),
    ...createForgetting({ db, sealed }),
    ...createReport(db),
    ...alarms,
    sweep,
    start() {
      starting ??= begin();
      return starting;
    },
    async stop() {
      // One that is still starting cannot be stopped.
      await starting?.catch(() => {});
      for (const timer of timers) clearInterval(timer);
      await Promise.all([sender.stop(), boss.stop(), ...chores]);
    },
  };
}
