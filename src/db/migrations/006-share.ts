import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('share_entry')
    .addColumn('id', 'uuid', (c) => c.primaryKey())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('person', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('published', 'integer')
    .addColumn('published_on', 'text')
    .addColumn('slug', 'text', (c) => c.unique())
    .addColumn('asked', 'integer', (c) => c.notNull())
    .addColumn('decision', 'text')
    .addColumn('batches', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'timestamptz', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('share_entry_tenant').on('share_entry').columns(['tenant', 'state']).execute();
  await db.schema.createIndex('share_entry_person').on('share_entry').column('person').execute();
  await db.schema
    .createTable('share_version')
    .addColumn('entry', 'uuid', (c) => c.notNull().references('share_entry.id').onDelete('cascade'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('made', 'text', (c) => c.notNull())
    .addColumn('by', 'text')
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addPrimaryKeyConstraint('share_version_pkey', ['entry', 'number'])
    .execute();
  await db.schema.createIndex('share_version_by').on('share_version').column('by').execute();
  await db.schema
    .createTable('share_draft')
    .addColumn('id', 'uuid', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('tenant', 'text', (c) => c.notNull())
    .addColumn('base', 'integer', (c) => c.notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addColumn('at', 'timestamptz', (c) => c.notNull())
    .addPrimaryKeyConstraint('share_draft_pkey', ['id', 'person'])
    .execute();
  await db.schema.createIndex('share_draft_person').on('share_draft').column('person').execute();
  await db.schema
    .createTable('share_revision')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('revision', 'bigint', (c) => c.notNull())
    .execute();
  await sql`insert into share_revision (id, revision) values (1, 0)`.execute(db);
}
