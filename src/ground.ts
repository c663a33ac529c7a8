import type { FillCard } from './cards.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { Desk } from './desk.ts';
import type { Knowledge, Lang } from './knowledge/model.ts';
import type { Municipalities } from './knowledge/municipalities.ts';
import type { Links } from './links.ts';
import type { Log } from './log.ts';
import type { From, Roster } from './messages.ts';
import type { Addresses } from './people/addresses.ts';
import type { Audit } from './people/audit.ts';
import type { Channels } from './people/channels.ts';
import type { Key } from './people/key.ts';
import type { People } from './people/people.ts';
import type { Refuse } from './people/refusal.ts';
import type { Roles } from './people/roles.ts';
import type { Seal } from './people/seal.ts';
import type { WhoIs } from './people/who.ts';

/** What every job stands on. samvit.ts makes it once; room.ts in a job's folder takes from it what the job needs. */
export interface Ground {
  config: Config;
  log: Log;
  now: () => Date;
  database: Database;
  /** Of now: knowledge is taken in while Samvit runs. */
  knowledge: () => Knowledge;
  norway: () => Municipalities;
  fill: FillCard;
  seal: Seal;
  key: Key;
  who: WhoIs;
  refuse: Refuse;
  roles: Roles;
  audit: Audit;
  people: People;
  addresses: Addresses;
  channels: Channels;
  roster: Roster;
  delivery: Delivery;
  links: Links;
  languageFor(from: From, text?: string): Promise<Lang>;
  /** What the person has fixed, and nothing else. */
  fixedLanguage(from: From): Promise<Lang | undefined>;
}

/** A job as samvit.ts holds it. */
export interface Room {
  desks: Desk[];
  /** Deletes what has been kept long enough; called every few minutes. */
  purge?(): Promise<void>;
  stop?(): Promise<void>;
}
