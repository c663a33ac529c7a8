import type { Kysely } from 'kysely';
import type { Schema, Tx } from '../../db/schema.ts';
import type { Seal } from '../../people/seal.ts';
import type { Who } from '../../people/who.ts';
import type { Written } from '../written.ts';
import { isEntryId } from './entries.ts';

/** What someone has begun on, as they have filled it in. */
export interface Draft {
  /** That of the entry it is or will be. */
  id: string;
  /** The version that is corrected; 0 for something new. */
  base: number;
  written: Written;
  at: Date;
}

export type Drafts = ReturnType<typeof createDrafts>;

const MOST = 50;

/** Each belongs to one person, and nobody else sees it. */
export function createDrafts({ db, seal }: { db: Kysely<Schema>; seal: Seal }) {
  const place = (id: string, person: string) => `share draft ${id} ${person}`;

  type Row = { id: string; person: string; base: number; sealed: string; at: Date };
  function opened({ id, person, base, sealed, at }: Row): Draft[] {
    const written = seal.open<Written>(sealed, place(id, person));
    return written ? [{ id, base, written, at }] : [];
  }

  async function update(
    person: string,
    id: string,
    set: Partial<Pick<Row, 'base' | 'sealed' | 'at'>>,
  ): Promise<boolean> {
    const row = await db
      .updateTable('share_draft')
      .set(set)
      .where('id', '=', id)
      .where('person', '=', person)
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  }

  return {
    async get(person: string, id: string): Promise<Draft | undefined> {
      if (!isEntryId(id)) return undefined;
      const row = await db
        .selectFrom('share_draft')
        .selectAll()
        .where('id', '=', id)
        .where('person', '=', person)
        .executeTakeFirst();
      return row && opened(row)[0];
    },
    async put({ person, tenant }: Who, { id, base, written, at }: Draft): Promise<void> {
      const sealed = seal.close(written, place(id, person));
      await db
        .insertInto('share_draft')
        .values({ id, person, tenant, base, sealed, at })
        .onConflict((c) => c.columns(['id', 'person']).doUpdateSet({ base, sealed, at }))
        .execute();
    },
    /** Of one that is there: gives whether it still was, for it may be sent in or discarded meanwhile. */
    async change(person: string, { id, written, at }: Draft): Promise<boolean> {
      const sealed = seal.close(written, place(id, person));
      return update(person, id, { sealed, at });
    },
    /** What it corrects is another version now. */
    rebase: (person: string, id: string, base: number): Promise<boolean> => update(person, id, { base }),
    async remove(from: Kysely<Schema> | Tx, person: string, id: string): Promise<void> {
      if (!isEntryId(id)) return;
      await from.deleteFrom('share_draft').where('id', '=', id).where('person', '=', person).execute();
    },
    /** The newest first. */
    async ofPerson(person: string): Promise<Draft[]> {
      const rows = await db
        .selectFrom('share_draft')
        .selectAll()
        .where('person', '=', person)
        .orderBy('at', 'desc')
        .limit(MOST)
        .execute();
      return rows.flatMap(opened);
    },
    async forget(person: string): Promise<void> {
      await db.deleteFrom('share_draft').where('person', '=', person).execute();
    },
    async purge(before: Date): Promise<void> {
      await db.deleteFrom('share_draft').where('at', '<', before).execute();
    },
  };
}
