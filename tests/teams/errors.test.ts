import { describe, expect, test } from 'vitest';
import { unsent } from '../../src/teams/errors.ts';

const NOW = Date.parse('2026-12-01T10:00:00Z');

/** As the connector's client throws it. */
const answered = (statusCode: number, code?: string, headers: Record<string, string> = {}) => ({
  name: 'RestError',
  statusCode,
  ...(code && { code, details: { error: { code, message: 'Kari' } } }),
  response: { headers: { get: (name: string) => headers[name.toLowerCase()] } },
});

describe('what to do about each answer of Teams', () => {
  test.each([
    [429, 'Throttled', 'later'],
    [401, undefined, 'later'],
    [408, undefined, 'later'],
    [412, 'PreconditionFailed', 'later'],
    [500, 'ServiceError', 'later'],
    [502, undefined, 'later'],
    [503, undefined, 'later'],
    [504, undefined, 'later'],
    [403, 'MessageWritesBlocked', 'gone'],
    [403, 'BotNotInConversationRoster', 'gone'],
    [403, 'BotDisabledByAdmin', 'gone'],
    [403, 'ConversationBlockedByUser', 'gone'],
    [403, 'SomethingElse', 'refused'],
    [403, undefined, 'refused'],
    [404, 'ConversationNotFound', 'gone'],
    [404, 'ActivityNotFoundInConversation', 'refused'],
    [400, 'BadSyntax', 'refused'],
    [413, 'MessageSizeTooBig', 'refused'],
  ])('%i %s: %s', (status, code, kind) => {
    const { kind: found, reason } = unsent(answered(status, code), NOW);
    expect(found).toBe(kind);
    expect(reason).toBe(code ? `${status} ${code}` : String(status));
  });

  test.each([
    [{ name: 'RestError', code: 'ECONNRESET' }, 'ECONNRESET'],
    [{ name: 'RestError', code: 'ECONNREFUSED' }, 'ECONNREFUSED'],
    [{ name: 'AbortError' }, 'timeout'],
    [{ name: 'TimeoutError' }, 'timeout'],
    [{ name: 'ClientAuthError' }, 'ClientAuthError'],
    [undefined, 'unknown'],
  ])('no answer (%o): later', (error, reason) => {
    expect(unsent(error, NOW)).toEqual({ kind: 'later', reason });
  });
});

describe('how long Teams asks to wait', () => {
  test.each<[Record<string, string>, number | undefined]>([
    [{ 'retry-after': '3' }, 3_000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after-ms': '250', 'retry-after': '3' }, 250],
    [{ 'retry-after': 'Tue, 01 Dec 2026 10:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Tue, 01 Dec 2026 09:00:00 GMT' }, 0],
    [{ 'retry-after': '86400' }, 3_600_000],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('%o', (headers, afterMs) => {
    expect(unsent(answered(429, undefined, headers), NOW)).toEqual({ kind: 'later', reason: '429', afterMs });
  });
});
