import { z } from 'zod';
import { langs, topics } from '../knowledge/model.ts';
import { IN_BUTTON } from './rules.ts';

const lang = z.enum(langs);
const id = z.uuid();
const topic = z.enum(topics);
const from = z.number().int().min(0).max(100_000).default(0);
const question = z.string().max(IN_BUTTON).default('');

/** What the buttons on the cards of this job carry. Loose: what is filled in comes beside it, under the inputs' ids. */
export const handoffActionSchema = z.discriminatedUnion('do', [
  /** Shows what would be sent, and to whom. Without a topic, the person picks it. */
  z.looseObject({ do: z.literal('handoff.ask'), lang, question, topic: topic.optional() }),
  /** `id` of the question it becomes, so that sending twice sends once; `made` is the day of the form. */
  z.looseObject({
    do: z.literal('handoff.send'),
    lang,
    id,
    made: z.number().int(),
    topic: topic.optional(),
  }),
  z.looseObject({ do: z.literal('handoff.decline'), lang }),

  z.looseObject({ do: z.literal('handoff.take'), lang, id }),
  /** A form first, and done when `sure`. */
  z.looseObject({ do: z.literal('handoff.answer'), lang, id, sure: z.boolean().default(false) }),
  z.looseObject({ do: z.literal('handoff.close'), lang, id, sure: z.boolean().default(false) }),
  z.looseObject({ do: z.literal('handoff.reopen'), lang, id }),

  z.looseObject({ do: z.literal('handoff.confirm'), lang, id }),
  z.looseObject({ do: z.literal('handoff.not-yet'), lang, id }),
  z.looseObject({ do: z.literal('handoff.withdraw'), lang, id, sure: z.boolean().default(false) }),

  z.looseObject({ do: z.literal('handoff.look'), lang, id }),
  z.looseObject({ do: z.literal('handoff.draft'), lang, id }),
  z.looseObject({ do: z.literal('handoff.share'), lang, id }),
  /** What was not answered, and what waits: questions a page at a time. */
  z.looseObject({ do: z.literal('handoff.gaps'), lang, from }),
  z.looseObject({ do: z.literal('handoff.waiting'), lang, from }),
]);

export type HandoffAction = z.infer<typeof handoffActionSchema>;
/** One of them, by its name. */
export type Pressed<D extends HandoffAction['do']> = Extract<HandoffAction, { do: D }>;
/** As a card carries it. */
export type HandoffActionData = z.input<typeof handoffActionSchema>;
