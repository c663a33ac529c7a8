import { beforeAll, describe, expect, test } from 'vitest';
import type { Rhythm } from '../../src/follow/model.ts';
import { nextDigest } from '../../src/follow/times.ts';
import { type IsHoliday, norwegianHolidays, workingDayFrom } from '../../src/holidays.ts';
import { parseLocal, toLocal } from '../../src/times.ts';

let isHoliday: IsHoliday;
beforeAll(async () => {
  isHoliday = await norwegianHolidays();
});

const daily: Rhythm = { every: 'day', at: '08:00', weekday: 1, daysOff: false };
const weekly = (weekday: number, change: Partial<Rhythm> = {}): Rhythm => ({
  ...daily,
  every: 'week',
  weekday,
  ...change,
});
/** The next so many, one after the other, as they are on the wall in Norway. */
function following(rhythm: Rhythm, after: string, count: number): string[] {
  const found: string[] = [];
  let at = parseLocal(after.slice(0, 10), after.slice(11))!;
  while (found.length < count) {
    at = nextDigest(rhythm, at, isHoliday)!;
    const { date, time } = toLocal(at);
    found.push(`${date} ${time}`);
  }
  return found;
}

describe('when a digest comes', () => {
  test('at once has no digest', () => {
    expect(nextDigest({ ...daily, every: 'now' }, new Date(), isHoliday)).toBeUndefined();
  });

  test('daily comes on working days, at the time it says', () => {
    // A Thursday, at the very time: that one has been.
    expect(following(daily, '2026-11-26 08:00', 3)).toEqual([
      '2026-11-27 08:00',
      '2026-11-30 08:00',
      '2026-12-01 08:00',
    ]);
    expect(following(daily, '2026-11-26 07:59', 1)).toEqual(['2026-11-26 08:00']);
  });

  test('Easter is waited out, and gives one digest after it', () => {
    expect(following(daily, '2026-04-01 12:00', 2)).toEqual(['2026-04-07 08:00', '2026-04-08 08:00']);
    // Thursday and Monday both fall on Tuesday.
    expect(following(weekly(4), '2026-03-27 12:00', 2)).toEqual(['2026-04-07 08:00', '2026-04-09 08:00']);
    expect(following(weekly(1), '2026-04-01 12:00', 2)).toEqual(['2026-04-07 08:00', '2026-04-13 08:00']);
  });

  test.each([
    // Christmas on a Friday: after the weekend.
    [weekly(5), '2026-12-19 12:00', '2026-12-28 08:00'],
    // 17 May on a Monday, and Whit Monday the day before it is not.
    [weekly(1), '2027-05-15 12:00', '2027-05-18 08:00'],
    // New Year’s Day.
    [daily, '2026-12-31 09:00', '2027-01-04 08:00'],
    // Ascension Day.
    [weekly(4), '2026-05-09 12:00', '2026-05-15 08:00'],
    // Moved, and its own day is past: the moved one still comes.
    [weekly(4), '2026-05-14 12:00', '2026-05-15 08:00'],
  ])('%o after %s comes %s', (rhythm, after, next) => {
    expect(following(rhythm, after, 1)).toEqual([next]);
  });

  test('on days off too where that is wanted', () => {
    expect(following({ ...daily, daysOff: true }, '2026-12-24 09:00', 3)).toEqual([
      '2026-12-25 08:00',
      '2026-12-26 08:00',
      '2026-12-27 08:00',
    ]);
    expect(following(weekly(7, { daysOff: true }), '2026-05-16 09:00', 1)).toEqual(['2026-05-17 08:00']);
  });

  test('it is eight on the wall before and after the clocks change', () => {
    const sundays = { ...daily, daysOff: true };
    expect(following(sundays, '2026-03-27 09:00', 3).map((at) => at.slice(11))).toEqual(
      Array.from({ length: 3 }, () => '08:00'),
    );
    const spring = nextDigest(sundays, parseLocal('2026-03-28', '09:00')!, isHoliday)!;
    expect(spring.toISOString()).toBe('2026-03-29T06:00:00.000Z');
    const autumn = nextDigest(sundays, parseLocal('2026-10-24', '09:00')!, isHoliday)!;
    expect(autumn.toISOString()).toBe('2026-10-25T07:00:00.000Z');
  });

  test('an hour that is skipped or comes twice gives one digest', () => {
    const night = { ...daily, at: '02:30', daysOff: true };
    expect(following(night, '2026-03-28 12:00', 2)).toEqual(['2026-03-29 03:30', '2026-03-30 02:30']);
    const first = nextDigest(night, parseLocal('2026-10-24', '12:00')!, isHoliday)!;
    expect(first.toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(nextDigest(night, first, isHoliday)!.toISOString()).toBe('2026-10-26T01:30:00.000Z');
  });

  test('there is always a next one, and it is later, on a day it may come', () => {
    for (let weekday = 1; weekday <= 7; weekday++) {
      let at = parseLocal('2026-01-01', '00:00')!;
      for (let n = 0; n < 60; n++) {
        const next = nextDigest(weekly(weekday), at, isHoliday)!;
        expect(next.getTime()).toBeGreaterThan(at.getTime());
        const { date } = toLocal(next);
        expect(workingDayFrom(date, isHoliday)).toBe(date);
        at = next;
      }
    }
  });
});
