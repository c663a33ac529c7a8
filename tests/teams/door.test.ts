import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { isServiceHost } from '../../src/teams/door.ts';
import { activity, type Running, startRunning } from '../running.ts';

const APP = '33333333-3333-4333-8333-333333333333';
const TENANT = '22222222-2222-4222-8222-222222222222';
const ISSUER = 'https://api.botframework.com';

/** The Bot Framework's key server, on this machine, with a real RSA key. */
let keys: Server;
let metadata: string;
let ours: KeyObject;
let running: Running;

beforeAll(async () => {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  ours = pair.privateKey;
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'key-1', use: 'sig', endorsements: ['msteams'] };
  keys = createServer((req, res) => {
    const body =
      req.url === '/metadata' ? { jwks_uri: `${metadata.replace('/metadata', '/keys')}` } : { keys: [jwk] };
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
  metadata = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/metadata`;
  running = await startRunning({
    MICROSOFT_APP_ID: APP,
    MICROSOFT_APP_PASSWORD: 'not-used-here',
    MICROSOFT_APP_TENANT_ID: TENANT,
    ALLOWED_TENANTS: TENANT,
    SERVICE_HOSTS: '127.0.0.1',
    OPENID_METADATA_URL: metadata,
  });
});
afterAll(async () => {
  await running.stop();
  await new Promise((resolve) => keys.close(resolve));
});

let handled: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  handled?.mockRestore();
  handled = vi.spyOn(running.samvit.bot, 'handle').mockResolvedValue([]);
  // The SDK prints what it refuses, tokens and all, to the console.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

interface Token {
  issuer?: string;
  audience?: string;
  expires?: string;
  notBefore?: string;
  serviceUrl?: string | null;
  key?: KeyObject | Uint8Array;
  alg?: string;
  kid?: string;
}

async function token(change: Token = {}): Promise<string> {
  const serviceUrl = change.serviceUrl === undefined ? running.connector.url : change.serviceUrl;
  const jwt = new SignJWT(serviceUrl === null ? {} : { serviceurl: serviceUrl })
    .setProtectedHeader({ alg: change.alg ?? 'RS256', kid: change.kid ?? 'key-1', typ: 'JWT' })
    .setIssuer(change.issuer ?? ISSUER)
    .setAudience(change.audience ?? APP)
    .setIssuedAt('0s')
    .setNotBefore(change.notBefore ?? '-1m')
    .setExpirationTime(change.expires ?? '1h');
  return `Bearer ${await jwt.sign(change.key ?? ours)}`;
}

const post = (authorization: string | undefined, change: Record<string, unknown> = {}) =>
  running.post(
    activity(running.connector.url, { text: 'Hva er karens?', ...change }),
    authorization === undefined ? {} : { authorization },
  );

test('a rightly signed token from the Bot Framework comes in', async () => {
  expect(await post(await token())).toMatchObject({ status: 200 });
  expect(handled).toHaveBeenCalledOnce();
});

describe('gets 401, and nothing runs', () => {
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const unsigned = (claims: object) =>
    `Bearer ${[{ alg: 'none', typ: 'JWT', kid: 'key-1' }, claims].map((p) => Buffer.from(JSON.stringify(p)).toString('base64url')).join('.')}.`;
  const claims = { iss: ISSUER, aud: APP, exp: Math.floor(Date.now() / 1000) + 3600 };

  test.each<[string, () => Promise<string | undefined> | string | undefined]>([
    ['no token', () => undefined],
    ['an empty one', () => ''],
    ['another scheme', () => 'Basic c2Ftdml0OnNhbXZpdA=='],
    ['not a token', () => 'Bearer abc'],
    ['an expired one', () => token({ expires: '-1h', notBefore: '-2h' })],
    ['one that is not valid yet', () => token({ notBefore: '1h', expires: '2h' })],
    ['a wrong audience', () => token({ audience: '99999999-9999-4999-8999-999999999999' })],
    ['a wrong issuer', () => token({ issuer: 'https://evil.example' })],
    ['signed by a stranger', () => token({ key: stranger })],
    ['an unknown key', () => token({ kid: 'key-2' })],
    ['no signature', () => unsigned(claims)],
    [
      'signed with the public key as a secret',
      () => token({ key: new Uint8Array(32).fill(7), alg: 'HS256' }),
    ],
    ['for another service URL', () => token({ serviceUrl: 'https://smba.trafficmanager.net/no/' })],
    ['for no service URL', () => token({ serviceUrl: null })],
  ])('%s', async (_, make) => {
    expect(await post(await make())).toMatchObject({ status: 401 });
    expect(handled).not.toHaveBeenCalled();
    expect(running.connector.sent).toEqual([]);
  });

  test('a token with its claims changed after signing', async () => {
    const [head, , signature] = (await token()).slice(7).split('.');
    const forged = Buffer.from(JSON.stringify({ ...claims, serviceurl: running.connector.url })).toString(
      'base64url',
    );
    expect(await post(`Bearer ${head}.${forged}.${signature}`)).toMatchObject({ status: 401 });
    expect(handled).not.toHaveBeenCalled();
  });
});

describe('gets 403 with a right token', () => {
  test.each(['webchat', 'directline', 'emulator', 'skype'])('channel %s', async (channelId) => {
    expect(await post(await token(), { channelId })).toMatchObject({ status: 403 });
    expect(handled).not.toHaveBeenCalled();
  });

  test('a tenant that is not on the list', async () => {
    const other = '44444444-4444-4444-8444-444444444444';
    const change = {
      conversation: { id: 'a', conversationType: 'personal', tenantId: other },
      channelData: { tenant: { id: other } },
    };
    expect(await post(await token(), change)).toMatchObject({ status: 403 });
    expect(handled).not.toHaveBeenCalled();
  });

  test('a service host that is not known: our own token would go there', async () => {
    const serviceUrl = 'https://smba.trafficmanager.net.evil.example/no/';
    expect(await post(await token({ serviceUrl }), { serviceUrl })).toMatchObject({ status: 403 });
    expect(handled).not.toHaveBeenCalled();
  });
});

test('what is refused is logged without who or what', async () => {
  running.logged.length = 0;
  await post(await token({ audience: 'x' }));
  expect(running.logged.join('')).toContain('refused');
  expect(running.logged.join('')).not.toMatch(/karens|Kari|11111111|eyJ/);
});

test.each([
  ['https://smba.trafficmanager.net/emea/', true],
  ['https://smba.infra.gcc.teams.microsoft.com/teams', true],
  ['https://europe.botframework.com/', true],
  ['http://smba.trafficmanager.net/emea/', false],
  ['https://evilbotframework.com/', false],
  ['https://smba.trafficmanager.net@evil.example/', false],
  ['https://127.0.0.1/', false],
])('in production, %s is a service host: %s', (url, known) => {
  const app = { id: APP, type: 'SingleTenant' };
  expect(isServiceHost(url, { app, serviceHosts: [] })).toBe(known);
});

test.each([
  ['http://127.0.0.1:56150/_connector', true],
  ['http://localhost:56150/_connector', true],
  ['https://smba.trafficmanager.net/emea/', false],
  ['http://10.0.0.1/', false],
])('without an app id, %s is a service host: %s', (url, known) => {
  expect(isServiceHost(url, { app: undefined, serviceHosts: [] })).toBe(known);
});
