import type { Moment } from '../db/schema.ts';
import type { Topic } from '../knowledge/model.ts';
import type { State } from './rules.ts';

export interface HandoffTables {
  /** A question sent to people. `sealed` has all that was written and every name (store.ts). */
  handoff: {
    id: string;
    tenant: string;
    topic: Topic;
    state: State;
    /** One more with each change. */
    version: number;
    /** Keyed hash of the channel it was last posted in. */
    channel: string;
    /** Who asked; null a week after it ended. */
    asker: string | null;
    /** Who last did something with it in the channel. */
    actor: string | null;
    /** Where the asker is told, when not in a chat of their own. Keyed hash, as a channel's. */
    place: string | null;
    /** How many cards were posted of it. */
    posts: number;
    /** How many times it was brought up again since it was last opened. */
    reminded: number;
    sent_at: Moment;
    ended_at: Moment | null;
    sealed: string;
  };
}
