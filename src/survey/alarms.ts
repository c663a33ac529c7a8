import type { Delivery } from '../delivery/delivery.ts';
import { DAY_MS, daysBefore } from '../times.ts';
import type { Plan } from './model.ts';
import type { Kept, Tx } from './store/rounds.ts';

/** What the job asks to be woken for. */
export const alarms = {
  open: 'survey.open',
  /** Sends the invitations of a round that has opened. */
  spread: 'survey.spread',
  remind: 'survey.remind',
  close: 'survey.close',
  /** Tells the leader that a round that repeats is coming. */
  coming: 'survey.coming',
  /** Deletes what is left of what was sent. */
  forget: 'survey.forget',
} as const;

const COMING_DAYS = 7;
const FORGET_DAYS = 7;
/** An alarm may ring a moment before its time. */
const EARLY_MS = 5_000;

export const isDue = (at: Date | null, now: Date): boolean =>
  at !== null && at.getTime() <= now.getTime() + EARLY_MS;

type Alarms = Pick<Delivery, 'setAlarm' | 'clearAlarm'>;

export async function setOpening(
  delivery: Alarms,
  tx: Tx,
  { round, renews }: Kept,
  now: Date,
): Promise<void> {
  const at = round.plan.opensAt ?? now;
  await delivery.setAlarm(tx, { name: alarms.open, key: round.id, at });
  const coming = new Date(at.getTime() - COMING_DAYS * DAY_MS);
  if (renews && coming > now) await delivery.setAlarm(tx, { name: alarms.coming, key: round.id, at: coming });
}

export async function clearOpening(delivery: Alarms, tx: Tx, id: string): Promise<void> {
  await delivery.clearAlarm(tx, { name: alarms.open, key: id });
  await delivery.clearAlarm(tx, { name: alarms.coming, key: id });
}

/** Reminders and the deadline of an open round; those that were set are moved. */
export async function setClosing(delivery: Alarms, tx: Tx, { round }: Kept, now: Date): Promise<void> {
  const { closesAt, remindDays } = round.plan;
  if (!closesAt) return;
  await delivery.setAlarm(tx, { name: alarms.close, key: round.id, at: closesAt });
  for (const days of remindDays) {
    const at = daysBefore(closesAt, days);
    if (at > now) await delivery.setAlarm(tx, { name: alarms.remind, key: remindKey(round.id, days), at });
  }
}

export async function clearClosing(delivery: Alarms, tx: Tx, id: string, plan: Plan): Promise<void> {
  await delivery.clearAlarm(tx, { name: alarms.close, key: id });
  await delivery.clearAlarm(tx, { name: alarms.spread, key: id });
  for (const days of plan.remindDays)
    await delivery.clearAlarm(tx, { name: alarms.remind, key: remindKey(id, days) });
}

/** Reminds now. One who asks twice on a day is heard once. */
export const setReminding = (delivery: Alarms, tx: Tx, id: string, today: string, now: Date): Promise<void> =>
  delivery.setAlarm(tx, { name: alarms.remind, key: remindKey(id, today), at: now });

export const setForgetting = (delivery: Alarms, tx: Tx, id: string, now: Date): Promise<void> =>
  delivery.setAlarm(tx, {
    name: alarms.forget,
    key: id,
    at: new Date(now.getTime() + FORGET_DAYS * DAY_MS),
  });

/** `which`: so many days before the deadline, or the day on which the leader asked for it. */
const remindKey = (id: string, which: number | string): string => `${id}/${which}`;

export function readRemindKey(key: string): { id: string; which: string } {
  const [id = '', which = ''] = key.split('/');
  return { id, which };
}
