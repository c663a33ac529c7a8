import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import type { Address, Member, Outgoing } from '../../src/messages.ts';
import { createTeams } from '../../src/teams/teams.ts';
import { type Service, say, startService } from './service.ts';

const settings = { allowedTenants: [], serviceHosts: [], openIdMetadataUrl: 'http://127.0.0.1/' };
const { post, roster } = createTeams({ settings, log: createLog('silent') });
const card: Outgoing = { kind: 'card', card: { type: 'AdaptiveCard' }, summary: 'En undersøkelse til deg' };
const patient = new AbortController().signal;
const error = (code: string) => ({ error: { code, message: 'no' } });

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());
beforeEach(() => {
  service.calls.length = 0;
  service.answer = (_, res) => say(res, 201, { id: 'm1' });
});
const to = (change: Partial<Address> = {}): Address => ({
  tenant: 'tenant',
  service: service.url,
  conversation: 'a:kari',
  person: '29:kari',
  ...change,
});

describe('what is sent unasked', () => {
  test('goes to the conversation with its summary, and gives the id it got', async () => {
    expect(await post.send(to(), card, patient)).toEqual({ kind: 'sent', message: 'm1', address: to() });
    expect(service.calls).toMatchObject([
      {
        method: 'POST',
        path: '/v3/conversations/a%3Akari/activities',
        body: { type: 'message', summary: 'En undersøkelse til deg', attachments: [{ content: card.card }] },
      },
    ]);
  });

  test('goes to a person without a conversation in one that is made, and says which', async () => {
    service.answer = ({ path }, res) => say(res, 201, { id: path.endsWith('/activities') ? 'm1' : 'a:new' });
    const sent = await post.send(to({ conversation: undefined }), card, patient);
    expect(sent).toEqual({ kind: 'sent', message: 'm1', address: to({ conversation: 'a:new' }) });
    expect(service.calls).toMatchObject([
      {
        path: '/v3/conversations',
        body: {
          isGroup: false,
          members: [{ id: '29:kari' }],
          tenantId: 'tenant',
          channelData: { tenant: { id: 'tenant' } },
        },
      },
      { path: '/v3/conversations/a%3Anew/activities' },
    ]);
  });

  test('is changed where it was sent', async () => {
    expect(await post.update(to(), 'm7', card, patient)).toEqual({
      kind: 'sent',
      message: 'm7',
      address: to(),
    });
    expect(service.calls).toMatchObject([
      { method: 'PUT', path: '/v3/conversations/a%3Akari/activities/m7', body: { id: 'm7' } },
    ]);
  });

  test.each([
    [429, 'Throttled', { kind: 'later', reason: '429 Throttled', afterMs: 2_000 }],
    [503, 'ServiceUnavailable', { kind: 'later', reason: '503 ServiceUnavailable' }],
    [403, 'BotDisabledByAdmin', { kind: 'gone', reason: '403 BotDisabledByAdmin' }],
    [404, 'ConversationNotFound', { kind: 'gone', reason: '404 ConversationNotFound' }],
    [413, 'MessageSizeTooBig', { kind: 'refused', reason: '413 MessageSizeTooBig' }],
  ])('that is answered with %i %s is tried once only, and what to do is said', async (status, code, what) => {
    service.answer = (_, res) => say(res, status, error(code), status === 429 ? { 'retry-after': '2' } : {});
    expect(await post.send(to(), card, patient)).toMatchObject(what);
    expect(service.calls).toHaveLength(1);
  });

  test('whose connection is dropped is tried once only', async () => {
    service.answer = (_, res) => res.destroy();
    expect(await post.send(to(), card, patient)).toMatchObject({ kind: 'later' });
    expect(service.calls).toHaveLength(1);
  });

  test('is not sent on to where an answer points', async () => {
    service.answer = (_, res) => say(res, 307, {}, { location: `${service.url}elsewhere` });
    expect(await post.send(to(), card, patient)).toMatchObject({ kind: 'refused' });
    expect(service.calls).toHaveLength(1);
  });

  test('is let go when there is no time left', async () => {
    service.answer = () => {};
    const leaving = new AbortController();
    const sending = post.send(to(), card, leaving.signal);
    leaving.abort();
    expect(await sending).toEqual({ kind: 'later', reason: 'timeout' });
  });

  test.each(['https://example.com/', 'http://10.0.0.1/', 'not an address'])(
    'never goes to a service we do not know (%s)',
    async (address) => {
      expect(await post.send(to({ service: address }), card, patient)).toMatchObject({ kind: 'refused' });
    },
  );

  test('needs someone to go to', async () => {
    const nobody = to({ conversation: undefined, person: undefined });
    expect(await post.send(nobody, card, patient)).toMatchObject({ kind: 'refused' });
    expect(service.calls).toEqual([]);
  });
});

