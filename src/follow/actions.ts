import { z } from 'zod';
import { langs } from '../knowledge/model.ts';

const lang = z.enum(langs);

/** What the buttons on the cards of this job carry. Loose: what is filled in comes beside it, under the inputs' ids. */
export const followActionSchema = z.discriminatedUnion('do', [
  z.looseObject({ do: z.literal('follow.mine'), lang }),
]);

export type FollowAction = z.infer<typeof followActionSchema>;
/** As a card carries it. */
export type FollowActionData = z.input<typeof followActionSchema>;
