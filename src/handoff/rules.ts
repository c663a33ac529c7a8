import type { Topic } from '../knowledge/model.ts';
import { DAY_MS, parseLocal, toLocal } from '../times.ts';

/** What may be done with a question that was sent to people, and when it is brought up again. Pure. */

export type State = 'open' | 'taken' | 'answered' | 'closed' | 'withdrawn';

/** By those in the channel. */
export type ChannelStep = 'take' | 'answer' | 'close' | 'reopen';
/** By the one who asked. */
export type AskerStep = 'confirm' | 'not-yet' | 'withdraw';
export type Step = ChannelStep | AskerStep;

const STEPS: Record<Step, { from: State[]; to: State }> = {
  take: { from: ['open'], to: 'taken' },
  // Whoever knows the answer gives it, whoever has taken the question.
  answer: { from: ['open', 'taken'], to: 'answered' },
  close: { from: ['open', 'taken'], to: 'closed' },
  reopen: { from: ['taken', 'answered', 'closed'], to: 'open' },
  confirm: { from: ['answered'], to: 'closed' },
  'not-yet': { from: ['answered', 'closed'], to: 'open' },
  withdraw: { from: ['open', 'taken', 'answered', 'closed'], to: 'withdrawn' },
};

/** The state it leads to; undefined when it cannot be done now. */
export const after = (state: State, step: Step): State | undefined =>
  STEPS[step].from.includes(state) ? STEPS[step].to : undefined;

export const isAskers = (step: Step): step is AskerStep =>
  step === 'confirm' || step === 'not-yet' || step === 'withdraw';

/** Someone is expected to do something. */
export const waits = (state: State): boolean => state === 'open' || state === 'taken';

export const MAX = { question: 2_000, answer: 4_000, reason: 1_000, more: 1_000, link: 500 } as const;
/** The question travels in a button until the person has said yes. */
export const IN_BUTTON = 400;
/** So many of one person may wait at once. */
export const WAITING_MOST = 5;
/** A form older than this is asked for anew: what it says of who will see the question may no longer be so. */
const FORM_DAYS = 7;

/** Days since 1970 in UTC: a button says when its form was made. */
export const dayOf = (now: Date): number => Math.floor(now.getTime() / DAY_MS);
export const isOld = (madeOn: number, now: Date): boolean => Math.abs(dayOf(now) - madeOn) > FORM_DAYS;

/** A link as it is kept; '' when none was given, undefined when it is no address of a web page. */
export function readLink(written: string): string | undefined {
  const text = written.trim();
  if (!text) return '';
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.') || url.username)
    return undefined;
  return url.href.length <= MAX.link ? url.href : undefined;
}

const REMIND_AFTER_DAYS = 2;
const REMIND_AT = '09:00';
export const REMINDERS_MOST = 5;

/** Monday to Friday, public holidays left out. `day` is an ISO date. */
export function isWorkingDay(day: string, isHoliday: (day: string) => boolean): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}

/** 09:00 in Norway on the second working day after. */
export function remindAt(from: Date, isWorking: (day: string) => boolean): Date {
  let day = toLocal(from).date;
  for (let left = REMIND_AFTER_DAYS; left > 0; ) {
    day = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
    if (isWorking(day)) left--;
  }
  return parseLocal(day, REMIND_AT)!;
}

/** The asker is forgotten a week after the end, the question a month after. One that never ends is kept half a year. */
export const KEPT = { askerDays: 7, endedDays: 30, waitingDays: 180 } as const;
export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

/** What was not answered, by topic; `null` is what has none. */
export interface Gap {
  topic: Topic | null;
  unanswered: number;
  disliked: number;
}

/** Most first. `topicOf` a section: of its article, if it is still there. */
export function gapsOf(
  { unanswered, disliked }: Counts,
  topicOf: (section: string) => Topic | undefined,
): Gap[] {
  const byTopic = new Map<Topic | null, Gap>();
  const at = (topic: Topic | null): Gap => {
    const gap = byTopic.get(topic) ?? { topic, unanswered: 0, disliked: 0 };
    byTopic.set(topic, gap);
    return gap;
  };
  for (const { topic, count } of unanswered) at(topic).unanswered += count;
  for (const { section, count } of disliked)
    at((section !== null && topicOf(section)) || null).disliked += count;
  return [...byTopic.values()].sort((a, b) => b.unanswered + b.disliked - a.unanswered - a.disliked);
}

/** As ask counts them. */
export interface Counts {
  unanswered: { topic: Topic | null; count: number }[];
  disliked: { section: string | null; count: number }[];
}
