import { z } from 'zod';

/** What the buttons on our cards carry: one definition, for the cards that send it and the bot that gets it back. */
export const actionSchema = z.discriminatedUnion('do', [
  /** Ask this, as if it were typed. */
  z.object({ do: z.literal('ask'), question: z.string().min(1).max(400) }),
  /** Quote this section: one of several readings, or another part of an article. */
  z.object({ do: z.literal('quote'), section: z.string().max(200), lang: z.enum(['nb', 'nn', 'en']) }),
  /** The other sections of an article. */
  z.object({ do: z.literal('more'), article: z.string().max(100), lang: z.enum(['nb', 'nn', 'en']) }),
  /** Everything under a topic. */
  z.object({ do: z.literal('list'), topic: z.string().max(40), lang: z.enum(['nb', 'nn', 'en']) }),
]);

export type Action = z.infer<typeof actionSchema>;
