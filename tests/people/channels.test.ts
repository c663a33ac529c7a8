import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { topics } from '../../src/knowledge/model.ts';
import type { Address } from '../../src/messages.ts';
import type { Deed } from '../../src/people/audit.ts';
import { readChannelCommand } from '../../src/people/channel-commands.ts';
import { type Channels, channelCode, createChannels } from '../../src/people/channels.ts';
import { createKey } from '../../src/people/key.ts';
import { createSeal } from '../../src/people/seal.ts';
import type { Who } from '../../src/people/who.ts';
import { databases } from '../databases.ts';
import { ADMIN, activity, type Running, startRunning } from '../running.ts';

const SECRET = 'a secret for tests, long enough to be one';
const key = createKey(SECRET);
const channel = (name: string, tenant = 'a'): Address => ({
  tenant,
  service: 'https://x.test/',
  conversation: `19:${name}`,
  team: `team-${tenant}`,
});
const admin = (tenant = 'a'): Who => ({
  tenant: key('tenant', tenant),
  person: key('person', tenant, 'anne'),
  name: 'Anne',
  roles: new Set(['staff', 'admin']),
  municipality: undefined,
});

describe.each(databases)('channels on %s', (_, open) => {
  let opened: Awaited<ReturnType<typeof open>>;
  let channels: Channels;
  let onRecord: Deed[];
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await opened.database.db.deleteFrom('tenant_channel').execute();
    onRecord = [];
    channels = createChannels({
      db: opened.database.db,
      key,
      seal: createSeal(SECRET),
      audit: { write: async (_tx, _who, deed) => void onRecord.push(deed) },
    });
  });

  test('one is chosen for each purpose, and another takes its place', async () => {
    await channels.choose(admin(), 'personvern', channel('first'), 'Første', 'nb');
    await channels.choose(admin(), 'personvern', channel('second'), 'Andre', 'nn');
    await channels.choose(admin(), 'editors', channel('second'), 'Andre', 'nn');
    expect(await channels.of(admin().tenant, 'personvern')).toEqual({
      purpose: 'personvern',
      channel: channelCode(key, channel('second')),
      address: channel('second'),
      name: 'Andre',
      lang: 'nn',
    });
    expect(await channels.all(admin().tenant)).toHaveLength(2);
    expect(await channels.of(admin().tenant, 'samarbeid')).toBeUndefined();
    expect(onRecord.map(({ what }) => what)).toEqual(Array(3).fill('channel.chosen'));
  });

  test('is of its tenant, and nothing of it can be read in the table', async () => {
    await channels.choose(admin(), 'editors', channel('hemmelig'), 'Hemmelig', 'nb');
    expect(await channels.all(admin('b').tenant)).toEqual([]);
    expect(await channels.drop(admin('b'), 'editors')).toBe(false);
    const rows = await opened.database.db.selectFrom('tenant_channel').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/hemmelig|x\.test|19:/i);
  });

  test('is dropped once, and what was not there is no deed', async () => {
    await channels.choose(admin(), 'editors', channel('x'), 'X', 'nb');
    expect(await channels.drop(admin(), 'editors')).toBe(true);
    expect(await channels.drop(admin(), 'editors')).toBe(false);
    expect(onRecord).toEqual([
      { what: 'channel.chosen', purpose: 'editors', name: 'X' },
      { what: 'channel.dropped', purpose: 'editors', name: 'X' },
    ]);
  });

  test('one that is lost is chosen for nothing any more, and others stay', async () => {
    await channels.choose(admin(), 'editors', channel('x'), 'X', 'nb');
    await channels.choose(admin(), 'personvern', channel('x'), 'X', 'nb');
    await channels.choose(admin(), 'samarbeid', channel('y'), 'Y', 'nb');
    expect((await channels.lost(channelCode(key, channel('x')))).sort()).toEqual(['editors', 'personvern']);
    expect(await channels.lost(channelCode(key, channel('x')))).toEqual([]);
    expect((await channels.all(admin().tenant)).map(({ purpose }) => purpose)).toEqual(['samarbeid']);
  });

  test('one that is renamed is called by its new name for all it is chosen for, and others are not', async () => {
    await channels.choose(admin(), 'editors', channel('x'), 'X', 'nn');
    await channels.choose(admin(), 'personvern', channel('x'), 'X', 'nb');
    await channels.choose(admin(), 'samarbeid', channel('y'), 'Y', 'nb');
    await channels.renamed(channelCode(key, channel('x')), 'Nytt');
    const all = await channels.all(admin().tenant);
    expect(all.map(({ purpose, name, lang }) => [purpose, name, lang]).sort()).toEqual([
      ['editors', 'Nytt', 'nn'],
      ['personvern', 'Nytt', 'nb'],
      ['samarbeid', 'Y', 'nb'],
    ]);
    expect(all.find(({ purpose }) => purpose === 'editors')?.address).toEqual(channel('x'));
  });

  test('the editors of every tenant are found, and no other channels', async () => {
    await channels.choose(admin('a'), 'editors', channel('x', 'a'), 'X', 'nb');
    await channels.choose(admin('b'), 'editors', channel('x', 'b'), 'X', 'en');
    await channels.choose(admin('b'), 'samarbeid', channel('y', 'b'), 'Y', 'nb');
    const found = await channels.everyEditors();
    expect(found.map(({ tenant, lang }) => [tenant, lang]).sort()).toEqual(
      [
        [admin('a').tenant, 'nb'],
        [admin('b').tenant, 'en'],
      ].sort(),
    );
  });
});

