import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import { lock } from 'proper-lockfile';
import { beginPglite, type Embedded } from './embedded.ts';
import * as ask from './migrations/001-ask.ts';
import * as people from './migrations/002-people.ts';
import * as delivery from './migrations/003-delivery.ts';
import * as survey from './migrations/004-survey.ts';
import * as channels from './migrations/005-channels.ts';
import * as share from './migrations/006-share.ts';
import * as follow from './migrations/007-follow.ts';
import * as handoff from './migrations/008-handoff.ts';
import * as portfolio from './migrations/009-portfolio.ts';
import type { Schema } from './schema.ts';

/** In the order they run. A migration that has landed is never changed; a new one is added below it. */
const migrations: Record<string, Migration> = {
  '001-ask': ask,
  '002-people': people,
  '003-delivery': delivery,
  '004-survey': survey,
  '005-channels': channels,
  '007-follow': follow,
  '006-share': share,
  '008-handoff': handoff,
  '009-portfolio': portfolio,
};

export interface Database {
  db: Kysely<Schema>;
  /** For the queue's library (delivery/boss.ts), which comes to the database by itself. */
  driver: { kind: 'server'; url: string } | { kind: 'embedded'; pglite: Pick<Embedded, 'query' | 'exec'> };
  /** One round trip; rejects when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseSettings {
  /** A PostgreSQL server; without it the database runs inside this process, in `folder`. */
  url?: string | undefined;
  folder: string;
  /** Called when the folder was taken over by someone else, or the database failed: what is written after that is lost. */
  onLost?: (reason: Error) => void;
}

/** Opens the database and brings its tables up to date. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const { db, driver, release } = settings.url ? openServer(settings.url) : await openEmbedded(settings);
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    await release();
    throw error;
  }
  return {
    db,
    driver,
    async ping() {
      await sql`select 1`.execute(db);
    },
    async close() {
      await db.destroy();
      await release();
    },
  };
}

class FolderInUse extends Error {
  constructor(folder: string) {
    super(
      `Mappen ${folder} er i bruk av en annen Samvit-prosess. Stopp den, eller sett DATABASE_URL for å kjøre flere.`,
    );
    this.name = 'FolderInUse';
  }
}

interface Opened extends Pick<Database, 'db' | 'driver'> {
  release(): Promise<void>;
}

function openServer(url: string): Opened {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5000 });
  // An idle connection that the server drops is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return {
    db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
    driver: { kind: 'server', url },
    release: async () => {},
  };
}

const STALE_MS = 8_000;
/** PostgreSQL's own default of 128 MB is taken at start, whatever is used; our tables fit in far less. */
const BUFFERS = '16MB';

/**
 * PGlite neither locks its folder nor notices a second process in it (docs/decisions/002-pglite.md), so a lock file does.
 * After a killed process the lock is stale for a few seconds: that long we wait before we refuse.
 */
async function openEmbedded({ folder, onLost }: DatabaseSettings): Promise<Opened> {
  const begun = beginPglite((reason) => onLost?.(reason));
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const release = await lockFolder(folder, onLost);
    const pglite = await begun.open(join(folder, 'db'), BUFFERS).catch(async (error) => {
      await release();
      throw error;
    });
    return {
      db: new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) }),
      driver: { kind: 'embedded', pglite },
      async release() {
        if (!pglite.closed) await pglite.close();
        await release();
      },
    };
  } catch (error) {
    await begun.end();
    throw error;
  }
}

const lockFolder = (folder: string, onLost: DatabaseSettings['onLost']): Promise<() => Promise<void>> =>
  lock(folder, {
    stale: STALE_MS,
    update: STALE_MS / 4,
    retries: { retries: 10, factor: 1, minTimeout: 1_000 },
    onCompromised: (error) => onLost?.(error),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ELOCKED') throw error;
    throw new FolderInUse(folder);
  });

async function migrate(db: Kysely<Schema>): Promise<void> {
  if (await isUpToDate(db)) return;
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  }).migrateToLatest();
  if (error) throw error;
}

/** One question in place of the migrator's many, which take a third of a second where the database is embedded. */
async function isUpToDate(db: Kysely<Schema>): Promise<boolean> {
  const { rows: tables } = await sql`select 1 where to_regclass('kysely_migration') is not null`.execute(db);
  if (tables.length === 0) return false;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const ran = new Set(rows.map(({ name }) => name));
  return (
    ran.size === Object.keys(migrations).length && Object.keys(migrations).every((name) => ran.has(name))
  );
}
