import { type Kysely, type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../db/schema.ts';
import type { Address } from '../../messages.ts';
import type { Seal } from '../../people/seal.ts';
import type { Interest, Kept, Subscription } from '../model.ts';

export type Subscriptions = ReturnType<typeof createSubscriptions>;
type Row = Selectable<Schema['follow_subscription']>;
type Db = Kysely<Schema>;

/** Who follows what. */
export function createSubscriptions({ db, seal }: { db: Db; seal: Seal }) {
  const place = (id: string) => `follow ${id}`;

  function keptOf(row: Row): Kept {
    const { id, recipient, tenant, home, team, lang, interests, version, maker, sealed } = row;
    return {
      ...{ id, recipient, tenant, home, team, lang, interests, version, maker },
      rhythm: rhythmOf(row),
      where: sealed === null ? undefined : seal.open<Kept['where']>(sealed, place(id)),
      nextAt: row.next_at,
    };
  }

  function rowOf({ rhythm, where, nextAt, ...kept }: Kept): Row {
    const { every, at, weekday, daysOff } = rhythm;
    return {
      ...kept,
      ...{ every, at, weekday },
      days_off: daysOff,
      sealed: where ? seal.close(where, place(kept.id)) : null,
      next_at: nextAt,
    };
  }

  async function where(condition: ReturnType<typeof sql<boolean>>, from: Db = db): Promise<Kept[]> {
    const { rows } = await sql<Row>`
      select * from follow_subscription where ${condition} order by id`.execute(from);
    return rows.map(keptOf);
  }

  async function removeWhere(tx: Tx, condition: ReturnType<typeof sql<boolean>>): Promise<Kept[]> {
    const { rows } = await sql<Row>`
      delete from follow_subscription where ${condition} returning *`.execute(tx);
    return rows.map(keptOf);
  }

  return {
    transaction: <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.transaction().execute(work),

    /** What is followed in a channel or a chat, or by a person. */
    of: (recipient: string, from: Db = db): Promise<Kept[]> => where(sql`recipient = ${recipient}`, from),

    /** Held until the transaction ends, also when there are none: two who follow at once come one after the other. */
    async hold(tx: Tx, recipient: string): Promise<Kept[]> {
      await sql`select pg_advisory_xact_lock(hashtextextended(${recipient}, 0))`.execute(tx);
      return where(sql`recipient = ${recipient}`, tx);
    },

    /** Whose digest is to be sent. */
    due: (time: Date): Promise<Kept[]> => where(sql`next_at <= ${time}`),

    /** Held until the transaction ends. */
    async lock(tx: Tx, id: string): Promise<Kept | undefined> {
      const row = await tx
        .selectFrom('follow_subscription')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      return row && keptOf(row);
    },

    /**
     * Those that follow any of these. Addresses are left sealed: `openWhere` opens those that are told. Held as they are
     * until the transaction ends, so that one that is changed meanwhile is changed after it has been told.
     */
    async following(tx: Tx, interests: Interest[]): Promise<Following[]> {
      const { rows } = await sql<Row>`
        select id, recipient, tenant, home, team, lang, interests, every, at, weekday, days_off, sealed
        from follow_subscription where interests && ${interests}::text[] for share`.execute(tx);
      return rows.map((row) => {
        const { id, recipient, tenant, home, team, lang, sealed } = row;
        return {
          ...{ id, recipient, tenant, home, team, lang, sealed },
          interests: row.interests,
          rhythm: rhythmOf(row),
        };
      });
    },

    openWhere: ({ id, sealed }: Pick<Following, 'id' | 'sealed'>): Address | undefined =>
      sealed === null ? undefined : seal.open<NonNullable<Kept['where']>>(sealed, place(id))?.address,

    async insert(tx: Tx, kept: Kept): Promise<void> {
      await tx.insertInto('follow_subscription').values(rowOf(kept)).execute();
    },

    async write(tx: Tx, kept: Kept): Promise<Kept> {
      const next = { ...kept, version: kept.version + 1 };
      const { id, ...row } = rowOf(next);
      await tx.updateTable('follow_subscription').set(row).where('id', '=', id).execute();
      return next;
    },

    async setNext(tx: Tx, id: string, nextAt: Date | null): Promise<void> {
      await tx.updateTable('follow_subscription').set({ next_at: nextAt }).where('id', '=', id).execute();
    },

    remove: (tx: Tx, id: string): Promise<Kept[]> => removeWhere(tx, sql`id = ${id}`),
    /** All of a channel, a chat or a person. */
    removeOf: (tx: Tx, recipient: string): Promise<Kept[]> => removeWhere(tx, sql`recipient = ${recipient}`),
    /** All of the channels of a team. */
    removeOfTeam: (tx: Tx, team: string): Promise<Kept[]> => removeWhere(tx, sql`team = ${team}`),

    async forgetMaker(tx: Tx, person: string): Promise<void> {
      await tx.updateTable('follow_subscription').set({ maker: null }).where('maker', '=', person).execute();
    },
  };
}

/** A subscription as a matching reads it: as little as possible, for there may be many. */
export interface Following extends Subscription {
  team: string | null;
  sealed: string | null;
}

const rhythmOf = ({ every, at, weekday, days_off }: Row): Kept['rhythm'] => ({
  ...{ every, at, weekday },
  daysOff: days_off,
});
