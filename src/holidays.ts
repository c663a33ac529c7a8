import { daysLater, weekdayOf } from './times.ts';

/** Whether a day ("2026-05-17") is a public holiday in Norway. */
export type IsHoliday = (day: string) => boolean;

let opened: Promise<IsHoliday> | undefined;

/** The library is large, and few starts need it: it is read the first time someone asks. */
export function norwegianHolidays(): Promise<IsHoliday> {
  opened ??= open();
  return opened;
}

async function open(): Promise<IsHoliday> {
  const { default: Holidays } = await import('date-holidays');
  const norway = new Holidays('NO');
  const years = new Map<number, ReadonlySet<string>>();

  function of(year: number): ReadonlySet<string> {
    const known = years.get(year);
    if (known) return known;
    const publicOnes = norway.getHolidays(year).filter(({ type }) => type === 'public');
    const days = new Set(publicOnes.map(({ date }) => date.slice(0, 10)));
    years.set(year, days);
    return days;
  }

  return (day) => of(Number(day.slice(0, 4))).has(day);
}

/** The day itself, or the first after it that is neither in a weekend nor a public holiday. */
export function workingDayFrom(day: string, isHoliday: IsHoliday): string {
  let working = day;
  while (isWeekend(weekdayOf(working)) || isHoliday(working)) working = daysLater(working, 1);
  return working;
}

/** From Monday, 1, to Sunday, 7. */
export const isWeekend = (weekday: number): boolean => weekday > 5;
