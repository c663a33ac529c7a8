import type { Database } from '../db/database.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { SurveyTemplate } from '../knowledge/survey.ts';
import type { Log } from '../log.ts';
import type { Roster } from '../messages.ts';
import type { Addresses } from '../people/addresses.ts';
import type { Audit } from '../people/audit.ts';
import type { Key } from '../people/key.ts';
import type { Seal } from '../people/seal.ts';
import type { Notices } from './notices.ts';

/** What the survey job is given. */
export interface SurveyDeps {
  db: Database['db'];
  delivery: Delivery;
  addresses: Pick<Addresses, 'ofTenant' | 'byEmails' | 'byPersons'>;
  roster: Roster;
  /** Of now: knowledge is taken in while Samvit runs. */
  templates: () => SurveyTemplate[];
  seal: Seal;
  key: Key;
  now: () => Date;
  /** From 0 up to and not with `below`: whole, even, and not to be foreseen. */
  random: (below: number) => number;
  audit: Pick<Audit, 'write'>;
  notices: Notices;
  log: Log;
}
