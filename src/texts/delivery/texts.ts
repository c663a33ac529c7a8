import type { Batch } from '../../delivery/delivery.ts';
import type { Trouble } from '../../delivery/rules.ts';

/** What is said of messages that could not be delivered, to an admin. */
export interface DeliveryTexts {
  title: string;
  none: string;
  /** How many, and of what. */
  count(count: number, cause: Batch['cause']): string;
  /** What went wrong and what to do. `reason` is Teams' own word, for whoever runs Samvit. */
  trouble: Record<Trouble, (reason: string) => string>;
  kept: string;
}
