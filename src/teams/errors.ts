import type { Posted } from '../messages.ts';

/** The parts of the connector's errors that tell what to do; the rest is the whole request, with card, address and token. */
interface VendorError {
  name?: string;
  code?: string;
  statusCode?: number;
  /** The answer's own code, such as "ConversationNotFound". */
  details?: { error?: { code?: string } };
  response?: { headers?: { get(name: string): string | undefined } };
}

type Unsent = Exclude<Posted, { kind: 'sent' }>;

/**
 * Every error of the connector, as what to do about it. `reason` is a status and Teams' own word for it ("403
 * BotDisabledByAdmin"), or how the network failed ("timeout", "ECONNRESET"): never what was sent or to whom.
 * Teams' list: https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis
 */
export function unsent(error: unknown, nowMs: number): Unsent {
  const { name, code, statusCode, details, response } = (error ?? {}) as VendorError;
  if (statusCode === undefined) {
    const late = name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT';
    // A token that could not be fetched ends here too: it is no fault of the message.
    return { kind: 'later', reason: late ? 'timeout' : (code ?? name ?? 'unknown') };
  }
  const word = details?.error?.code ?? '';
  const reason = word ? `${statusCode} ${word}` : String(statusCode);
  if (GONE.get(statusCode)?.includes(word)) return { kind: 'gone', reason };
  if (PASSING.includes(statusCode) || statusCode >= 500) {
    return { kind: 'later', reason, afterMs: waitMs((header) => response?.headers?.get(header), nowMs) };
  }
  return { kind: 'refused', reason };
}

const GONE = new Map([
  [
    403,
    [
      'MessageWritesBlocked',
      'BotNotInConversationRoster',
      'BotDisabledByAdmin',
      'ConversationBlockedByUser',
      'ForbiddenOperationException',
    ],
  ],
  [404, ['ConversationNotFound']],
]);

/** Beside 5xx. 401: our token was not taken, which concerns us and not the message. 412: someone else wrote at the same time. */
const PASSING = [401, 408, 412, 425, 429];

/** No wait that is asked for keeps a message longer. */
const WAIT_MAX_MS = 60 * 60_000;

/** How long we are asked to wait: "retry-after-ms", or "Retry-After" in seconds or as a date. */
function waitMs(header: (name: string) => string | undefined, nowMs: number): number | undefined {
  const ms = Number(header('retry-after-ms') || Number.NaN);
  const after = header('retry-after') || '';
  const wait = [ms, Number(after || Number.NaN) * 1000, Date.parse(after) - nowMs].find(Number.isFinite);
  return wait === undefined ? undefined : Math.min(Math.max(wait, 0), WAIT_MAX_MS);
}
