import { z } from 'zod';

/** What the buttons on our cards carry: one definition, for the cards that send it and the bot that gets it back. */
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
]);

/** As it comes back, checked. */
export type Action = z.infer<typeof actionSchema>;
/** As a card carries it. */
export type ActionData = z.input<typeof actionSchema>;
