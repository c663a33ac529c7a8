import { may } from '../people/rules.ts';
import type { Who } from '../people/who.ts';
import { questionsOf } from './form.ts';
import type { Results } from './model.ts';
import { scoresOf, spread } from './scores.ts';
import type { Kept } from './store/rounds.ts';
import type { Stores } from './store/stores.ts';
import type { Surveys } from './survey.ts';
import { ok, refuse } from './under-way.ts';

type Showing = Pick<Surveys, 'results' | 'resultsFor' | 'compare' | 'isCompared'>;

/** Closed rounds, to those who may see them. Everything was held back at closing; here it is only read. */
export function createShowing({ rounds, results, named }: Stores): Showing {
  async function resultsOf(kept: Kept, withNames: boolean): Promise<Results> {
    const { round, closedAt, invited, answered, heldBack } = kept;
    const { form, minGroup, anonymous } = round.plan;
    const [tallies, groups, texts, own, before, others, names] = await Promise.all([
      results.tallies(round.id),
      results.groups(round.id),
      results.texts(round.id),
      results.scores(round.id),
      rounds.before(kept).then((id) => (id ? results.scores(id) : new Map<string, number>())),
      form.template ? results.ofOthers(form.template, round.tenant) : new Map<string, number[]>(),
      withNames && !anonymous ? named.all(round.id) : [],
    ]);
    const groupText = new Map(
      questionsOf(form).flatMap((q) =>
        q.kind === 'choice' && q.id === form.groupBy ? q.options.map((o) => [o.id, o.text]) : [],
      ),
    );
    return {
      round,
      closedAt: closedAt!,
      invited,
      answered,
      tooFew: answered < minGroup,
      scores: scoresOf(form, tallies, null, minGroup).map((score) => ({
        ...score,
        before: own.has(score.dimension) ? before.get(score.dimension) : undefined,
        others: spread(others.get(score.dimension) ?? []),
      })),
      tallies,
      groups: groups.flatMap(({ id, answered: size }) => {
        const text = groupText.get(id);
        return text ? [{ id, text, answered: size, scores: scoresOf(form, tallies, id, minGroup) }] : [];
      }),
      heldBack,
      texts: [...texts].map(([question, of]) => ({ question, texts: of })),
      named: names,
    };
  }

  return {
    async results(who, id) {
      const kept = await rounds.get(id);
      if (!kept || kept.round.tenant !== who.tenant || kept.round.state === 'withdrawn')
        return refuse({ why: 'gone' });
      if (!maySee(who, kept)) return refuse({ why: 'not-yours' });
      if (kept.round.state !== 'closed') return refuse({ why: 'wrong-state' });
      return ok(await resultsOf(kept, kept.round.owner === who.person));
    },
    async resultsFor(tenant, id, withNames = false) {
      const kept = await rounds.get(id);
      if (kept?.round.tenant !== tenant || kept.round.state !== 'closed') return undefined;
      return resultsOf(kept, withNames);
    },
    async compare(who, on) {
      if (!may(who, 'benchmark.choose')) return refuse({ why: 'not-admin' });
      if (on && !who.municipality) return refuse({ why: 'no-municipality' });
      await results.compare(who.tenant, on);
      return ok(undefined);
    },
    isCompared: (who) => results.isCompared(who.tenant),
  };
}

function maySee(who: Who, { round }: Kept): boolean {
  if (round.owner === who.person) return true;
  switch (round.plan.shownTo) {
    case 'sender':
      return false;
    case 'leaders':
      return may(who, 'survey.send');
    case 'everyone':
      return true;
  }
}
