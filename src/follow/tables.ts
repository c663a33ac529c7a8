import type { Moment } from '../db/schema.ts';
import type { Lang } from '../knowledge/model.ts';
import type { Change, Home, Interest, Rhythm } from './model.ts';

export interface FollowTables {
  /** Who follows what: a channel, a chat or a person. `sealed` is where a channel or a chat is, and its name. */
  follow_subscription: {
    id: string;
    recipient: string;
    tenant: string;
    home: Home;
    team: string | null;
    lang: Lang | null;
    interests: Interest[];
    every: Rhythm['every'];
    at: string;
    weekday: number;
    days_off: boolean;
    version: number;
    maker: string | null;
    sealed: string | null;
    next_at: Moment | null;
  };
  /** A solution that someone has been told of, as it is now. Kept 90 days after the last time. */
  follow_solution: { solution: string; content: string; at: Moment };
  /**
   * Who has been told what, or is to be in a digest when `batch` is null. Kept 90 days after, so that the same is told
   * once and cards can be put right.
   */
  follow_told: {
    recipient: string;
    news: string;
    solution: string;
    change: Change;
    reasons: Interest[];
    subscription: string;
    /** Of a channel, so that it goes with its team, also when it follows nothing more. */
    team: string | null;
    batch: string | null;
    at: Moment;
  };
  /** What was sent (delivery), and what it is made of: see `Sent` in store/batches.ts. Kept 90 days. */
  follow_batch: { batch: string; solution: string | null; sent: string; at: Moment };
}
