import { z } from 'zod';
import { langs } from '../knowledge/model.ts';
import { interestSchema } from './model.ts';

const lang = z.enum(langs);
const subscription = z.uuid();
const interests = z.array(interestSchema).max(80);

/** What the buttons on the cards of this job carry. Loose: what is filled in comes beside it, under the inputs' ids. */
export const followActionSchema = z.discriminatedUnion('do', [
  /** What the one who presses follows. */
  z.looseObject({ do: z.literal('follow.mine'), lang }),
  /** The one who presses follows these, and no longer follows them. */
  z.looseObject({ do: z.literal('follow.start'), lang, interests: interests.min(1) }),
  z.looseObject({ do: z.literal('follow.drop'), lang, interests: interests.min(1) }),
  /** What the channel or the chat follows: one of them, or all. */
  z.looseObject({ do: z.literal('follow.show'), lang, subscription: subscription.optional() }),
  /** The form: to change one, or to make a new one that begins with these. */
  z.looseObject({
    do: z.literal('follow.edit'),
    lang,
    subscription: subscription.optional(),
    interests: interests.default([]),
  }),
  /** `version`: as it was when the form was shown. */
  z.looseObject({
    do: z.literal('follow.save'),
    lang,
    subscription: subscription.optional(),
    version: z.int().min(0).optional(),
  }),
  z.looseObject({ do: z.literal('follow.stop'), lang, subscription }),
  /** "Stopp" on a notice, which many share: whatever made it come here. */
  z.looseObject({ do: z.literal('follow.silence'), lang, interests: interests.min(1) }),
]);

export type FollowAction = z.infer<typeof followActionSchema>;
/** As a card carries it. */
export type FollowActionData = z.input<typeof followActionSchema>;
