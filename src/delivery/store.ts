import { type Kysely, sql } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { Chunk } from './boss.ts';
import {
  CLOCK,
  conversationKey,
  holdConversation,
  ms,
  nextTurn,
  sinceNow,
  strikeTenant,
  TENANT,
  tenantKey,
  turn,
} from './limits.ts';
import { CONVERSATION, HORIZON_MS } from './rules.ts';
import type { Kind, State } from './tables.ts';

type Db = Kysely<Schema>;

/** A row that is ours to send until the lease ends. */
export interface Claim {
  batch: string;
  recipient: string;
  kind: Kind;
  tenant: string;
  attempt: number;
  failures: number;
  message: string;
  version: number;
  address: string | null;
  /** What an edit is to change. */
  sent: string | null;
  /** Until its turn comes. */
  waitMs: number;
  ageMs: number;
}

export type Claimed =
  | { kind: 'claimed'; claim: Claim }
  /** Not yet to be tried again, or no turn soon: for this conversation, or for the whole tenant. */
  | { kind: 'wait'; afterMs: number; whole: boolean }
  /** Sent already, or by someone else now; paused or cancelled. */
  | { kind: 'nothing' };

/** The longest a claim is held: beyond it another process may send. post takes less, see send.ts. */
const LEASE_MS = 30_000;

/**
 * Claims a row and takes its turn, both or neither, in one statement: what a killed process leaves behind is only the
 * lease. The tenant's row is locked until the commit, so the commit does not wait for the disk. A database server that
 * crashes may forget the claims of the last moment, which is no worse than killing us: what is recorded as sent is kept.
 */
export async function claim(db: Db, chunk: Chunk, recipient: string): Promise<Claimed> {
  const { batch, kind, tenant } = chunk;
  const { rows } = await sql<Found>`
    with ready as (
      select d.batch, d.recipient, d.kind, d.tenant, d.requests, d.message, d.due_at <= ${CLOCK} as due, d.due_at
      from delivery d join delivery_batch b on b.id = d.batch
      where d.batch = ${batch} and d.recipient = ${recipient} and d.kind = ${kind} and d.state = 'waiting'
        and not b.paused and (d.leased_until is null or d.leased_until < ${CLOCK})
      for update of d
    ), conversation as (
      ${turn(CONVERSATION, { key: conversationKey(sql`recipient`), from: sql`ready where due` })}
    ), tenant as (
      ${turn(TENANT, {
        key: tenantKey(sql`tenant`),
        from: sql`ready where exists (select from conversation)`,
        requests: sql`(select requests from ready)`,
        horizonMs: HORIZON_MS,
      })}
    ), claimed as (
      update delivery d
      set attempt = d.attempt + 1, version = m.version, leased_until = ${CLOCK} + ${ms(LEASE_MS)}
      from tenant, ready r join delivery_message m on m.batch = r.batch and m.name = r.message
      where d.batch = r.batch and d.recipient = r.recipient and d.kind = r.kind
      returning d.attempt, d.failures, d.message, d.version, d.address, d.planned_at
    )
    select
      set_config('synchronous_commit', 'off', true), r.batch is not null as found, c.attempt, c.failures, c.message, c.version, c.address,
      (select sent from delivery d where d.batch = r.batch and d.recipient = r.recipient and d.kind = 'send') as sent,
      ${sinceNow(sql`t.at`)} as "waitMs",
      -${sinceNow(sql`c.planned_at`)} as "ageMs",
      exists (select from conversation) as admitted, ${sinceNow(sql`r.due_at`)} as "dueMs",
      ${sinceNow(nextTurn(CONVERSATION, conversationKey(recipient)))} as "conversationMs",
      ${sinceNow(nextTurn(TENANT, tenantKey(tenant)))} as "tenantMs"
    from (select) one left join ready r on true left join tenant t on true left join claimed c on true
  `.execute(db);
  const [row] = rows;
  if (!row?.found) return { kind: 'nothing' };
  const { attempt, failures, message, version, address, sent, waitMs, ageMs, admitted, dueMs } = row;
  if (attempt !== null)
    return {
      kind: 'claimed',
      claim: {
        batch,
        recipient,
        kind,
        tenant,
        attempt,
        failures,
        message,
        version,
        address,
        sent,
        waitMs,
        ageMs,
      },
    };
  return admitted
    ? { kind: 'wait', afterMs: row.tenantMs ?? 0, whole: true }
    : { kind: 'wait', afterMs: Math.max(row.conversationMs ?? 0, dueMs), whole: false };
}

