import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tenant_channel')
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('tenant_channel_pkey', ['tenant', 'purpose'])
    .execute();
  await db.schema.createIndex('tenant_channel_channel').on('tenant_channel').column('channel').execute();
}
