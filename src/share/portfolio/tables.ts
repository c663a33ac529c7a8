import type { Day } from '../../db/schema.ts';
import type { Stand } from './rules.ts';

export interface PortfolioTables {
  /** Which municipality (by number) uses or needs what is shared: one row for each, whoever in it said so. */
  portfolio: { solution: string; municipality: string; kind: Stand; tenant: string; day: Day };
  /** The solutions in the knowledge folder as they were last read, so that what is new there is told once. */
  shared_file: { id: string; hash: string; told: boolean };
}
