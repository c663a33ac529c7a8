import { findPersonalData, type PersonalData } from '../personal-data.ts';
import { MAX, readLink } from './rules.ts';

/** What is filled in on the cards, read. Pure. */

type Filled = Record<string, unknown>;

/** Names of the fields. */
export const FIELD = {
  question: 'in-question',
  topic: 'in-topic',
  name: 'in-name',
  answer: 'in-answer',
  link: 'in-link',
  reason: 'in-reason',
  more: 'in-more',
} as const;

/** Longer than any field takes: what is past it was pasted, and is said to be too long all the same. */
const PASTED = 20_000;

/** A field left out of the card, or not of its kind, reads as empty. */
export function textIn(filled: Filled, name: string): string {
  const value = filled[name];
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim().slice(0, PASTED) : '';
}

/** What is wrong with a text: nothing written, too much, or something of a person. */
export type Fault =
  | { kind: 'empty' }
  | { kind: 'long'; max: number }
  | { kind: 'personal'; kinds: PersonalData[] };

export function faultIn(text: string, max: number): Fault | undefined {
  if (text === '') return { kind: 'empty' };
  const kinds = findPersonalData(text);
  if (kinds.length > 0) return { kind: 'personal', kinds };
  return text.length > max ? { kind: 'long', max } : undefined;
}

export interface Answer {
  text: string;
  /** As it was written. */
  link: string;
}

export const answerIn = (filled: Filled): Answer => ({
  text: textIn(filled, FIELD.answer),
  link: textIn(filled, FIELD.link),
});

export type AnswerFault = Fault | { kind: 'link' };

export function faultInAnswer({ text, link }: Answer): AnswerFault | undefined {
  const fault = faultIn(text, MAX.answer);
  if (fault) return fault;
  const kinds = findPersonalData(link);
  if (kinds.length > 0) return { kind: 'personal', kinds };
  return readLink(link) === undefined ? { kind: 'link' } : undefined;
}
