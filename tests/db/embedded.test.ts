import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginPglite, type Embedded } from '../../src/db/embedded.ts';

let folder: string;
let pglite: Embedded;
const lost: Error[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samvit-embedded-'));
  pglite = await beginPglite((reason) => lost.push(reason)).open(folder, '16MB');
  await pglite.exec('create table things (name text primary key, at timestamptz, bytes bytea, more jsonb)');
});
afterAll(async () => {
  if (!pglite.closed) await pglite.close();
  await rm(folder, { recursive: true, force: true });
});

const names = async () =>
  (await pglite.query<{ name: string }>('select name from things order by name')).rows.map(
    ({ name }) => name,
  );

test('values come back from the other thread as they went', async () => {
  const values = ['æøå', new Date('2026-11-30T12:00:00Z'), Buffer.from([0, 255, 7]), { a: [1, null, 'b'] }];
  const { rows, affectedRows } = await pglite.query<Record<string, unknown>>(
    'insert into things values ($1, $2, $3, $4) returning *',
    values,
  );
  const [name, at, bytes, more] = values;
  expect(rows).toEqual([{ name, at, bytes: new Uint8Array(bytes as Buffer), more }]);
  expect(affectedRows).toBe(1);
});

test('an error has what PostgreSQL says of it, and where it was asked for from', async () => {
  const error = await pglite.query("insert into things (name) values ('æøå')").catch((e: unknown) => e);
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ code: '23505', constraint: 'things_pkey', table: 'things' });
});

test('what fails in a transaction leaves nothing, and the next one goes on', async () => {
  const failed = pglite.transaction(async (tx) => {
    await tx.query("insert into things (name) values ('borte')");
    throw new Error('angret');
  });
  await expect(failed).rejects.toThrow('angret');
  expect(await names()).not.toContain('borte');

  const refused = pglite.transaction(async (tx) => {
    await tx.query("insert into things (name) values ('også borte')");
    // A statement that fails, and is not minded: PostgreSQL then refuses to keep anything.
    await tx.query('select 1/0').catch(() => {});
  });
  await refused.catch(() => {});
  expect(await names()).not.toContain('også borte');

  await pglite.transaction((tx) => tx.query("insert into things (name) values ('her')"));
  expect(await names()).toContain('her');
});

test('nobody comes between the statements of a transaction', async () => {
  const order: string[] = [];
  const inside = pglite.transaction(async (tx) => {
    await tx.query("insert into things (name) values ('a')");
    order.push('first');
    await tx.query("insert into things (name) values ('b')");
    order.push('second');
  });
  const outside = pglite.query('select 1').then(() => order.push('outside'));
  await Promise.all([inside, outside]);
  expect(order.slice(0, 3)).toSatisfy(
    (seen: string[]) => seen.indexOf('second') === seen.indexOf('first') + 1,
  );
});

test('closed, it refuses what is asked, and that is no loss', async () => {
  await pglite.close();
  expect(pglite.closed).toBe(true);
  await expect(pglite.query('select 1')).rejects.toThrow();
  expect(lost).toEqual([]);
});

test('a folder that cannot be opened is told to who opens it, and the thread ends', async () => {
  const begun = beginPglite((reason) => lost.push(reason));
  await expect(begun.open('/dev/null/db', '16MB')).rejects.toThrow();
  await begun.end();
  expect(lost).toEqual([]);
});
