import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('person')
    .addColumn('person', 'text', (c) => c.primaryKey())
    .addColumn('language', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('thread')
    .addColumn('thread', 'text', (c) => c.primaryKey())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('section', 'text', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('thread_person').on('thread').column('person').execute();
  await db.schema.createIndex('thread_at').on('thread').column('at').execute();
  await db.schema
    .createTable('outcome')
    .addColumn('reply', 'text', (c) => c.primaryKey())
    .addColumn('day', 'date', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('lang', 'text', (c) => c.notNull())
    .addColumn('section', 'text')
    .execute();
  await db.schema.createIndex('outcome_day').on('outcome').column('day').execute();
  await db.schema
    .createTable('feedback')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('day', 'date', (c) => c.notNull())
    .addColumn('kind', 'text')
    .addColumn('lang', 'text')
    .addColumn('section', 'text')
    .addColumn('reaction', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .execute();
  await db.schema.createIndex('feedback_day').on('feedback').column('day').execute();
}
