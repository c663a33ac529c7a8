import type { Lang } from '../knowledge/model.ts';
import { parseLocal } from '../times.ts';
import type { Step } from './actions.ts';
import { reworded } from './form.ts';
import { type Audience, MIN_GROUP, type Plan } from './model.ts';

/** What a leader fills in on the cards, read as changes of a plan. Pure. */

/** What came with a press, unchecked but for its names. */
export type Filled = Record<string, unknown>;

/** Names of the fields of the wizard, for the cards that show them and this reading of them. */
export const FIELD = {
  title: 'in-title',
  purpose: 'in-purpose',
  anonymous: 'in-anonymous',
  minGroup: 'in-min-group',
  shownTo: 'in-shown-to',
  audience: 'in-audience',
  emails: 'in-emails',
  opensDay: 'in-opens-day',
  opensClock: 'in-opens-clock',
  closesDay: 'in-closes-day',
  closesClock: 'in-closes-clock',
  remind: 'in-remind',
  repeat: 'in-repeat',
  text: 'in-text',
  options: 'in-options',
  required: 'in-required',
  question: 'in-question',
} as const;

export const MAX_TITLE = 100;
export const MAX_PURPOSE = 500;
export const MAX_EMAILS = 20_000;
/** Fits on a card beside the rest; a longer list is kept, and not shown again. */
const SHOWN_EMAILS = 6_000;
/** When a day is chosen and no clock time. */
const OPENS_AT = '08:00';
const CLOSES_AT = '16:00';

/** A field left out of the card, or not of its kind, reads as empty. */
export function textIn(filled: Filled, field: string, max = 1_000): string {
  const value = filled[field];
  return typeof value === 'string' ? value.trim().slice(0, max) : typeof value === 'number' ? `${value}` : '';
}

/** What a step's fields say; nothing for a field that was not on the card. */
export function readStep(at: Step, filled: Filled, plan: Plan, lang: Lang): Partial<Plan> {
  switch (at) {
    case 'about':
      return FIELD.title in filled ? aboutIn(filled, plan, lang) : {};
    case 'audience':
      return { audience: audienceIn(filled, plan.audience) };
    case 'time':
      return FIELD.closesDay in filled ? timeIn(filled) : {};
    case 'questions':
    case 'preview':
      return {};
  }
}

function aboutIn(filled: Filled, plan: Plan, lang: Lang): Partial<Plan> {
  const { form } = plan;
  const anonymous = textIn(filled, FIELD.anonymous) !== 'no';
  const minGroup = Number(textIn(filled, FIELD.minGroup) || MIN_GROUP);
  const shownTo = textIn(filled, FIELD.shownTo);
  return {
    form: {
      ...form,
      title: reworded(form.title, lang, textIn(filled, FIELD.title, MAX_TITLE)),
      purpose: reworded(form.purpose, lang, textIn(filled, FIELD.purpose, MAX_PURPOSE)),
    },
    anonymous,
    minGroup: Number.isFinite(minGroup) ? minGroup : 0,
    shownTo: shownTo === 'leaders' || shownTo === 'everyone' ? shownTo : 'sender',
  };
}

/** The place is known by where the leader stands; its name is for the cards, and is added where it is known. */
function audienceIn(filled: Filled, before: Audience | null): Audience | null {
  const emails = emailsIn(textIn(filled, FIELD.emails, MAX_EMAILS));
  switch (textIn(filled, FIELD.audience) || (emails.length > 0 ? 'emails' : '')) {
    case 'members':
      return { kind: 'members', name: '' };
    case 'channel':
      return { kind: 'channel', name: '' };
    case 'everyone':
      return { kind: 'everyone' };
    case 'emails':
      return emails.length === 0 && before?.kind === 'emails' && isLong(before.emails)
        ? before
        : { kind: 'emails', emails };
    default:
      return before;
  }
}

export const isLong = (emails: string[]): boolean => emails.join('\n').length > SHOWN_EMAILS;

/** Addresses as people paste them: from a sheet, with commas, or "Kari Nordmann <kari@kommunen.no>; …" from a mail. */
function emailsIn(pasted: string): string[] {
  const parts = pasted.includes('<')
    ? (pasted.match(/[^\s,;<>()"]+@[^\s,;<>()"]+/g) ?? [])
    : pasted.split(/[\s,;]+/);
  return [...new Set(parts.map((part) => part.toLowerCase()).filter((part) => part !== ''))];
}

function timeIn(filled: Filled): Partial<Plan> {
  const repeat = textIn(filled, FIELD.repeat);
  const days = textIn(filled, FIELD.remind)
    .split(',')
    .map(Number)
    .filter((day) => Number.isInteger(day) && day > 0);
  return {
    opensAt: momentFrom(filled, FIELD.opensDay, FIELD.opensClock, OPENS_AT) ?? null,
    closesAt: deadlineIn(filled) ?? null,
    remindDays: days.sort((a, b) => b - a),
    repeat: repeat === 'half-year' || repeat === 'year' ? repeat : 'none',
  };
}

export const deadlineIn = (filled: Filled): Date | undefined =>
  momentFrom(filled, FIELD.closesDay, FIELD.closesClock, CLOSES_AT);

function momentFrom(filled: Filled, day: string, clock: string, otherwise: string): Date | undefined {
  return parseLocal(textIn(filled, day), textIn(filled, clock) || otherwise);
}
