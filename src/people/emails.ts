import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { Address, Roster } from '../messages.ts';
import type { Key } from './key.ts';

/** Codes of e-mails, so that a pasted list can be matched with who has the app without any e-mail being kept. */
export interface Emails {
  /** Which of these nothing is known of yet. */
  missing(persons: string[]): Promise<Set<string>>;
  /** Asks Teams for the e-mails of someone whose address is kept, when it is their turn. Returns at once. */
  learn(tenant: string, person: string, address: Address): void;
  /** Persons by the e-mails asked for. */
  find(tenant: string, emails: string[]): Promise<Map<string, string>>;
  /** Lets go of everyone who waits to be asked for. */
  stop(): void;
  /** Resolves when nothing is written any more. */
  settled(): Promise<void>;
}

/** Teams counts these among the 50 requests a second that sending has too, so few are under way at once. */
const AT_ONCE = 2;
const PAGE = 1_000;

export function createEmails(deps: {
  db: Kysely<Schema>;
  key: Key;
  roster: Roster;
  onError: (error: unknown) => void;
}): Emails {
  const { db, key, roster, onError } = deps;
  const queue: { tenant: string; person: string; address: Address }[] = [];
  let underWay = 0;
  let stopped = false;
  let saving: Promise<void> = Promise.resolve();

  const codeOf = (tenant: string, email: string) => key('email', tenant, email.trim().toLowerCase());

  async function next(): Promise<void> {
    const asked = underWay < AT_ONCE ? queue.shift() : undefined;
    if (!asked) return;
    const { tenant, person, address } = asked;
    underWay++;
    try {
      // Should it fail, their next message on another day is the next try.
      const member = await roster.member(address, address.person ?? '').catch(() => undefined);
      if (member && !stopped) {
        const codes = [...new Set(member.emails.map((email) => codeOf(tenant, email)))];
        saving = saving.then(() => save(person, codes)).catch(onError);
      }
    } finally {
      underWay--;
      void next();
    }
  }

  const save = (person: string, codes: string[]) =>
    db.transaction().execute(async (tx) => {
      // Someone who has been forgotten meanwhile stays forgotten.
      const kept = await tx
        .selectFrom('address')
        .select('person')
        .where('person', '=', person)
        .forUpdate()
        .executeTakeFirst();
      if (!kept) return;
      await tx.deleteFrom('address_email').where('person', '=', person).execute();
      if (codes.length > 0)
        await tx
          .insertInto('address_email')
          .values(codes.map((code) => ({ code, person })))
          .execute();
    });

  return {
    async missing(persons) {
      const rows = await db
        .selectFrom('address_email')
        .select('person')
        .where('person', 'in', persons)
        .execute();
      const found = new Set(rows.map((row) => row.person));
      return new Set(persons.filter((person) => !found.has(person)));
    },
    learn(tenant, person, address) {
      if (stopped) return;
      queue.push({ tenant, person, address });
      void next();
    },
    async find(tenant, emails) {
      const byCode = Map.groupBy(emails, (email) => codeOf(tenant, email));
      const codes = [...byCode.keys()];
      const found = new Map<string, string>();
      for (let at = 0; at < codes.length; at += PAGE) {
        const rows = await db
          .selectFrom('address_email')
          .selectAll()
          .where('code', 'in', codes.slice(at, at + PAGE))
          .execute();
        for (const { code, person } of rows)
          for (const email of byCode.get(code) ?? []) found.set(email, person);
      }
      return found;
    },
    stop() {
      stopped = true;
      queue.length = 0;
    },
    settled: () => saving,
  };
}
