import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { Interest } from '../../src/follow/model.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import type { Solution } from '../../src/knowledge/solution.ts';
import type { From } from '../../src/messages.ts';
import { databases } from '../databases.ts';
import { another, type Stage, says, solution, someone, stage } from './staged.ts';

/** What is followed is changed or stopped between that something is shared and that it is told. */

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge('knowledge');
});

describe.each(databases)('what changes meanwhile, on %s', (_, open) => {
  let database: Database;
  let close: () => Promise<void>;
  let at: Stage;
  beforeAll(async () => {
    ({ database, close } = await open());
    at = await stage(database, knowledge);
  }, 60_000);
  afterAll(async () => {
    await at.stop();
    await close();
  });

  /** Tags of their own for each test, so that the others' solutions are nothing to it. */
  let tags: string[] = [];
  beforeAll(() => {
    tags = [...knowledge.tags.keys()];
  });
  const ownTag = () => tags.shift()!;
  const named = (...some: string[]) => some.map((tag) => knowledge.tags.get(tag)!.nb).join(', ');

  const WHEN = { 'in-what': 'chosen', 'in-at': '08:00', 'in-weekday': '1', 'in-days-off': 'no' };
  const save = (from: From, every: string, some: string[], edited: object = {}) =>
    at.press(
      from,
      { do: 'follow.save', lang: 'nb', ...edited },
      { ...WHEN, 'in-every': every, 'in-tags': named(...some) },
    );
  const kept = (from: From) =>
    database.db
      .selectFrom('follow_subscription')
      .selectAll()
      .where('recipient', '=', at.recipientOf(from))
      .orderBy('every')
      .execute();
  async function change(from: From, every: string, some: string[]) {
    const [row] = await kept(from);
    return save(from, every, some, { subscription: row!.id, version: row!.version });
  }
  const stop = async (from: From, every: string) => {
    const row = (await kept(from)).find((one) => one.every === every);
    return at.press(from, { do: 'follow.stop', lang: 'nb', subscription: row!.id });
  };
  const told = (from: From) => at.cards(from.address.conversation!).map(says);
  /** Waits, as it does where Teams has asked us to. */
  const queued = (shared: Solution) =>
    database.db.transaction().execute(async (tx) => {
      await at.room.tell(tx, { id: `${shared.id}:1`, change: 'new', tell: true, solution: shared });
      await tx.updateTable('delivery_batch').set({ paused: true }).execute();
    });
  async function letGo() {
    await database.db.updateTable('delivery_batch').set({ paused: false }).execute();
    await at.settled();
  }
  const nextMorning = (day: string) => at.moveTo(`${day}T07:00:05Z`);

  test('what was gathered and is followed no longer is not told', async () => {
    const [dropped, left] = [ownTag(), ownTag()];
    const channel = someone('channel');
    await save(channel, 'day', [dropped, left]);
    await at.tell({ solution: solution({ tags: [dropped], title: 'Den ene' }) });
    await at.tell({ solution: solution({ tags: [dropped, left], title: 'Den andre' }) });
    await change(channel, 'day', [left]);
    await nextMorning('2026-12-01');
    expect(told(channel)).toEqual([expect.stringContaining('Den andre')]);
    expect(told(channel)[0]).not.toContain('Den ene');
    expect(told(channel)[0]).not.toContain(named(dropped).toLowerCase());
  });

  test('a person who stops following one thing is not told of it the next morning', async () => {
    const [dropped, left] = [ownTag(), ownTag()];
    const person = someone('personal');
    await at.seen(person);
    const interests: Interest[] = [`tag:${dropped}`, `tag:${left}`];
    await at.press(person, { do: 'follow.start', lang: 'nb', interests });
    await change(person, 'day', [dropped, left]);
    await at.tell({ solution: solution({ tags: [dropped] }) });
    await at.press(person, { do: 'follow.drop', lang: 'nb', interests: [`tag:${dropped}`] });
    await nextMorning('2026-12-02');
    expect(told(person)).toEqual([]);
  });

  test('when one of two subscriptions is stopped, the other tells what it was to tell', async () => {
    const tag = ownTag();
    const channel = someone('channel');
    await save(channel, 'day', [tag]);
    await save(channel, 'week', [tag, ownTag()]);
    await at.tell({ solution: solution({ tags: [tag] }) });
    await stop(channel, 'day');
    await nextMorning('2026-12-03');
    expect(told(channel)).toEqual([]);
    await nextMorning('2026-12-07');
    expect(told(channel)).toHaveLength(1);
  });

  test('and at once, where the other tells at once by now', async () => {
    const tag = ownTag();
    const channel = someone('channel');
    await save(channel, 'day', [tag]);
    await at.tell({ solution: solution({ tags: [tag] }) });
    await save(channel, 'now', [tag, ownTag()]);
    await stop(channel, 'day');
    await at.settled();
    expect(told(channel)).toHaveLength(1);
  });

  test('a notice that waits to be sent is not sent to a channel that has stopped, and others get it', async () => {
    const tag = ownTag();
    const channel = someone('channel');
    const neighbour: From = {
      ...channel,
      address: { ...channel.address, conversation: `${channel.conversation}-2` },
    };
    for (const from of [channel, neighbour]) await save(from, 'now', [tag]);
    await queued(solution({ tags: [tag] }));
    await stop(channel, 'now');
    await letGo();
    expect(told(channel)).toEqual([]);
    expect(told(neighbour)).toHaveLength(1);
  });

  test('but it is sent where it is followed for another reason', async () => {
    const [dropped, left] = [ownTag(), ownTag()];
    const person = someone('personal');
    await at.seen(person);
    const interests: Interest[] = [`tag:${dropped}`, `tag:${left}`];
    await at.press(person, { do: 'follow.start', lang: 'nb', interests });
    await queued(solution({ tags: [dropped] }));
    await queued(solution({ tags: [dropped, left], title: 'For begge' }));
    await at.press(person, { do: 'follow.drop', lang: 'nb', interests: [`tag:${dropped}`] });
    await letGo();
    expect(told(person)).toEqual([expect.stringContaining('For begge')]);
  });

  test('chosen to come at once while it is being shared, it comes once', async () => {
    const tag = ownTag();
    const channel = someone('channel');
    await save(channel, 'day', [tag]);
    const shared = solution({ tags: [tag] });
    let saving: Promise<unknown> = Promise.resolve();
    await database.db.transaction().execute(async (tx) => {
      await at.room.tell(tx, { id: `${shared.id}:1`, change: 'new', tell: true, solution: shared });
      saving = change(channel, 'now', [tag]);
      // Time enough for it to be done before us, were we not waited for.
      await new Promise((done) => setTimeout(done, 200));
    });
    await saving;
    await at.settled();
    expect(told(channel)).toHaveLength(1);
  });

  test('a digest that is corrected says only what is still followed', async () => {
    const [dropped, left] = [ownTag(), ownTag()];
    const channel = someone('channel');
    await save(channel, 'day', [dropped, left]);
    const shared = solution({ tags: [dropped, left], title: 'Med feil' });
    await at.tell({ solution: shared });
    await change(channel, 'day', [left]);
    await nextMorning('2026-12-09');
    const right = { ...shared, title: 'Uten feil' };
    await at.tell({ id: `${shared.id}:2`, change: 'changed', tell: false, solution: right });
    expect(told(channel)).toEqual([expect.stringContaining('Uten feil')]);
    expect(told(channel)[0]).not.toContain(named(dropped).toLowerCase());
  });

  test('a digest that waits to be sent is not sent when all in it is withdrawn', async () => {
    const tag = ownTag();
    const channel = someone('channel');
    await save(channel, 'day', [tag]);
    const shared = solution({ tags: [tag] });
    await at.tell({ solution: shared });
    // Teams asks us to wait a long time, and the solution is withdrawn meanwhile.
    at.answers.set(channel.address.conversation!, { kind: 'later', reason: '429', afterMs: 3_600_000 });
    at.clock.now = new Date('2026-12-10T07:00:05Z');
    await at.asked(channel);
    await at.tell({ id: `${shared.id}:2`, change: 'withdrawn', tell: false, solution: shared });
    at.answers.clear();
    await at.settled();
    expect(told(channel)).toEqual([]);
  });

  test('a tag that is renamed is still followed, by its new name', async () => {
    const [was, is] = [ownTag(), 'et-nytt-navn'];
    const called = { nb: 'Et nytt navn', nn: 'Eit nytt namn', en: 'A new name' };
    const [channel, person] = [someone('channel'), someone('personal')];
    await at.seen(person);
    await save(channel, 'now', [was]);
    await at.press(person, { do: 'follow.start', lang: 'nb', interests: [`tag:${was}`] });
    const tags = new Map([...knowledge.tags].map(([id, name]) => (id === was ? [is, called] : [id, name])));
    const subjects = { ...knowledge.facets.subjects, [is]: [was] };
    at.knowledge.now = { ...knowledge, tags, facets: { ...knowledge.facets, subjects } };
    await at.tell({ solution: solution({ tags: [is] }) });
    expect(told(channel)).toEqual([expect.stringContaining('kanalen følger et nytt navn')]);
    expect(told(person)).toEqual([expect.stringContaining('du følger et nytt navn')]);
    const [row] = await kept(channel);
    const form = await at.press(channel, { do: 'follow.edit', lang: 'nb', subscription: row!.id });
    expect(JSON.stringify(form)).toContain('"value":"et nytt navn"');
    // Gone without a new name it goes by its own word, and nothing breaks.
    at.knowledge.now = { ...knowledge, tags: new Map([...knowledge.tags].filter(([id]) => id !== was)) };
    expect(says(await at.press(person, { do: 'follow.mine', lang: 'nb' }))).toContain(was);
    expect(
      says(await at.press(person, { do: 'follow.drop', lang: 'nb', interests: [`tag:${was}`] })),
    ).toContain('Du følger ikke lenger');
    at.knowledge.now = knowledge;
  });

  test('a team that takes the app out leaves nothing, also of a channel that had stopped', async () => {
    const tag = ownTag();
    const channel = someone('channel');
    await save(channel, 'now', [tag]);
    await at.tell({ solution: solution({ tags: [tag] }) });
    await stop(channel, 'now');
    const general: From = { ...channel, address: { ...channel.address, conversation: 'general' } };
    await at.room.desks[0]!.heard?.({ kind: 'uninstalled', from: general });
    const recipient = at.recipientOf(channel);
    const left = await Promise.all([
      database.db.selectFrom('follow_told').selectAll().where('recipient', '=', recipient).execute(),
      database.db.selectFrom('delivery').selectAll().where('recipient', '=', recipient).execute(),
    ]);
    expect(left.flat()).toEqual([]);
  });

  test('who made several in a channel that is deleted hears of it once', async () => {
    const [first, second] = [ownTag(), ownTag()];
    const channel = someone('channel');
    const maker: From = { ...someone('personal'), tenant: channel.tenant, person: channel.person };
    await at.seen(maker);
    await save(channel, 'now', [first]);
    await save(channel, 'day', [second]);
    await save(another(channel, 'someone else'), 'week', [first, second]);
    await at.room.desks[0]!.heard?.({
      kind: 'channel',
      from: channel,
      change: 'deleted',
      channel: channel.address,
      name: '',
    });
    await at.settled();
    expect(told(maker)).toHaveLength(1);
    for (const tag of [first, second])
      expect(told(maker)[0]?.toLowerCase()).toContain(named(tag).toLowerCase());
  });
});
