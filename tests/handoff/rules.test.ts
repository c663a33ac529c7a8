import { describe, expect, test } from 'vitest';
import { readHandoffCommand } from '../../src/handoff/commands.ts';
import {
  after,
  dayOf,
  gapsOf,
  isOld,
  isWorkingDay,
  readLink,
  remindAt,
  type State,
  type Step,
} from '../../src/handoff/rules.ts';
import { norwegianHolidays } from '../../src/holidays.ts';

describe('what can be done', () => {
  const STEPS: Step[] = ['take', 'answer', 'close', 'reopen', 'confirm', 'not-yet', 'withdraw'];
  const leads = (state: State) =>
    Object.fromEntries(STEPS.flatMap((step) => (after(state, step) ? [[step, after(state, step)]] : [])));

  test.each<[State, Record<string, State>]>([
    ['open', { take: 'taken', answer: 'answered', close: 'closed', withdraw: 'withdrawn' }],
    ['taken', { answer: 'answered', close: 'closed', reopen: 'open', withdraw: 'withdrawn' }],
    ['answered', { reopen: 'open', confirm: 'closed', 'not-yet': 'open', withdraw: 'withdrawn' }],
    ['closed', { reopen: 'open', 'not-yet': 'open', withdraw: 'withdrawn' }],
    ['withdrawn', {}],
  ])('with one that is %s', (state, expected) => expect(leads(state)).toEqual(expected));
});

describe('when it is brought up again', () => {
  test.each([
    // Monday to Wednesday; the clock in Norway is an hour before UTC in winter and two in summer.
    ['2026-11-30T09:00:00Z', '2026-12-02T08:00:00.000Z'],
    ['2026-06-15T21:30:00Z', '2026-06-17T07:00:00.000Z'],
    // Late at night it is the next day in Norway.
    ['2026-06-15T22:30:00Z', '2026-06-18T07:00:00.000Z'],
    // Over a weekend.
    ['2026-11-26T09:00:00Z', '2026-11-30T08:00:00.000Z'],
    ['2026-11-28T09:00:00Z', '2026-12-01T08:00:00.000Z'],
    // Christmas: 25 and 26 December; New Year's Day is a Friday.
    ['2026-12-23T09:00:00Z', '2026-12-28T08:00:00.000Z'],
    ['2026-12-30T09:00:00Z', '2027-01-04T08:00:00.000Z'],
    // Easter 2027: Thursday 25, Friday 26 and Monday 29 March. Summer time begins on the 28th.
    ['2027-03-24T09:00:00Z', '2027-03-31T07:00:00.000Z'],
    // 17 May 2027 is the second day of Whitsun.
    ['2027-05-14T09:00:00Z', '2027-05-19T07:00:00.000Z'],
  ])('after %s it is %s', async (from, expected) => {
    const isHoliday = await norwegianHolidays();
    const at = remindAt(new Date(from), (day) => isWorkingDay(day, isHoliday));
    expect(at.toISOString()).toBe(expected);
  });
});

describe('a link', () => {
  test.each([
    ['', ''],
    ['  https://lovdata.no/x ', 'https://lovdata.no/x'],
    ['lovdata.no', 'https://lovdata.no/'],
    ['http://a.no/(x)', 'http://a.no/(x)'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['file:///etc/passwd', undefined],
    ['https://kari:passord@a.no', undefined],
    ['ikke en lenke', undefined],
    ['https://localhost', undefined],
    [`https://a.no/${'x'.repeat(600)}`, undefined],
  ])('“%.40s”', (written, read) => expect(readLink(written)).toBe(read));
});

test('a form is old after a week, also one that says it comes from the future', () => {
  const now = new Date('2026-11-30T12:00:00Z');
  expect(isOld(dayOf(now), now)).toBe(false);
  expect(isOld(dayOf(now) - 7, now)).toBe(false);
  expect(isOld(dayOf(now) - 8, now)).toBe(true);
  expect(isOld(dayOf(now) + 400, now)).toBe(true);
});

test('gaps are counted by topic, the most first; what has none stands by itself', () => {
  const gaps = gapsOf(
    {
      unanswered: [
        { topic: 'personvern', count: 2 },
        { topic: null, count: 4 },
      ],
      disliked: [
        { section: 'dpia#a', count: 3 },
        { section: 'dpia#b', count: 1 },
        { section: 'gone#a', count: 1 },
        { section: null, count: 1 },
      ],
    },
    (section) => (section.startsWith('dpia') ? 'personvern' : undefined),
  );
  expect(gaps).toEqual([
    { topic: 'personvern', unanswered: 2, disliked: 4 },
    { topic: null, unanswered: 4, disliked: 2 },
  ]);
});

describe('commands', () => {
  test.each([
    'Hva fikk vi ikke svar på?',
    'Kva fekk vi ikkje svar på?',
    'kva fekk me ikkje svar på',
    'What did we not get an answer to?',
    'what could you not answer?',
    'ubesvarte spørsmål',
  ])('“%s” asks for the gaps', (text) => expect(readHandoffCommand(text)).toBe('gaps'));
  test.each(['Hvilke spørsmål venter på svar?', 'kva spørsmål ventar', 'which questions are waiting?'])(
    '“%s” asks for what waits',
    (text) => expect(readHandoffCommand(text)).toBe('waiting'),
  );
  test.each(['Hva må vi svare på?', 'hva er svaret', 'vis spørsmål om DPIA'])(
    '“%s” is something else',
    (text) => expect(readHandoffCommand(text)).toBeUndefined(),
  );
});
