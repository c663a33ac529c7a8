import type { Insertable, Kysely } from 'kysely';
import type { Schema, Tx } from '../db/schema.ts';
import type { Lang } from '../knowledge/model.ts';
import type { Address, From, Roster } from '../messages.ts';
import { createEmails } from './emails.ts';
import type { Key } from './key.ts';
import type { Seal } from './seal.ts';

/** Someone who has the app, and can be written to. */
export interface Reachable {
  /** Keyed hash. */
  person: string;
  address: Address;
  /** What they have chosen, else that of their Teams; undefined when neither is known. */
  lang: Lang | undefined;
}

/**
 * Who has the app. Tenants and persons are keyed hashes. What is read is a moment old at most: rows are gathered and
 * written together, so that no answer waits for them.
 */
export interface Addresses {
  /** Someone wrote in their own chat, or installed the app there. Returns at once; one write a day, or at installing. */
  seen(from: From, installed?: boolean): void;
  /** At once: what waits to be written too. */
  forget(person: string): Promise<void>;
  /** Everyone in a tenant, a page at a time. */
  ofTenant(tenant: string): AsyncIterable<Reachable[]>;
  /** By the e-mails that were asked for, as they were written; those nobody is known by are left out. */
  byEmails(tenant: string, emails: string[]): Promise<Map<string, Reachable>>;
  byPersons(persons: string[], tx?: Tx): Promise<Map<string, Reachable>>;
  flush(): Promise<void>;
  /** Flushes; e-mails that are still being asked for are let go. */
  stop(): Promise<void>;
}

interface AddressesDeps {
  db: Kysely<Schema>;
  seal: Seal;
  key: Key;
  roster: Roster;
  languageOfLocale(locale: string | undefined): Lang | undefined;
  now: () => Date;
  onError: (error: unknown) => void;
}

interface Waiting {
  row: Insertable<Schema['address']>;
  address: Address;
  tenant: string;
  installed: boolean;
}

const GATHER_MS = 1_000;
const KNOWN_MAX = 50_000;
const PAGE = 1_000;

export function createAddresses(deps: AddressesDeps): Addresses {
  const { db, seal, key, roster, languageOfLocale, now, onError } = deps;
  const place = (person: string) => `address ${person}`;
  const emails = createEmails({ db, key, roster, onError });
  /** Written on which day, so that a message a minute is not a write a minute. */
  const known = new Map<string, string>();
  let waiting = new Map<string, Waiting>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(async () => {
      const gathered = [...waiting.values()];
      waiting = new Map();
      if (gathered.length === 0) return;
      try {
        await write(gathered);
      } catch (error) {
        for (const { row } of gathered) known.delete(row.person);
        throw error;
      }
    });
    const written = writing;
    writing = written.catch(() => {});
    return written;
  }

  async function write(gathered: Waiting[]): Promise<void> {
    await db
      .insertInto('address')
      // In one order, so that two processes that write of the same people do not wait for each other.
      .values(gathered.map(({ row }) => row).sort((a, b) => (a.person < b.person ? -1 : 1)))
      .onConflict((c) =>
        c.column('person').doUpdateSet((e) => ({
          address: e.ref('excluded.address'),
          lang: e.ref('excluded.lang'),
          day: e.ref('excluded.day'),
        })),
      )
      .execute();
    const persons = gathered.map(({ row }) => row.person);
    const without = await emails.missing(persons);
    for (const { row, address, tenant, installed } of gathered)
      if (installed || without.has(row.person)) emails.learn(tenant, row.person, address);
  }

  const rows = (from: Kysely<Schema> = db) =>
    from
      .selectFrom('address')
      .leftJoin('person', 'person.person', 'address.person')
      .select(['address.person', 'address.address', 'address.lang', 'person.language']);

  type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];
  function opened({ person, address: sealed, lang, language }: Row): Reachable[] {
    const address = seal.open<Address>(sealed, place(person));
    return address ? [{ person, address, lang: language ?? lang ?? undefined }] : [];
  }

  async function byPersons(persons: string[], tx?: Tx): Promise<Map<string, Reachable>> {
    const found = new Map<string, Reachable>();
    for (let at = 0; at < persons.length; at += PAGE) {
      const page = await rows(tx)
        .where('address.person', 'in', persons.slice(at, at + PAGE))
        .execute();
      for (const reachable of page.flatMap(opened)) found.set(reachable.person, reachable);
    }
    return found;
  }

  return {
    seen(from, installed = false) {
      if (from.scope !== 'personal' || !from.address.person) return;
      const person = key('person', from.tenant, from.person);
      const day = now().toISOString().slice(0, 10);
      if (!installed && known.get(person) === day) return;
      if (known.size >= KNOWN_MAX) known.clear();
      known.set(person, day);
      const tenant = key('tenant', from.tenant);
      const address = seal.close(from.address, place(person));
      const row = { person, tenant, address, lang: languageOfLocale(from.locale) ?? null, day };
      waiting.set(person, { row, address: from.address, tenant, installed });
      timer ??= setTimeout(() => {
        flush().catch(onError);
      }, GATHER_MS);
      timer.unref();
    },
    async forget(person) {
      waiting.delete(person);
      known.delete(person);
      // What is being written just now is written first, and then goes.
      await writing;
      await db.deleteFrom('address').where('person', '=', person).execute();
    },
    async *ofTenant(tenant) {
      let after = '';
      for (;;) {
        const page = await rows()
          .where('address.tenant', '=', tenant)
          .where('address.person', '>', after)
          .orderBy('address.person')
          .limit(PAGE)
          .execute();
        if (page.length > 0) yield page.flatMap(opened);
        if (page.length < PAGE) return;
        after = page.at(-1)!.person;
      }
    },
    async byEmails(tenant, asked) {
      const persons = await emails.find(tenant, asked);
      const reachable = await byPersons([...new Set(persons.values())]);
      return new Map(
        [...persons].flatMap(([email, person]) => {
          const found = reachable.get(person);
          return found ? [[email, found] as const] : [];
        }),
      );
    },
    byPersons,
    flush,
    async stop() {
      emails.stop();
      await flush();
      await emails.settled();
    },
  };
}
