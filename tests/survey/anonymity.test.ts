import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import type { Who } from '../../src/people/who.ts';
import { databases } from '../databases.ts';
import {
  answer,
  form,
  member,
  opened,
  person,
  question,
  type Stage,
  scale,
  seal,
  stage,
  value,
} from './staged.ts';

/**
 * Someone who can read the whole database, has the secret, knows everyone who was asked, and saw in which order they
 * answered, tries to find out who gave which answer. Docs/decisions/009-anonymity.md says what is left to them.
 */
describe.each(databases)('with all of %s at hand', (name, open) => {
  let opening: { database: Database; close(): Promise<void> };
  let at: Stage;
  let leader: Who;
  let people: Who[];

  beforeAll(async () => {
    opening = await open();
  });
  afterAll(() => opening.close());
  afterEach(() => at.surveys.stop());
  beforeEach(async () => {
    const { db } = opening.database;
    for (const table of [...PERSONAL, 'survey_response'] as const) await db.deleteFrom(table).execute();
    at = stage(opening.database);
    leader = { ...member(at, 'kari', 'nb'), roles: new Set(['staff', 'leader']) };
    people = Array.from({ length: 40 }, (_, i) => member(at, `p${i}`, 'nb'));
  });

  const db = () => opening.database.db;

  /** Three numbers of 1 to 5 that say who answered, were they to be linked. */
  const codeOf = (i: number) => [1 + (i % 5), 1 + (Math.floor(i / 5) % 5), 1 + (Math.floor(i / 25) % 5)];
  const questions = [scale('a'), scale('b'), scale('c'), question('fritt', 'text')];

  /** `count` people answer, in this order; gives the round. */
  async function answered(
    count: number,
    order = shuffled(count),
    text?: (i: number) => string,
  ): Promise<string> {
    const { id } = await opened(at, leader, { form: form(questions) });
    for (const i of order) {
      const [a, b, c] = codeOf(i);
      const given = { a: a!, b: b!, c: c!, ...(text && { fritt: text(i) }) };
      if ((await answer(at, people[i]!, id, given)) !== 'sent') throw new Error('not sent');
    }
    return id;
  }

  /** Every response with the marks PostgreSQL keeps of where and when it was written, and what is in it. */
  async function responses(round: string) {
    const { rows } = await sql<{ id: string; sealed: string; ctid: string; xmin: string; xmax: string }>`
      select id::text, sealed, ctid::text, xmin::text, xmax::text
        from survey_response where round = ${round} and part = ''`.execute(db());
    return rows.map((row) => {
      const [page = 0, item = 0] = row.ctid.match(/\d+/g)!.map(Number);
      const [a, b, c] = seal.open<[number, number, number]>(row.sealed, `response ${round} `)!;
      const whose = a - 1 + 5 * (b - 1) + 25 * (c - 1);
      return { ...row, whose, place: page * 1_000 + item, xmin: Number(row.xmin) };
    });
  }

  type Mark = 'place' | 'xmin' | 'id';

  /** Lays the rows, in the order of a mark, beside the people in the order they answered. */
  function attack(rows: Awaited<ReturnType<typeof responses>>, order: number[], mark: Mark) {
    const sorted = rows.toSorted((a, b) => (a[mark] < b[mark] ? -1 : a[mark] > b[mark] ? 1 : 0));
    const guessed = sorted.map(({ whose }) => whose);
    return {
      linked: order.filter((who, i) => guessed[i] === who).length,
      correlation: spearman(order.map((who) => guessed.indexOf(who))),
    };
  }

  test('the order of the rows, their ids and their transactions link no better than chance', async () => {
    const [runs, count] = [25, 8];
    const found = { place: [0, 0], xmin: [0, 0], id: [0, 0] };
    for (let run = 0; run < runs; run++) {
      const order = shuffled(count);
      const rows = await responses(await answered(count, order));
      for (const mark of ['place', 'xmin', 'id'] as const) {
        const { linked, correlation } = attack(rows, order, mark);
        found[mark][0]! += linked;
        found[mark][1]! += correlation / runs;
      }
      // All that came before were written anew with the last, so the transactions tell nothing at all.
      expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
    }
    for (const [mark, [linked, correlation]] of Object.entries(found)) {
      // By chance one in each run, give or take: five standard deviations.
      expect(linked!, mark).toBeLessThan(runs + 5 * Math.sqrt(runs));
      expect(Math.abs(correlation!), mark).toBeLessThan(5 / Math.sqrt(runs * (count - 1)));
    }
  });

  test('of two people each is as likely to be the first', async () => {
    const runs = 24;
    let first = 0;
    for (let run = 0; run < runs; run++) {
      const order = shuffled(2);
      const rows = await responses(await answered(2, order));
      if (attack(rows, order, 'place').linked === 2) first++;
    }
    expect(Math.abs(first - runs / 2)).toBeLessThan(5 * Math.sqrt(runs / 4));
  });

  test('among many the last is one of sixteen, and of all once the traces are cleared away', async () => {
    const [runs, count] = [3, 40];
    const correlations: Record<Mark, number> = { place: 0, xmin: 0, id: 0 };
    for (let run = 0; run < runs; run++) {
      const order = shuffled(count);
      const round = await answered(count, order);
      const rows = await responses(round);
      const last = Math.max(...rows.map(({ xmin }) => xmin));
      expect(rows.filter(({ xmin }) => xmin === last)).toHaveLength(16);
      await at.surveys.purge();
      const cleared = await responses(round);
      expect(new Set(cleared.map(({ xmin }) => xmin)).size).toBe(1);
      expect(cleared.map(({ whose }) => whose).toSorted((a, b) => a - b)).toEqual(
        order.toSorted((a, b) => a - b),
      );
      for (const mark of ['place', 'id'] as const)
        correlations[mark] += attack(cleared, order, mark).correlation / runs;
    }
    for (const correlation of Object.values(correlations))
      expect(Math.abs(correlation)).toBeLessThan(5 / Math.sqrt(runs * (count - 1)));
  });

  test('no row with a person in it has the mark of a transaction that wrote an answer', async () => {
    const { id } = await opened(at, leader, { form: form(questions) });
    const before = await xid();
    // Everyone writes; half of them send.
    for (const who of people) await at.surveys.save(who, id, 0, { a: 1, b: 2, c: 3, fritt: 'Noe' }, 'next');
    for (const who of people.slice(0, 20)) await at.surveys.submit(who, id);
    const { rows: written } = await sql<{ x: number }>`
      select xmin::text::bigint::int as x from survey_response union
      select xmax::text::bigint::int from survey_response`.execute(db());
    const answers = new Set(written.map(({ x }) => x));
    expect(answers.size).toBeGreaterThan(1);
    const sent = new Set(people.slice(0, 20).map((who) => who.person));
    for (const table of await tablesWithPersons()) {
      const { rows } = await sql<{ person: string; xmin: number; xmax: number }>`
        select person, xmin::text::bigint::int as xmin, xmax::text::bigint::int as xmax
          from ${sql.table(table)}`.execute(db());
      const marked = rows.filter((row) => answers.has(row.xmin) || (row.xmax !== 0 && answers.has(row.xmax)));
      expect(marked, table).toEqual([]);
      // Of those who have sent, nothing is left that was touched since the invitations.
      const touched = rows.filter(
        (row) => sent.has(row.person) && (row.xmin >= before || row.xmax >= before),
      );
      expect(touched, table).toEqual([]);
    }
  });

  test('sending an answer changes three tables, and none of them says who or when', async () => {
    const { id } = await opened(at, leader, { form: form(questions) });
    await at.surveys.save(people[0]!, id, 0, { a: 1, b: 2, c: 3 }, 'next');
    const before = await contents();
    await at.surveys.submit(people[0]!, id);
    const after = await contents();
    const changed = [...after.keys()].filter((table) => after.get(table) !== before.get(table));
    expect(changed.sort()).toEqual(['survey_draft', 'survey_outstanding', 'survey_response']);
    for (const table of ['survey_draft', 'survey_outstanding'] as const)
      expect(
        await db().selectFrom(table).select('person').where('person', '=', people[0]!.person).execute(),
      ).toEqual([]);
  });

  test('the schema has no clock, counter or pointer that could tell', async () => {
    const { rows: columns } = await sql<{
      table: string;
      column: string;
      type: string;
      default: string | null;
    }>`
      select table_name as table, column_name as column, data_type as type, column_default as default
        from information_schema.columns where table_name like 'survey\\_%'`.execute(db());
    const response = columns.filter(({ table }) => table === 'survey_response').map(({ column }) => column);
    expect(response.sort()).toEqual(['id', 'part', 'round', 'sealed']);
    const clocks = columns.filter(({ type }) => /time|date/.test(type)).map(({ table }) => table);
    expect(new Set(clocks)).toEqual(new Set(['survey_round']));
    expect(columns.filter((column) => /nextval|now|time/.test(column.default ?? ''))).toEqual([]);
    const { rows: bound } = await sql<{ name: string }>`
      select conname as name from pg_constraint where contype = 'f' and conrelid::regclass::text like 'survey%'
      union select tgname from pg_trigger where tgrelid::regclass::text like 'survey%'`.execute(db());
    expect(bound).toEqual([]);
    const { rows: settings } = await sql<{ setting: string }>`
      select setting from pg_settings where name = 'track_commit_timestamp'`.execute(db());
    expect(settings).toEqual([{ setting: 'off' }]);
  });

  test('without the secret nothing that was answered can be read, and nothing can be told by how long it is', async () => {
    const round = await answered(20, undefined, (i) =>
      i % 2 ? 'Hemmelig' : 'Hemmelig og '.repeat(2 * i + 2),
    );
    const { rows } = await sql<{ part: string; length: number; sealed: string }>`
      select part, length(sealed) as length, sealed from survey_response where round = ${round}`.execute(
      db(),
    );
    expect(new Set(rows.filter(({ part }) => part === '').map(({ length }) => length)).size).toBe(1);
    expect(new Set(rows.filter(({ part }) => part === 'fritt').map(({ length }) => length)).size).toBe(2);
    expect([...(await contents()).values()].join('\n')).not.toMatch(/Hemmelig|"a":|dont-know/);
    expect(new Set(rows.map(({ sealed }) => sealed)).size).toBe(rows.length);
  });

  test('texts are not kept with what was chosen, nor with each other', async () => {
    const round = await answered(12, undefined, (i) => `Fra nummer ${i}`);
    const { rows } = await sql<{ id: string; part: string }>`
      select id::text, part from survey_response where round = ${round}`.execute(db());
    expect(rows).toHaveLength(24);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(24);
  });

  test('after closing there is nobody, and only sums', async () => {
    const round = await answered(12, undefined, (i) => `Fra nummer ${i}`);
    value(await at.surveys.close(leader, round));
    for (const table of [...PERSONAL, 'survey_response'] as const)
      expect(await db().selectFrom(table).selectAll().where('round', '=', round).execute(), table).toEqual(
        [],
      );
    const tallies = await db().selectFrom('survey_tally').selectAll().where('round', '=', round).execute();
    for (const { counts } of tallies)
      expect(Object.values(JSON.parse(counts) as Record<string, number>).reduce((a, b) => a + b)).toBe(12);
    const all = [...(await contents()).entries()].filter(([table]) => table !== 'survey_round');
    for (const who of people.slice(0, 12)) expect(JSON.stringify(all)).not.toContain(who.person);
  });

  test('newcomers to a channel are written together, in the order of their codes', async () => {
    const { id } = await opened(at, leader, {
      form: form(questions),
      audience: { kind: 'channel', name: 'Generelt' },
    });
    const newcomers = ['x', 'y', 'z', 'w', 'v', 'u'].map((who) => person(who));
    for (const who of newcomers) expect(await answer(at, who, id, { a: 1, b: 1, c: 1 })).toBe('sent');
    const { rows } = await sql<{ person: string; xmin: string }>`
      select person, xmin::text from survey_asked where round = ${id} and newcomer order by ctid`.execute(
      db(),
    );
    expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
    expect(rows.map((row) => row.person)).toEqual(newcomers.map((who) => who.person).sort());
  });

  // PGlite is PostgreSQL in the process, and has no way in to its pages.
  test.runIf(name === 'PostgreSQL')(
    'what was deleted is gone from the pages once the traces are cleared away',
    async () => {
      await sql`create extension if not exists pageinspect`.execute(db());
      const round = await answered(20, undefined, (i) => `Fra nummer ${i}`);
      const onPages = async (table: string) => {
        const { rows } = await sql<{ deleted: boolean }>`
        select t_xmax::text <> '0' and t_infomask & ${LOCKED | INVALID}::int = 0 as deleted
          from generate_series(0, pg_relation_size(${table}::regclass) / 8192 - 1) as page,
               heap_page_items(get_raw_page(${table}, page::int)) where t_data is not null`.execute(db());
        return rows;
      };
      const deleted = (await onPages('survey_outstanding')).filter((row) => row.deleted);
      expect(deleted.length, 'there is something to clear away').toBeGreaterThan(0);
      await at.surveys.purge();
      for (const table of ['survey_outstanding', 'survey_draft', 'survey_response'])
        expect(
          (await onPages(table)).filter((row) => row.deleted),
          table,
        ).toEqual([]);
      expect(await responses(round)).toHaveLength(20);
    },
  );

  async function xid(): Promise<number> {
    const { rows } = await sql<{ x: number }>`select pg_current_xact_id()::text::bigint::int as x`.execute(
      db(),
    );
    return rows[0]!.x;
  }

  async function tables(): Promise<string[]> {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db());
    return rows.map((row) => row.name);
  }

  async function tablesWithPersons(): Promise<string[]> {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'person'`.execute(db());
    return rows.map((row) => row.name);
  }

  /** Every row of every table, as text. */
  async function contents(): Promise<Map<string, string>> {
    const all = new Map<string, string>();
    for (const table of await tables()) {
      const { rows } = await sql<{ row: string }>`
        select t::text as row from ${sql.table(table)} t order by 1`.execute(db());
      all.set(table, rows.map(({ row }) => row).join('\n'));
    }
    return all;
  }
});

/** PostgreSQL, htup_details.h: a mark that only held on to the row, or was taken back, is no deletion. */
const [LOCKED, INVALID] = [0x0080, 0x0800];

const PERSONAL = ['survey_asked', 'survey_outstanding', 'survey_draft', 'survey_named'] as const;

function shuffled(count: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Of ranks against 0, 1, 2…; 1 is the same order, −1 the opposite, 0 none. */
function spearman(ranks: number[]): number {
  const n = ranks.length;
  const squares = ranks.reduce((sum, rank, i) => sum + (rank - i) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}
