import { type Kysely, sql } from 'kysely';
import { lotsOf } from '../../db/lots.ts';
import type { Schema, Tx } from '../../db/schema.ts';
import type { Lang } from '../../knowledge/model.ts';
import { DAY_MS } from '../../times.ts';
import type { Change, Home, Interest, Told } from '../model.ts';
import type { Due } from '../rules.ts';
import type { Following } from './subscriptions.ts';

export type ToldStore = ReturnType<typeof createToldStore>;

/**
 * What cards about solutions are kept for being put right: so long after they were sent. In docs/privacy.md too.
 */
const KEPT_DAYS = 90;
/** Rows written at once. */
const LOT = 1_000;

/** A notice as it is shown to all who get the same. */
export interface View {
  change: Change;
  lang: Lang;
  home: Home;
  reasons: Interest[];
}

/** What a batch is made of: notices of one solution, each with its name in the batch; one digest; or a word. */
export type Sent =
  | { kind: 'notices'; views: Record<string, View> }
  | { kind: 'digest'; subscription: string; lang: Lang; home: Home }
  /** That a subscription has ended. */
  | { kind: 'word' };

/** A line of a digest, or what one will be made of. */
export interface Item {
  solution: Told;
  change: Change;
  reasons: Interest[];
}

/** Who has been told what, in which cards, and what is to be gathered in digests. */
export function createToldStore({ now }: { now: () => Date }) {
  /** What is corrected meanwhile waits for us, and finds the card we make; or we wait for it. */
  async function itemsWhere(tx: Tx, condition: ReturnType<typeof sql<boolean>>): Promise<Item[]> {
    const { rows } = await sql<{ content: string; change: Change; reasons: Interest[] }>`
      select s.content, t.change, t.reasons from follow_told t join follow_solution s using (solution)
      where ${condition} order by t.at, t.solution, t.news for share of s`.execute(tx);
    const items = rows.map(({ content, ...row }) => ({ solution: JSON.parse(content) as Told, ...row }));
    return oneForEach(items);
  }

  return {
    /** Gives whether it differs from what was known; `undefined` when it was not known, and is so now if `keep`. */
    async put(tx: Tx, told: Told, keep: boolean): Promise<boolean | undefined> {
      const content = JSON.stringify(told);
      const was = await tx
        .selectFrom('follow_solution')
        .select('content')
        .where('solution', '=', told.id)
        .forUpdate()
        .executeTakeFirst();
      if (!was && !keep) return undefined;
      const row = { solution: told.id, content, at: now() };
      await tx
        .insertInto('follow_solution')
        .values(row)
        .onConflict((c) => c.column('solution').doUpdateSet(row))
        .execute();
      return was && was.content !== content;
    },

    /** Those who had not been told this before, of those who are to be. */
    async add(
      tx: Tx,
      news: { id: string; solution: string; change: Change },
      due: Due<Following>[],
    ): Promise<Due<Following>[]> {
      const added = new Set<string>();
      for (const lot of lotsOf(due, LOT)) {
        const rows = await tx
          .insertInto('follow_told')
          .values(
            lot.map(({ by, reasons }) => ({
              recipient: by.recipient,
              news: news.id,
              solution: news.solution,
              change: news.change,
              reasons,
              subscription: by.id,
              team: by.team,
              batch: by.rhythm.every === 'now' ? AT_ONCE : null,
              at: now(),
            })),
          )
          .onConflict((c) => c.columns(['recipient', 'news']).doNothing())
          .returning('recipient')
          .execute();
        for (const { recipient } of rows) added.add(recipient);
      }
      return due.filter(({ by }) => added.has(by.recipient));
    },

    /** What waits for the next digest: one line for each solution, as it is now. */
    waiting: (tx: Tx, subscription: string): Promise<Item[]> =>
      itemsWhere(tx, sql`t.subscription = ${subscription} and t.batch is null`),

    async anyWaiting(tx: Tx, subscription: string): Promise<boolean> {
      const row = await tx
        .selectFrom('follow_told')
        .select('news')
        .where('subscription', '=', subscription)
        .where('batch', 'is', null)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    /** All that waited is in this digest now. */
    async gather(tx: Tx, subscription: string, batch: string): Promise<void> {
      await tx
        .updateTable('follow_told')
        .set({ batch, at: now() })
        .where('subscription', '=', subscription)
        .where('batch', 'is', null)
        .execute();
    },

    /** Nobody who waits is told of a solution that is withdrawn. */
    async dropWaiting(tx: Tx, solution: string): Promise<void> {
      await tx
        .deleteFrom('follow_told')
        .where('solution', '=', solution)
        .where('batch', 'is', null)
        .execute();
    },

    inDigest: (tx: Tx, batch: string): Promise<Item[]> => itemsWhere(tx, sql`t.batch = ${batch}`),

    /** Added to what the batches had, if they were there. */
    async addBatches(
      tx: Tx,
      batches: { batch: string; solution: string | null; sent: Sent }[],
    ): Promise<void> {
      for (const lot of lotsOf(batches, LOT))
        await tx
          .insertInto('follow_batch')
          .values(lot.map(({ sent, ...row }) => ({ ...row, sent: JSON.stringify(sent), at: now() })))
          .onConflict((c) =>
            c.column('batch').doUpdateSet({
              sent: sql<string>`jsonb_set(follow_batch.sent::jsonb, '{views}',
                coalesce(follow_batch.sent::jsonb->'views', '{}') || coalesce(excluded.sent::jsonb->'views', '{}'))::text`,
            }),
          )
          .execute();
    },

    /** The batches of cards a solution stands on. */
    async batchesWith(tx: Tx, solution: string): Promise<{ batch: string; sent: Sent }[]> {
      const { rows } = await sql<{ batch: string; sent: string }>`
        select batch, sent from follow_batch
        where solution = ${solution} or batch in (select batch from follow_told where solution = ${solution})
        order by batch`.execute(tx);
      return rows.map(({ batch, sent }) => ({ batch, sent: JSON.parse(sent) as Sent }));
    },

    async isTold(from: Kysely<Schema>, solution: string): Promise<boolean> {
      const row = await from
        .selectFrom('follow_solution')
        .select('content')
        .where('solution', '=', solution)
        .executeTakeFirst();
      return row !== undefined && !(JSON.parse(row.content) as Told).withdrawn;
    },

    async forget(tx: Tx, recipients: string[]): Promise<void> {
      if (recipients.length === 0) return;
      await tx.deleteFrom('follow_told').where('recipient', 'in', recipients).execute();
    },

    /** Gives who had been told something in a channel of the team. */
    async forgetTeam(tx: Tx, team: string): Promise<string[]> {
      const rows = await tx
        .deleteFrom('follow_told')
        .where('team', '=', team)
        .returning('recipient')
        .execute();
      return [...new Set(rows.map(({ recipient }) => recipient))];
    },

    /** Deletes what has been kept long enough; gives the batches that are over, whose cards are changed no more. */
    async purge(tx: Tx): Promise<string[]> {
      const limit = new Date(now().getTime() - KEPT_DAYS * DAY_MS);
      const over = await tx.deleteFrom('follow_batch').where('at', '<', limit).returning('batch').execute();
      await tx.deleteFrom('follow_told').where('at', '<', limit).execute();
      await sql`
        delete from follow_solution s where at < ${limit}
          and not exists (select from follow_told t where t.solution = s.solution)`.execute(tx);
      return over.map(({ batch }) => batch);
    },
  };
}

/** Where a row stands that waits for no digest. */
export const AT_ONCE = '';

/** What was shared and then changed before it was told is told once, as new, for every reason there was. */
function oneForEach(items: Item[]): Item[] {
  const bySolution = new Map<string, Item>();
  for (const item of items) {
    const before = bySolution.get(item.solution.id);
    bySolution.set(
      item.solution.id,
      before
        ? {
            ...item,
            change: before.change === 'new' ? 'new' : item.change,
            reasons: [...new Set([...before.reasons, ...item.reasons])],
          }
        : item,
    );
  }
  return [...bySolution.values()];
}
