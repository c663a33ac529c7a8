import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tenant')
    .addColumn('tenant', 'text', (c) => c.primaryKey())
    .addColumn('municipality', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('role')
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('role_of_person', ['person', 'role'])
    .execute();
  await db.schema.createIndex('role_tenant').on('role').column('tenant').execute();
  await db.schema
    .createTable('audit')
    .addColumn('id', 'integer', (c) => c.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('audit_tenant').on('audit').columns(['tenant', 'at']).execute();
  await db.schema.createIndex('audit_at').on('audit').column('at').execute();
  await db.schema
    .createTable('address')
    .addColumn('person', 'text', (c) => c.primaryKey())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('lang', 'text')
    .addColumn('day', 'date', (c) => c.notNull())
    .execute();
  // Everyone in a tenant is read in pages, in the order of the codes, which tells nothing.
  await db.schema.createIndex('address_tenant').on('address').columns(['tenant', 'person']).execute();
  await db.schema
    .createTable('address_email')
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull().references('address.person').onDelete('cascade'))
    .addPrimaryKeyConstraint('address_email_of_person', ['code', 'person'])
    .execute();
  await db.schema.createIndex('address_email_person').on('address_email').column('person').execute();
}
