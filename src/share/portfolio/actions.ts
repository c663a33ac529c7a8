import { z } from 'zod';
import { langs } from '../../knowledge/model.ts';
import { stands } from './rules.ts';

const lang = z.enum(langs);
const solution = z.string().max(100);
const kind = z.enum(stands);
const from = z.number().int().min(0).max(100_000).default(0);
/** Whether the card that is pressed makes room for what comes. */
const here = z.boolean().default(false);

/** What the buttons on the cards of the portfolio carry. */
export const portfolioActionSchema = z.discriminatedUnion('do', [
  /** Puts the presser's municipality among those who use or need it. */
  z.object({ do: z.literal('portfolio.use'), solution, kind, lang, here }),
  /** Takes it away again. */
  z.object({ do: z.literal('portfolio.leave'), solution, kind, lang }),
  /** Everyone who uses or needs a solution, or whatever solutions have a system: from name number `from`. */
  z.object({
    do: z.literal('portfolio.who'),
    of: z.union([z.object({ solution }), z.object({ system: z.string().max(100) })]),
    lang,
    from,
    here,
  }),
  /** What most municipalities need. */
  z.object({ do: z.literal('portfolio.needs'), lang, from, here }),
]);

export type PortfolioAction = z.infer<typeof portfolioActionSchema>;
/** As a card carries it. */
export type PortfolioActionData = z.input<typeof portfolioActionSchema>;