describe('commands', () => {
  test.each([
    ['bruk denne kanalen for redaktører', ['editors']],
    ['bruk denne kanalen til redaktørene', ['editors']],
    ['bruk denne kanalen for redaktørar', ['editors']],
    ['use this channel for editors', ['editors']],
    ['bruk denne kanalen for spørsmål om anskaffelser', ['anskaffelser']],
    ['bruk denne kanalen for spørsmål om innkjøp', ['anskaffelser']],
    ['bruk denne kanalen for spørsmål om anskaffingar', ['anskaffelser']],
    ['bruk denne kanalen for alle spørsmål om personvern', ['personvern']],
    ['velg denne kanalen for gdpr', ['personvern']],
    ['vel denne kanalen for spørsmål om samarbeid', ['samarbeid']],
    ['use this channel for questions about digitalisation', ['digitalisering']],
    ['use this channel for questions on procurement and privacy', ['anskaffelser', 'personvern']],
    ['bruk denne kanalen for personvern, samarbeid og digitalisering', topics.slice(1)],
    ['bruk denne kanalen for alle spørsmål', topics],
    ['use this channel for all questions', topics],
    ['bruk denne kanalen for redaktører og alle spørsmål', ['editors', ...topics]],
    ['denne kanalen skal være for redaktører', ['editors']],
    ['bruk denne kanalen', []],
    ['bruk denne kanalen for fotball og personvern', []],
  ])('“%s”', (said, purposes) => {
    expect(readChannelCommand(said)).toEqual({ kind: 'channel', act: 'choose', purposes });
  });

  test.each([
    ['slutt å bruke denne kanalen', []],
    ['ikkje bruk denne kanalen', []],
    ['stop using this channel', []],
    ['slutt å bruke denne kanalen for spørsmål om personvern', ['personvern']],
  ])('“%s”', (said, purposes) => {
    expect(readChannelCommand(said)).toEqual({ kind: 'channel', act: 'drop', purposes });
  });

  test.each(['hvilke kanaler er valgt', 'kva kanalar er valde', 'vis kanalene', 'which channels are chosen'])(
    '“%s”',
    (said) => expect(readChannelCommand(said)).toEqual({ kind: 'channel', act: 'list' }),
  );

  test.each([
    'hvilke kanaler kan vi bruke til kunngjøring',
    'denne kanalen er stille',
    'kan vi bruke denne kanalen for personvern',
    'bruk dialog',
  ])('“%s” is something else', (said) => expect(readChannelCommand(said)).toBeUndefined());
});

