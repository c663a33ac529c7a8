import { type Kysely, sql } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { Log } from '../log.ts';
import type { Boss } from './boss.ts';
import type { Delivery } from './delivery.ts';
import { CLOCK, ms } from './limits.ts';

interface AlarmDeps {
  db: Kysely<Schema>;
  boss: Boss;
  log: Log;
  now: () => Date;
}

export interface Alarms extends Pick<Delivery, 'setAlarm' | 'clearAlarm' | 'onAlarm'> {
  ring(alarm: { name: string; key: string }): Promise<void>;
  /** Makes jobs for those that are due and not ringing: set before the queue had started, failed, or cut off. */
  sweep(): Promise<void>;
}

/** As long as one may take to ring. */
const LEASE_MS = 2 * 60_000;
const AGAIN_MS = 60_000;
/** A job may come a moment before its time by our clock. */
const EARLY_MS = 1_000;

export function createAlarms({ db, boss, log, now }: AlarmDeps): Alarms {
  const rings = new Map<string, (key: string) => Promise<void>>();

  return {
    async setAlarm(tx, { name, key, at }) {
      await tx
        .insertInto('delivery_alarm')
        .values({ name, key, at, leased_until: null })
        .onConflict((c) => c.columns(['name', 'key']).doUpdateSet({ at, leased_until: null }))
        .execute();
      const afterMs = Math.max(at.getTime() - now().getTime(), 0);
      await boss.hand(tx, 'alarm', [{ data: { name, key }, afterMs }]);
    },
    async clearAlarm(tx, { name, key }) {
      await tx.deleteFrom('delivery_alarm').where('name', '=', name).where('key', '=', key).execute();
    },
    onAlarm(name, ring) {
      rings.set(name, ring);
    },
    async ring({ name, key }) {
      const ring = rings.get(name);
      if (!ring) return;
      const due = new Date(now().getTime() + EARLY_MS);
      // One that was moved, cleared, or rings elsewhere is not found.
      const { rows } = await sql<{ at: Date }>`
        update delivery_alarm set leased_until = ${CLOCK} + ${ms(LEASE_MS)}
        where name = ${name} and key = ${key} and at <= ${due} and (leased_until is null or leased_until < ${CLOCK})
        returning at
      `.execute(db);
      const [alarm] = rows;
      if (!alarm) return;
      // Set again while it rings, it has another time, and stays.
      const same = sql`name = ${name} and key = ${key} and at = ${alarm.at}`;
      try {
        await ring(key);
        await sql`delete from delivery_alarm where ${same}`.execute(db);
      } catch (err) {
        log.error({ err, alarm: name }, 'an alarm failed, and rings again');
        await sql`
          update delivery_alarm set leased_until = ${CLOCK} + ${ms(AGAIN_MS)} where ${same}
        `.execute(db);
      }
    },
    async sweep() {
      if (!boss.running()) return;
      const { rows } = await sql<{ name: string; key: string }>`
        select name, key from delivery_alarm
        where at <= ${now()} and (leased_until is null or leased_until < ${CLOCK})
      `.execute(db);
      await boss.hand(
        db,
        'alarm',
        rows.map((data) => ({ data, afterMs: 0 })),
      );
    },
  };
}
