import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import { createLog, type Log } from '../src/log.ts';
import { pages } from '../src/pages.ts';
import { createSamvit, type Samvit } from '../src/samvit.ts';
import { type Server, startServer } from '../src/server.ts';
import { createTeams } from '../src/teams/teams.ts';
import { type Connector, startConnector } from './connector.ts';
import { keepFor } from './kept.ts';

/** The real Samvit, real SQL and real HTTP, with a stand-in connector and a clock that stands still until moved. */
export interface Running {
  samvit: Samvit;
  server: Server;
  connector: Connector;
  /** Everything that was logged, as it was written. */
  logged: string[];
  clock: { now: Date };
  post(activity: object, headers?: Record<string, string>): Promise<{ status: number; body: unknown }>;
  stop(): Promise<void>;
}

/** An admin by setting, and those who are members wherever they are looked for: who recordings speak of. */
export const ADMIN = '5e0c2f8a-0000-4000-8000-000000000009';
const MEMBERS = [
  {
    id: '29:1abc',
    name: 'Rådgiver',
    aadObjectId: '5e0c2f8a-0000-4000-8000-000000000001',
    email: 'radgiver@example.com',
  },
  {
    id: '29:9adm',
    name: 'Rådmann',
    aadObjectId: ADMIN,
    email: 'radmann@example.com',
  },
];

export async function startRunning(env: Record<string, string> = {}): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'samvit-'));
  await keepFor(folder);
  const clock = { now: new Date('2026-11-21T10:00:00Z') };
  const logged: string[] = [];
  const config = readConfig({ PORT: '0', DATA_FOLDER: folder, ADMINS: ADMIN, ...env });
  const log = recording(logged);
  const teams = createTeams({ settings: config.teams, log });
  const samvit = await createSamvit(config, { ...teams, log, now: () => clock.now });
  const server = await startServer({
    ...config.http,
    host: '127.0.0.1',
    receive: teams.attend(samvit.bot),
    ready: samvit.ready,
    pages: pages(),
    document: samvit.document,
    log,
  });
  samvit.servedAt(server.url);
  const connector = await startConnector();
  connector.members.push(...MEMBERS);
  return {
    samvit,
    server,
    connector,
    logged,
    clock,
    async post(activity, headers = {}) {
      const response = await fetch(`${server.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(activity),
      });
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : undefined };
    },
    async stop() {
      await server.stop(1000);
      await samvit.stop();
      await connector.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The real log, serializers and all, written to memory. */
function recording(lines: string[]): Log {
  return createLog('debug', { write: (line: string) => void lines.push(line) });
}

let count = 0;

/** A message as Teams sends it; `change` is laid over it. */
export function activity(serviceUrl: string, change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: `in-${++count}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:kari', aadObjectId: '11111111-1111-4111-8111-111111111111', name: 'Kari' },
    recipient: { id: '28:samvit', name: 'Samvit' },
    conversation: {
      id: 'a:personal',
      conversationType: 'personal',
      tenantId: '22222222-2222-4222-8222-222222222222',
    },
    channelData: { tenant: { id: '22222222-2222-4222-8222-222222222222' } },
    locale: 'nb-NO',
    ...change,
  };
}
