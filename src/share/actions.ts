import { z } from 'zod';
import { langs } from '../knowledge/model.ts';

const lang = z.enum(langs);

/** What the buttons on the cards of this job carry. Loose: what is filled in comes beside it, under the inputs' ids. */
export const shareActionSchema = z.discriminatedUnion('do', [
  z.looseObject({ do: z.literal('share.new'), lang }),
]);

export type ShareAction = z.infer<typeof shareActionSchema>;
/** As a card carries it. */
export type ShareActionData = z.input<typeof shareActionSchema>;
