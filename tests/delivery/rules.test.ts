import { describe, expect, test } from 'vitest';
import { CHUNK, next, priorityOf, startMs, TENANT_MS } from '../../src/delivery/rules.ts';

const fresh = { failures: 0, ageMs: 0 };
const later = (afterMs?: number) => ({ kind: 'later' as const, reason: '503', afterMs });

describe('a message that was not sent', () => {
  test('is never tried again when nobody is there', () => {
    expect(next({ kind: 'gone', reason: '404 ConversationNotFound' }, fresh, 0.5)).toEqual({
      kind: 'done',
      state: 'gone',
      reason: '404 ConversationNotFound',
    });
  });

  test('is given up when it is refused', () => {
    expect(next({ kind: 'refused', reason: '413' }, fresh, 0.5)).toMatchObject({ state: 'failed' });
  });

  test('waits as long as it is told and a little more, and that is no failure', () => {
    for (const chance of [0, 0.5, 1]) {
      const then = next(later(7_000), { failures: 7, ageMs: 0 }, chance);
      expect(then).toMatchObject({ kind: 'again', told: true, failures: 7 });
      expect(then).toHaveProperty('afterMs', 7_000 + chance * 500);
    }
  });

  test('is tried again ever more seldom, at most half an hour apart, spread over the whole time', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6].map((failures) => next(later(), { failures, ageMs: 0 }, 1));
    expect(waits.map((then) => then.kind === 'again' && then.afterMs)).toEqual([
      2_000, 6_000, 18_000, 54_000, 162_000, 486_000, 1_458_000,
    ]);
    expect(next(later(), { failures: 6, ageMs: 0 }, 0)).toMatchObject({ afterMs: 0 });
  });

  test('is given up at the eighth failure, or when it has been put off for a day', () => {
    expect(next(later(), { failures: 6, ageMs: 0 }, 0.5)).toMatchObject({ kind: 'again', failures: 7 });
    expect(next(later(), { failures: 7, ageMs: 0 }, 0.5)).toMatchObject({ kind: 'done', state: 'failed' });
    const day = 24 * 3_600_000;
    expect(next(later(1_000), { failures: 0, ageMs: day - 1 }, 0.5)).toMatchObject({ kind: 'again' });
    expect(next(later(1_000), { failures: 0, ageMs: day + 1 }, 0.5)).toMatchObject({ state: 'failed' });
  });
});

describe('a plan', () => {
  test('is spread out as the limit lets it be sent, and no slower', () => {
    expect(startMs(0)).toBe(0);
    expect(startMs(50_000)).toBeLessThanOrEqual(50_000 * TENANT_MS);
    expect(startMs(50_000)).toBeGreaterThan(0.8 * 50_000 * TENANT_MS);
  });

  test('for a few goes before one for many', () => {
    expect(priorityOf(1)).toBeGreaterThan(priorityOf(50_000));
    expect(priorityOf(CHUNK)).toBeGreaterThan(priorityOf(CHUNK + 1));
  });
});
