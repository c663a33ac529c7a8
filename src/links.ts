import { z } from 'zod';
import { listQuerySchema } from './ask/lists/filter.ts';
import { langs } from './knowledge/model.ts';
import { createSeal } from './people/seal.ts';
import { DAY_MS } from './times.ts';

const resultsSchema = z.object({
  kind: z.enum(['report', 'csv', 'xlsx']),
  /** Keyed, as in `Who.tenant`. */
  tenant: z.string(),
  round: z.string(),
  lang: z.enum(langs),
  /** A file of a named survey with who answered what: handed to the one who sent it, and to nobody else. */
  names: z.boolean().optional(),
});
/** A list of shared solutions as a file, with what it holds by then. */
const listSchema = z.object({ kind: z.literal('list'), query: listQuerySchema, lang: z.enum(langs) });
/** How much was not answered in a tenant, by topic, as a file with what it holds by then. */
const gapsSchema = z.object({ kind: z.literal('gaps'), tenant: z.string(), lang: z.enum(langs) });

/** What a link to the results of a survey leads to. */
export type LinkedResults = z.infer<typeof resultsSchema>;
type LinkedList = z.infer<typeof listSchema>;
/** What a link leads to. */
export type Linked = LinkedResults | LinkedList | z.infer<typeof gapsSchema>;

const until = { until: z.number() };
const tokenSchema = z.discriminatedUnion('kind', [
  resultsSchema.extend(until),
  listSchema.extend(until),
  gapsSchema.extend(until),
]);

/** A link opens for whoever has it, so it is sealed, tells nothing by itself, and stops working. */
export interface Links {
  /** `validMs` from now; left out, a report or a list opens for 14 days, a file for 1, and one with names for an hour. */
  link(linked: Linked, validMs?: number): string;
  /** The content of a link, by the token that stands last in it. */
  read(token: string): Opened;
}

type Opened =
  | { kind: 'valid'; linked: Linked; until: Date }
  | { kind: 'expired'; linked: Linked }
  /** Not one of ours, or changed. */
  | { kind: 'wrong' };

const NAMES_MS = 60 * 60_000;
const VALID_MS: Record<Linked['kind'], number> = {
  report: 14 * DAY_MS,
  csv: DAY_MS,
  xlsx: DAY_MS,
  list: 14 * DAY_MS,
  gaps: DAY_MS,
};

/** Longer is not one of ours, and is not worth opening. */
const MOST_CHARACTERS = 1_000;
const ABOUT = 'link';

interface LinksDeps {
  secret: string;
  /** Where people reach us, without a slash at the end; asked each time, for the server starts after the bot. */
  publicUrl: () => string;
  now: () => Date;
}

export function createLinks({ secret, publicUrl, now }: LinksDeps): Links {
  const seal = createSeal(secret);
  return {
    link(linked, validMs = validFor(linked)) {
      const content = { ...linked, until: now().getTime() + validMs };
      return `${publicUrl()}/d/${seal.close(content, ABOUT)}`;
    },
    read(token) {
      const opened = token.length <= MOST_CHARACTERS ? seal.open(token, ABOUT) : undefined;
      // A link outlives the code that made it.
      const { data } = tokenSchema.safeParse(opened);
      if (!data) return { kind: 'wrong' };
      const { until, ...linked } = data;
      return until > now().getTime()
        ? { kind: 'valid', linked, until: new Date(until) }
        : { kind: 'expired', linked };
    },
  };
}

const validFor = (linked: Linked): number =>
  'names' in linked && linked.names ? NAMES_MS : VALID_MS[linked.kind];
