import { type Kysely, sql } from 'kysely';

/**
 * No foreign keys between people and answers, and none from people to anything: PostgreSQL marks the row that is
 * pointed at when one that points is written, and the mark would tell when a person was active.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('survey_round')
    .addColumn('id', 'uuid', (c) => c.primaryKey())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('owner', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('template', 'text')
    .addColumn('previous', 'uuid')
    .addColumn('renews', 'boolean', (c) => c.notNull())
    .addColumn('plan', 'text', (c) => c.notNull())
    .addColumn('hidden', 'text', (c) => c.notNull())
    .addColumn('created_at', 'timestamptz', (c) => c.notNull())
    .addColumn('opens_at', 'timestamptz')
    .addColumn('closes_at', 'timestamptz')
    .addColumn('closed_at', 'timestamptz')
    .addColumn('invited', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('answered', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('held_back', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('survey_round_owner').on('survey_round').columns(['tenant', 'owner']).execute();
  await db.schema
    .createIndex('survey_round_template')
    .on('survey_round')
    .columns(['template', 'closed_at'])
    .execute();
  for (const table of ['survey_asked', 'survey_outstanding', 'survey_draft', 'survey_named']) {
    const person = db.schema
      .createTable(table)
      .addColumn('round', 'uuid', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint(`${table}_pkey`, ['round', 'person']);
    if (table === 'survey_asked') await person.addColumn('newcomer', 'boolean', (c) => c.notNull()).execute();
    else if (table === 'survey_outstanding') await person.execute();
    else await person.addColumn('sealed', 'text', (c) => c.notNull()).execute();
    await db.schema.createIndex(`${table}_person`).on(table).column('person').execute();
  }
  // Room on each page, so that answers that change places do so within it.
  await sql`create table survey_response (
    id uuid primary key, round uuid not null, part text not null, sealed text not null) with (fillfactor = 70)`.execute(
    db,
  );
  await db.schema
    .createIndex('survey_response_round')
    .on('survey_response')
    .columns(['round', 'part', 'id'])
    .execute();
  await db.schema
    .createTable('survey_tally')
    .addColumn('round', 'uuid', (c) => c.notNull())
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('cut', 'text', (c) => c.notNull())
    .addColumn('counts', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('survey_tally_pkey', ['round', 'question', 'cut'])
    .execute();
  await db.schema
    .createTable('survey_group')
    .addColumn('round', 'uuid', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('answered', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('survey_group_pkey', ['round', 'id'])
    .execute();
  await db.schema
    .createTable('survey_text')
    .addColumn('id', 'uuid', (c) => c.primaryKey())
    .addColumn('round', 'uuid', (c) => c.notNull())
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('survey_text_round').on('survey_text').column('round').execute();
  await db.schema
    .createTable('survey_score')
    .addColumn('round', 'uuid', (c) => c.notNull())
    .addColumn('dimension', 'text', (c) => c.notNull())
    .addColumn('score', 'double precision', (c) => c.notNull())
    .addColumn('answers', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('survey_score_pkey', ['round', 'dimension'])
    .execute();
  await db.schema
    .createTable('survey_compared')
    .addColumn('tenant', 'text', (c) => c.primaryKey())
    .execute();
}
