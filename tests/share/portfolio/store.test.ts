import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/database.ts';
import type { Log } from '../../../src/log.ts';
import type { News, Tell } from '../../../src/news.ts';
import { createSharedFiles } from '../../../src/share/files.ts';
import { createPortfolioStore } from '../../../src/share/portfolio/store.ts';
import { databases } from '../../databases.ts';
import { made } from './made.ts';

const LILLESTROM = { tenant: 'tenant-1' };
const word = (solution: string, municipality: string, kind: 'uses' | 'needs' = 'uses') => ({
  solution,
  municipality,
  kind,
});

describe.each(databases)('on %s', (_, open) => {
  let opened: { database: Database; close(): Promise<void> };
  let db: Database['db'];
  const clock = { now: new Date('2026-11-30T09:00:00Z') };
  const storeOf = () => createPortfolioStore({ db, now: () => clock.now });

  beforeAll(async () => {
    opened = await open();
    db = opened.database.db;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await db.deleteFrom('portfolio').execute();
    await db.deleteFrom('shared_file').execute();
    await db.deleteFrom('share_entry').execute();
  });

  describe('what municipalities say', () => {
    test('is said once, however many press at once', async () => {
      const stores = Array.from({ length: 8 }, storeOf);
      const added = await Promise.all(stores.map((store) => store.add(LILLESTROM, word('a', '3205'))));
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await storeOf().of(['a'])).toEqual(new Map([['a', { uses: ['3205'], needs: [] }]]));
    });

    test('is of a municipality, a solution and a kind, each by itself', async () => {
      const store = storeOf();
      expect(await store.add(LILLESTROM, word('a', '3205'))).toBe(true);
      expect(await store.add(LILLESTROM, word('a', '3205', 'needs'))).toBe(true);
      expect(await store.add(LILLESTROM, word('b', '3205'))).toBe(true);
      expect(await store.add({ tenant: 'tenant-2' }, word('a', '0301'))).toBe(true);
      expect(await store.of()).toEqual(
        new Map([
          ['a', { uses: ['0301', '3205'], needs: ['3205'] }],
          ['b', { uses: ['3205'], needs: [] }],
        ]),
      );
      expect(await store.of(['b', 'c'])).toEqual(new Map([['b', { uses: ['3205'], needs: [] }]]));
      expect(await store.of([])).toEqual(new Map());
    });

    test('is taken away once', async () => {
      const store = storeOf();
      await store.add(LILLESTROM, word('a', '3205'));
      expect(await store.remove(word('a', '3205', 'needs'))).toBe(false);
      const removed = await Promise.all([store, storeOf()].map((one) => one.remove(word('a', '3205'))));
      expect(removed.filter(Boolean)).toHaveLength(1);
      expect(await store.of()).toEqual(new Map());
    });

    test('is seen at once by the process that was told, and by others within seconds', async () => {
      const [here, there] = [storeOf(), storeOf()];
      expect(await there.recent()).toEqual(new Map());
      await here.add(LILLESTROM, word('a', '3205'));
      expect((await here.recent()).get('a')?.uses).toEqual(['3205']);
      expect(await there.recent()).toEqual(new Map());
      clock.now = new Date(clock.now.getTime() + 10_000);
      expect((await there.recent()).get('a')?.uses).toEqual(['3205']);
    });
  });

  describe('files of solutions', () => {
    const told: News[] = [];
    const faults: unknown[] = [];
    const log = { error: ({ err }: { err: unknown }) => void faults.push(err) } as unknown as Log;
    const tell: Tell = async (_, news) => void told.push(news);
    const filesOf = (how: Tell = tell) => createSharedFiles({ db, tell: how, log });
    const said = () => told.map(({ change, tell, solution }) => `${change} ${tell} ${solution.id}`);
    beforeEach(() => {
      told.length = 0;
      faults.length = 0;
    });

    test('there were the first time are told to no one', async () => {
      const files = Array.from({ length: 40 }, (_, n) => made(`a-${n}`));
      await Promise.all([1, 2, 3, 4].map(() => filesOf().read(files)));
      await filesOf().read(files);
      expect(said()).toEqual([]);
    });

    test('that are new are told once, whoever reads them first', async () => {
      await filesOf().read([made('a')]);
      await Promise.all([1, 2, 3, 4].map(() => filesOf().read([made('a'), made('b'), made('c')])));
      expect(said().sort()).toEqual(['new true b', 'new true c']);
      expect(await db.selectFrom('shared_file').select(['id', 'told']).orderBy('id').execute()).toEqual([
        { id: 'a', told: false },
        { id: 'b', told: true },
        { id: 'c', told: true },
      ]);
    });

    test('that are changed put right what was told, once, and tell no one anew', async () => {
      const files = filesOf();
      await files.read([made('a')]);
      const changed = made('a', { title: 'En annen tittel' });
      await Promise.all([files.read([changed]), filesOf().read([changed])]);
      await files.read([changed]);
      expect(said()).toEqual(['changed false a']);
      expect(told[0]?.solution.title).toBe('En annen tittel');
    });

    test('told of in different words have different ids, and in the same words the same', async () => {
      const files = filesOf();
      await files.read([made('a')]);
      await files.read([made('a'), made('b')]);
      await files.read([made('a'), made('b', { title: 'En annen tittel' })]);
      const [first, second] = told;
      expect(first?.id).not.toBe(second?.id);
      await db.deleteFrom('shared_file').where('id', '=', 'b').execute();
      await files.read([made('a'), made('b')]);
      expect(told[2]?.id).toBe(first?.id);
    });

    test('that were shared in the app before are not told of again', async () => {
      await filesOf().read([made('a')]);
      await db
        .insertInto('share_entry')
        .values({
          id: '11111111-1111-4111-8111-111111111111',
          tenant: 'tenant-1',
          person: null,
          state: 'approved',
          version: 1,
          published: 1,
          published_on: '2026-11-30',
          slug: 'delt-b',
          asked: 1,
          decision: null,
          batches: '[]',
          changed_at: clock.now,
        })
        .execute();
      await filesOf().read([made('a'), made('delt-b')]);
      expect(said()).toEqual([]);
      await filesOf().read([made('a'), made('delt-b', { title: 'Rettet i fila' })]);
      expect(said()).toEqual(['changed false delt-b']);
      // Withdrawn there, whatever becomes of the file is no news.
      await db.updateTable('share_entry').set({ published: null, state: 'withdrawn' }).execute();
      await filesOf().read([made('a'), made('delt-b', { title: 'Rettet etterpå' })]);
      expect(said()).toHaveLength(1);
    });

    test('are told of the next time when telling failed, and the failure is logged', async () => {
      const files = filesOf(async () => {
        throw new Error('the database went away');
      });
      await files.read([made('a')]);
      await files.read([made('a'), made('b')]);
      expect(faults).toHaveLength(1);
      await filesOf().read([made('a'), made('b')]);
      expect(said()).toEqual(['new true b']);
      await files.stop();
    });
  });
});
