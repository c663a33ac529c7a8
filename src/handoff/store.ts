import type { Kysely, Selectable } from 'kysely';
import type { Schema, Tx } from '../db/schema.ts';
import type { Seal } from '../people/seal.ts';
import type { Content, Handoff } from './model.ts';
import { daysBefore, KEPT } from './rules.ts';

export type HandoffStore = ReturnType<typeof createHandoffStore>;

export function createHandoffStore({ db, seal }: { db: Kysely<Schema>; seal: Seal }) {
  const about = (id: string) => `handoff ${id}`;

  function opened(row: Selectable<Schema['handoff']>): Handoff[] {
    const content = seal.open<Content>(row.sealed, about(row.id));
    const { sealed: _sealed, sent_at: sentAt, ended_at: endedAt, ...rest } = row;
    return content ? [{ ...rest, sentAt, endedAt, content }] : [];
  }

  const rowOf = ({ content, sentAt, endedAt, ...rest }: Handoff) => ({
    ...rest,
    sent_at: sentAt,
    ended_at: endedAt,
    sealed: seal.close(content, about(rest.id)),
  });

  async function where(column: 'asker' | 'actor', value: string): Promise<Handoff[]> {
    const rows = await db.selectFrom('handoff').selectAll().where(column, '=', value).execute();
    return rows.flatMap(opened);
  }

  return {
    transaction: <T>(run: (tx: Tx) => Promise<T>): Promise<T> => db.transaction().execute(run),
    async get(id: string): Promise<Handoff | undefined> {
      const row = await db.selectFrom('handoff').selectAll().where('id', '=', id).executeTakeFirst();
      return row && opened(row)[0];
    },
    /** Nobody else changes it until the transaction is over. */
    async lock(tx: Tx, id: string): Promise<Handoff | undefined> {
      const row = await tx
        .selectFrom('handoff')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      return row && opened(row)[0];
    },
    /** Gives whether it is new. */
    async insert(tx: Tx, handoff: Handoff): Promise<boolean> {
      const added = await tx
        .insertInto('handoff')
        .values(rowOf(handoff))
        .onConflict((c) => c.column('id').doNothing())
        .returning('id')
        .execute();
      return added.length > 0;
    },
    /** Under `lock`. Gives it as it then is. */
    async write(tx: Tx, changed: Handoff): Promise<Handoff> {
      const next = { ...changed, version: changed.version + 1 };
      const { id, ...row } = rowOf(next);
      await tx.updateTable('handoff').set(row).where('id', '=', id).execute();
      return next;
    },
    ofAsker: (asker: string) => where('asker', asker),
    ofActor: (actor: string) => where('actor', actor),
    /** Those whose asker is told in a group or a channel. */
    async placed(tenant: string): Promise<Handoff[]> {
      const rows = await db
        .selectFrom('handoff')
        .selectAll()
        .where('tenant', '=', tenant)
        .where('place', 'is not', null)
        .execute();
      return rows.flatMap(opened);
    },
    /** Of a tenant, those that wait or all that were not withdrawn: the newest first, a page from number `from`. */
    async page(
      tenant: string,
      which: 'waiting' | 'all',
      from: number,
      limit: number,
    ): Promise<{ found: Handoff[]; total: number }> {
      const mine = db
        .selectFrom('handoff')
        .where('tenant', '=', tenant)
        .where(
          'state',
          'in',
          which === 'waiting' ? ['open', 'taken'] : ['open', 'taken', 'answered', 'closed'],
        );
      const count = await mine.select((e) => e.fn.countAll<string>().as('n')).executeTakeFirstOrThrow();
      const rows = await mine
        .selectAll()
        // What was brought up in vain is first among what waits.
        .$if(which === 'waiting', (query) => query.orderBy('reminded', 'desc').orderBy('sent_at', 'asc'))
        .$if(which === 'all', (query) => query.orderBy('sent_at', 'desc'))
        .orderBy('id')
        .offset(from)
        .limit(limit)
        .execute();
      return { found: rows.flatMap(opened), total: Number(count.n) };
    },
    /** Ended so long ago that the asker is to be forgotten. */
    async toForget(now: Date): Promise<string[]> {
      const rows = await db
        .selectFrom('handoff')
        .select('id')
        .where('ended_at', '<', daysBefore(now, KEPT.askerDays))
        .where((e) => e.or([e('asker', 'is not', null), e('place', 'is not', null)]))
        .execute();
      return rows.map(({ id }) => id);
    },
    /** Kept long enough, with what is needed to find what was sent of each. */
    async toDelete(now: Date): Promise<Pick<Handoff, 'id' | 'posts' | 'version'>[]> {
      return db
        .selectFrom('handoff')
        .select(['id', 'posts', 'version'])
        .where((e) =>
          e.or([
            e('ended_at', '<', daysBefore(now, KEPT.endedDays)),
            e('sent_at', '<', daysBefore(now, KEPT.waitingDays)),
          ]),
        )
        .execute();
    },
    async remove(tx: Tx, id: string): Promise<void> {
      await tx.deleteFrom('handoff').where('id', '=', id).execute();
    },
  };
}
