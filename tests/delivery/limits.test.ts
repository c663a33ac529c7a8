import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/db/database.ts';
import { type Limit, nextTurn, TENANT, turn } from '../../src/delivery/limits.ts';
import { CONVERSATION } from '../../src/delivery/rules.ts';
import { databases } from '../databases.ts';

/** Teams' own limits, counted the slow and obvious way: how many in any window of so many milliseconds. */
const TEAMS = {
  conversation: [
    { windowMs: 1_000, most: 7 },
    { windowMs: 2_000, most: 8 },
    { windowMs: 30_000, most: 60 },
    { windowMs: 3_600_000, most: 1_800 },
  ],
  tenant: [{ windowMs: 1_000, most: 50 }],
};

function broken(sentMs: number[], limits: { windowMs: number; most: number }[]): string[] {
  return limits.flatMap(({ windowMs, most }) =>
    sentMs.flatMap((at, i) => {
      const inWindow = sentMs.slice(i).filter((later) => later < at + windowMs).length;
      return inWindow > most ? [`${inWindow} in ${windowMs} ms from ${at}`] : [];
    }),
  );
}

/** A seeded source of chance, so that a failure can be seen again. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe.each(databases)('the limits on %s', (_, open) => {
  let database: Database;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ database, close } = await open());
  }, 60_000);
  afterAll(() => close());

  /** Turns for as many as come, each as soon as it is given one: when each was sent. In one statement a step, by a clock of our own. */
  async function send(
    key: string,
    limit: Limit,
    arrivals: number,
    gap: (n: number) => number,
    horizonMs = 0,
  ): Promise<number[]> {
    const epoch = Date.parse('2026-12-01T00:00:00Z');
    const sent: number[] = [];
    let clockMs = 0;
    for (let n = 0; n < arrivals; n++) {
      clockMs += gap(n);
      for (;;) {
        const clock = sql`(${new Date(epoch + Math.ceil(clockMs))}::timestamptz)`;
        const { rows } = await sql<{ at: Date | null; next: Date }>`
          with taken as (${turn(limit, { key: sql`${key}`, from: sql`(select) one`, horizonMs }, clock)})
          select (select at from taken) as at, ${nextTurn(limit, sql`${key}`)} as next
        `.execute(database.db);
        const [row] = rows;
        if (row?.at) {
          sent.push(Math.max(row.at.getTime() - epoch, clockMs));
          break;
        }
        clockMs = Math.max(row!.next.getTime() - epoch, clockMs + 1);
      }
    }
    return sent;
  }

  test.each([1, 2, 3])('of a conversation hold in every window, however they come (%i)', async (seed) => {
    const chance = chances(seed);
    // Bursts, pauses and steady streams mixed.
    const gaps = [
      () => 0,
      () => chance() * 300,
      () => chance() * 4_000,
      () => (chance() < 0.05 ? 60_000 : 0),
    ];
    const sent = await send(`conversation ${seed}`, CONVERSATION, 300, (n) =>
      gaps[(n >> 5) % gaps.length]!(),
    );
    expect(broken(sent, TEAMS.conversation)).toEqual([]);
  });

  test('of a conversation hold for an hour of as much as it may be sent, and nearly all of it is used', async () => {
    const sent = await send('a full hour', CONVERSATION, 1_850, () => 0);
    expect(broken(sent, TEAMS.conversation)).toEqual([]);
    expect(sent.filter((at) => at < 3_600_000).length).toBeGreaterThan(1_780);
  });

  test('the oracle sees a limit that is broken', () => {
    expect(broken([0, 1, 2, 3, 4, 5, 6, 7], TEAMS.conversation)).not.toEqual([]);
    expect(broken([0, 1, 2, 3, 4, 5, 6], TEAMS.conversation)).toEqual([]);
  });

  test('of a tenant hold with several processes waiting for their turn', async () => {
    const chance = chances(9);
    const sent = await send('tenant', TENANT, 300, () => (chance() < 0.3 ? chance() * 200 : 0), 2_000);
    expect(broken(sent, TEAMS.tenant)).toEqual([]);
  });
});
