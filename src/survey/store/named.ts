import type { Kysely } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import type { Seal } from '../../people/seal.ts';
import type { Answers } from '../model.ts';
import type { Tx } from './rounds.ts';

export interface Named {
  name: string;
  answers: Answers;
}

export type NamedStore = ReturnType<typeof createNamedStore>;

/** Answers to surveys that say that they are named. */
export function createNamedStore({ db, seal }: { db: Kysely<Schema>; seal: Seal }) {
  const place = (round: string, person: string) => `named ${round} ${person}`;

  return {
    async get(round: string, person: string): Promise<Named | undefined> {
      const row = await db
        .selectFrom('survey_named')
        .select('sealed')
        .where('round', '=', round)
        .where('person', '=', person)
        .executeTakeFirst();
      return row && seal.open<Named>(row.sealed, place(round, person));
    },
    async put(tx: Tx, round: string, person: string, named: Named): Promise<void> {
      const sealed = seal.close(named, place(round, person));
      await tx
        .insertInto('survey_named')
        .values({ round, person, sealed })
        .onConflict((c) => c.columns(['round', 'person']).doUpdateSet({ sealed }))
        .execute();
    },
    async all(round: string, from: Kysely<Schema> | Tx = db): Promise<Named[]> {
      const rows = await from.selectFrom('survey_named').selectAll().where('round', '=', round).execute();
      return rows
        .flatMap(({ person, sealed }) => seal.open<Named>(sealed, place(round, person)) ?? [])
        .sort((a, b) => a.name.localeCompare(b.name, 'nb'));
    },
    async drop(tx: Tx, round: string): Promise<void> {
      await tx.deleteFrom('survey_named').where('round', '=', round).execute();
    },
    async forget(person: string): Promise<void> {
      await db.deleteFrom('survey_named').where('person', '=', person).execute();
    },
  };
}
