import { randomUUID } from 'node:crypto';
import type { Address } from '../messages.ts';
import { may } from '../people/rules.ts';
import type { Who } from '../people/who.ts';
import { clearOpening, setOpening } from './alarms.ts';
import { type Audiences, hasMembers } from './audience.ts';
import type { SurveyDeps } from './deps.ts';
import type { Ending } from './ending.ts';
import { emptyForm, formOf } from './layout.ts';
import { MIN_GROUP, type Plan, type Round } from './model.ts';
import { record } from './record.ts';
import { fresh } from './repeat.ts';
import {
  audienceFault,
  changed,
  fewestIn,
  isAllowed,
  MAX_AUDIENCE,
  type Refused,
  refusalToSend,
  type Step,
} from './rules.ts';
import { type Sending, withPlan, withState } from './sending.ts';
import type { Kept } from './store/rounds.ts';
import type { Stores } from './store/stores.ts';
import type { Outcome, RoundProgress, Surveys } from './survey.ts';
import { createUnderWay, ok, refuse, type TakeStep } from './under-way.ts';

type Leaders = Pick<
  Surveys,
  | 'create'
  | 'mine'
  | 'get'
  | 'change'
  | 'reach'
  | 'send'
  | 'close'
  | 'extend'
  | 'remind'
  | 'hold'
  | 'correct'
  | 'withdraw'
  | 'discard'
  | 'progress'
>;

interface Parts {
  stores: Stores;
  audiences: Audiences;
  sending: Sending;
  ending: Ending;
}

