import { describe, expect, test } from 'vitest';
import { addMonths, daysBefore, parseLocal, toLocal } from '../src/times.ts';

const utc = (text: string) => new Date(`${text}Z`);

describe('the clock on the wall in Norway', () => {
  test.each([
    ['2026-12-04', '08:00', '2026-12-04T07:00'],
    ['2026-07-04', '08:00', '2026-07-04T06:00'],
    // The last Sunday of March: there is no 02:30, and it is taken as the hour after.
    ['2027-03-28', '01:59', '2027-03-28T00:59'],
    ['2027-03-28', '02:30', '2027-03-28T01:30'],
    ['2027-03-28', '03:00', '2027-03-28T01:00'],
    // The last Sunday of October: 02:30 comes twice, and the first is meant.
    ['2026-10-25', '02:30', '2026-10-25T00:30'],
    ['2026-10-25', '03:00', '2026-10-25T02:00'],
    ['2028-02-29', '23:59', '2028-02-29T22:59'],
  ])('%s %s is %s in UTC', (date, time, at) => {
    expect(parseLocal(date, time)).toEqual(utc(at));
  });

  test.each([
    ['2026-02-30', '08:00'],
    ['2026-13-01', '08:00'],
    ['2026-12-04', '24:00'],
    ['04.12.2026', '08:00'],
    ['2026-12-04', '8'],
    ['', ''],
  ])('there is no %s %s', (date, time) => {
    expect(parseLocal(date, time)).toBeUndefined();
  });

  test('what is parsed is read back as it was written', () => {
    for (const [date, time] of [
      ['2026-07-04', '16:00'],
      ['2026-12-24', '00:00'],
      ['2027-03-28', '03:00'],
    ] as const)
      expect(toLocal(parseLocal(date, time)!)).toEqual({ date, time });
  });

  test('half a year later is the same time of day, over the clock changes too', () => {
    const summer = parseLocal('2026-09-15', '09:00')!;
    expect(toLocal(addMonths(summer, 6))).toEqual({ date: '2027-03-15', time: '09:00' });
    expect(toLocal(addMonths(parseLocal('2026-08-31', '09:00')!, 6))).toEqual({
      date: '2027-02-28',
      time: '09:00',
    });
    expect(toLocal(addMonths(parseLocal('2028-02-29', '09:00')!, 12))).toEqual({
      date: '2029-02-28',
      time: '09:00',
    });
    // Half a year before the night when there is no 02:30.
    expect(toLocal(addMonths(parseLocal('2026-09-28', '02:30')!, 6))).toEqual({
      date: '2027-03-28',
      time: '03:30',
    });
  });

  test('a reminder comes at nine, days before the day of the deadline, over the clock changes too', () => {
    const monday = parseLocal('2027-03-29', '15:00')!;
    expect(daysBefore(monday, 1)).toEqual(utc('2027-03-28T07:00'));
    expect(daysBefore(monday, 3)).toEqual(utc('2027-03-26T08:00'));
    expect(daysBefore(parseLocal('2026-10-26', '00:00')!, 1)).toEqual(utc('2026-10-25T08:00'));
    expect(daysBefore(parseLocal('2026-10-26', '23:59')!, 2)).toEqual(utc('2026-10-24T07:00'));
  });
});
