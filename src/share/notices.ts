import type { Lang } from '../knowledge/model.ts';
import type { Outgoing } from '../messages.ts';
import type { Entry } from './store/entries.ts';

/** What is sent unasked about what was shared. The job says when and to whom; how it looks is for the cards. Pure. */
export interface Notices {
  /** To the editors: something waits for them. When it is settled, the same card says who decided what. */
  toEditors(entry: Entry, lang: Lang): Outgoing;
  /** To the sharer, each time something is decided. */
  toSharer(entry: Entry, lang: Lang): Outgoing;
}
