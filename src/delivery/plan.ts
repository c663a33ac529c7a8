import { type Kysely, sql, type Transaction } from 'kysely';
import { lotsOf } from '../db/lots.ts';
import type { Schema } from '../db/schema.ts';
import type { Outgoing } from '../messages.ts';
import type { Boss } from './boss.ts';
import type { Batch, Delivery, Recipient } from './delivery.ts';
import { makeAllJobs, makeJobs } from './jobs.ts';
import type { Sealed } from './messages.ts';

interface PlanDeps {
  db: Kysely<Schema>;
  boss: Boss;
  sealed: Sealed;
}

type Planning = Pick<Delivery, 'plan' | 'planAll' | 'replace' | 'pause' | 'resume' | 'cancel' | 'cancelTo'>;

/** Rows written at once. */
const LOT = 500;

/** What is to be sent, written down: nothing here sends. */
export function createPlanning({ db, boss, sealed }: PlanDeps): Planning {
  return {
    async plan(tx, batch, recipients) {
      await writeBatches(tx, [batch]);
      const planned: string[] = [];
      for await (const lot of lots(recipients))
        for (const { recipient } of await writeRows(tx, rowsOf(batch, lot))) planned.push(recipient);
      const { id, tenant } = batch;
      await makeJobs(tx, boss, { batch: id, tenant, kind: 'send', recipients: planned, afterMs: 0 });
      return planned.length;
    },

    async planAll(tx, plans) {
      await writeBatches(
        tx,
        plans.map(({ batch }) => batch),
      );
      const rows = plans.flatMap(({ batch, recipients }) => rowsOf(batch, onceEach(recipients)));
      const planned = new Map<string, string[]>(plans.map(({ batch }) => [batch.id, []]));
      for (const lot of lotsOf(rows, LOT))
        for (const { batch, recipient } of await writeRows(tx, lot)) planned.get(batch)!.push(recipient);
      await makeAllJobs(
        tx,
        boss,
        plans.map(({ batch: { id, tenant } }) => ({
          ...{ batch: id, tenant, kind: 'send', afterMs: 0 },
          recipients: planned.get(id)!,
        })),
      );
    },

    async replace(tx, batch, messages) {
      for (const [name, message] of Object.entries(messages)) await change(tx, batch, name, message);
      await wake(tx, batch, 'edit');
    },

    async pause(batch) {
      await db.updateTable('delivery_batch').set({ paused: true }).where('id', '=', batch).execute();
    },

    async resume(batch) {
      await db.transaction().execute(async (tx) => {
        await tx.updateTable('delivery_batch').set({ paused: false }).where('id', '=', batch).execute();
        // A pause does not count against how long a message may be put off.
        await sql`
          update delivery set planned_at = now(), queued_at = null where batch = ${batch} and state = 'waiting'
        `.execute(tx);
        await wake(tx, batch, 'send');
        await wake(tx, batch, 'edit');
      });
    },

    async cancel(tx, batch) {
      await tx
        .updateTable('delivery')
        .set({ state: 'cancelled', address: null })
        .where('batch', '=', batch)
        .where('kind', '=', 'send')
        .where('state', '=', 'waiting')
        .execute();
    },

    async cancelTo(tx, recipient, batches) {
      if (batches.length === 0) return;
      await tx
        .updateTable('delivery')
        .set({ state: 'cancelled', address: null })
        .where('batch', 'in', batches)
        .where('recipient', '=', recipient)
        .where('kind', '=', 'send')
        .where('state', '=', 'waiting')
        .execute();
    },
  };

  async function writeBatches(tx: Transaction<Schema>, batches: Batch[]): Promise<void> {
    const messages = batches.flatMap(({ id, messages }) =>
      Object.entries(messages).map(([name, message]) => ({
        batch: id,
        name,
        content: sealed.content.close(message, { batch: id, name }),
      })),
    );
    for (const lot of lotsOf(batches, LOT))
      await tx
        .insertInto('delivery_batch')
        .values(lot.map(({ id, tenant, cause, about }) => ({ id, tenant, cause, about })))
        .onConflict((c) => c.doNothing())
        .execute();
    for (const lot of lotsOf(messages, LOT))
      await tx
        .insertInto('delivery_message')
        .values(lot)
        .onConflict((c) => c.doNothing())
        .execute();
  }

  function rowsOf({ id, tenant }: Batch, recipients: Recipient[]) {
    return recipients.map(({ recipient, address, message }) => ({
      batch: id,
      recipient,
      kind: 'send' as const,
      tenant,
      message,
      requests: address.conversation ? 1 : 2,
      address: sealed.address.close(address, { batch: id, recipient }),
    }));
  }

  /** Gives those that are new. */
  function writeRows(tx: Transaction<Schema>, rows: ReturnType<typeof rowsOf>) {
    return tx
      .insertInto('delivery')
      .values(rows)
      .onConflict((c) => c.doNothing())
      .returning(['batch', 'recipient'])
      .execute();
  }

  async function change(tx: Transaction<Schema>, batch: string, name: string, message: Outgoing) {
    // The row is held until the end of the transaction, so that what is being sent meanwhile is found out (store.ts).
    await sql`
      update delivery_message set version = version + 1, content = ${sealed.content.close(message, { batch, name })}
      where batch = ${batch} and name = ${name}
    `.execute(tx);
    await sql`
      insert into delivery (batch, recipient, kind, tenant, message, requests)
      select batch, recipient, 'edit', tenant, message, 1 from delivery
      where batch = ${batch} and message = ${name} and kind = 'send' and state = 'sent'
      on conflict (batch, recipient, kind) do update
      set state = 'waiting', failures = 0, planned_at = now(), due_at = now(), queued_at = null, reason = null
    `.execute(tx);
  }

  /** Makes jobs for the rows of a batch that wait without one. */
  async function wake(tx: Transaction<Schema>, batch: string, kind: 'send' | 'edit') {
    const rows = await tx
      .selectFrom('delivery')
      .select(['recipient', 'tenant'])
      .where('batch', '=', batch)
      .where('kind', '=', kind)
      .where('state', '=', 'waiting')
      .where('queued_at', 'is', null)
      .execute();
    if (!rows[0]) return;
    const { tenant } = rows[0];
    await makeJobs(tx, boss, {
      batch,
      tenant,
      kind,
      recipients: rows.map(({ recipient }) => recipient),
      afterMs: 0,
    });
  }
}

/** The same twice in one statement would be refused by the database. */
const onceEach = (recipients: Recipient[]): Recipient[] => [
  ...new Map(recipients.map((one) => [one.recipient, one])).values(),
];

async function* lots(
  recipients: Iterable<Recipient> | AsyncIterable<Recipient>,
): AsyncGenerator<Recipient[]> {
  let lot = new Map<string, Recipient>();
  for await (const recipient of recipients) {
    // Once each: the same twice in one statement would be refused by the database.
    lot.set(recipient.recipient, recipient);
    if (lot.size < LOT) continue;
    yield [...lot.values()];
    lot = new Map();
  }
  if (lot.size > 0) yield [...lot.values()];
}
