import { type Kysely, sql } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { Address } from '../messages.ts';
import type { Delivery } from './delivery.ts';
import type { Sealed } from './messages.ts';

interface ForgetDeps {
  db: Kysely<Schema>;
  sealed: Sealed;
}

type Forgetting = Pick<Delivery, 'forgetBatch' | 'forgetRecipient' | 'forgetTeam'>;

/** Read at once. */
const LOT = 500;

/** What was sent, and where, is deleted. */
export function createForgetting({ db, sealed }: ForgetDeps): Forgetting {
  async function forgetRecipient(recipient: string): Promise<void> {
    await db.deleteFrom('delivery').where('recipient', '=', recipient).execute();
    await db.deleteFrom('delivery_slot').where('key', '=', `c:${recipient}`).execute();
  }

  /** Each recipient of a tenant with an address: what is sent to one is sent to one place. */
  async function* addressesIn(tenant: string): AsyncGenerator<[recipient: string, address: Address]> {
    type Row = { batch: string; recipient: string; address: string | null; sent: string | null };
    let after = '';
    for (;;) {
      const { rows } = await sql<Row>`
        select distinct on (recipient) batch, recipient, address, sent from delivery
        where tenant = ${tenant} and recipient > ${after} and kind = 'send'
          and (address is not null or sent is not null)
        order by recipient limit ${LOT}
      `.execute(db);
      for (const row of rows) {
        const address = sealed.address.open(row.address, row) ?? sealed.sent.open(row.sent, row)?.address;
        if (address) yield [row.recipient, address];
      }
      if (rows.length < LOT) return;
      after = rows.at(-1)!.recipient;
    }
  }

  return {
    async forgetBatch(tx, batch) {
      await tx.deleteFrom('delivery_batch').where('id', '=', batch).execute();
    },
    forgetRecipient,
    /** Which team a channel is in stands in its address only, and that is sealed. */
    async forgetTeam(tenant, team) {
      for await (const [recipient, address] of addressesIn(tenant))
        if (address.team === team) await forgetRecipient(recipient);
    },
  };
}
