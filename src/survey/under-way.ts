import type { Who } from '../people/who.ts';
import { toLocal } from '../times.ts';
import { setClosing, setReminding } from './alarms.ts';
import type { SurveyDeps } from './deps.ts';
import type { Round } from './model.ts';
import { changed, extensionFault, type Refused, reworded, type Step } from './rules.ts';
import { isReminded, withPlan } from './sending.ts';
import type { Kept, Rounds, Tx } from './store/rounds.ts';
import type { Outcome, Surveys } from './survey.ts';

/** Takes a step with a round under lock, when this person may. */
export type TakeStep = (
  who: Who,
  id: string,
  what: Step,
  take: (tx: Tx, kept: Kept) => Promise<Kept | Refused>,
) => Promise<Outcome<Round>>;

/** What whoever sent a round can do with it while it is open, short of ending it. */
export function createUnderWay(
  { delivery, now }: SurveyDeps,
  rounds: Pick<Rounds, 'write'>,
  step: TakeStep,
): Pick<Surveys, 'extend' | 'remind' | 'hold' | 'correct'> {
  return {
    extend: (who, id, closesAt) =>
      step(who, id, 'extend', async (tx, kept) => {
        const refused = extensionFault(kept.round, closesAt, now());
        if (refused) return refused;
        const extended = await rounds.write(tx, withPlan(kept, { closesAt }));
        await setClosing(delivery, tx, extended, now());
        return extended;
      }),
    remind: (who, id) =>
      step(who, id, 'remind', async (tx, kept) => {
        const today = toLocal(now()).date;
        if (isReminded(kept, today)) return { why: 'reminded-today' };
        await setReminding(delivery, tx, id, today, now());
        return kept;
      }),
    async hold(who, id, held) {
      let batches: string[] = [];
      const outcome = await step(who, id, 'hold', async (_, kept) => {
        batches = kept.batches;
        return kept;
      });
      // Each takes its own lock on what is being sent, so the round's is let go first.
      if (outcome.kind === 'ok')
        for (const batch of batches) await (held ? delivery.pause(batch) : delivery.resume(batch));
      return outcome;
    },
    correct: (who, id, question, text) =>
      step(who, id, 'correct', async (tx, kept) => {
        const plan = text.trim() && reworded(kept.round.plan, question, text.trim());
        if (!plan) return { why: 'gone' };
        const fault = changed(kept.round.plan, { form: plan.form }, now());
        return 'why' in fault ? fault : rounds.write(tx, withPlan(kept, plan));
      }),
  };
}

export const ok = <T>(value: T): Outcome<T> => ({ kind: 'ok', value });
export const refuse = (refused: Refused): Extract<Outcome<never>, { kind: 'refused' }> => ({
  kind: 'refused',
  ...refused,
});