/** `attempt` and what follows it are null together, when nothing was claimed. */
interface Found extends Omit<Claim, 'attempt' | 'batch' | 'recipient' | 'kind' | 'tenant'> {
  found: boolean;
  attempt: number | null;
  admitted: boolean;
  conversationMs: number | null;
  dueMs: number;
  tenantMs: number | null;
}

/**
 * It was sent. Gives whether the message was changed meanwhile, so that there is an edit to do. Holding the message's
 * row makes a change that is under way wait for us or us for it: none falls between.
 */
export async function markSent(db: Db, claimed: Claim, sent: string): Promise<boolean> {
  const { batch, recipient, kind, message, version, tenant } = claimed;
  const { rows } = await sql<{ changed: boolean }>`
    with current as (
      select version from delivery_message where batch = ${batch} and name = ${message} for share
    ), done as (
      update delivery set
        state = case when kind = 'edit' and delivery.version < current.version then 'waiting' else 'sent' end,
        sent = case when kind = 'send' then ${sent} end, address = null, reason = null, leased_until = null
      from current
      where ${mine(claimed)} and state in ('waiting', 'cancelled')
      returning current.version > ${version} as changed
    ), edit as (
      insert into delivery (batch, recipient, kind, tenant, message, requests)
      select ${batch}, ${recipient}, 'edit', ${tenant}, ${message}, 1 from done where changed and ${kind} = 'send'
      on conflict do nothing
    )
    select changed from done
  `.execute(db);
  return rows[0]?.changed ?? false;
}

/** It is not sent and never will be. Who is gone is forgotten. */
export async function markDone(
  db: Db,
  claimed: Claim,
  state: Extract<State, 'gone' | 'failed'>,
  reason: string,
): Promise<void> {
  await sql`
    update delivery set state = ${state}, reason = ${reason}, leased_until = null, address = null
    where ${mine(claimed)} and state = 'waiting'
  `.execute(db);
}

/** It is tried again later, with others that are then due (jobs.ts). `told`: the service named the time. */
export async function putOff(
  db: Db,
  claimed: Claim,
  { afterMs, told, failures, reason }: { afterMs: number; told: boolean; failures: number; reason: string },
): Promise<void> {
  await sql`
    update delivery set due_at = ${CLOCK} + ${ms(afterMs)}, queued_at = null, leased_until = null,
      failures = ${failures}, reason = ${reason}
    where ${mine(claimed)} and state = 'waiting'
  `.execute(db);
  if (!told) return;
  await holdConversation(claimed.recipient, afterMs).execute(db);
  await strikeTenant(claimed.tenant, afterMs).execute(db);
}

/** Its conversation has no turn yet. */
export async function postpone(
  db: Db,
  { batch, kind }: Chunk,
  recipient: string,
  afterMs: number,
): Promise<void> {
  await sql`
    update delivery set due_at = greatest(due_at, ${CLOCK} + ${ms(afterMs)}), queued_at = null
    where batch = ${batch} and recipient = ${recipient} and kind = ${kind} and state = 'waiting'
  `.execute(db);
}

const mine = ({ batch, recipient, kind, attempt }: Claim) =>
  sql`batch = ${batch} and recipient = ${recipient} and kind = ${kind} and attempt = ${attempt}`;
