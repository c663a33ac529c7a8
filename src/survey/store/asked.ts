import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import type { Seal } from '../../people/seal.ts';
import type { Answers, RoundState } from '../model.ts';
import { isRoundId, type Tx } from './rounds.ts';

export interface Draft {
  answers: Answers;
  /** The page they are on, from 0; as many as there are pages when all have been seen. */
  page: number;
}

export interface Participation {
  state: RoundState;
  version: number;
  asked: boolean;
  outstanding: boolean;
  draft: Draft | undefined;
}

export type AskedStore = ReturnType<typeof createAskedStore>;

/** Who is asked, who has not answered, and what they have written so far. */
export function createAskedStore({ db, seal }: { db: Kysely<Schema>; seal: Seal }) {
  const place = (round: string, person: string) => `draft ${round} ${person}`;
  const opened = (round: string, person: string, sealed: string | null) =>
    sealed === null ? undefined : seal.open<Draft>(sealed, place(round, person));

  async function addTo(tx: Tx, round: string, persons: string[], newcomer: boolean): Promise<number> {
    if (persons.length === 0) return 0;
    const added = await tx
      .insertInto('survey_asked')
      .values(persons.map((person) => ({ round, person, newcomer })))
      .onConflict((c) => c.columns(['round', 'person']).doNothing())
      .returning('person')
      .execute();
    // Only of those who are new: who is asked and not outstanding has answered.
    if (added.length > 0)
      await tx
        .insertInto('survey_outstanding')
        .values(added.map(({ person }) => ({ round, person })))
        .execute();
    return added.length;
  }

  return {
    /** Adds those who are not asked yet. A page of an audience at a time. */
    add: (tx: Tx, round: string, persons: string[]) => addTo(tx, round, [...new Set(persons)], false),

    /**
     * Someone who came to a channel after the survey. All newcomers are written anew together, in the order of their
     * codes, so that no row tells when its person came.
     */
    async addNewcomer(tx: Tx, round: string, person: string): Promise<void> {
      if ((await addTo(tx, round, [person], true)) === 0) return;
      const newcomers = await tx
        .deleteFrom('survey_asked')
        .where('round', '=', round)
        .where('newcomer', '=', true)
        .returning(['round', 'person', 'newcomer'])
        .execute();
      newcomers.sort((a, b) => (a.person < b.person ? -1 : 1));
      await tx.insertInto('survey_asked').values(newcomers).execute();
    },

    async counts(
      round: string,
      from: Kysely<Schema> = db,
    ): Promise<{ invited: number; outstanding: number }> {
      const { rows } = await sql<{ invited: number; outstanding: number }>`
        select (select count(*)::int from survey_asked where round = ${round}) as invited,
               (select count(*)::int from survey_outstanding where round = ${round}) as outstanding`.execute(
        from,
      );
      return rows[0]!;
    },

    /** Of these, who have not answered. */
    async outstandingOf(round: string, persons: string[]): Promise<Set<string>> {
      if (persons.length === 0) return new Set();
      const rows = await db
        .selectFrom('survey_outstanding')
        .select('person')
        .where('round', '=', round)
        .where('person', 'in', persons)
        .execute();
      return new Set(rows.map(({ person }) => person));
    },

    async participation(round: string, person: string): Promise<Participation | undefined> {
      if (!isRoundId(round)) return undefined;
      const row = await db
        .selectFrom('survey_round as r')
        .leftJoin('survey_asked as a', (j) => j.onRef('a.round', '=', 'r.id').on('a.person', '=', person))
        .leftJoin('survey_outstanding as o', (j) =>
          j.onRef('o.round', '=', 'r.id').on('o.person', '=', person),
        )
        .leftJoin('survey_draft as d', (j) => j.onRef('d.round', '=', 'r.id').on('d.person', '=', person))
        .select(['r.state', 'r.version', 'a.person as asked', 'o.person as outstanding', 'd.sealed'])
        .where('r.id', '=', round)
        .executeTakeFirst();
      return (
        row && {
          state: row.state,
          version: row.version,
          asked: row.asked !== null,
          outstanding: row.outstanding !== null,
          draft: opened(round, person, row.sealed),
        }
      );
    },

    /**
     * Holds on to someone's draft while it is changed; undefined when they have answered. Locks the row that answering
     * deletes, and never the one of who is asked: a lock is a mark on the row, and that row outlives the answer.
     */
    async holdDraft(
      tx: Tx,
      round: string,
      person: string,
    ): Promise<{ draft: Draft | undefined } | undefined> {
      const outstanding = await tx
        .selectFrom('survey_outstanding')
        .select('person')
        .where('round', '=', round)
        .where('person', '=', person)
        .forUpdate()
        .executeTakeFirst();
      if (!outstanding) return undefined;
      // A statement of its own: one that has waited for the lock sees the draft as it was before it waited.
      const row = await tx
        .selectFrom('survey_draft')
        .select('sealed')
        .where('round', '=', round)
        .where('person', '=', person)
        .executeTakeFirst();
      return { draft: opened(round, person, row?.sealed ?? null) };
    },

    /** For named answers only, which are with a person anyway: the lock is a mark on a row that stays. */
    async holdAsked(tx: Tx, round: string, person: string): Promise<boolean> {
      const row = await tx
        .selectFrom('survey_asked')
        .select('person')
        .where('round', '=', round)
        .where('person', '=', person)
        .forUpdate()
        .executeTakeFirst();
      return row !== undefined;
    },

    async writeDraft(tx: Tx, round: string, person: string, draft: Draft): Promise<void> {
      const sealed = seal.close(draft, place(round, person));
      await tx
        .insertInto('survey_draft')
        .values({ round, person, sealed })
        .onConflict((c) => c.columns(['round', 'person']).doUpdateSet({ sealed }))
        .execute();
    },

    /** Marks someone as having answered, by taking them from those who have not; false when they had. */
    async settle(tx: Tx, round: string, person: string): Promise<boolean> {
      const { numDeletedRows } = await tx
        .deleteFrom('survey_outstanding')
        .where('round', '=', round)
        .where('person', '=', person)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async dropDraft(tx: Tx, round: string, person: string): Promise<void> {
      await tx.deleteFrom('survey_draft').where('round', '=', round).where('person', '=', person).execute();
    },

    /** When a round is over. Whoever is answering just now is waited for. Gives how many there were, and had not answered. */
    async clear(tx: Tx, round: string): Promise<{ invited: number; outstanding: number }> {
      const outstanding = await tx
        .deleteFrom('survey_outstanding')
        .where('round', '=', round)
        .executeTakeFirst();
      await tx.deleteFrom('survey_draft').where('round', '=', round).execute();
      const asked = await tx.deleteFrom('survey_asked').where('round', '=', round).executeTakeFirst();
      return { invited: Number(asked.numDeletedRows), outstanding: Number(outstanding.numDeletedRows) };
    },

    /** Whoever has not answered is no longer asked. That someone has answered stays until the round is over. */
    async forget(person: string): Promise<void> {
      await db.transaction().execute(async (tx) => {
        await tx.deleteFrom('survey_draft').where('person', '=', person).execute();
        const gone = await tx
          .deleteFrom('survey_outstanding')
          .where('person', '=', person)
          .returning('round')
          .execute();
        if (gone.length === 0) return;
        await tx
          .deleteFrom('survey_asked')
          .where('person', '=', person)
          .where(
            'round',
            'in',
            gone.map(({ round }) => round),
          )
          .execute();
      });
    },
  };
}
