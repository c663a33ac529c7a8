import type { Database } from '../db/database.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Knowledge, Lang } from '../knowledge/model.ts';
import type { Municipalities } from '../knowledge/municipalities.ts';
import type { Tell } from '../news.ts';
import type { Addresses } from '../people/addresses.ts';
import type { Audit } from '../people/audit.ts';
import type { Channels } from '../people/channels.ts';
import type { Roles } from '../people/roles.ts';
import type { Seal } from '../people/seal.ts';
import type { Notices } from './notices.ts';

/** What the job of sharing is given. */
export interface ShareDeps {
  db: Database['db'];
  delivery: Pick<Delivery, 'plan' | 'replace' | 'forgetBatch'>;
  addresses: Pick<Addresses, 'byPersons'>;
  channels: Pick<Channels, 'of'>;
  roles: Pick<Roles, 'all'>;
  audit: Pick<Audit, 'write'>;
  seal: Seal;
  now: () => Date;
  /** Of now: knowledge is taken in while Samvit runs. */
  knowledge: () => Pick<Knowledge, 'articles' | 'solutions' | 'tags' | 'facets'>;
  norway: () => Municipalities;
  notices: Notices;
  /** Those who follow hear of it: another job's, so it is handed in. */
  tell: Tell;
  languageOf(text: string): Lang | undefined;
}
