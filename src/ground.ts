import type { FillCard } from './cards.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { createDelivery, type Delivery } from './delivery/delivery.ts';
import type { Desk } from './desk.ts';
import type { Knowledge, Lang } from './knowledge/model.ts';
import type { Municipalities } from './knowledge/municipalities.ts';
import { createLinks, type Links } from './links.ts';
import type { Log } from './log.ts';
import type { From, Post, Roster } from './messages.ts';
import { type Addresses, createAddresses } from './people/addresses.ts';
import { type Audit, createAudit } from './people/audit.ts';
import { type Channels, createChannels } from './people/channels.ts';
import { createKey, type Key } from './people/key.ts';
import { keptOpen } from './people/municipality.ts';
import { createPeople, type People } from './people/people.ts';
import { createRefuse, type Refuse } from './people/refusal.ts';
import { createRoles, type Roles } from './people/roles.ts';
import { createSeal, type Seal } from './people/seal.ts';
import { createWho, type SetAdmins, type WhoIs } from './people/who.ts';

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
  isSetAdmin: SetAdmins;
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

interface GroundDeps {
  log: Log;
  now: () => Date;
  database: Database;
  /** Makes codes of ids, seals, and links. */
  secret: string;
  post: Post;
  roster: Roster;
  fill: FillCard;
  knowledge: () => Knowledge;
  languages: {
    detect(text: string, locale?: Lang): Lang | undefined;
    ofLocale(locale: string | undefined): Lang | undefined;
  };
  /** Where the server is, for links where no PUBLIC_URL is set; asked each time, for it starts after the bot. */
  listening: () => string;
  /** A channel or a person was not there any more when something was sent. */
  onGone: (recipient: string) => Promise<void>;
}

export function createGround(config: Config, deps: GroundDeps): Ground {
  const { database, secret, log, now, roster, knowledge, languages } = deps;
  const { db } = database;
  const key = createKey(secret);
  const seal = createSeal(secret);
  const audit = createAudit({ db, seal, now });
  const roles = createRoles({ db, seal, audit });
  const people = createPeople({ db, now });
  const channels = createChannels({ db, seal, key, audit });
  const isSetAdmin = (person: string) => config.admins.includes(person.toLowerCase());
  const addresses = createAddresses({
    ...{ db, seal, key, roster, now },
    languageOfLocale: languages.ofLocale,
    onError: (err) => log.error({ err }, 'addresses could not be written'),
  });
  const delivery = createDelivery({
    ...{ database, seal, log, now },
    post: deps.post,
    onGone: async (recipient) => {
      await addresses.forget(recipient);
      await deps.onGone(recipient);
      await channels.lost(recipient);
    },
  });
  const fixedLanguage = (from: From) => people.languageOf(key('person', from.tenant, from.person));
  return {
    ...{ config, log, now, database, knowledge, roster, key, seal, audit, roles, people, channels },
    ...{ addresses, delivery, isSetAdmin, fixedLanguage },
    fill: deps.fill,
    norway: keptOpen(() => knowledge().municipalities),
    who: createWho({ db, key, isSetAdmin }),
    refuse: createRefuse(roles),
    links: createLinks({ secret, publicUrl: () => config.publicUrl ?? deps.listening(), now }),
    async languageFor(from, text = '') {
      const locale = languages.ofLocale(from.locale);
      return (await fixedLanguage(from)) ?? languages.detect(text, locale) ?? locale ?? 'nb';
    },
  };
}
