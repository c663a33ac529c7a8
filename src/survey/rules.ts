import { questionsOf } from './form.ts';
import { layOut } from './layout.ts';
import { MIN_GROUP, type Plan, type Question, type Round, type RoundState } from './model.ts';
import type { Refusal } from './survey.ts';

/** A reason, and what it is about where the plan has many of them. */
export interface Refused {
  why: Refusal;
  detail?: string;
}

export const MAX_AUDIENCE = 50_000;

/** The plan with the change, laid out; or what is wrong with what was changed. What is still missing is no fault here. */
export function changed(plan: Plan, change: Partial<Plan>, now: Date): Plan | Refused {
  const next: Plan = { ...plan, ...change };
  if (change.form) {
    const laidOut = layOut(change.form);
    if (laidOut.kind === 'page-too-large') return { why: laidOut.kind, detail: laidOut.question };
    if (laidOut.kind !== 'ok') return { why: laidOut.kind };
    next.form = laidOut.form;
    if (!isGrouping(next)) next.form = { ...next.form, groupBy: null };
  }
  if (change.anonymous !== undefined || change.minGroup !== undefined) {
    if (!hasMinGroup(next)) return { why: 'min-group' };
  }
  if (change.opensAt !== undefined || change.closesAt !== undefined) {
    const why = next.closesAt && deadlineFault(next.opensAt, next.closesAt, now);
    if (why) return { why };
  }
  next.remindDays = [...new Set(next.remindDays)].sort((a, b) => b - a);
  return next;
}

/** Why a plan cannot be sent; undefined when it can, as far as is known before anyone is looked up. */
export function refusalToSend(plan: Plan, now: Date): Refused | undefined {
  const { form, audience, opensAt, closesAt } = plan;
  if (!form.title.nb.trim()) return { why: 'no-title' };
  if (questionsOf(form).length === 0) return { why: 'no-questions' };
  const laidOut = layOut(form);
  if (laidOut.kind === 'page-too-large') return { why: laidOut.kind, detail: laidOut.question };
  if (laidOut.kind !== 'ok') return { why: laidOut.kind };
  if (!hasMinGroup(plan)) return { why: 'min-group' };
  if (!audience) return { why: 'no-audience' };
  if (!closesAt) return { why: 'no-deadline' };
  const why = deadlineFault(opensAt, closesAt, now);
  return why && { why };
}

/** How many there must be for a round to be sent. */
export const fewestIn = (plan: Plan): number => (plan.anonymous ? plan.minGroup : 1);

/** Whether so many may be asked. Counting may stop at one more than `MAX_AUDIENCE`. */
export function audienceFault(plan: Plan, count: number): Refused | undefined {
  if (count === 0) return { why: 'empty-audience' };
  if (count > MAX_AUDIENCE) return { why: 'too-many-people', detail: String(MAX_AUDIENCE) };
  if (count < fewestIn(plan)) return { why: 'audience-under-min-group', detail: String(count) };
  return undefined;
}

export type Step =
  | 'change'
  | 'send'
  | 'close'
  | 'extend'
  | 'remind'
  | 'hold'
  | 'correct'
  | 'withdraw'
  | 'discard';

const FROM: Record<Step, RoundState[]> = {
  change: ['draft', 'scheduled'],
  send: ['draft'],
  close: ['open'],
  extend: ['open'],
  remind: ['open'],
  hold: ['open'],
  correct: ['draft', 'scheduled', 'open'],
  withdraw: ['open', 'closed'],
  discard: ['draft', 'scheduled'],
};

export const isAllowed = (step: Step, state: RoundState): boolean => FROM[step].includes(state);

/** A new deadline is one after the old one. */
export function extensionFault(round: Round, closesAt: Date, now: Date): Refused | undefined {
  if (closesAt <= now || (round.plan.closesAt && closesAt <= round.plan.closesAt))
    return { why: 'deadline-past' };
  return undefined;
}

/** The plan with a question worded anew, the same in all languages; undefined when it has no such question. */
export function reworded(plan: Plan, id: string, text: string): Plan | undefined {
  if (!questionsOf(plan.form).some((question) => question.id === id)) return undefined;
  const mend = (question: Question): Question =>
    question.id === id ? { ...question, text: { nb: text, nn: text, en: text } } : question;
  const pages = plan.form.pages.map((page) => ({ ...page, questions: page.questions.map(mend) }));
  return { ...plan, form: { ...plan.form, pages } };
}

/** What is known of someone who opens a survey. */
export interface Standing {
  state: RoundState;
  sameTenant: boolean;
  anonymous: boolean;
  /** One card for all in a channel: whoever can press it is asked. */
  inChannel: boolean;
  closesAt: Date | null;
  asked: boolean;
  outstanding: boolean;
}

export type Stands =
  | 'answers'
  | 'newcomer'
  | 'already'
  | 'late'
  | 'not-open'
  | 'not-asked'
  | 'withdrawn'
  | 'gone';

/** `already` may change a named answer: see `mayChange`. */
export function standing(s: Standing, now: Date): Stands {
  if (!s.sameTenant) return 'gone';
  if (s.state === 'withdrawn') return 'withdrawn';
  if (s.state === 'draft' || s.state === 'scheduled') return 'not-open';
  // A round that is over no longer knows who had answered.
  if (s.state === 'closed') return 'late';
  if (s.asked && !s.outstanding) return 'already';
  if (s.closesAt && s.closesAt <= now) return 'late';
  if (s.asked) return 'answers';
  return s.inChannel ? 'newcomer' : 'not-asked';
}

/** Named answers are changed until the deadline; an anonymous one can no longer be found. */
export const mayChange = (s: Standing, now: Date): boolean =>
  !s.anonymous && s.state === 'open' && s.asked && !(s.closesAt && s.closesAt <= now);

/** An anonymous round never shows groups under five, and no round groups of none. */
const hasMinGroup = (plan: Plan): boolean =>
  Number.isInteger(plan.minGroup) && plan.minGroup >= (plan.anonymous ? MIN_GROUP : 1);

function deadlineFault(opensAt: Date | null, closesAt: Date, now: Date): Refusal | undefined {
  if (closesAt <= now) return 'deadline-past';
  return opensAt && closesAt <= opensAt ? 'deadline-before-opening' : undefined;
}

function isGrouping({ form }: Plan): boolean {
  if (form.groupBy === null) return true;
  return questionsOf(form).some(({ id, kind }) => id === form.groupBy && kind === 'choice');
}