describe('in chat', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startRunning();
  });
  afterAll(() => running.stop());

  let count = 0;
  function municipality() {
    const tenantId = `channels-${++count}`;
    const team = `19:team-${tenantId}`;
    const from = (id: string) => ({ id: `29:${id}`, aadObjectId: id, name: 'Anne' });
    const where = (name: string, id: string) => ({
      from: from(id),
      conversation: { id: `19:${name}-${tenantId}`, conversationType: 'channel', isGroup: true, tenantId },
      channelData: { tenant: { id: tenantId }, team: { id: team } },
    });
    const say = async (change: object) => {
      await running.post(activity(running.connector.url, { ...change }));
      return running.connector.sent.filter(({ method }) => method === 'POST').at(-1)?.body.text;
    };
    return {
      inChannel: (name: string, text: string, id = ADMIN) => say({ ...where(name, id), text }),
      alone: (text: string) =>
        say({
          from: from(ADMIN),
          conversation: { id: `a:${tenantId}`, conversationType: 'personal', tenantId },
          channelData: { tenant: { id: tenantId } },
          text,
        }),
      happens: (name: string, change: object) => say({ ...where(name, ADMIN), ...change }),
      team,
      tenantId,
    };
  }

  test('an admin chooses, sees, replaces and drops', async () => {
    const { inChannel, alone } = municipality();
    expect(await inChannel('a', 'bruk denne kanalen for redaktører og spørsmål om personvern')).toMatch(
      /er valgt for redaktørene og spørsmål om personvern\./,
    );
    expect(await alone('hvilke kanaler er valgt?')).toMatch(
      /For redaktørene:[\s\S]*Ingen kanal er valgt for/,
    );
    expect(await inChannel('b', 'Bruk denne kanalen for spørsmål om personvern.')).toContain('Før var');
    expect(await inChannel('a', 'slutt å bruke denne kanalen')).toBe(
      'Denne kanalen er ikke lenger valgt for redaktørene.',
    );
    expect(await inChannel('a', 'slutt å bruke denne kanalen')).toContain('ikke valgt for det');
    expect(await alone('hvilke kanaler er valgt')).not.toContain('For redaktørene');
  });

  test('others are told whose it is, and an admin alone is told where to write it', async () => {
    const { inChannel, alone } = municipality();
    expect(await inChannel('a', 'bruk denne kanalen for redaktører', 'kari')).toMatch(/administrator/i);
    expect(await alone('bruk denne kanalen for redaktører')).toContain('Skriv det i kanalen du mener');
    expect(await alone('hvilke kanaler er valgt')).toContain('Ingen kanaler er valgt ennå');
    expect(await inChannel('a', 'bruk denne kanalen')).toContain('Hva skal kanalen brukes til?');
  });

  test('a channel that is deleted is chosen no more; with the team go all of them', async () => {
    const { inChannel, alone, happens, team, tenantId } = municipality();
    await inChannel('a', 'bruk denne kanalen for redaktører');
    await inChannel('b', 'bruk denne kanalen for spørsmål om samarbeid');
    await happens('general', {
      type: 'conversationUpdate',
      channelData: {
        eventType: 'channelDeleted',
        channel: { id: `19:a-${tenantId}`, name: 'a' },
        team: { id: team },
        tenant: { id: tenantId },
      },
    });
    await happens('general', {
      type: 'conversationUpdate',
      channelData: {
        eventType: 'channelRenamed',
        channel: { id: `19:b-${tenantId}`, name: 'Sammen [her](https://x.no)' },
        team: { id: team },
        tenant: { id: tenantId },
      },
    });
    const left = await alone('hvilke kanaler er valgt');
    expect(left).toContain('«Sammen her (https://x.no)»');
    expect(left).not.toContain('For redaktørene');
    expect(left).toContain('For spørsmål om samarbeid');
    await happens('general', { type: 'installationUpdate', action: 'remove' });
    expect(await alone('hvilke kanaler er valgt')).toContain('Ingen kanaler er valgt ennå');
    await inChannel('b', 'bruk denne kanalen for spørsmål om samarbeid');
    await happens('general', {
      type: 'conversationUpdate',
      channelData: { eventType: 'teamDeleted', team: { id: team }, tenant: { id: tenantId } },
    });
    expect(await alone('hvilke kanaler er valgt')).toContain('Ingen kanaler er valgt ennå');
  });
});
