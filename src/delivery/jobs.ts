import { type Kysely, sql } from 'kysely';
import { lotsOf } from '../db/lots.ts';
import type { Schema } from '../db/schema.ts';
import type { Boss, Chunk, Job } from './boss.ts';
import { CLOCK, ms } from './limits.ts';
import { CHUNK, priorityOf, startMs } from './rules.ts';

type Db = Kysely<Schema>;

/** Which rows, and from when on: `afterMs` for the first, those after it spread out as the tenant's limit lets them be sent. */
export interface Rows extends Chunk {
  afterMs: number;
}

/**
 * Makes the jobs that send rows. Their rows say when there will be one, so that the sweep finds those whose job was lost
 * or never made.
 */
export const makeJobs = (db: Db, boss: Boss, rows: Rows): Promise<void> => makeAllJobs(db, boss, [rows]);

/** Of many batches at once: as many statements as for one. */
export async function makeAllJobs(db: Db, boss: Boss, all: Rows[]): Promise<void> {
  if (!boss.running()) return;
  const made = all.filter(({ recipients }) => recipients.length > 0).map(jobsFor);
  const queued = made.flatMap(({ rows: { batch, kind, recipients }, lastMs }) =>
    recipients.map((recipient) => ({ batch, kind, recipient, lastMs })),
  );
  for (const lot of lotsOf(queued, LOT)) {
    await sql`
      update delivery d set queued_at = ${CLOCK} + q.ms * interval '1 millisecond'
      from unnest(
        ${lot.map(({ batch }) => batch)}::text[], ${lot.map(({ recipient }) => recipient)}::text[],
        ${lot.map(({ kind }) => kind)}::text[], ${lot.map(({ lastMs }) => lastMs)}::float8[]
      ) as q (batch, recipient, kind, ms)
      where d.batch = q.batch and d.recipient = q.recipient and d.kind = q.kind
    `.execute(db);
  }
  const jobs = made.flatMap(({ jobs }) => jobs);
  if (jobs.length > 0) await boss.hand(db, 'delivery', jobs);
}

function jobsFor(rows: Rows): { rows: Rows; jobs: Job<Chunk>[]; lastMs: number } {
  const { batch, tenant, kind, recipients, afterMs } = rows;
  const jobs: Job<Chunk>[] = [];
  for (let from = 0; from < recipients.length; from += CHUNK) {
    const chunk = recipients.slice(from, from + CHUNK);
    jobs.push({
      data: { batch, tenant, kind, recipients: chunk },
      afterMs: afterMs + startMs(from),
      priority: priorityOf(recipients.length),
      group: tenant,
    });
  }
  return { rows, jobs, lastMs: jobs.at(-1)!.afterMs };
}

const LOT = 1_000;

/** Says that there is no job for these any more, so that the next sweep of any process finds them. */
export async function letGo(db: Db, { batch, kind, recipients }: Chunk): Promise<void> {
  await sql`
    update delivery set queued_at = null
    where batch = ${batch} and kind = ${kind} and recipient in (${sql.join(recipients)})
  `.execute(db);
}

/** A job this late is lost, or its queue is longer than that: then a second one does no harm. */
const LOST_MS = 5 * 60_000;
const SWEEP_MAX = 5_000;

/**
 * Makes jobs for rows that are due without one: to be tried again, planned before the queue had started, left by a
 * process that was killed while it sent, or whose job was lost.
 */
export async function sweepRows(db: Db, boss: Boss): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ batch: string; tenant: string; kind: Chunk['kind']; recipients: string[] }>`
      with left_behind as (
        select d.batch, d.recipient, d.kind from delivery d
        join delivery_batch b on b.id = d.batch and not b.paused
        where d.state = 'waiting' and (
          d.leased_until < ${CLOCK}
          or d.leased_until is null and d.due_at <= ${CLOCK}
            and (d.queued_at is null or d.queued_at < ${CLOCK} - ${ms(LOST_MS)})
        )
        limit ${SWEEP_MAX} for update of d skip locked
      ), freed as (
        update delivery d set leased_until = null from left_behind l
        where d.batch = l.batch and d.recipient = l.recipient and d.kind = l.kind
        returning d.batch, d.tenant, d.kind, d.recipient
      )
      select batch, tenant, kind, array_agg(recipient) as recipients from freed group by batch, tenant, kind
    `.execute(tx);
    for (const row of rows) await makeJobs(tx, boss, { ...row, afterMs: 0 });
  });
}
