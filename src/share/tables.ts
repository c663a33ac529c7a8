import type { Moment } from '../db/schema.ts';
import type { EntryState, Made } from './rules.ts';

/** What was shared is meant for everyone, so its text is kept as it is; who shared or changed it is a keyed hash. */
export interface ShareTables {
  share_entry: {
    id: string;
    tenant: string;
    /** Who shared it; null when they have asked us to forget them. */
    person: string | null;
    state: EntryState;
    /** The newest version. */
    version: number;
    /** The version everyone sees, and the day it was approved, as "2026-11-30". */
    published: number | null;
    published_on: string | null;
    /** Its id as a solution, from the first approval on. */
    slug: string | null;
    /** Which version the editors were last asked about. */
    asked: number;
    /** The last decision, with the name of who made it: sealed. */
    decision: string | null;
    /** What was planned to be sent about it and is not forgotten yet, as JSON. */
    batches: string;
    changed_at: Moment;
  };
  share_version: {
    entry: string;
    number: number;
    made: Made;
    by: string | null;
    content: string;
    at: Moment;
  };
  /** What someone has begun on, as they have filled it in; sealed. `id` is that of the entry it is or will be. */
  share_draft: { id: string; person: string; tenant: string; base: number; sealed: string; at: Moment };
  /** One row, one more each time what everyone sees is changed. */
  share_revision: { id: number; revision: string };
}
