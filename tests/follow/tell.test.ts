import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { Interest } from '../../src/follow/model.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import type { From } from '../../src/messages.ts';
import { actionsOf } from '../connector.ts';
import { databases } from '../databases.ts';
import { another, on, type Stage, says, solution, someone, stage } from './staged.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge('knowledge');
});

describe.each(databases)('following on %s', (_, open) => {
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

  const AT_ONCE = { 'in-every': 'now', 'in-at': '08:00', 'in-weekday': '1', 'in-days-off': 'no' };
  const DAILY = { ...AT_ONCE, 'in-every': 'day' };
  const CHOSEN = {
    'in-what': 'chosen',
    'in-topics': '',
    'in-tags': '',
    'in-municipalities': '',
    'in-counties': '',
  };
  /** A tag of its own for each test, so that the others' solutions are nothing to it. */
  const tags = [
    'skole',
    'opsjon',
    'helse',
    'copilot',
    'gjenbruk',
    'fiks',
    'google',
    'dps',
    'bvp',
    'espd',
    'arkiv',
    'barn',
    'bilder',
    'bygg',
    'egenregi',
    'eos',
    'etikk',
    'fou',
    'gebyr',
    'frister',
  ];
  const ownTag = () => tags.shift()!;
  const name = (tag: string) => knowledge.tags.get(tag)!.nb;

  async function subscribed(from: From, tag: string, when: Record<string, string> = AT_ONCE, more = {}) {
    return at.press(
      from,
      { do: 'follow.save', lang: 'nb' },
      { ...CHOSEN, ...when, 'in-tags': name(tag), ...more },
    );
  }
  const follows = (from: From, ...interests: Interest[]) =>
    at.press(from, { do: 'follow.start', lang: 'nb', interests });
  const told = (from: From) => at.cards(from.address.conversation!);
  const kept = (from: From) =>
    database.db
      .selectFrom('follow_subscription')
      .selectAll()
      .where('recipient', '=', at.recipientOf(from))
      .execute();
  const nothingOf = async (from: From) => {
    const recipient = at.recipientOf(from);
    const rows = await Promise.all([
      database.db.selectFrom('follow_subscription').selectAll().where('recipient', '=', recipient).execute(),
      database.db.selectFrom('follow_told').selectAll().where('recipient', '=', recipient).execute(),
      database.db.selectFrom('delivery').selectAll().where('recipient', '=', recipient).execute(),
    ]);
    return rows.flat();
  };

  test('a channel, a group and a person are told at once, each once and with why', async () => {
    const tag = ownTag();
    const [channel, group, person] = [
      someone('channel'),
      someone('group'),
      someone('personal', { locale: 'nn-NO' }),
    ];
    await at.seen(person);
    await subscribed(channel, tag, AT_ONCE, { 'in-counties': 'Agder' });
    await subscribed(group, tag);
    await follows(person, `tag:${tag}`);
    await at.tell({ solution: solution({ tags: [tag], title: 'Felles [kjøp](x)' }) });
    expect(told(channel).map(says)).toEqual([
      expect.stringContaining(`Dette kommer fordi kanalen følger ${name(tag).toLowerCase()} og Agder.`),
    ]);
    expect(told(group).map(says)).toEqual([expect.stringContaining('fordi gruppa følger')]);
    expect(told(person).map(says)).toEqual([expect.stringContaining('Du får dette fordi du følgjer')]);
    const [card] = told(channel);
    expect(says(card)).toContain('Ny løsning delt');
    expect(says(card)).toContain('Løsning fra Kristiansand');
    expect(JSON.stringify(card)).toContain('Felles \\\\[kjøp\\\\]');
    expect(actionsOf(card).map(({ title }) => title)).toEqual(['Åpne', 'Følg', 'Stopp']);
    expect(on(card!, 'Åpne')).toMatchObject({ do: 'quote', section: expect.stringMatching(/^losning-\d+#/) });
  });

  test('the same news told twice, and by two at once, is told once; one who came between is told', async () => {
    const tag = ownTag();
    const [channel, late] = [someone('channel'), someone('channel')];
    await subscribed(channel, tag);
    const shared = solution({ tags: [tag] });
    await Promise.all([at.tell({ solution: shared }), at.tell({ solution: shared })]);
    await subscribed(late, tag);
    await at.tell({ solution: shared });
    expect(told(channel)).toHaveLength(1);
    expect(told(late)).toHaveLength(1);
  });

  test('what is not told, because its cause did not happen, is not sent', async () => {
    const tag = ownTag();
    const channel = someone('channel');
    await subscribed(channel, tag);
    const shared = solution({ tags: [tag] });
    await expect(
      database.db.transaction().execute(async (tx) => {
        await at.room.tell(tx, { id: 'x:1', change: 'new', tell: true, solution: shared });
        throw new Error('not after all');
      }),
    ).rejects.toThrow('not after all');
    await at.settled();
    expect(told(channel)).toEqual([]);
  });

  test('a correction puts the cards right and tells nobody, or tells those who follow anew', async () => {
    const tag = ownTag();
    const channel = someone('channel');
    await subscribed(channel, tag);
    const shared = solution({ tags: [tag], title: 'Alarmer med feil' });
    await at.tell({ solution: shared });
    const right = { ...shared, title: 'Alarmer uten feil' };
    await at.tell({ id: `${shared.id}:2`, change: 'changed', tell: false, solution: right });
    expect(told(channel).map(says)).toEqual([expect.stringContaining('Alarmer uten feil')]);
    await at.tell({
      id: `${shared.id}:3`,
      change: 'changed',
      tell: true,
      solution: { ...right, year: 2026 },
    });
    expect(told(channel).map(says)).toEqual([
      expect.stringMatching(/^Ny løsning delt[\s\S]*2026/),
      expect.stringMatching(/^En løsning er endret/),
    ]);
  });

  test('one that is withdrawn before it is sent is sent to nobody', async () => {
    const tag = ownTag();
    const channel = someone('channel');
    await subscribed(channel, tag);
    const shared = solution({ tags: [tag] });
    await database.db.transaction().execute(async (tx) => {
      await at.room.tell(tx, { id: `${shared.id}:1`, change: 'new', tell: true, solution: shared });
      await at.room.tell(tx, { id: `${shared.id}:2`, change: 'withdrawn', tell: false, solution: shared });
    });
    await at.settled();
    expect(told(channel)).toEqual([]);
  });

  test('silent news that nobody was told of before is kept nowhere', async () => {
    const shared = solution();
    await at.tell({ change: 'changed', tell: false, solution: shared });
    const rows = await database.db
      .selectFrom('follow_solution')
      .selectAll()
      .where('solution', '=', shared.id)
      .execute();
    expect(rows).toEqual([]);
  });

  test('one that is withdrawn says so where it was told, and comes in no digest; restored it stands again', async () => {
    const tag = ownTag();
    const [channel, gathering] = [someone('channel'), someone('channel')];
    await subscribed(channel, tag);
    await subscribed(gathering, tag, DAILY);
    const shared = solution({ tags: [tag] });
    await at.tell({ solution: shared });
    await at.tell({ id: `${shared.id}:2`, change: 'withdrawn', tell: false, solution: shared });
    const [card] = told(channel);
    expect(says(card)).toContain('Trukket tilbake');
    expect(actionsOf(card)).toEqual([]);
    await at.moveTo('2026-12-01T07:00:05Z');
    expect(told(gathering)).toEqual([]);
    await at.tell({ id: `${shared.id}:3`, change: 'changed', tell: false, solution: shared });
    expect(says(told(channel)[0])).not.toContain('Trukket tilbake');
  });

  test('what is corrected and withdrawn is so everywhere it was told: in other tenants, in digests, to persons', async () => {
    const tag = ownTag();
    const [channel, gathering, person] = [someone('channel'), someone('group'), someone('personal')];
    await at.seen(person);
    await subscribed(channel, tag);
    await subscribed(gathering, tag, { ...DAILY, 'in-days-off': 'yes' });
    await follows(person, `tag:${tag}`);
    const shared = solution({ tags: [tag], title: 'Med feil' });
    await at.tell({ solution: shared });
    await at.moveTo('2026-12-02T07:00:05Z');
    const everywhere = () => [channel, gathering, person].flatMap(told).map(says);
    const right = { ...shared, title: 'Uten feil' };
    await at.tell({ id: `${shared.id}:2`, change: 'changed', tell: false, solution: right });
    expect(everywhere()).toEqual(Array(3).fill(expect.stringContaining('Uten feil')));
    await at.tell({ id: `${shared.id}:3`, change: 'withdrawn', tell: false, solution: right });
    expect(everywhere()).toEqual(Array(3).fill(expect.stringContaining('Trukket tilbake')));
  });

  test('a digest is one card at its time with all that is new since the last, and none when there is nothing', async () => {
    const tag = ownTag();
    const channel = someone('channel');
    await at.moveTo('2026-12-03T12:00:00Z');
    await subscribed(channel, tag, DAILY);
    const [first, second] = [
      solution({ tags: [tag], title: 'Den første' }),
      solution({ tags: [tag], title: 'Den andre' }),
    ];
    await at.tell({ solution: first });
    await at.tell({ solution: second });
    // Changed before it is told: told once, as it is now.
    await at.tell({
      id: `${second.id}:2`,
      change: 'changed',
      tell: true,
      solution: { ...second, title: 'Den andre, rettet' },
    });
    expect(told(channel)).toEqual([]);
    await at.moveTo('2026-12-04T07:00:05Z');
    expect(told(channel)).toHaveLength(1);
    const [card] = told(channel);
    expect(says(card)).toContain('2 nyheter fra andre kommuner');
    expect(says(card)).toMatch(/Den første[\s\S]*Den andre, rettet/);
    expect(says(card)).not.toContain('endret');
    // The weekend, and a day without news.
    await at.moveTo('2026-12-07T07:00:05Z');
    expect(told(channel)).toHaveLength(1);
    // What was told is put right in the digest, too.
    await at.tell({ id: `${first.id}:2`, change: 'withdrawn', tell: false, solution: first });
    expect(says(told(channel)[0])).toMatch(/Trukket tilbake[^\n]*Den første/);
    expect(says(told(channel)[0])).toContain('Én nyhet');
  });

  test('an alarm that rings twice sends one digest; of several subscriptions the soonest tells', async () => {
    const tag = ownTag();
    const channel = someone('channel');
    await subscribed(channel, tag, DAILY);
    await subscribed(
      channel,
      tag,
      { ...AT_ONCE, 'in-every': 'week' },
      { 'in-municipalities': 'Kristiansand' },
    );
    await at.tell({ solution: solution({ tags: [tag] }) });
    await at.moveTo('2026-12-08T07:00:05Z');
    const again = { name: 'follow.digests', key: '2026-12-08T07:00:00.000Z', at: at.clock.now };
    await database.db
      .insertInto('delivery_alarm')
      .values({ ...again, leased_until: null })
      .execute();
    await at.settled();
    expect(told(channel)).toHaveLength(1);
    await at.moveTo('2026-12-14T07:00:05Z');
    expect(told(channel)).toHaveLength(1);
    const next = (await kept(channel)).map(({ next_at }) => next_at?.toISOString()).sort();
    expect(next).toEqual(['2026-12-15T07:00:00.000Z', '2026-12-21T07:00:00.000Z']);
  });

  test('two processes that ring at the same time send one digest between them', async () => {
    const tag = ownTag();
    const channel = someone('channel');
    await subscribed(channel, tag, DAILY);
    await at.tell({ solution: solution({ tags: [tag] }) });
    const other = await stage(database, knowledge);
    const [morning] = (await kept(channel)).map(({ next_at }) => next_at!);
    for (const { clock } of [at, other]) clock.now = new Date(morning!.getTime() + 5_000);
    const ring = { name: 'follow.digests', leased_until: null, at: morning! };
    await database.db
      .insertInto('delivery_alarm')
      .values([
        { ...ring, key: 'one' },
        { ...ring, key: 'another' },
      ])
      .execute();
    await Promise.all([at.settled(), other.settled()]);
    await other.stop();
    expect([...told(channel), ...other.cards(channel.address.conversation!)]).toHaveLength(1);
  });

  test('what was gathered comes at once when that is chosen', async () => {
    const tag = ownTag();
    const channel = someone('channel');
    await subscribed(channel, tag, DAILY);
    await at.tell({ solution: solution({ tags: [tag] }) });
    const [row] = await kept(channel);
    await at.press(
      channel,
      { do: 'follow.save', lang: 'nb', subscription: row!.id, version: row!.version },
      { ...CHOSEN, ...AT_ONCE, 'in-tags': name(tag) },
    );
    await at.settled();
    expect(told(channel)).toHaveLength(1);
    expect((await kept(channel)).map(({ next_at }) => next_at)).toEqual([null]);
  });

  test('taking the app out of a team deletes all that its channels follow, and where they are', async () => {
    const tag = ownTag();
    const general = someone('channel');
    const other: From = {
      ...general,
      address: { ...general.address, conversation: `${general.conversation}-2` },
    };
    const elsewhere = someone('channel');
    for (const from of [general, other, elsewhere]) await subscribed(from, tag);
    await at.tell({ solution: solution({ tags: [tag] }) });
    await at.room.desks[0]!.heard?.({ kind: 'uninstalled', from: general });
    expect([...(await nothingOf(general)), ...(await nothingOf(other))]).toEqual([]);
    expect(await kept(elsewhere)).toHaveLength(1);
  });

  test('a group that takes the app out, and a person who does or who asks, are forgotten', async () => {
    const tag = ownTag();
    const [group, person, asking] = [someone('group'), someone('personal'), someone('personal')];
    for (const one of [person, asking]) {
      await at.seen(one);
      await follows(one, `tag:${tag}`);
    }
    await subscribed(another(group, asking.person), tag);
    await database.db
      .updateTable('follow_subscription')
      .set({ maker: at.recipientOf(asking) })
      .where('recipient', '=', at.recipientOf(group))
      .execute();
    await at.tell({ solution: solution({ tags: [tag] }) });
    await at.room.desks[0]!.forget?.(asking);
    const [groups] = await kept(group);
    expect(groups?.maker).toBeNull();
    await at.room.desks[0]!.heard?.({ kind: 'uninstalled', from: person });
    await at.room.desks[0]!.heard?.({ kind: 'uninstalled', from: group });
    expect(await nothingOf(group)).toEqual([]);
    for (const one of [person, asking]) {
      const recipient = at.recipientOf(one);
      expect(
        await database.db.selectFrom('follow_told').selectAll().where('recipient', '=', recipient).execute(),
      ).toEqual([]);
      expect(await kept(one)).toEqual([]);
    }
  });

  test('a deleted channel ends its subscription with a word to who made it; a renamed one is called by its new name', async () => {
    const tag = ownTag();
    const channel = someone('channel');
    const maker: From = { ...someone('personal'), tenant: channel.tenant, person: channel.person };
    await at.seen(maker);
    await subscribed(channel, tag);
    await at.room.desks[0]!.heard?.({
      kind: 'channel',
      from: channel,
      change: 'renamed',
      channel: channel.address,
      name: 'Kjøp',
    });
    await at.room.desks[0]!.heard?.({
      kind: 'channel',
      from: channel,
      change: 'deleted',
      channel: channel.address,
      name: 'Kjøp',
    });
    await at.settled();
    expect(await kept(channel)).toEqual([]);
    expect(told(maker).map(says)).toEqual([expect.stringContaining('kanalen «Kjøp» er slettet')]);
  });

  test('a channel that can no longer be written to ends its subscription with a word', async () => {
    const tag = ownTag();
    const channel = someone('channel');
    const maker: From = { ...someone('personal'), tenant: channel.tenant, person: channel.person };
    await at.seen(maker);
    await subscribed(channel, tag);
    at.answers.set(channel.address.conversation!, { kind: 'gone', reason: '403 BotNotInConversationRoster' });
    await at.tell({ solution: solution({ tags: [tag] }) });
    await at.settled();
    expect(await kept(channel)).toEqual([]);
    expect(told(maker).map(says)).toEqual([
      expect.stringContaining('Jeg slipper ikke lenger til i kanalen «Innkjøp»'),
    ]);
  });

  test('two who change the same at once: the second is told what the first did', async () => {
    const tag = ownTag();
    const channel = someone('channel');
    await subscribed(channel, tag);
    const [row] = await kept(channel);
    const save = (when: Record<string, string>) =>
      at.press(
        channel,
        { do: 'follow.save', lang: 'nb', subscription: row!.id, version: row!.version },
        { ...CHOSEN, ...when, 'in-tags': name(tag) },
      );
    const said = (await Promise.all([save(DAILY), save({ ...AT_ONCE, 'in-every': 'week' })])).map(says);
    expect(said.filter((text) => text.includes('Noen andre har endret'))).toHaveLength(1);
    expect(said.filter((text) => text.includes('Abonnementet er endret'))).toHaveLength(1);
  });

  test('two who subscribe to the same at once make one subscription', async () => {
    const tag = ownTag();
    const channel = someone('channel');
    await Promise.all([subscribed(channel, tag), subscribed(another(channel, 'someone else'), tag)]);
    expect(await kept(channel)).toHaveLength(1);
  });

  test('after 90 days cards are put right no more, and nothing is kept of what was told', async () => {
    const tag = ownTag();
    const channel = someone('channel');
    await subscribed(channel, tag);
    const shared = solution({ tags: [tag] });
    await at.tell({ solution: shared });
    at.clock.now = new Date(at.clock.now.getTime() + 91 * 24 * 60 * 60_000);
    await at.room.purge();
    const rows = await Promise.all(
      (['follow_told', 'follow_batch', 'follow_solution', 'delivery_batch'] as const).map((table) =>
        database.db.selectFrom(table).selectAll().execute(),
      ),
    );
    expect(rows.flat()).toEqual([]);
  });
});
