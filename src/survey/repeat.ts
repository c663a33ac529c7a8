import { addMonths } from '../times.ts';
import type { Plan, Round } from './model.ts';
import type { Kept } from './store/rounds.ts';

const MONTHS: Record<Exclude<Plan['repeat'], 'none'>, number> = { 'half-year': 6, year: 12 };

/**
 * The round that comes after one that repeats: the same audience and form, as many months later by the clock on the
 * wall. When the one before was open for longer than that, the first time that is still to come.
 */
export function nextRound(kept: Kept, id: string, now: Date): Kept | undefined {
  const { round } = kept;
  const { repeat, opensAt, closesAt } = round.plan;
  if (repeat === 'none' || !opensAt || !closesAt) return undefined;
  let months = MONTHS[repeat];
  while (addMonths(opensAt, months) <= now) months += MONTHS[repeat];
  const next: Round = {
    ...round,
    id,
    state: 'scheduled',
    previous: round.id,
    plan: { ...round.plan, opensAt: addMonths(opensAt, months), closesAt: addMonths(closesAt, months) },
  };
  return { ...fresh(next, now), here: kept.here, renews: true };
}

/** A round nothing has happened to yet. */
export const fresh = (round: Round, now: Date): Kept => ({
  round,
  version: 1,
  renews: false,
  here: undefined,
  batches: [],
  createdAt: now,
  closedAt: null,
  invited: 0,
  answered: 0,
  heldBack: 0,
});
