import { z } from 'zod';
import { langs } from '../knowledge/model.ts';

const lang = z.enum(langs);
const from = z.number().int().min(0).max(1_000_000).default(0);

/** What the buttons on the cards of people carry. `sure`: the second press, after the card has asked. */
export const peopleActionSchema = z.discriminatedUnion('do', [
  /** The audit log, a page at a time. */
  z.object({ do: z.literal('people.audit'), lang, from }),
  /** Who has roles, a page at a time. */
  z.object({ do: z.literal('people.roles'), lang, from }),
  z.object({
    do: z.literal('people.take'),
    lang,
    /** Keyed hash. */
    person: z.string().max(60),
    role: z.enum(['leader', 'editor', 'admin']),
    sure: z.boolean().default(false),
  }),
  z.object({
    do: z.literal('people.municipality'),
    lang,
    number: z.string().regex(/^\d{4}$/),
    sure: z.boolean().default(false),
  }),
  /** What was asked is let be. */
  z.object({ do: z.literal('people.unchanged'), lang }),
]);

export type PeopleAction = z.infer<typeof peopleActionSchema>;
/** As a card carries it. */
export type PeopleActionData = z.input<typeof peopleActionSchema>;
