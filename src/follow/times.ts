import { type IsHoliday, workingDayFrom } from '../holidays.ts';
import { daysLater, parseLocal, toLocal, weekdayOf } from '../times.ts';
import type { Rhythm } from './model.ts';

/** Saturday of one week may wait for the Tuesday after Easter; no row of days off is longer. */
const LOOK_BACK = 14;
const LOOK_AHEAD = 28;

/** When the next digest is due, after this moment; undefined for those who are told at once. */
export function nextDigest(
  { every, at, weekday, daysOff }: Rhythm,
  after: Date,
  isHoliday: IsHoliday,
): Date | undefined {
  if (every === 'now') return undefined;
  const today = toLocal(after).date;
  const days = Array.from({ length: LOOK_BACK + LOOK_AHEAD }, (_, n) => daysLater(today, n - LOOK_BACK));
  // One that waits until the next working day may fall together with that day's own.
  const comes = days
    .filter((day) => every === 'day' || weekdayOf(day) === weekday)
    .map((day) => (daysOff ? day : workingDayFrom(day, isHoliday)))
    .filter((day) => day >= today)
    .sort();
  for (const day of comes) {
    const moment = parseLocal(day, at)!;
    if (moment > after) return moment;
  }
  return undefined;
}
