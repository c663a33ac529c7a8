import type { Generated } from 'kysely';
import type { Day, Moment } from '../db/schema.ts';
import type { Lang } from '../knowledge/model.ts';
import type { Purpose } from './channels.ts';
import type { Role } from './who.ts';

export interface PeopleTables {
  /** What an admin has said of the organisation. `municipality` is a number of today. */
  tenant: { tenant: string; municipality: string };
  /** Who has been given what, until an admin takes it. Everyone is staff without a row. `name` is sealed. */
  role: { person: string; role: Exclude<Role, 'staff'>; tenant: string; name: string };
  /** What admins and leaders have done, kept two years. `about` is sealed: the name of who did it, and the rest. */
  audit: { id: Generated<number>; tenant: string; at: Moment; actor: string; about: string };
  /** Who has the app, and where they can be written to. Only the day is kept of when it was last seen to be right. */
  address: { person: string; tenant: string; address: string; lang: Lang | null; day: Day };
  /** Keyed hashes of the e-mail and user name of who has the app, so that a pasted list can be matched with them. */
  address_email: { code: string; person: string };
  /** Which channel of an organisation is for what. `sealed`: where it is, and what it is called. */
  tenant_channel: { tenant: string; purpose: Purpose; channel: string; sealed: string };
}
