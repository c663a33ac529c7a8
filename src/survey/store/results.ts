import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import type { Seal } from '../../people/seal.ts';
import { MIN_GROUP, type Score, type Tally } from '../model.ts';
import type { Shown } from '../suppression.ts';
import type { Tx } from './rounds.ts';

const PAGE = 1_000;

export type ResultsStore = ReturnType<typeof createResultsStore>;

/** What is left when a round is closed: what may be shown, and nothing else. */
export function createResultsStore({ db, seal }: { db: Kysely<Schema>; seal: Seal }) {
  const place = (round: string, question: string) => `text ${round} ${question}`;

  return {
    async save(tx: Tx, round: string, shown: Shown, scores: Score[]): Promise<void> {
      const tallies = shown.tallies.map(({ question, group, counts }) => ({
        round,
        question,
        cut: group ?? '',
        counts: JSON.stringify(counts),
      }));
      for (let at = 0; at < tallies.length; at += PAGE)
        await tx
          .insertInto('survey_tally')
          .values(tallies.slice(at, at + PAGE))
          .execute();
      if (shown.groups.length > 0)
        await tx
          .insertInto('survey_group')
          .values(shown.groups.map((group) => ({ round, ...group })))
          .execute();
      const known = scores.flatMap(({ dimension, score, answers }) =>
        score === undefined ? [] : [{ round, dimension, score, answers }],
      );
      if (known.length > 0) await tx.insertInto('survey_score').values(known).execute();
    },

    /** Kept under random ids, by which they are read again. */
    async saveTexts(tx: Tx, round: string, question: string, texts: string[]): Promise<void> {
      const rows = texts.map((text) => ({
        id: randomUUID(),
        round,
        question,
        sealed: seal.close(text, place(round, question)),
      }));
      rows.sort((a, b) => (a.id < b.id ? -1 : 1));
      for (let at = 0; at < rows.length; at += PAGE)
        await tx
          .insertInto('survey_text')
          .values(rows.slice(at, at + PAGE))
          .execute();
    },

    async tallies(round: string): Promise<Tally[]> {
      const rows = await db
        .selectFrom('survey_tally')
        .selectAll()
        .where('round', '=', round)
        .orderBy('cut')
        .orderBy('question')
        .execute();
      return rows.map(({ question, cut, counts }) => ({
        question,
        group: cut || null,
        counts: JSON.parse(counts),
      }));
    },

    groups: (round: string): Promise<{ id: string; answered: number }[]> =>
      db.selectFrom('survey_group').select(['id', 'answered']).where('round', '=', round).execute(),

    async scores(round: string): Promise<Map<string, number>> {
      const rows = await db.selectFrom('survey_score').selectAll().where('round', '=', round).execute();
      return new Map(rows.map(({ dimension, score }) => [dimension, score]));
    },

    /** By question, in random order. */
    async texts(round: string): Promise<Map<string, string[]>> {
      const rows = await db
        .selectFrom('survey_text')
        .selectAll()
        .where('round', '=', round)
        .orderBy('id')
        .execute();
      const texts = new Map<string, string[]>();
      for (const { question, sealed } of rows) {
        const text = seal.open<string>(sealed, place(round, question));
        if (text !== undefined) texts.set(question, [...(texts.get(question) ?? []), text]);
      }
      return texts;
    },

    /**
     * Scores by dimension of other municipalities that are compared: the latest closed round each that has scores, and
     * enough answers to have them without names.
     */
    async ofOthers(template: string, tenant: string): Promise<Map<string, number[]>> {
      const { rows } = await sql<{ dimension: string; score: number }>`
        select s.dimension, s.score
          from (select distinct on (t.municipality) r.id
                  from survey_round r
                  join survey_compared c on c.tenant = r.tenant
                  join tenant t on t.tenant = r.tenant
                 where r.template = ${template} and r.state = 'closed' and r.answered >= ${MIN_GROUP}
                   and t.municipality is distinct from
                       (select own.municipality from tenant own where own.tenant = ${tenant})
                   and r.tenant <> ${tenant}
                   and exists (select from survey_score s where s.round = r.id)
                 order by t.municipality, r.closed_at desc, r.id) latest
          join survey_score s on s.round = latest.id`.execute(db);
      const scores = new Map<string, number[]>();
      for (const { dimension, score } of rows)
        scores.set(dimension, [...(scores.get(dimension) ?? []), score]);
      return scores;
    },

    async compare(tenant: string, on: boolean): Promise<void> {
      if (on) {
        await db
          .insertInto('survey_compared')
          .values({ tenant })
          .onConflict((c) => c.doNothing())
          .execute();
      } else {
        await db.deleteFrom('survey_compared').where('tenant', '=', tenant).execute();
      }
    },

    async isCompared(tenant: string): Promise<boolean> {
      const row = await db
        .selectFrom('survey_compared')
        .select('tenant')
        .where('tenant', '=', tenant)
        .executeTakeFirst();
      return row !== undefined;
    },

    /** When a round is withdrawn. */
    async drop(tx: Tx, round: string): Promise<void> {
      for (const table of ['survey_tally', 'survey_group', 'survey_score', 'survey_text'] as const)
        await tx.deleteFrom(table).where('round', '=', round).execute();
    },

    /** Texts and named answers of rounds that were closed before this, and rounds that were withdrawn before it. */
    async purge(before: Date): Promise<void> {
      const old = db.selectFrom('survey_round').select('id').where('closed_at', '<', before);
      await db.deleteFrom('survey_text').where('round', 'in', old).execute();
      await db.deleteFrom('survey_named').where('round', 'in', old).execute();
      await db
        .deleteFrom('survey_round')
        .where('state', '=', 'withdrawn')
        .where('closed_at', '<', before)
        .execute();
    },
  };
}
