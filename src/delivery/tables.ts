import type { Generated } from 'kysely';
import type { Moment } from '../db/schema.ts';
import type { Batch } from './delivery.ts';

export type State = 'waiting' | 'sent' | 'gone' | 'failed' | 'cancelled';
/** An edit changes what a send has sent. */
export type Kind = 'send' | 'edit';

export interface DeliveryTables {
  delivery_batch: {
    id: string;
    tenant: string;
    cause: Batch['cause'];
    about: string;
    paused: Generated<boolean>;
  };
  /** What a batch says, by name. `content` is a sealed Outgoing; `version` grows with each change. */
  delivery_message: { batch: string; name: string; version: Generated<number>; content: string };
  /** One row for each recipient in a batch, and one more once what was sent to them is changed. */
  delivery: {
    batch: string;
    recipient: string;
    kind: Kind;
    tenant: string;
    message: string;
    /** How many requests it takes: two where the conversation must be made first. */
    requests: number;
    state: Generated<State>;
    /** Grows with each claim, so that the outcome of an old one is not taken for that of a new one. */
    attempt: Generated<number>;
    failures: Generated<number>;
    /** Of the message, as it was when last claimed. */
    version: Generated<number>;
    planned_at: Generated<Moment>;
    /** Not tried before. */
    due_at: Generated<Moment>;
    /** Claimed by a process until then. */
    leased_until: Moment | null;
    /** When there will be a job for it; null when there is none. */
    queued_at: Moment | null;
    /** Sealed Address, until it is sent or gone. */
    address: string | null;
    /** Sealed SentMessage. */
    sent: string | null;
    /** Why it was given up, or last put off. */
    reason: string | null;
  };
  /** When a tenant or a conversation may next be sent to (limits.ts). */
  delivery_slot: {
    key: string;
    next_at: Moment;
    /** Up to when what had to wait has been spread out. */
    spread_at: Moment | null;
    /** How many conversations were told to wait since `struck_at`. */
    strikes: Generated<number>;
    struck_at: Moment | null;
  };
  /** `at` is by the clock of the one who set it; `leased_until` while it rings, or until it is tried again. */
  delivery_alarm: { name: string; key: string; at: Moment; leased_until: Moment | null };
}
