import type { Tx } from '../db/schema.ts';
import type { HandoffDeps } from './deps.ts';
import type { Handoff } from './model.ts';
import { isWorkingDay, REMINDERS_MOST, remindAt, waits } from './rules.ts';
import type { HandoffStore } from './store.ts';
import type { Telling } from './telling.ts';

const ALARM = 'handoff.wait';

export type Waiting = ReturnType<typeof createWaiting>;

/** None waits unseen: what nobody has answered is brought up again. Asks to be woken, so it is made before delivery starts. */
export function createWaiting(deps: HandoffDeps, store: HandoffStore, telling: Telling) {
  const { delivery, channels, holidays, now } = deps;

  async function nextAt(): Promise<Date> {
    const isHoliday = await holidays();
    return remindAt(now(), (day) => isWorkingDay(day, isHoliday));
  }

  async function set(tx: Tx, { id, state, reminded }: Handoff, at: Date): Promise<void> {
    if (waits(state) && reminded < REMINDERS_MOST) await delivery.setAlarm(tx, { name: ALARM, key: id, at });
    else await clear(tx, id);
  }

  const clear = (tx: Tx, id: string): Promise<void> => delivery.clearAlarm(tx, { name: ALARM, key: id });

  /**
   * To the channel that is chosen now: an admin may have chosen another. With none it is only listed, and that is no
   * time it was brought up: the channel that is chosen in the end gets it as often as any.
   */
  async function bringUp(id: string): Promise<void> {
    const at = await nextAt();
    await store.transaction(async (tx) => {
      const kept = await store.lock(tx, id);
      if (!kept || !waits(kept.state) || kept.reminded >= REMINDERS_MOST) return;
      const chosen = await channels.of(kept.tenant, kept.topic, tx);
      const moved = chosen && {
        ...kept,
        reminded: kept.reminded + 1,
        channel: chosen.channel,
        content: { ...kept.content, channelName: chosen.name, channelLang: chosen.lang },
      };
      await set(tx, moved ? await store.write(tx, await telling.post(tx, moved, chosen, true)) : kept, at);
    });
  }

  delivery.onAlarm(ALARM, bringUp);
  return { nextAt, set, clear };
}
