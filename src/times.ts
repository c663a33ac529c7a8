import { Temporal } from 'temporal-polyfill';

/** What people write and read is the clock on the wall; what is kept is the moment. */
const ZONE = 'Europe/Oslo';
const REMIND_AT = '09:00';

/** 24 hours, in milliseconds; a day on the wall may have 23 or 25. */
export const DAY_MS = 24 * 60 * 60_000;

/**
 * A date (2026-12-04) and a time (08:00) as they are written in Norway. The hour that is skipped in March is taken as
 * the hour after, and of the hour that comes twice in October the first. undefined: there is no such date or time.
 */
export function parseLocal(date: string, time: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time)) return undefined;
  try {
    return toDate(
      Temporal.PlainDateTime.from(`${date}T${time}`, { overflow: 'reject' }).toZonedDateTime(ZONE),
    );
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export function toLocal(at: Date): { date: string; time: string } {
  const there = zoned(at);
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** The same clock time that many months later; the 31st becomes the last of a shorter month. */
export const addMonths = (at: Date, months: number): Date => toDate(zoned(at).add({ months }));

/** 09:00 that many days before the day of the deadline. */
export function daysBefore(deadline: Date, days: number): Date {
  const day = zoned(deadline).toPlainDate().subtract({ days });
  return toDate(day.toZonedDateTime({ timeZone: ZONE, plainTime: REMIND_AT }));
}

/** "2026-12-04" and so many days on. */
export const daysLater = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** Of "2026-12-04": from Monday, 1, to Sunday, 7. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

const zoned = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE);
const toDate = (at: Temporal.ZonedDateTime): Date => new Date(at.epochMilliseconds);
