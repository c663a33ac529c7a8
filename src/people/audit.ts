import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { Purpose } from './channels.ts';
import type { GivenRole } from './rules.ts';
import type { Seal } from './seal.ts';
import type { Who } from './who.ts';

/** What is put on record. `name` is of a person; a `title` is what a survey or something shared is called. */
export type Deed =
  | { what: 'role.given' | 'role.taken'; name: string; role: GivenRole }
  /** By number and name, as it was called then. */
  | { what: 'municipality.chosen'; number: string; name: string }
  | { what: 'channel.chosen' | 'channel.dropped'; purpose: Purpose; name: string }
  | { what: 'benchmark.joined' | 'benchmark.left' }
  | {
      what: 'survey.sent' | 'survey.closed' | 'survey.extended' | 'survey.corrected' | 'survey.withdrawn';
      title: string;
    }
  /** Of what is shared; `changes`: some were asked for. */
  | {
      what:
        | 'share.approved'
        | 'share.changes'
        | 'share.rejected'
        | 'share.corrected'
        | 'share.withdrawn'
        | 'share.restored';
      title: string;
    };

export interface Entry {
  at: Date;
  /** Both undefined when it was sealed with a secret we no longer have. */
  actor: string | undefined;
  deed: Deed | undefined;
}

export interface Audit {
  /** In the transaction of what is done, so that nothing is done without a line. Never about someone who answers a survey. */
  write(tx: Kysely<Schema>, who: Who, deed: Deed): Promise<void>;
  /** The newest first, `limit` from number `from`. For those who may 'audit.read'. */
  page(tenant: string, from: number, limit: number): Promise<{ entries: Entry[]; total: number }>;
  /** Deletes what has been kept for two years. */
  purge(): Promise<void>;
}

const YEARS = 2;

export function createAudit(deps: { db: Kysely<Schema>; seal: Seal; now: () => Date }): Audit {
  const { db, seal, now } = deps;
  const about = (tenant: string) => `audit ${tenant}`;
  return {
    async write(tx, { tenant, person, name }, deed) {
      const sealed = seal.close({ actor: name, deed }, about(tenant));
      await tx.insertInto('audit').values({ tenant, at: now(), actor: person, about: sealed }).execute();
    },
    async page(tenant, from, limit) {
      const mine = db.selectFrom('audit').where('tenant', '=', tenant);
      const [rows, count] = await Promise.all([
        mine
          .select(['at', 'about'])
          .orderBy('at', 'desc')
          .orderBy('id', 'desc')
          .offset(from)
          .limit(limit)
          .execute(),
        mine.select((e) => e.fn.countAll<string>().as('count')).executeTakeFirstOrThrow(),
      ]);
      const entries = rows.map((row) => {
        const opened = seal.open<{ actor: string; deed: Deed }>(row.about, about(tenant));
        return { at: row.at, actor: opened?.actor, deed: opened?.deed };
      });
      return { entries, total: Number(count.count) };
    },
    async purge() {
      const limit = new Date(now());
      limit.setUTCFullYear(limit.getUTCFullYear() - YEARS);
      await db.deleteFrom('audit').where('at', '<', limit).execute();
    },
  };
}
