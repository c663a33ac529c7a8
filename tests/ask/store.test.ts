import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AskStore, createAskStore } from '../../src/ask/store.ts';
import type { Database } from '../../src/db/database.ts';
import { createPeople, type People } from '../../src/people/people.ts';
import { databases } from '../databases.ts';

describe.each(databases)('on %s', (_, open) => {
  let opened: { database: Database; close(): Promise<void> };
  let store: AskStore;
  let people: People;
  let now: Date;
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    now = new Date('2026-11-21T10:00:00Z');
    const { db } = opened.database;
    for (const table of ['person', 'thread', 'outcome', 'feedback'] as const)
      await db.deleteFrom(table).execute();
    store = createAskStore({
      db,
      now: () => now,
      onError: (error) => {
        throw error;
      },
    });
    people = createPeople({ db, now: () => now });
  });

  const feedback = (id: string, reply: string, reaction: 'like' | 'dislike', reason: string | null = null) =>
    store.addFeedback({ id, reply, reaction, reason, tenant: 'tenant' });
  const rows = () => opened.database.db.selectFrom('feedback').selectAll().orderBy('id').execute();

  test('a conversation remembers its last section, before and after it is written', async () => {
    store.remember('t1', 'p1', 'karens#a');
    expect(await store.lastSection('t1')).toBe('karens#a');
    await store.flush();
    expect(await store.lastSection('t1')).toBe('karens#a');
    store.remember('t1', 'p1', 'dpia#b');
    await store.flush();
    expect(await store.lastSection('t1')).toBe('dpia#b');
    expect(await store.lastSection('t2')).toBeUndefined();
  });

  test('after half an hour it is forgotten, and purged', async () => {
    store.remember('t1', 'p1', 'karens#a');
    await store.flush();
    later(31);
    expect(await store.lastSection('t1')).toBeUndefined();
    await store.purge();
    expect(await opened.database.db.selectFrom('thread').selectAll().execute()).toEqual([]);
  });

  test('many answers are written in one go, and none is lost', async () => {
    for (let i = 0; i < 500; i++) {
      store.remember(`t${i}`, `p${i}`, 's#1');
      store.record({ reply: `r${i}`, kind: 'found', lang: 'nb', section: 's#1' });
    }
    await store.flush();
    const { count } = await opened.database.db
      .selectFrom('outcome')
      .select((e) => e.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(500);
  });

  test('a thumb is kept with what it was about and not who gave it', async () => {
    store.record({ reply: 'r1', kind: 'found', lang: 'nn', section: 'karens#a' });
    await feedback('f1', 'r1', 'dislike', 'Fristen er feil');
    expect(await rows()).toMatchObject([
      {
        id: 'f1',
        kind: 'found',
        lang: 'nn',
        section: 'karens#a',
        reaction: 'dislike',
        reason: 'Fristen er feil',
      },
    ]);
  });

  test('a changed mind replaces the first, another person adds one', async () => {
    store.record({ reply: 'r1', kind: 'found', lang: 'nb', section: 'karens#a' });
    await feedback('f1', 'r1', 'dislike', 'nei');
    await feedback('f1', 'r1', 'like');
    await feedback('f2', 'r1', 'like');
    expect(await rows()).toMatchObject([
      { id: 'f1', reaction: 'like', reason: null },
      { id: 'f2', reaction: 'like' },
    ]);
  });

  test('a thumb on a message we no longer know is still counted', async () => {
    await feedback('f1', 'ukjent', 'like');
    expect(await rows()).toMatchObject([{ kind: null, section: null, reaction: 'like' }]);
  });

  test('outcomes go after 30 days, thumbs after 180', async () => {
    store.record({ reply: 'r1', kind: 'found', lang: 'nb', section: 's#1' });
    await feedback('f1', 'r1', 'like');
    const count = async () => ({
      outcomes: (await opened.database.db.selectFrom('outcome').selectAll().execute()).length,
      thumbs: (await rows()).length,
    });
    later(30 * 24 * 60);
    await store.purge();
    expect(await count()).toEqual({ outcomes: 1, thumbs: 1 });
    later(24 * 60);
    await store.purge();
    expect(await count()).toEqual({ outcomes: 0, thumbs: 1 });
    later(150 * 24 * 60);
    await store.purge();
    expect(await count()).toEqual({ outcomes: 0, thumbs: 0 });
  });

  test('"slett mine data" takes what is waiting to be written too, and only that person’s', async () => {
    store.remember('t1', 'kari', 's#1');
    store.remember('t2', 'kari', 's#1');
    store.remember('t3', 'ola', 's#1');
    await people.setLanguage('kari', 'nn');
    await people.setLanguage('ola', 'en');
    await store.forget('kari');
    await people.forget('kari');
    expect(await store.lastSection('t1')).toBeUndefined();
    expect(await store.lastSection('t2')).toBeUndefined();
    expect(await store.lastSection('t3')).toBe('s#1');
    expect(await people.languageOf('kari')).toBeUndefined();
    expect(await people.languageOf('ola')).toBe('en');
  });

  test('a language is set, changed and let go', async () => {
    expect(await people.languageOf('kari')).toBeUndefined();
    await people.setLanguage('kari', 'nn');
    await people.setLanguage('kari', 'en');
    expect(await people.languageOf('kari')).toBe('en');
    await people.setLanguage('kari', undefined);
    expect(await people.languageOf('kari')).toBeUndefined();
  });

  test('a choice made in another process is seen within half a minute', async () => {
    expect(await people.languageOf('kari')).toBeUndefined();
    await createPeople({ db: opened.database.db, now: () => now }).setLanguage('kari', 'nn');
    later(0.5);
    expect(await people.languageOf('kari')).toBe('nn');
  });

  test('opening it again changes nothing', async () => {
    await people.setLanguage('kari', 'nn');
    await opened.database.ping();
    expect(await opened.database.db.selectFrom('person').selectAll().execute()).toEqual([
      { person: 'kari', language: 'nn' },
    ]);
  });
});
