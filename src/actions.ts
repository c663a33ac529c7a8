import { z } from 'zod';
import { listQuerySchema } from './ask/lists/filter.ts';
import type { FollowActionData } from './follow/actions.ts';
import type { HandoffActionData } from './handoff/actions.ts';
import type { PeopleActionData } from './people/actions.ts';
import type { ShareActionData } from './share/actions.ts';
import type { PortfolioActionData } from './share/portfolio/actions.ts';
import type { SurveyActionData } from './survey/actions.ts';

/**
 * What the buttons on the cards of ask and guide carry: one definition, for the cards that send it and the bot that gets
 * it back. Each other job has its own, in actions.ts in its folder.
 */
export const actionSchema = z.discriminatedUnion('do', [
  /** Ask this, as if it were typed. */
  z.object({ do: z.literal('ask'), question: z.string().min(1).max(400) }),
  /** Quote this section: one of several readings, or another part of an article. */
  z.object({ do: z.literal('quote'), section: z.string().max(200), lang: z.enum(['nb', 'nn', 'en']) }),
  /** The other sections of an article. */
  z.object({ do: z.literal('more'), article: z.string().max(100), lang: z.enum(['nb', 'nn', 'en']) }),
  /** Everything under a topic or a tag, a page at a time, from number `from`. */
  z.object({
    do: z.literal('list'),
    topic: z.string().max(60),
    lang: z.enum(['nb', 'nn', 'en']),
    from: z.number().int().min(0).default(0),
  }),
  /** The shared solutions that fit, in place of the list whose button it is: a page at a time, from row `from`. */
  z.object({
    do: z.literal('solutions'),
    ...listQuerySchema.shape,
    lang: z.enum(['nb', 'nn', 'en']),
    from: z.number().int().min(0).default(0),
  }),
  /** Begin a guide, in a card of its own. */
  z.object({ do: z.literal('guide'), guide: z.string().max(100), lang: z.enum(['nb', 'nn', 'en']) }),
  /** A step of a guide, in place of the step before it: the number of each choice made from the start, no more. */
  z.object({
    do: z.literal('step'),
    guide: z.string().max(100),
    path: z.array(z.number().int().min(0).max(20)).max(40),
    lang: z.enum(['nb', 'nn', 'en']),
  }),
]);

/** As it comes back, checked. */
export type Action = z.infer<typeof actionSchema>;
/** As a card carries it. */
export type ActionData =
  | z.input<typeof actionSchema>
  | FollowActionData
  | HandoffActionData
  | PeopleActionData
  | PortfolioActionData
  | ShareActionData
  | SurveyActionData;
