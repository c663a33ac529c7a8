import { z } from 'zod';
import { langs } from '../knowledge/model.ts';

const lang = z.enum(langs);

/** What the buttons on the cards of this job carry. Loose: what is filled in comes beside it, under the inputs' ids. */
export const handoffActionSchema = z.discriminatedUnion('do', [
  z.looseObject({ do: z.literal('handoff.gaps'), lang }),
]);

export type HandoffAction = z.infer<typeof handoffActionSchema>;
/** As a card carries it. */
export type HandoffActionData = z.input<typeof handoffActionSchema>;
