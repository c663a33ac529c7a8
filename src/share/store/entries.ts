import { type Kysely, type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../db/schema.ts';
import type { Seal } from '../../people/seal.ts';
import { type Approved, type Content, contentSchema } from '../model.ts';
import type { Decided, Made, Standing } from '../rules.ts';

type Db = Kysely<Schema>;

/** The last that was decided, and by whom, as they were called then. */
export interface Decision {
  what: Decided;
  by: string;
  reason: string;
  /** As "2026-11-30". */
  on: string;
}

/** An entry with its newest version. */
export interface Entry extends Standing {
  id: string;
  publishedOn: string | null;
  slug: string | null;
  asked: number;
  decision: Decision | undefined;
  batches: string[];
  changedAt: Date;
  content: Content;
}

export interface Version {
  number: number;
  made: Made;
  content: Content;
  at: Date;
}

export type Entries = ReturnType<typeof createEntries>;

const MOST = 200;

/** What was shared. Ids that are none are asked for as any other and are not there. */
export function createEntries({ db, seal }: { db: Db; seal: Seal }) {
  const place = (id: string) => `share ${id}`;
  const withNewest = (from: Db | Tx) =>
    from
      .selectFrom('share_entry as e')
      .innerJoin('share_version as v', (on) =>
        on.onRef('v.entry', '=', 'e.id').onRef('v.number', '=', 'e.version'),
      )
      .selectAll('e')
      .select('v.content');

  type Row = Selectable<Schema['share_entry']> & { content: string };
  function entryOf(row: Row): Entry {
    const { published_on, decision, batches, changed_at, content, ...entry } = row;
    return {
      ...entry,
      publishedOn: published_on,
      decision: decision === null ? undefined : seal.open<Decision>(decision, place(row.id)),
      batches: JSON.parse(batches) as string[],
      changedAt: changed_at,
      content: contentSchema.parse(JSON.parse(content)),
    };
  }

  function rowOf(entry: Entry) {
    const { id, tenant, person, state, version, published, publishedOn, slug, asked, decision } = entry;
    return {
      id,
      tenant,
      person,
      state,
      version,
      published,
      published_on: publishedOn,
      slug,
      asked,
      decision: decision ? seal.close(decision, place(id)) : null,
      batches: JSON.stringify(entry.batches),
      changed_at: entry.changedAt,
    };
  }

  return {
    transaction: <T>(run: (tx: Tx) => Promise<T>): Promise<T> => db.transaction().execute(run),
    async get(id: string): Promise<Entry | undefined> {
      if (!isEntryId(id)) return undefined;
      const row = await withNewest(db).where('e.id', '=', id).executeTakeFirst();
      return row && entryOf(row);
    },
    /** Nobody else decides on it until the transaction is over. */
    async lock(tx: Tx, id: string): Promise<Entry | undefined> {
      if (!isEntryId(id)) return undefined;
      await tx.selectFrom('share_entry').select('id').where('id', '=', id).forUpdate().execute();
      // Read once it is ours: joined and locked in one, the version would be that of before the wait.
      const row = await withNewest(tx).where('e.id', '=', id).executeTakeFirst();
      return row && entryOf(row);
    },
    /** Gives whether it is new: the same sent in twice at once is one entry. */
    async insert(tx: Tx, entry: Entry, by: string): Promise<boolean> {
      const made = await tx
        .insertInto('share_entry')
        .values(rowOf(entry))
        .onConflict((c) => c.column('id').doNothing())
        .returning('id')
        .execute();
      if (made.length > 0) await addVersion(tx, entry, 'shared', by);
      return made.length > 0;
    },
    /** Under `lock`. */
    async write(tx: Tx, entry: Entry): Promise<void> {
      const { id, ...row } = rowOf(entry);
      await tx.updateTable('share_entry').set(row).where('id', '=', id).execute();
    },
    addVersion,
    async versions(id: string): Promise<Version[]> {
      const rows = await db
        .selectFrom('share_version')
        .select(['number', 'made', 'content', 'at'])
        .where('entry', '=', id)
        .orderBy('number', 'desc')
        .execute();
      return rows.map(versionOf);
    },
    async version(from: Tx, id: string, number: number): Promise<Version | undefined> {
      const row = await from
        .selectFrom('share_version')
        .select(['number', 'made', 'content', 'at'])
        .where('entry', '=', id)
        .where('number', '=', number)
        .executeTakeFirst();
      return row && versionOf(row);
    },
    /** The newest first. */
    async ofPerson(person: string): Promise<Entry[]> {
      const rows = await withNewest(db)
        .where('e.person', '=', person)
        .orderBy('e.changed_at', 'desc')
        .orderBy('e.id')
        .limit(MOST)
        .execute();
      return rows.map(entryOf);
    },
    /** What has waited longest first. */
    async waiting(tenant: string): Promise<Entry[]> {
      const rows = await withNewest(db)
        .where('e.tenant', '=', tenant)
        .where('e.state', '=', 'waiting')
        .orderBy('e.changed_at')
        .orderBy('e.id')
        .limit(MOST)
        .execute();
      return rows.map(entryOf);
    },
    /** What everyone sees and what they saw once, in one order and of one moment. */
    async published(): Promise<{ approved: Approved[]; withdrawn: string[] }> {
      const rows = await db
        .selectFrom('share_entry as e')
        .leftJoin('share_version as v', (on) =>
          on.onRef('v.entry', '=', 'e.id').onRef('v.number', '=', 'e.published'),
        )
        .select(['e.slug', 'e.published_on', 'v.content'])
        .where('e.slug', 'is not', null)
        .orderBy('e.slug')
        .execute();
      return {
        approved: rows.flatMap(({ slug, published_on, content }) =>
          content === null
            ? []
            : [{ slug: slug!, day: published_on!, content: contentSchema.parse(JSON.parse(content)) }],
        ),
        withdrawn: rows.flatMap(({ slug, content }) => (content === null ? [slug!] : [])),
      };
    },
    async slugs(tx: Tx): Promise<string[]> {
      const rows = await tx.selectFrom('share_entry').select('slug').where('slug', 'is not', null).execute();
      return rows.map(({ slug }) => slug!);
    },
    async revision(): Promise<number> {
      const row = await db.selectFrom('share_revision').select('revision').executeTakeFirstOrThrow();
      return Number(row.revision);
    },
    /** First in a transaction that changes what everyone sees: one at a time comes past, and so gets an id of its own. */
    async moveRevision(tx: Tx): Promise<void> {
      await sql`update share_revision set revision = revision + 1`.execute(tx);
    },
    /** What they shared is the municipality's; that it was they who shared or withdrew it is not kept. */
    async forget(person: string): Promise<void> {
      const withdrawn = await withNewest(db)
        .where('v.by', '=', person)
        .where('v.made', '=', 'withdrawn')
        .where('e.decision', 'is not', null)
        .execute();
      for (const row of withdrawn) {
        const { decision } = entryOf(row);
        if (!decision) continue;
        const sealed = seal.close({ ...decision, by: '' }, place(row.id));
        // Not when someone has decided anew meanwhile.
        await db
          .updateTable('share_entry')
          .set({ decision: sealed })
          .where('id', '=', row.id)
          .where('decision', '=', row.decision)
          .execute();
      }
      await db.updateTable('share_entry').set({ person: null }).where('person', '=', person).execute();
      await db.updateTable('share_version').set({ by: null }).where('by', '=', person).execute();
    },
    /** Those that were last changed before `limit`, and still have what was sent about them. */
    async settled(limit: Date): Promise<string[]> {
      const rows = await db
        .selectFrom('share_entry')
        .select('id')
        .where('state', 'in', ['approved', 'rejected', 'withdrawn'])
        .where('changed_at', '<', limit)
        .where('batches', '!=', '[]')
        .limit(MOST)
        .execute();
      return rows.map(({ id }) => id);
    },
  };

  async function addVersion(tx: Tx, entry: Entry, made: Made, by: string): Promise<void> {
    const { id, version, content, changedAt } = entry;
    await tx
      .insertInto('share_version')
      .values({ entry: id, number: version, made, by, content: JSON.stringify(content), at: changedAt })
      .execute();
  }
}

function versionOf(row: { number: number; made: Made; content: string; at: Date }): Version {
  return { ...row, content: contentSchema.parse(JSON.parse(row.content)) };
}

/** Ids come from buttons, and may be anything. */
export const isEntryId = (id: string): boolean => ENTRY_ID.test(id);

const ENTRY_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
