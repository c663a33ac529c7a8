import { type Kysely, sql } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { From } from '../messages.ts';
import type { Key } from './key.ts';
import { plainName } from './name.ts';

/** What someone may do in their municipality. Staff is everyone who has no other role. */
export type Role = 'staff' | 'leader' | 'editor' | 'admin';

/** Someone who has said or pressed something, as the jobs know them. */
export interface Who {
  /** Keyed hashes (key.ts). */
  tenant: string;
  person: string;
  /** What Teams calls them, as it may be shown (name.ts); never stored in the clear. */
  name: string;
  /** Roles add up: an admin who sends surveys is both. Never empty: everyone is staff. */
  roles: ReadonlySet<Role>;
  /** The municipality the tenant is tied to, by number; undefined until an admin has said which. */
  municipality: string | undefined;
}

/** Who stands behind an event. */
export type WhoIs = (from: From) => Promise<Who>;

/** Entra object ids of those who are admins whatever the table says (ADMINS). */
export type SetAdmins = (person: string) => boolean;

/** Asks the database each time: what an admin has taken is gone at once, in every process. */
export function createWho(deps: { db: Kysely<Schema>; key: Key; isSetAdmin: SetAdmins }): WhoIs {
  const { db, key, isSetAdmin } = deps;
  return async (from) => {
    const tenant = key('tenant', from.tenant);
    const person = key('person', from.tenant, from.person);
    const { rows } = await sql<{ municipality: string | null; roles: Role[] }>`
      select (select municipality from tenant where tenant = ${tenant}) as municipality,
             array(select role from role where person = ${person}) as roles`.execute(db);
    const [row] = rows;
    return {
      tenant,
      person,
      name: plainName(from.name ?? ''),
      roles: new Set<Role>([
        'staff',
        ...(row?.roles ?? []),
        ...(isSetAdmin(from.person) ? ['admin' as const] : []),
      ]),
      municipality: row?.municipality ?? undefined,
    };
  };
}
