import { randomUUID } from 'node:crypto';
import { langs } from '../knowledge/model.ts';
import type { Who } from '../people/who.ts';
import { clearClosing, isDue, setForgetting, setOpening } from './alarms.ts';
import { createCounter } from './counting.ts';
import type { SurveyDeps } from './deps.ts';
import { questionsOf } from './form.ts';
import { MIN_GROUP_TEXT } from './model.ts';
import { record } from './record.ts';
import { nextRound } from './repeat.ts';
import { scoresOf } from './scores.ts';
import { type Sending, withPlan, withState } from './sending.ts';
import type { Kept, Tx } from './store/rounds.ts';
import type { Stores } from './store/stores.ts';
import { holdBack } from './suppression.ts';

export interface Ending {
  /**
   * Once, however many ask at once. `allowed` is asked under lock; `who` asks, or the deadline does. Gives the round as
   * it then is.
   */
  close(id: string, allowed: (kept: Kept) => boolean, who?: Who): Promise<Kept | undefined>;
  withdraw(id: string, allowed: (kept: Kept) => boolean, who: Who): Promise<Kept | undefined>;
  /** Rung at their times. */
  rings: Record<'close' | 'forget', (id: string) => Promise<void>>;
}

interface EndingDeps extends SurveyDeps {
  /** Much has been deleted. */
  onEnded: () => void;
}

/** How a round ends: answers become counts, and everything that was of a person goes. */
export function createEnding(deps: EndingDeps, stores: Stores, sending: Sending): Ending {
  const { delivery, notices, audit, random, now, onEnded } = deps;
  const { rounds, asked, responses, named, results } = stores;

  const close: Ending['close'] = async (id, allowed, who) => {
    const before = await rounds.get(id);
    if (before?.round.state !== 'open') return before;
    const owner = await sending.ownerOf(before.round);
    const closed = await rounds.transaction(async (tx) => {
      const kept = await rounds.lock(tx, id);
      if (kept?.round.state !== 'open' || !allowed(kept)) return kept;
      const counted = await conclude(tx, kept);
      await forgetSent(tx, kept);
      const over = { ...withoutPeople(withState(kept, 'closed')), ...counted, closedAt: now() };
      const told = await sending.tellOwner(tx, over, 'results', owner, (lang) =>
        notices.results(over.round, lang),
      );
      await setForgetting(delivery, tx, id, now());
      await repeat(tx, kept);
      if (who) await record(audit, tx, who, 'close', kept);
      return rounds.write(tx, { ...over, batches: [told] });
    });
    onEnded();
    return closed;
  };

  /** Answers become what may be shown of them. Nothing else is left. */
  async function conclude(tx: Tx, kept: Kept): Promise<Pick<Kept, 'invited' | 'answered' | 'heldBack'>> {
    const { id, plan } = kept.round;
    const { form, minGroup, anonymous } = plan;
    const { invited } = await asked.clear(tx, id);
    const counter = createCounter(form);
    const answers = anonymous
      ? await responses.takeChosen(tx, id, form)
      : (await named.all(id, tx)).map((one) => one.answers);
    for (const one of answers) counter.add(one);
    const counted = counter.counted();
    const { answered } = counted;
    const shown = holdBack(form, counted, minGroup);
    if (answered >= minGroup) {
      await results.save(tx, id, shown, scoresOf(form, shown.tallies, null, minGroup));
      if (answered >= Math.max(MIN_GROUP_TEXT, minGroup)) await keepTexts(tx, kept);
    }
    await responses.drop(tx, id);
    return { invited, answered, heldBack: shown.heldBack };
  }

  async function keepTexts(tx: Tx, { round: { id, plan } }: Kept): Promise<void> {
    for (const question of questionsOf(plan.form).filter(({ kind }) => kind === 'text')) {
      const texts = plan.anonymous
        ? await responses.takeTexts(tx, id, question.id)
        : shuffled(
            (await named.all(id, tx)).flatMap(({ answers }) => answers[question.id] ?? []).map(String),
          );
      await results.saveTexts(tx, id, question.id, texts);
    }
  }

  function shuffled(texts: string[]): string[] {
    const mixed: string[] = [];
    for (const text of texts) mixed.splice(random(mixed.length + 1), 0, text);
    return mixed;
  }

  async function repeat(tx: Tx, kept: Kept): Promise<void> {
    const next = nextRound(kept, randomUUID(), now());
    if (!next) return;
    await rounds.insert(next, tx);
    await setOpening(delivery, tx, next, now());
  }

  async function forgetSent(tx: Tx, { round, batches }: Kept): Promise<void> {
    await clearClosing(delivery, tx, round.id, round.plan);
    for (const batch of batches) {
      await delivery.cancel(tx, batch);
      await delivery.forgetBatch(tx, batch);
    }
  }

  const withdraw: Ending['withdraw'] = async (id, allowed, who) => {
    const withdrawn = await rounds.transaction(async (tx) => {
      const kept = await rounds.lock(tx, id);
      const state = kept?.round.state;
      if (!kept || (state !== 'open' && state !== 'closed') || !allowed(kept)) return kept;
      const { invited } = await asked.clear(tx, id);
      await responses.drop(tx, id);
      await named.drop(tx, id);
      await results.drop(tx, id);
      await clearClosing(delivery, tx, id, kept.round.plan);
      const says = Object.fromEntries(langs.map((lang) => [lang, notices.withdrawn(kept.round, lang)]));
      for (const batch of kept.batches) {
        await delivery.cancel(tx, batch);
        await delivery.replace(tx, batch, says);
      }
      // The cards say so first; then it is forgotten whom they were sent to.
      await setForgetting(delivery, tx, id, now());
      await record(audit, tx, who, 'withdraw', kept);
      const over = withoutPeople(withState(kept, 'withdrawn'));
      return rounds.write(tx, {
        ...over,
        batches: kept.batches,
        closedAt: kept.closedAt ?? now(),
        invited: Math.max(invited, kept.invited),
        answered: 0,
        heldBack: 0,
      });
    });
    onEnded();
    return withdrawn;
  };

  async function forget(id: string): Promise<void> {
    await rounds.transaction(async (tx) => {
      const kept = await rounds.lock(tx, id);
      if (!kept || kept.round.state === 'open') return;
      for (const batch of kept.batches) await delivery.forgetBatch(tx, batch);
      await rounds.write(tx, { ...kept, batches: [] });
    });
  }

  return {
    close,
    withdraw,
    rings: {
      close: async (id) => void (await close(id, ({ round }) => isDue(round.plan.closesAt, now()))),
      forget,
    },
  };
}

/** The name of the audience is kept for the results, and who was in it is not. */
function withoutPeople(kept: Kept): Kept {
  const { audience } = kept.round.plan;
  const over = audience?.kind === 'emails' ? { ...audience, emails: [] } : audience;
  return { ...withPlan(kept, { audience: over }), here: undefined, batches: [] };
}