/** What whoever sends a survey can do with it. */
export function createLeaders(deps: SurveyDeps, { stores, audiences, sending, ending }: Parts): Leaders {
  const { delivery, templates, now } = deps;
  const { rounds, asked } = stores;

  /** A round that this person may take this step with; admins may end what others have begun. */
  function refusalOf(who: Who, kept: Kept | undefined, step: Step | 'see'): Refused | undefined {
    if (kept?.round.tenant !== who.tenant) return { why: 'gone' };
    const isAdmin = who.roles.has('admin') && ENDS.has(step);
    if (kept.round.owner !== who.person && !isAdmin) return { why: 'not-yours' };
    if (!ENDS.has(step) && !may(who, 'survey.send')) return { why: 'not-leader' };
    return step === 'see' || isAllowed(step, kept.round.state) ? undefined : { why: 'wrong-state' };
  }

  async function seen(who: Who, id: string): Promise<Outcome<Kept>> {
    const kept = await rounds.get(id);
    const refused = refusalOf(who, kept, 'see');
    return refused ? refuse(refused) : ok(kept!);
  }

  const step: TakeStep = (who, id, what, take) =>
    rounds.transaction(async (tx) => {
      const kept = await rounds.lock(tx, id);
      const refused = refusalOf(who, kept, what);
      if (refused) return refuse(refused);
      const taken = await take(tx, kept!);
      if ('why' in taken) return refuse(taken);
      await record(deps.audit, tx, who, what, taken);
      return ok(taken.round);
    });

  async function create(who: Who, from: Parameters<Leaders['create']>[1]): Promise<Outcome<Round>> {
    if (!may(who, 'survey.send')) return refuse({ why: 'not-leader' });
    const plan = await startingPlan(who, from);
    if ('why' in plan) return refuse(plan);
    const round: Round = {
      id: randomUUID(),
      tenant: who.tenant,
      owner: who.person,
      ownerName: who.name,
      state: 'draft',
      plan,
      previous: null,
    };
    await rounds.insert(fresh(round, now()));
    return ok(round);
  }

  async function startingPlan(who: Who, from: Parameters<Leaders['create']>[1]): Promise<Plan | Refused> {
    if (from === null) return { ...EMPTY, form: emptyForm() };
    if ('template' in from) {
      const template = templates().find(({ id }) => id === from.template);
      return template ? { ...EMPTY, form: formOf(template) } : { why: 'gone' };
    }
    const kept = await rounds.get(from.round);
    const refused = refusalOf(who, kept, 'see');
    if (refused) return refused;
    // When, and to whom, is chosen anew: e-mails are no longer there, and the leader may stand elsewhere.
    return { ...kept!.round.plan, audience: null, opensAt: null, closesAt: null };
  }

  async function change(
    who: Who,
    id: string,
    change: Partial<Plan>,
    here?: Address,
  ): Promise<Outcome<Round>> {
    return step(who, id, 'change', async (tx, kept) => {
      const plan = changed(kept.round.plan, change, now());
      if ('why' in plan) return plan;
      const where = change.audience && here ? here : kept.here;
      const needsMembers = plan.audience?.kind === 'members' || plan.audience?.kind === 'channel';
      if (change.audience && needsMembers && !hasMembers(where)) return { why: 'no-audience' };
      const renews = kept.renews && !change.form;
      const next = { ...withPlan(kept, plan), here: where, renews };
      if (kept.round.state === 'scheduled') {
        const refused = refusalToSend(plan, now());
        if (refused) return refused;
        await setOpening(delivery, tx, next, now());
      }
      return rounds.write(tx, next);
    });
  }

  async function send(who: Who, id: string): Promise<Outcome<Round>> {
    const found = await seen(who, id);
    if (found.kind === 'refused') return found;
    const { round } = found.value;
    if (round.state === 'open' || round.state === 'scheduled') return ok(round);
    const refused = refusalToSend(round.plan, now()) ?? (await audienceRefusal(found.value));
    if (refused) return refuse(refused);
    return rounds.transaction(async (tx) => {
      const kept = await rounds.lock(tx, id);
      if (kept?.round.state === 'open' || kept?.round.state === 'scheduled') return ok(kept.round);
      const changedSince = refusalOf(who, kept, 'send') ?? refusalToSend(kept!.round.plan, now());
      if (changedSince) return refuse(changedSince);
      await record(deps.audit, tx, who, 'send', kept!);
      const { opensAt } = kept!.round.plan;
      if (!opensAt || opensAt <= now()) return ok((await sending.open(tx, kept!, now())).round);
      const scheduled = await rounds.write(tx, withState(kept!, 'scheduled'));
      await setOpening(delivery, tx, scheduled, now());
      return ok(scheduled.round);
    });
  }

  /** Lists are counted to the end, for they are short; teams only as far as is needed to know that they will do. */
  async function audienceRefusal(kept: Kept): Promise<Refused | undefined> {
    const { plan } = kept.round;
    const most = plan.audience?.kind === 'emails' ? MAX_AUDIENCE + 1 : fewestIn(plan);
    return audienceFault(plan, await audiences.count(kept, most));
  }

  /** For steps that end a round, which take their own lock. */
  async function end(who: Who, id: string, what: 'close' | 'withdraw'): Promise<Outcome<Round>> {
    const before = await rounds.get(id);
    const refused = refusalOf(who, before, what);
    // Someone was quicker: it is done.
    if (refused?.why === 'wrong-state' && before?.round.state === DONE[what]) return ok(before.round);
    if (refused) return refuse(refused);
    const kept = await ending[what](id, (locked) => refusalOf(who, locked, what) === undefined, who);
    return kept?.round.state === DONE[what] ? ok(kept.round) : refuse({ why: 'wrong-state' });
  }

  async function progress(who: Who, id: string): Promise<Outcome<RoundProgress>> {
    const found = await seen(who, id);
    if (found.kind === 'refused') return found;
    const { round, ...kept } = found.value;
    const counted = round.state === 'open' ? await asked.counts(id) : undefined;
    const invited = counted?.invited ?? kept.invited;
    const answered = counted ? counted.invited - counted.outstanding : kept.answered;
    const few = round.plan.anonymous && round.state === 'open' && answered < round.plan.minGroup;
    const sent = await delivery.progress('survey', id);
    return ok({ invited, answered: few ? 0 : answered, few, delivery: sent });
  }

  return {
    create,
    async mine(who) {
      const own = await rounds.ofOwner(who.tenant, who.person);
      const shared = may(who, 'survey.send') ? await rounds.sharedWithLeaders(who.tenant, who.person) : [];
      return [...own, ...shared].map(({ round }) => round);
    },
    async get(who, id) {
      const found = await seen(who, id);
      return found.kind === 'ok' ? ok(found.value.round) : found;
    },
    change,
    async reach(who, id) {
      const found = await seen(who, id);
      return found.kind === 'ok' ? ok(await audiences.reach(found.value)) : found;
    },
    send,
    close: (who, id) => end(who, id, 'close'),
    withdraw: (who, id) => end(who, id, 'withdraw'),
    ...createUnderWay(deps, rounds, step),
    async discard(who, id) {
      const discarded = await step(who, id, 'discard', async (tx, kept) => {
        await clearOpening(delivery, tx, id);
        await rounds.remove(tx, id);
        return kept;
      });
      return discarded.kind === 'ok' ? ok(undefined) : discarded;
    },
    progress,
  };
}

/** What may be done by an admin with a survey of someone else, and by a leader who no longer is one. */
const ENDS = new Set<Step | 'see'>(['see', 'close', 'extend', 'hold', 'withdraw', 'discard']);
const DONE = { close: 'closed', withdraw: 'withdrawn' } as const;

const EMPTY: Omit<Plan, 'form'> = {
  anonymous: true,
  minGroup: MIN_GROUP,
  audience: null,
  opensAt: null,
  closesAt: null,
  remindDays: [3, 1],
  shownTo: 'sender',
  repeat: 'none',
};
