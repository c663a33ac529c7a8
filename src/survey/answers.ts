import { z } from 'zod';
import { findPersonalData } from '../personal-data.ts';
import { type Answers, DONT_KNOW, type Form, type Page, type Question } from './model.ts';
import type { Asked } from './survey.ts';

type Faults = Extract<Asked, { kind: 'page' }>['faults'];
type Value = Answers[string];
type Fault = Faults[string];

const MAX_TEXT = 2_000;

export interface Read {
  /** What could be read; undefined where the answer was taken away. */
  answers: Record<string, Value | undefined>;
  /** What could not be read, as it was given, so that whoever wrote it can mend it. Never stored. */
  unread: Answers;
  faults: Faults;
}

/** What was filled in on a page, from a card or elsewhere. What is not a question on the page is let go. */
export function readAnswers(page: Page, given: Record<string, unknown>): Read {
  const read: Read = { answers: {}, unread: {}, faults: {} };
  for (const question of page.questions) {
    if (!Object.hasOwn(given, question.id)) continue;
    const value = given[question.id];
    const found = readAnswer(question, value);
    if ('fault' in found) {
      read.faults[question.id] = found.fault;
      if (typeof value === 'string') read.unread[question.id] = value.slice(0, 2 * MAX_TEXT);
    } else {
      read.answers[question.id] = found.value;
    }
  }
  return read;
}

/** Required questions without an answer. "Vet ikke" is an answer. */
export const missingOn = (page: Page, answers: Answers): string[] =>
  page.questions.filter((q) => q.required && !Object.hasOwn(answers, q.id)).map(({ id }) => id);

/** Numbers of the pages where something required is left out. */
export const missingPages = (form: Form, answers: Answers): number[] =>
  form.pages.flatMap((page, number) => (missingOn(page, answers).length > 0 ? [number] : []));

function readAnswer(question: Question, given: unknown): { value: Value | undefined } | { fault: Fault } {
  if (isEmpty(given)) return { value: undefined };
  switch (question.kind) {
    case 'scale': {
      const { data } = scale.safeParse(given);
      return { value: data };
    }
    case 'choice':
      return { value: question.options.find(({ id }) => id === given)?.id };
    case 'choices': {
      const chosen = several.safeParse(given).data ?? [];
      const known = question.options.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
      return { value: known.length > 0 ? known : undefined };
    }
    case 'number': {
      const { data } = number.safeParse(given);
      return data === undefined ? { fault: 'number' } : { value: data };
    }
    case 'date': {
      const { data } = z.iso.date().safeParse(given);
      return data === undefined ? { fault: 'date' } : { value: data };
    }
    case 'text':
      return readText(given);
  }
}

function readText(given: unknown): { value: Value | undefined } | { fault: Fault } {
  const text = String(given).trim();
  if (text.length > MAX_TEXT) return { fault: 'too-long' };
  // A text that tells who wrote it, or of someone else, is stopped before it is kept anywhere.
  return findPersonalData(text).length > 0 ? { fault: 'personal-data' } : { value: text || undefined };
}

const isEmpty = (given: unknown): boolean =>
  given === null || given === undefined || (typeof given === 'string' && given.trim() === '');

/** Cards give numbers as text. */
const scale = z.union([z.literal(DONT_KNOW), z.coerce.number().int().min(1).max(5)]);
/** Cards give several choices as one text with commas between. */
const several = z.union([z.array(z.string()), z.string().transform((text) => text.split(','))]);
/** Whole or with decimals, with a comma or a point. What is beyond is not a number people mean. */
const number = z
  .union([
    z.number(),
    z.string().transform((text) => Number(text.replace(/[\s\u00a0]/g, '').replace(',', '.'))),
  ])
  .pipe(z.number().min(-1e12).max(1e12));
