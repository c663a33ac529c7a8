import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('delivery_batch')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('cause', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('paused', 'boolean', (c) => c.notNull().defaultTo(false))
    .execute();
  await db.schema
    .createIndex('delivery_batch_about')
    .on('delivery_batch')
    .columns(['cause', 'about'])
    .execute();
  await db.schema
    .createTable('delivery_message')
    .addColumn('batch', 'text', (c) => c.notNull().references('delivery_batch.id').onDelete('cascade'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('content', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('delivery_message_key', ['batch', 'name'])
    .execute();
  await db.schema
    .createTable('delivery')
    .addColumn('batch', 'text', (c) => c.notNull().references('delivery_batch.id').onDelete('cascade'))
    .addColumn('recipient', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('message', 'text', (c) => c.notNull())
    .addColumn('requests', 'smallint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull().defaultTo('waiting'))
    .addColumn('attempt', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('failures', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('planned_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .addColumn('due_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
    .addColumn('leased_until', 'timestamptz')
    .addColumn('queued_at', 'timestamptz')
    .addColumn('address', 'text')
    .addColumn('sent', 'text')
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('delivery_key', ['batch', 'recipient', 'kind'])
    .execute();
  await db.schema.createIndex('delivery_recipient').on('delivery').column('recipient').execute();
  await sql`create index delivery_waiting on delivery (queued_at) where state = 'waiting'`.execute(db);
  await sql`create index delivery_leased on delivery (leased_until) where state = 'waiting'`.execute(db);
  await sql`create index delivery_failed on delivery (tenant) where state = 'failed'`.execute(db);
  await db.schema
    .createTable('delivery_slot')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('next_at', 'timestamptz', (c) => c.notNull())
    .addColumn('spread_at', 'timestamptz')
    .addColumn('strikes', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('struck_at', 'timestamptz')
    .execute();
  await db.schema
    .createTable('delivery_alarm')
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('leased_until', 'timestamptz')
    .addPrimaryKeyConstraint('delivery_alarm_key', ['name', 'key'])
    .execute();
}
