import { z } from 'zod';

/** What the buttons on the cards of people carry. */
export const peopleActionSchema = z.discriminatedUnion('do', [
  /** The audit log, a page at a time. */
  z.object({ do: z.literal('people.audit'), from: z.number().int().min(0).default(0) }),
]);

export type PeopleAction = z.infer<typeof peopleActionSchema>;
/** As a card carries it. */
export type PeopleActionData = z.input<typeof peopleActionSchema>;
