import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { languageOfLocale } from '../../src/ask/language.ts';
import type { Database } from '../../src/db/database.ts';
import type { From, Member } from '../../src/messages.ts';
import { type Addresses, createAddresses } from '../../src/people/addresses.ts';
import { createAudit } from '../../src/people/audit.ts';
import { createKey } from '../../src/people/key.ts';
import { createPeople } from '../../src/people/people.ts';
import { createRoles, type Holder } from '../../src/people/roles.ts';
import { createSeal } from '../../src/people/seal.ts';
import { createWho, type Who } from '../../src/people/who.ts';
import { databases } from '../databases.ts';

const SECRET = 'a secret that is long enough for this';
const key = createKey(SECRET);
const seal = createSeal(SECRET);

const from = (name: string, change: Partial<From> = {}): From => ({
  tenant: 't1',
  person: name,
  conversation: `a:${name}`,
  scope: 'personal',
  locale: 'nn-NO',
  name,
  address: { tenant: 't1', service: 'https://x', conversation: `a:${name}`, person: `29:${name}` },
  ...change,
});
const personOf = (name: string) => key('person', 't1', name);
const tenant = key('tenant', 't1');

describe.each(databases)('on %s', (_, open) => {
  let opened: { database: Database; close(): Promise<void> };
  let db: Database['db'];
  let now: Date;
  let addresses: Addresses;
  let asked: string[];
  let answer: (id: string) => Promise<Member | undefined>;
  const errors: unknown[] = [];

  const make = () =>
    createAddresses({
      db,
      seal,
      key,
      languageOfLocale,
      now: () => now,
      onError: (error) => errors.push(error),
      roster: {
        async *members() {},
        channels: async () => [],
        member: (_address, id) => {
          asked.push(id);
          return answer(id);
        },
      },
    });
  const member = (id: string): Member => ({
    person: id.slice(3),
    name: id,
    emails: [`${id.slice(3)}@example.com`, `upn-${id.slice(3)}@example.com`],
    address: from(id.slice(3)).address,
  });
  /** Everything is written, and e-mails have been asked for. */
  const settled = async () => {
    await addresses.flush();
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    await addresses.stop();
    addresses = make();
  };

  beforeAll(async () => {
    opened = await open();
    db = opened.database.db;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    now = new Date('2026-11-21T10:00:00Z');
    asked = [];
    answer = async (id) => member(id);
    errors.length = 0;
    for (const table of ['address', 'role', 'audit', 'tenant', 'person'] as const)
      await db.deleteFrom(table).execute();
    addresses = make();
  });

  const reachable = async (of = tenant) => {
    const all = [];
    for await (const page of addresses.ofTenant(of)) all.push(...page);
    return all;
  };

  describe('addresses', () => {
    test('whoever writes in their own chat can be written to, in their language', async () => {
      addresses.seen(from('kari'));
      addresses.seen(from('ola', { locale: 'en-GB' }));
      await createPeople({ db, now: () => now }).setLanguage(personOf('ola'), 'nb');
      await settled();
      const found = await addresses.byPersons([personOf('kari'), personOf('ola'), personOf('ukjent')]);
      expect([...found.values()]).toHaveLength(2);
      expect(found.get(personOf('kari'))).toEqual({
        person: personOf('kari'),
        address: from('kari').address,
        lang: 'nn',
      });
      expect(found.get(personOf('ola'))?.lang).toBe('nb');
    });

    test('nobody in a channel is remembered', async () => {
      addresses.seen(from('kari', { scope: 'channel' }));
      await settled();
      expect(await reachable()).toEqual([]);
    });

    test('nothing in the tables can be read, and no e-mail is kept', async () => {
      addresses.seen(from('kari'), true);
      await settled();
      const rows = JSON.stringify([
        await db.selectFrom('address').selectAll().execute(),
        await db.selectFrom('address_email').selectAll().execute(),
      ]);
      expect(await db.selectFrom('address_email').selectAll().execute()).toHaveLength(2);
      expect(rows).not.toMatch(/kari|example|29:|https/);
    });

    test('a thousand messages a day are one write, and the next day one more', async () => {
      const written = async () => (await db.selectFrom('address').selectAll().execute())[0]?.address;
      addresses.seen(from('kari'));
      await addresses.flush();
      const first = await written();
      for (let n = 0; n < 1_000; n++) addresses.seen(from('kari'));
      await addresses.flush();
      expect(await written()).toBe(first);
      now = new Date('2026-11-22T10:00:00Z');
      addresses.seen(from('kari'));
      await addresses.flush();
      expect(await written()).not.toBe(first);
    });

    test('e-mails are asked for once, and again at installing or when it failed', async () => {
      answer = async () => {
        throw new Error('429');
      };
      addresses.seen(from('kari'));
      await settled();
      answer = async (id) => member(id);
      addresses.seen(from('kari'));
      await settled();
      addresses.seen(from('kari'));
      await settled();
      expect(asked).toEqual(['29:kari', '29:kari']);
      addresses.seen(from('kari'), true);
      await settled();
      expect(asked).toHaveLength(3);
      expect(errors).toEqual([]);
    });

    test('a pasted list is matched with e-mail and user name, however they are written', async () => {
      for (const name of ['kari', 'ola', 'per']) addresses.seen(from(name), true);
      await settled();
      const found = await addresses.byEmails(tenant, [
        'Kari@Example.com',
        ' upn-ola@example.com ',
        'borte@example.com',
      ]);
      expect([...found].map(([email, { person }]) => [email, person])).toEqual(
        expect.arrayContaining([
          ['Kari@Example.com', personOf('kari')],
          [' upn-ola@example.com ', personOf('ola')],
        ]),
      );
      expect(found.size).toBe(2);
      expect((await addresses.byEmails(key('tenant', 't2'), ['kari@example.com'])).size).toBe(0);
    });

    test('everyone in a tenant comes in pages, each once, and nobody of another', async () => {
      for (let n = 0; n < 2_300; n++) addresses.seen(from(`p${n}`));
      addresses.seen(from('annen', { tenant: 't2' }));
      await addresses.flush();
      const pages: number[] = [];
      const persons = new Set<string>();
      for await (const page of addresses.ofTenant(tenant)) {
        pages.push(page.length);
        for (const { person } of page) persons.add(person);
      }
      expect(pages).toEqual([1_000, 1_000, 300]);
      expect(persons.size).toBe(2_300);
      expect((await addresses.byPersons([...persons])).size).toBe(2_300);
    });

    test('who is forgotten is gone at once: written, waiting, and being asked for', async () => {
      addresses.seen(from('kari'), true);
      await settled();
      await addresses.forget(personOf('kari'));
      expect(await reachable()).toEqual([]);
      expect(await db.selectFrom('address_email').selectAll().execute()).toEqual([]);

      addresses.seen(from('kari'));
      await addresses.forget(personOf('kari'));
      await addresses.flush();
      expect(await reachable()).toEqual([]);

      const wait = Promise.withResolvers<Member>();
      answer = () => wait.promise;
      addresses.seen(from('kari'), true);
      await addresses.flush();
      await addresses.forget(personOf('kari'));
      wait.resolve(member('29:kari'));
      await settled();
      expect(await reachable()).toEqual([]);
      expect(errors).toEqual([]);
    });

    test('what was sealed with another secret is passed over', async () => {
      addresses.seen(from('kari'));
      await addresses.flush();
      await db
        .updateTable('address')
        .set({ address: createSeal('another').close({}, 'x') })
        .execute();
      expect(await reachable()).toEqual([]);
    });
  });

  describe('roles and log', () => {
    const admin: Who = {
      tenant,
      person: personOf('anne'),
      name: 'Anne',
      roles: new Set(['staff', 'admin']),
      municipality: undefined,
    };
    const stores = () => {
      const log = createAudit({ db, seal, now: () => now });
      return { log, roles: createRoles({ db, seal, audit: log }) };
    };
    const holder = (name: string, role: Holder['role'] = 'admin'): Holder => ({
      person: personOf(name),
      name,
      role,
    });

    test('roles add up, and a name is readable by us only', async () => {
      const { roles } = stores();
      await roles.give(admin, [holder('kari', 'leader'), holder('kari', 'editor')]);
      const whoIs = createWho({ db, key, isSetAdmin: (id) => id === 'anne' });
      expect([...(await whoIs(from('kari'))).roles]).toEqual(['staff', 'leader', 'editor']);
      expect([...(await whoIs(from('anne'))).roles]).toEqual(['staff', 'admin']);
      expect([...(await whoIs(from('kari', { tenant: 't2' }))).roles]).toEqual(['staff']);
      const tables = JSON.stringify([
        await db.selectFrom('role').selectAll().execute(),
        await db.selectFrom('audit').selectAll().execute(),
      ]);
      expect(tables).not.toMatch(/kari|Anne/i);
      expect((await roles.all(tenant)).map(({ name, role }) => [name, role])).toEqual([
        ['kari', 'editor'],
        ['kari', 'leader'],
      ]);
    });

    test('two admins who take the role from each other at the same time leave one', async () => {
      const { roles } = stores();
      for (let round = 0; round < 10; round++) {
        await roles.give(admin, [holder('kari'), holder('ola')]);
        const outcomes = await Promise.all([
          roles.take(admin, [holder('ola')], false),
          roles.take(admin, [holder('kari')], false),
        ]);
        expect(
          outcomes
            .flat()
            .map((o) => o.outcome)
            .sort(),
        ).toEqual(['last-admin', 'taken']);
        expect(await roles.all(tenant)).toHaveLength(1);
      }
    });

    test('what is refused or was so already is not on the log', async () => {
      const { roles, log } = stores();
      await roles.give(admin, [holder('kari')]);
      await roles.give(admin, [holder('kari')]);
      await roles.take(admin, [holder('kari'), holder('ola')], false);
      const { entries, total } = await log.page(tenant, 0, 10);
      expect(total).toBe(1);
      expect(entries).toEqual([
        { at: now, actor: 'Anne', deed: { what: 'role.given', name: 'kari', role: 'admin' } },
      ]);
    });

    test('the log is one tenant’s, in pages, the newest first', async () => {
      const { log } = stores();
      for (let n = 0; n < 25; n++) await log.write(db, admin, { what: 'survey.sent', title: `Nr. ${n}` });
      await log.write(db, { ...admin, tenant: 'another' }, { what: 'survey.sent', title: 'Annen' });
      const { entries, total } = await log.page(tenant, 20, 10);
      expect(total).toBe(25);
      expect(entries.map(({ deed }) => deed && 'title' in deed && deed.title)).toEqual(
        [4, 3, 2, 1, 0].map((n) => `Nr. ${n}`),
      );
    });

    test('a line is kept two years', async () => {
      const { log } = stores();
      await log.write(db, admin, { what: 'benchmark.joined' });
      now = new Date('2028-11-21T10:00:00Z');
      await log.purge();
      expect((await log.page(tenant, 0, 10)).total).toBe(1);
      now = new Date('2028-11-21T10:00:01Z');
      await log.purge();
      expect((await log.page(tenant, 0, 10)).total).toBe(0);
    });

    test('a municipality is chosen and changed', async () => {
      const { roles, log } = stores();
      const whoIs = createWho({ db, key, isSetAdmin: () => false });
      expect((await whoIs(from('kari'))).municipality).toBeUndefined();
      await roles.chooseMunicipality(admin, { number: '3205', name: 'Lillestrøm' });
      await roles.chooseMunicipality(admin, { number: '3203', name: 'Asker' });
      expect((await whoIs(from('kari'))).municipality).toBe('3203');
      expect((await whoIs(from('kari', { tenant: 't2' }))).municipality).toBeUndefined();
      expect((await log.page(tenant, 0, 10)).total).toBe(2);
    });
  });
});
