import { type Kysely, sql } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { DeadLetter, Delivery, Progress } from './delivery.ts';

/** How it goes, for the leader and the admin. */
export function createReport(db: Kysely<Schema>): Pick<Delivery, 'progress' | 'deadLetters'> {
  return {
    async progress(cause, about) {
      const { rows } = await sql<Progress>`
        select
          count(d.recipient)::int as planned,
          count(*) filter (where d.state = 'sent')::int as sent,
          count(*) filter (where d.state = 'gone')::int as gone,
          count(*) filter (where d.state = 'failed')::int as failed,
          count(*) filter (where d.state = 'cancelled')::int as cancelled,
          coalesce(bool_or(b.paused), false) as paused
        from delivery_batch b left join delivery d on d.batch = b.id and d.kind = 'send'
        where b.cause = ${cause} and b.about = ${about}
      `.execute(db);
      return rows[0]!;
    },
    async deadLetters(tenant) {
      const { rows } = await sql<DeadLetter>`
        select d.batch, b.cause, b.about, d.reason, count(*)::int as count
        from delivery d join delivery_batch b on b.id = d.batch
        where d.tenant = ${tenant} and d.state = 'failed'
        group by d.batch, b.cause, b.about, d.reason order by count(*) desc
      `.execute(db);
      return rows;
    },
  };
}
