import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const APP = '33333333-3333-4333-8333-333333333333';

test('with nothing set it runs on this machine only, on its own database', () => {
  const config = readConfig({});
  expect(config.http).toEqual({ port: 3978, host: '127.0.0.1', hostRefused: false });
  expect(config.teams.app).toBeUndefined();
  expect(config.data).toEqual({ url: undefined, folder: 'data', secret: undefined });
});

test('without an app id no setting opens it to others', () => {
  expect(readConfig({ HOST: '0.0.0.0' }).http).toMatchObject({ host: '127.0.0.1', hostRefused: true });
});

test('with an app id it listens to all', () => {
  const config = readConfig({
    MICROSOFT_APP_ID: APP,
    MICROSOFT_APP_PASSWORD: 'x',
    MICROSOFT_APP_TENANT_ID: APP,
  });
  expect(config.http.host).toBe('0.0.0.0');
  expect(config.teams.app).toEqual({ id: APP, password: 'x', tenant: APP, type: 'SingleTenant' });
});

test('an empty variable is one that is not set', () => {
  expect(readConfig({ PORT: '', MICROSOFT_APP_ID: '' }).http.port).toBe(3978);
});

test('files are looked over every half minute, or as often as is set', () => {
  expect(readConfig({}).knowledgePollMs).toBe(30_000);
  expect(readConfig({ KNOWLEDGE_POLL_SECONDS: '5' }).knowledgePollMs).toBe(5_000);
});

test.each(['0', '3601', '1.5', 'ofte'])('%s seconds between looks is refused', (seconds) => {
  const { message } = faultsOf({ KNOWLEDGE_POLL_SECONDS: seconds });
  expect(message).toContain('KNOWLEDGE_POLL_SECONDS: må være et helt tall fra 1 til 3600');
});

test('lists take commas and spaces', () => {
  expect(readConfig({ ALLOWED_TENANTS: `${APP}, ${APP}` }).teams.allowedTenants).toEqual([APP, APP]);
});

test('every fault is told at once, by name', () => {
  const env = {
    PORT: 'abc',
    MICROSOFT_APP_ID: 'nei',
    DATABASE_URL: 'mysql://x',
    LOG_LEVEL: 'mye',
    KNOWLEDGE_POLL_SECONDS: '0',
    ALLOWED_TENANTS: 'x',
  };
  const error = faultsOf(env);
  expect(error).toBeInstanceOf(ConfigError);
  for (const name of [
    ...Object.keys(env),
    'MICROSOFT_APP_PASSWORD',
    'MICROSOFT_APP_TENANT_ID',
    'SAMVIT_SECRET',
  ]) {
    expect(error.message).toContain(`${name}:`);
  }
});

test('a database shared by several processes needs a shared secret', () => {
  expect(faultsOf({ DATABASE_URL: 'postgres://localhost/samvit' }).message).toContain('SAMVIT_SECRET');
});

function faultsOf(env: Record<string, string>): Error {
  try {
    readConfig(env);
  } catch (error) {
    return error as Error;
  }
  throw new Error('no fault was found');
}
