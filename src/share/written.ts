import { z } from 'zod';
import type { Step } from './actions.ts';

/** What a sharer fills in, as it was written: kept in the draft and shown again until it can be read. */

/**
 * The most of a field that is kept. More than what it may hold, so that what is too long is said and not lost; and no
 * more than that a step with all of it is still a card.
 */
const KEPT = {
  kind: 20,
  title: 6_000,
  problem: 4_000,
  done: 4_000,
  result: 2_400,
  again: 2_400,
  otherwise: 2_400,
  place: 500,
  year: 20,
  procedure: 60,
  systems: 1_000,
  topic: 60,
  tags: 1_000,
  dpia: 20,
  dpiaLink: 600,
  agreement: 20,
  agreementLink: 600,
  links: 5_000,
  role: 300,
  office: 300,
  consent: 20,
  nb: 1_000,
  nn: 1_000,
  en: 1_000,
} as const;

export type FieldName = keyof typeof KEPT;
export type Written = Partial<Record<FieldName, string>>;

export const fieldNames = Object.keys(KEPT) as FieldName[];
export const kept = (name: FieldName): number => KEPT[name];
/** Its id on a card. */
export const inputOf = (name: FieldName): string => `in-${name}`;

/** Which fields are on the card of a step. `summary` is for editors. */
export const FIELDS: Record<Step, FieldName[]> = {
  about: ['kind', 'title', 'problem'],
  told: ['done', 'result', 'again', 'otherwise'],
  facts: ['place', 'year', 'procedure', 'systems', 'topic', 'tags'],
  privacy: ['dpia', 'dpiaLink', 'agreement', 'agreementLink', 'links'],
  contact: ['role', 'office', 'consent'],
  summary: ['nb', 'nn', 'en'],
  preview: [],
};

/** A number field gives a number; one the client left out, or of another kind, reads as empty. */
const filled = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);

/** Control characters but line breaks and tabs, and what turns the direction of the text that follows. */
const UNSEEN = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;

/** What came with a press from the card of a step; nothing for a field that was not on the card. */
export function writtenIn(step: Step, pressed: Record<string, unknown>): Written {
  return Object.fromEntries(
    FIELDS[step].flatMap((name) => {
      const input = inputOf(name);
      if (!(input in pressed)) return [];
      const value = filled.parse(pressed[input]) ?? '';
      return [[name, value.replace(UNSEEN, '').trim().slice(0, KEPT[name])]];
    }),
  );
}
