import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('handoff')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('asker', 'text')
    .addColumn('actor', 'text')
    .addColumn('place', 'text')
    .addColumn('posts', 'integer', (c) => c.notNull())
    .addColumn('reminded', 'integer', (c) => c.notNull())
    .addColumn('sent_at', 'timestamptz', (c) => c.notNull())
    .addColumn('ended_at', 'timestamptz')
    .addColumn('sealed', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('handoff_tenant').on('handoff').columns(['tenant', 'sent_at']).execute();
  await db.schema.createIndex('handoff_asker').on('handoff').column('asker').execute();
  await db.schema.createIndex('handoff_actor').on('handoff').column('actor').execute();
  await db.schema.createIndex('handoff_place').on('handoff').column('place').execute();
  await db.schema.createIndex('handoff_ended').on('handoff').column('ended_at').execute();

  // Counts only: a question that got no answer leaves one more here, and nothing else.
  await db.schema
    .createTable('unanswered')
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('day', 'date', (c) => c.notNull())
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('unanswered_pkey', ['tenant', 'day', 'topic'])
    .execute();
  await db.schema.createIndex('unanswered_day').on('unanswered').column('day').execute();
  // A thumb from before has none, and is counted for nobody.
  await db.schema.alterTable('feedback').addColumn('tenant', 'text').execute();
  await db.schema.createIndex('feedback_tenant').on('feedback').columns(['tenant', 'day']).execute();

  // What the editors were last told of the knowledge base, so that many processes tell it once.
  await db.schema
    .createTable('faults_told')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('faults', 'text', (c) => c.notNull())
    .addColumn('times', 'integer', (c) => c.notNull())
    .execute();
}
