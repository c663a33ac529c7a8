import type { Posted } from '../messages.ts';

/** Teams' limits and what to do after each try, as data and pure functions. Times in milliseconds. */

/**
 * Of one tenant: 50 requests in any second. A little under, so that two that are held up on the way do not arrive as 51.
 */
export const TENANT_MS = 1_000 / 48;

/**
 * Of one conversation: 7 in a second, 8 in two, 60 in thirty, 1,800 in an hour. Seven at once and then one each 2.01
 * seconds keeps them all (tests/delivery/limits.test.ts).
 */
export const CONVERSATION = { everyMs: 2_010, burst: 7 };

/** A message that would have to wait longer for its turn is put back, so that those of other tenants come first. */
export const HORIZON_MS = 2_000;

/** Recipients in one job. */
export const CHUNK = 25;

/**
 * When each job of a plan begins. A little closer than the limit allows, so that there is always something to send;
 * far apart enough that others who plan meanwhile come in between.
 */
export const startMs = (recipientsBefore: number): number => recipientsBefore * TENANT_MS * 0.9;

/** A batch that fits in one job goes before the large ones: one message never waits behind fifty thousand. */
export const priorityOf = (recipients: number): number => (recipients <= CHUNK ? 1 : 0);

const FAILURES_MAX = 8;
const BACKOFF = { firstMs: 2_000, factor: 3, maxMs: 30 * 60_000 };
/** Being asked to wait is no failure, but nobody wants yesterday's message. */
const PUT_OFF_MAX_MS = 24 * 60 * 60_000;
/** Those who were asked to wait at the same time do not come back at the same time. */
const SPREAD_MS = 500;

export type Next =
  | { kind: 'done'; state: 'gone' | 'failed'; reason: string }
  | {
      kind: 'again';
      afterMs: number;
      /** Whether the service named the time: then nobody else sends there before it. */
      told: boolean;
      failures: number;
      reason: string;
    };

/** What becomes of a message that was not sent. `chance` is from 0 to 1; `ageMs` since it was planned. */
export function next(
  posted: Exclude<Posted, { kind: 'sent' }>,
  { failures, ageMs }: { failures: number; ageMs: number },
  chance: number,
): Next {
  const { reason } = posted;
  if (posted.kind === 'gone') return { kind: 'done', state: 'gone', reason };
  if (posted.kind === 'refused') return { kind: 'done', state: 'failed', reason };
  const told = posted.afterMs !== undefined;
  const failed = told ? failures : failures + 1;
  if (failed >= FAILURES_MAX || ageMs > PUT_OFF_MAX_MS) return { kind: 'done', state: 'failed', reason };
  const afterMs =
    posted.afterMs === undefined ? backoffMs(failed, chance) : posted.afterMs + chance * SPREAD_MS;
  return { kind: 'again', afterMs, told, failures: failed, reason };
}

/** Exponential, bounded, with full jitter. */
function backoffMs(failures: number, chance: number): number {
  const { firstMs, factor, maxMs } = BACKOFF;
  return chance * Math.min(firstMs * factor ** (failures - 1), maxMs);
}

/**
 * One conversation that is asked to wait says nothing of the others. This many of a tenant's within a second do: a tenth
 * of what the tenant may be sent meanwhile.
 */
export const STRIKES = 5;
export const STRIKES_MS = 1_000;

/** What kind of trouble a message was given up for, so that what to do about it can be said. */
export type Trouble = 'busy' | 'access' | 'large' | 'address' | 'other';

/** By the reason that was recorded: a status with Teams' own word for it, how the network failed, or `unreadable`. */
export function troubleOf(reason: string): Trouble {
  if (reason === 'unreadable') return 'address';
  const status = Number(/^\d{3}/.exec(reason)?.[0]);
  if (Number.isNaN(status) || status === 429 || status === 408 || status === 412 || status >= 500)
    return 'busy';
  if (status === 401 || status === 403 || status === 404) return 'access';
  return status === 413 ? 'large' : 'other';
}
