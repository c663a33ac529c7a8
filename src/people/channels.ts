import { type Kysely, sql } from 'kysely';
import type { Schema, Tx } from '../db/schema.ts';
import { type Lang, type Topic, topics } from '../knowledge/model.ts';
import type { Address } from '../messages.ts';
import type { Audit } from './audit.ts';
import type { Key } from './key.ts';
import type { Seal } from './seal.ts';
import type { Who } from './who.ts';

/** What a channel of a municipality is chosen for: where editors decide, and who answers questions on each topic. */
export const purposes = ['editors', ...topics] as const;
export type Purpose = 'editors' | Topic;

export interface Chosen {
  purpose: Purpose;
  /** Keyed hash, as `Recipient.recipient` of what is sent there. */
  channel: string;
  address: Address;
  /** What the channel was called when it was chosen; '' when that was not known. */
  name: string;
  /** What is spoken there: the language it was chosen in. */
  lang: Lang;
}

/** Channels an admin has chosen, one for each purpose. */
export interface Channels {
  /** Takes the place of the one there was. */
  choose(who: Who, purpose: Purpose, address: Address, name: string, lang: Lang): Promise<void>;
  /** Gives whether there was one. */
  drop(who: Who, purpose: Purpose): Promise<boolean>;
  all(tenant: string): Promise<Chosen[]>;
  of(tenant: string, purpose: Purpose, tx?: Tx): Promise<Chosen | undefined>;
  /** Where the editors of each tenant decide. */
  everyEditors(tx?: Tx): Promise<(Chosen & { tenant: string })[]>;
  /** The channel is called something else now. */
  renamed(channel: string, name: string): Promise<void>;
  /** The channel is no longer there, or the app is not: it is chosen for nothing any more. Gives what it was chosen for. */
  lost(channel: string): Promise<Purpose[]>;
}

export function createChannels(deps: {
  db: Kysely<Schema>;
  seal: Seal;
  key: Key;
  audit: Pick<Audit, 'write'>;
}): Channels {
  const { db, seal, key, audit } = deps;
  const about = (tenant: string, purpose: Purpose) => `channel ${tenant} ${purpose}`;

  type Row = { tenant: string; purpose: Purpose; channel: string; sealed: string };
  function opened({ tenant, purpose, channel, sealed }: Row): Chosen[] {
    const known = seal.open<Pick<Chosen, 'address' | 'name' | 'lang'>>(sealed, about(tenant, purpose));
    return known ? [{ purpose, channel, ...known }] : [];
  }

  return {
    choose: (who, purpose, address, name, lang) =>
      db.transaction().execute(async (tx) => {
        const sealed = seal.close({ address, name, lang }, about(who.tenant, purpose));
        const channel = channelCode(key, address);
        await tx
          .insertInto('tenant_channel')
          .values({ tenant: who.tenant, purpose, channel, sealed })
          .onConflict((c) => c.columns(['tenant', 'purpose']).doUpdateSet({ channel, sealed }))
          .execute();
        await audit.write(tx, who, { what: 'channel.chosen', purpose, name });
      }),
    drop: (who, purpose) =>
      db.transaction().execute(async (tx) => {
        const [row] = await tx
          .deleteFrom('tenant_channel')
          .where('tenant', '=', who.tenant)
          .where('purpose', '=', purpose)
          .returningAll()
          .execute();
        if (!row) return false;
        const name = opened(row)[0]?.name ?? '';
        await audit.write(tx, who, { what: 'channel.dropped', purpose, name });
        return true;
      }),
    async all(tenant) {
      const rows = await db.selectFrom('tenant_channel').selectAll().where('tenant', '=', tenant).execute();
      return rows.flatMap(opened);
    },
    async of(tenant, purpose, tx = db as Tx) {
      const rows = await tx
        .selectFrom('tenant_channel')
        .selectAll()
        .where('tenant', '=', tenant)
        .where('purpose', '=', purpose)
        .execute();
      return rows.flatMap(opened)[0];
    },
    async everyEditors(tx = db as Tx) {
      const rows = await tx
        .selectFrom('tenant_channel')
        .selectAll()
        .where('purpose', '=', 'editors')
        .orderBy('tenant')
        .execute();
      return rows.flatMap((row) => opened(row).map((chosen) => ({ ...chosen, tenant: row.tenant })));
    },
    renamed: (channel, name) =>
      db.transaction().execute(async (tx) => {
        const rows = await tx
          .selectFrom('tenant_channel')
          .selectAll()
          .where('channel', '=', channel)
          .forUpdate()
          .execute();
        for (const row of rows)
          for (const { purpose, address, lang } of opened(row)) {
            const sealed = seal.close({ address, name, lang }, about(row.tenant, purpose));
            await tx
              .updateTable('tenant_channel')
              .set({ sealed })
              .where('tenant', '=', row.tenant)
              .where('purpose', '=', purpose)
              .execute();
          }
      }),
    async lost(channel) {
      const { rows } = await sql<{ purpose: Purpose }>`
        delete from tenant_channel where channel = ${channel} returning purpose`.execute(db);
      return rows.map(({ purpose }) => purpose);
    },
  };
}

/** One code for a channel, whatever it is written down for. */
export const channelCode = (key: Key, { tenant, conversation = '' }: Address): string =>
  key('channel', tenant, conversation);
