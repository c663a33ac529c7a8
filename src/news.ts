import type { Tx } from './db/schema.ts';
import type { Solution } from './knowledge/solution.ts';

/** What there is to tell of a shared solution. Border type: share says it, follow hears it, and neither knows the other. */
export interface News {
  /** Made of what is told, so that the same told twice is told once. */
  id: string;
  change: 'new' | 'changed' | 'withdrawn';
  /** Whether those who follow are told anew. What they have been told before is put right either way. */
  tell: boolean;
  /** As it is from now on; withdrawn, as it was. */
  solution: Solution;
}

/** In the transaction of what is told: both happen or neither. */
export type Tell = (tx: Tx, news: News) => Promise<void>;
