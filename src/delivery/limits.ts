import { type RawBuilder, sql } from 'kysely';
import { CONVERSATION, STRIKES, STRIKES_MS, TENANT_MS } from './rules.ts';

/**
 * Limits shared by all processes: one row for each tenant and each conversation, which holds when the next would be sent
 * if they came one by one (the "theoretical arrival time" of GCRA, ITU-T I.371). Taking a turn is one statement, so no
 * two processes get the same, and the clock is the database's, so theirs need not agree.
 */
export interface Limit {
  everyMs: number;
  /** How many may come at once after a pause. */
  burst: number;
}

export const TENANT: Limit = { everyMs: TENANT_MS, burst: 1 };

type Sql = RawBuilder<unknown>;

/** Not now(), which stands still in a statement that waits for a row. */
export const CLOCK: Sql = sql`clock_timestamp()`;
export const ms = (value: number | Sql): Sql => sql`(${value} * interval '1 millisecond')`;
export const tenantKey = (tenant: Sql | string): Sql => sql`'t:' || ${tenant}`;
export const conversationKey = (recipient: Sql | string): Sql => sql`'c:' || ${recipient}`;
/** How long before its row says so a conversation may be sent to. */
const ahead = ({ everyMs, burst }: Limit): number => (burst - 1) * everyMs;

/**
 * Takes a turn if it comes within `horizonMs`, and gives `at`, when it is (or was, if it is free now); else no row, and
 * nothing is taken. `from` has one row or none. `requests` counts what is sent in one turn.
 */
export function turn(
  limit: Limit,
  {
    key,
    from,
    requests = sql`1`,
    horizonMs = 0,
  }: { key: Sql; from: Sql; requests?: Sql; horizonMs?: number },
  clock = CLOCK,
): Sql {
  const step = sql`(${requests} * ${ms(limit.everyMs)})`;
  return sql`
    insert into delivery_slot as slot (key, next_at)
    select ${key}, ${clock} + ${step} from ${from}
    on conflict (key) do update set next_at = greatest(slot.next_at, ${clock}) + ${step}
    where slot.next_at <= ${clock} + ${ms(ahead(limit) + horizonMs)}
    returning next_at - ${step} - ${ms(ahead(limit))} as at`;
}

/** When the next turn comes, for one that got none. */
export const nextTurn = (limit: Limit, key: Sql): Sql =>
  sql`(select next_at - ${ms(ahead(limit))} from delivery_slot where key = ${key})`;

/**
 * Told to wait: the conversation is left alone until then, and so is the tenant once several of its conversations are
 * told so at the same time, for then it is the tenant's limit that is met.
 */
export function holdConversation(recipient: string, afterMs: number): Sql {
  const until = sql`${CLOCK} + ${ms(afterMs + ahead(CONVERSATION))}`;
  return sql`
    insert into delivery_slot as slot (key, next_at) values (${conversationKey(recipient)}, ${until})
    on conflict (key) do update set next_at = greatest(slot.next_at, excluded.next_at)`;
}

export function strikeTenant(tenant: string, afterMs: number): Sql {
  const recent = sql`slot.struck_at > ${CLOCK} - ${ms(STRIKES_MS)}`;
  return sql`
    insert into delivery_slot as slot (key, next_at, strikes, struck_at)
    values (${tenantKey(tenant)}, ${CLOCK}, 1, ${CLOCK})
    on conflict (key) do update set
      strikes = case when ${recent} then slot.strikes + 1 else 1 end,
      struck_at = case when ${recent} then slot.struck_at else excluded.struck_at end,
      next_at = case when ${recent} and slot.strikes + 1 >= ${STRIKES}
        then greatest(slot.next_at, ${CLOCK} + ${ms(afterMs)}) else slot.next_at end`;
}

/** Gives each who could not be sent to a time of its own after the others who could not: `ms` from now. */
export const spread = (tenant: string, recipients: number): RawBuilder<{ ms: number }> => {
  const step = ms(recipients * TENANT_MS);
  return sql<{ ms: number }>`
    update delivery_slot set spread_at = greatest(spread_at, next_at, ${CLOCK}) + ${step}
    where key = ${tenantKey(tenant)}
    returning ${sinceNow(sql`spread_at - ${step}`)} as ms`;
};

/** Milliseconds until a time, by the database's clock. */
export const sinceNow = (time: Sql): Sql => sql`(extract(epoch from ${time} - ${CLOCK}) * 1000)::float8`;
