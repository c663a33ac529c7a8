import { sql } from 'kysely';
import type { Tx } from '../../db/schema.ts';
import { DAY_MS } from '../../times.ts';
import { AT_ONCE } from './told.ts';

/** Longer than anything waits to be sent (delivery/rules.ts). */
const QUEUED_MS = 2 * DAY_MS;

/**
 * What a recipient follows has changed: what waits is told by what they follow now, and of what they follow no more they
 * are not told. Gives the news they were to be told of at once, not long ago, and follow no more.
 */
export async function settle(tx: Tx, recipient: string, now: Date): Promise<string[]> {
  const following = sql`
    from follow_subscription f where f.recipient = t.recipient and f.interests && t.reasons`;
  await sql`
    delete from follow_told t
    where t.recipient = ${recipient} and t.batch is null and not exists (select ${following})`.execute(tx);
  await sql`
    update follow_told t set
      subscription = (
        select f.id ${following}
        order by f.id = t.subscription desc, array_position(array['now', 'day', 'week'], f.every), f.id limit 1
      ),
      reasons = array(
        select r.reason from unnest(t.reasons) with ordinality as r (reason, n)
        where exists (select ${following} and r.reason = any(f.interests)) order by r.n
      )
    where t.recipient = ${recipient} and t.batch is null`.execute(tx);
  const { rows } = await sql<{ news: string }>`
    select t.news from follow_told t
    where t.recipient = ${recipient} and t.batch = ${AT_ONCE} and t.at > ${new Date(now.getTime() - QUEUED_MS)}
      and not exists (select ${following})`.execute(tx);
  return rows.map(({ news }) => news);
}
