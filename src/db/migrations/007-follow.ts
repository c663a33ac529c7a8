import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('follow_subscription')
    .addColumn('id', 'uuid', (c) => c.primaryKey())
    .addColumn('recipient', 'text', (c) => c.notNull())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('home', 'text', (c) => c.notNull())
    .addColumn('team', 'text')
    .addColumn('lang', 'text')
    .addColumn('interests', sql`text[]`, (c) => c.notNull())
    .addColumn('every', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('weekday', 'smallint', (c) => c.notNull())
    .addColumn('days_off', 'boolean', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('maker', 'text')
    .addColumn('sealed', 'text')
    .addColumn('next_at', 'timestamptz')
    .execute();
  for (const column of ['recipient', 'team', 'maker', 'next_at'])
    await db.schema
      .createIndex(`follow_subscription_${column}`)
      .on('follow_subscription')
      .column(column)
      .execute();
  await sql`create index follow_subscription_interests on follow_subscription using gin (interests)`.execute(
    db,
  );
  await db.schema
    .createTable('follow_solution')
    .addColumn('solution', 'text', (c) => c.primaryKey())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('follow_told')
    .addColumn('recipient', 'text', (c) => c.notNull())
    .addColumn('news', 'text', (c) => c.notNull())
    .addColumn('solution', 'text', (c) => c.notNull())
    .addColumn('change', 'text', (c) => c.notNull())
    .addColumn('reasons', sql`text[]`, (c) => c.notNull())
    .addColumn('subscription', 'uuid', (c) => c.notNull())
    .addColumn('team', 'text')
    .addColumn('batch', 'text')
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addPrimaryKeyConstraint('follow_told_pkey', ['recipient', 'news'])
    .execute();
  await db.schema.createIndex('follow_told_solution').on('follow_told').column('solution').execute();
  await db.schema.createIndex('follow_told_batch').on('follow_told').column('batch').execute();
  await db.schema.createIndex('follow_told_team').on('follow_told').column('team').execute();
  await sql`create index follow_told_waiting on follow_told (subscription) where batch is null`.execute(db);
  await db.schema
    .createTable('follow_batch')
    .addColumn('batch', 'text', (c) => c.primaryKey())
    .addColumn('solution', 'text')
    .addColumn('sent', 'text', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('follow_batch_solution').on('follow_batch').column('solution').execute();
}
