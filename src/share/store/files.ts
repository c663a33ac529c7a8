import { type Kysely, sql } from 'kysely';
import type { Schema, Tx } from '../../db/schema.ts';

/** A solution in the knowledge folder, by a hash of what it says. */
export interface FileSeen {
  id: string;
  hash: string;
}

/** How the solutions in the knowledge folder were when they were last read, by any process. */
export function createFilesSeen({ db }: { db: Kysely<Schema> }) {
  return {
    transaction: <T>(run: (tx: Tx) => Promise<T>): Promise<T> => db.transaction().execute(run),
    /** Hashes by id. */
    async all(): Promise<Map<string, string>> {
      const rows = await db.selectFrom('shared_file').select(['id', 'hash']).execute();
      return new Map(rows.map(({ id, hash }) => [id, hash]));
    },
    /** All in one statement, so that another process sees every one of them or none. */
    async begin(files: FileSeen[]): Promise<void> {
      if (files.length === 0) return;
      await db
        .insertInto('shared_file')
        .values(files.map((file) => ({ ...file, told: false })))
        .onConflict((c) => c.column('id').doNothing())
        .execute();
    },
    /** What the file is since it was last read; undefined when another process has noted the same before us. */
    async note(tx: Tx, { id, hash }: FileSeen): Promise<'new' | 'changed' | undefined> {
      const { rows } = await sql<{ inserted: boolean }>`
        insert into shared_file (id, hash, told) values (${id}, ${hash}, false)
        on conflict (id) do update set hash = excluded.hash where shared_file.hash <> excluded.hash
        returning (xmax = 0) as inserted`.execute(tx);
      const [row] = rows;
      return row && (row.inserted ? 'new' : 'changed');
    },
    async told(tx: Tx, id: string): Promise<void> {
      await tx.updateTable('shared_file').set({ told: true }).where('id', '=', id).execute();
    },
    /** What became of what was shared in the app before it was written to a file; undefined where it never was. */
    async entry(tx: Tx, id: string): Promise<'shown' | 'withdrawn' | undefined> {
      const row = await tx
        .selectFrom('share_entry')
        .select('published')
        .where('slug', '=', id)
        .executeTakeFirst();
      return row && (row.published === null ? 'withdrawn' : 'shown');
    },
  };
}
