import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { Audit } from './audit.ts';
import { type Held, type Taking, taking } from './rules.ts';
import type { Seal } from './seal.ts';
import type { Who } from './who.ts';

/** Someone who has, gets or loses a role. `person` is a keyed hash. */
export interface Holder extends Held {
  name: string;
}

export interface Roles {
  /** `held`: they had it before. */
  give(who: Who, asked: Holder[]): Promise<(Holder & { outcome: 'given' | 'held' })[]>;
  /** `otherAdmin`: someone else can give the admin role again, so that the last one may go. */
  take(who: Who, asked: Holder[], otherAdmin: boolean): Promise<(Holder & { outcome: Taking })[]>;
  /** Everyone in a tenant who has been given a role, by name. */
  all(tenant: string): Promise<Holder[]>;
  /** Ties the tenant to a municipality of today. */
  chooseMunicipality(who: Who, municipality: { number: string; name: string }): Promise<void>;
  /** The number of the municipality a tenant is tied to. */
  municipalityOf(tenant: string): Promise<string | undefined>;
}

/** Every change is on the audit log, in the same transaction. */
export function createRoles(deps: { db: Kysely<Schema>; seal: Seal; audit: Audit }): Roles {
  const { db, seal, audit } = deps;
  const place = (person: string) => `role ${person}`;
  return {
    give: (who, asked) =>
      db.transaction().execute(async (tx) => {
        const outcomes: (Holder & { outcome: 'given' | 'held' })[] = [];
        for (const { person, role, name } of asked) {
          const given = await tx
            .insertInto('role')
            .values({ person, role, tenant: who.tenant, name: seal.close(name, place(person)) })
            .onConflict((c) => c.columns(['person', 'role']).doNothing())
            .returning('person')
            .executeTakeFirst();
          if (given) await audit.write(tx, who, { what: 'role.given', name, role });
          outcomes.push({ person, role, name, outcome: given ? 'given' : 'held' });
        }
        return outcomes;
      }),
    take: (who, asked, otherAdmin) =>
      db.transaction().execute(async (tx) => {
        // Locked in one order, so that two admins who take from each other at once come one after the other.
        const held = await tx
          .selectFrom('role')
          .select(['person', 'role'])
          .where('tenant', '=', who.tenant)
          .orderBy('person')
          .orderBy('role')
          .forUpdate()
          .execute();
        const outcomes = taking(held, asked, otherAdmin);
        for (const { person, role, name, outcome } of outcomes) {
          if (outcome !== 'taken') continue;
          await tx.deleteFrom('role').where('person', '=', person).where('role', '=', role).execute();
          await audit.write(tx, who, { what: 'role.taken', name, role });
        }
        return outcomes;
      }),
    async all(tenant) {
      const rows = await db.selectFrom('role').selectAll().where('tenant', '=', tenant).execute();
      return rows
        .map(({ person, role, name }) => ({
          person,
          role,
          name: seal.open<string>(name, place(person)) ?? '',
        }))
        .sort((a, b) => a.name.localeCompare(b.name, 'nb') || a.role.localeCompare(b.role));
    },
    chooseMunicipality: (who, { number, name }) =>
      db.transaction().execute(async (tx) => {
        await tx
          .insertInto('tenant')
          .values({ tenant: who.tenant, municipality: number })
          .onConflict((c) => c.column('tenant').doUpdateSet({ municipality: number }))
          .execute();
        await audit.write(tx, who, { what: 'municipality.chosen', number, name });
      }),
    async municipalityOf(tenant) {
      const row = await db
        .selectFrom('tenant')
        .select('municipality')
        .where('tenant', '=', tenant)
        .executeTakeFirst();
      return row?.municipality;
    },
  };
}
