import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startConnector } from './connector.ts';
import { keepFor } from './kept.ts';
import { activity, type Running, startRunning } from './running.ts';

describe('HTTP', () => {
  let running: Running;
  beforeAll(async () => {
    running = await startRunning();
  });
  afterAll(() => running.stop());

  const raw = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${running.server.url}/api/messages`, { method: 'POST', headers, body });

  test('/health is alive and /ready when the database answers', async () => {
    expect((await fetch(`${running.server.url}/health`)).status).toBe(200);
    expect((await fetch(`${running.server.url}/ready`)).status).toBe(200);
  });

  test.each([
    ['a body over 256 KB', 413, JSON.stringify({ text: 'a'.repeat(300_000) })],
    ['JSON that is cut off', 400, '{"type":"message"'],
    ['a list', 400, '[]'],
    ['a number', 400, '7'],
    ['nothing', 400, ''],
    ['an activity without a sender', 400, '{"type":"message","channelId":"msteams"}'],
    [
      'an activity whose conversation is a list',
      400,
      '{"type":"message","channelId":"msteams","serviceUrl":"http://127.0.0.1/","from":{"id":"x"},"recipient":{"id":"y"},"conversation":[]}',
    ],
  ])('%s gets %i', async (_, status, body) => {
    expect((await raw(body)).status).toBe(status);
  });

  test('a body under the limit is not refused for its size', async () => {
    const body = JSON.stringify(activity(running.connector.url, { text: 'a'.repeat(200_000) }));
    expect((await raw(body)).status).toBe(200);
  });

  test.each(['/', '/personvern', '/vilkar'])(
    'the page %s that the app package links to is there, in three languages',
    async (path) => {
      const response = await fetch(`${running.server.url}${path}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain('text/html');
      const html = await response.text();
      for (const lang of ['nb', 'nn', 'en']) expect(html).toContain(`<section lang="${lang}">`);
    },
  );

  test('another type of body is refused', async () => {
    expect((await raw('<x/>', { 'content-type': 'text/xml' })).status).toBe(415);
  });

  test('other methods and paths are refused', async () => {
    expect((await fetch(`${running.server.url}/api/messages`)).status).toBe(405);
    expect((await fetch(`${running.server.url}/admin`)).status).toBe(404);
  });

  test('a stranger is told nothing of what broke', async () => {
    const response = await raw('{"type":"message"');
    expect(await response.text()).not.toMatch(/\bat\b.*\.ts|node_modules/);
  });
});

test('/ready says no when the database is gone, /health still yes', async () => {
  const running = await startRunning();
  await running.samvit.stop();
  expect((await fetch(`${running.server.url}/ready`)).status).toBe(503);
  expect((await fetch(`${running.server.url}/health`)).status).toBe(200);
  await running.server.stop(100);
  await running.connector.stop();
});

describe('as a process', () => {
  let folder: string;
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samvit-process-'));
    await keepFor(folder);
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  interface Started {
    child: ChildProcess;
    url: string;
    output(): string;
    ended: Promise<number | null>;
  }

  async function start(env: Record<string, string> = {}): Promise<Started> {
    const child = spawn(process.execPath, ['src/main.js'], {
      env: { ...process.env, PORT: '0', DATA_FOLDER: folder, ...env },
    });
    children.push(child);
    let output = '';
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const url = await new Promise<string>((resolve) => {
      const read = (data: Buffer) => {
        output += data;
        const at = /"url":"([^"]+)"/.exec(output);
        if (at) resolve(at[1]!);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.on('close', () => resolve(''));
    });
    return { child, url, output: () => output, ended };
  }

  test('it binds to this machine only without an app id and says why, finishes the turn under way, and stops on SIGTERM', async () => {
    const { child, url, output, ended } = await start({ HOST: '0.0.0.0' });
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(output()).toContain('MICROSOFT_APP_ID er ikke satt');
    const connector = await startConnector();
    const release = connector.hold();
    const answered = fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity(connector.url, { text: 'Når må vi gjøre en DPIA?' })),
    });
    // The bot has begun to answer, and has not been told that the answer has arrived: the turn is under way.
    await vi.waitFor(() => expect(connector.sent).toHaveLength(1), { timeout: 30_000 });
    child.kill('SIGTERM');
    await vi.waitFor(() => expect(output()).toContain('stopper'), { timeout: 30_000 });
    release();
    expect((await answered).status).toBe(200);
    expect(await ended).toBe(0);
    expect(connector.sent).toHaveLength(1);
    expect(output()).not.toMatch(/DPIA|Kari/);
    await connector.stop();
  });

  test('a second process on the same folder is refused with a sentence, and the first goes on', async () => {
    const first = await start();
    const second = await start();
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('er i bruk av en annen Samvit-prosess');
    expect(second.output()).not.toMatch(/\n\s+at /);
    expect((await fetch(`${first.url}/ready`)).status).toBe(200);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });

  test('after a killed process the next one starts by itself', async () => {
    const first = await start();
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await start();
    expect((await fetch(`${second.url}/ready`)).status).toBe(200);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  test('a wrong setting is told by name, all at once', async () => {
    const { ended, output } = await start({ PORT: 'x', LOG_LEVEL: 'y' });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/PORT: .*\n.*LOG_LEVEL: /);
    expect(output()).not.toMatch(/\n\s+at /);
  });

  test('it does not start on a broken knowledge base', async () => {
    const { ended, output } = await start({ KNOWLEDGE_FOLDER: join(folder, 'finnes-ikke') });
    expect(await ended).toBe(1);
    expect(output()).toContain('glossary.yaml');
  });
});