describe('who is where', () => {
  const account = (id: string, more: object = {}) => ({ id: `29:${id}`, name: id, ...more });
  const all = async (address: Address) => {
    const members: Member[] = [];
    for await (const page of roster.members(address)) members.push(...page);
    return members;
  };

  test('is asked for page by page, of the team a channel belongs to, and bots are left out', async () => {
    const pages = [
      {
        members: [
          account('kari', { aadObjectId: 'kari-id', email: 'Kari@x.no', userPrincipalName: 'KN@x.no' }),
        ],
        continuationToken: 'b',
      },
      {
        members: [account('per', { objectId: 'per-id', email: 'per@x.no', userPrincipalName: 'PER@x.no' })],
        continuationToken: 'c',
      },
      { members: [{ id: '28:samvit', name: 'Samvit' }, account('ola')] },
    ];
    service.answer = ({ path }, res) => {
      const token = new URL(path, service.url).searchParams.get('continuationToken');
      say(res, 200, pages[['b', 'c'].indexOf(token ?? '') + 1]!);
    };
    const members = await all(to({ conversation: '19:channel', team: '19:team', person: undefined }));
    expect(members.map(({ person, emails }) => [person, emails])).toEqual([
      ['kari-id', ['kari@x.no', 'kn@x.no']],
      ['per-id', ['per@x.no']],
      ['29:ola', []],
    ]);
    expect(members[0]?.address).toEqual({ tenant: 'tenant', service: service.url, person: '29:kari' });
    expect(service.calls.map(({ path }) => path.split('?')[0])).toEqual(
      Array(3).fill('/v3/conversations/19%3Ateam/pagedmembers'),
    );
    expect(service.calls[0]?.path).toContain('pageSize=500');
  });

  test('is asked again when Teams says to wait, and the pages that came are kept', async () => {
    let told = 0;
    service.answer = ({ path }, res) => {
      if (!path.includes('continuationToken'))
        return say(res, 200, { members: [account('a')], continuationToken: 'b' });
      if (told++ === 0) return say(res, 429, error('Throttled'), { 'retry-after-ms': '10' });
      say(res, 200, { members: [account('b')] });
    };
    expect((await all(to())).map(({ name }) => name)).toEqual(['a', 'b']);
  });

  test('one person is found, and one who is not there is not', async () => {
    service.answer = ({ path }, res) =>
      path.includes('29%3Akari')
        ? say(res, 200, account('kari', { aadObjectId: 'kari-id' }))
        : say(res, 404, error('MemberNotFound'));
    expect(await roster.member(to(), '29:kari')).toMatchObject({ person: 'kari-id', name: 'kari' });
    expect(await roster.member(to(), '29:per')).toBeUndefined();
  });

  test('the channels of a team have names and addresses, and the general one has no name', async () => {
    service.answer = (_, res) =>
      say(res, 200, { conversations: [{ id: '19:general' }, { id: '19:innkjop', name: 'Innkjøp' }] });
    const here = to({ team: '19:team', conversation: '19:innkjop', person: undefined });
    const address = { tenant: 'tenant', service: service.url, team: '19:team' };
    expect(await roster.channels(here)).toEqual([
      { name: '', address: { ...address, conversation: '19:general' } },
      { name: 'Innkjøp', address: { ...address, conversation: '19:innkjop' } },
    ]);
    expect(await roster.channels(to())).toEqual([]);
  });
});
