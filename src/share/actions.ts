import { z } from 'zod';
import { langs } from '../knowledge/model.ts';
import { kinds } from './model.ts';

const lang = z.enum(langs);
const id = z.string().max(60);
const from = z.number().int().min(0).max(100_000).default(0);
const number = z.number().int().min(1).max(100_000);
const sure = z.boolean().default(false);

/** The steps of "Del en løsning", in order. */
export const steps = ['about', 'told', 'facts', 'privacy', 'contact', 'summary', 'preview'] as const;
export type Step = (typeof steps)[number];

/**
 * What the buttons on the cards of sharing carry. Loose: what is filled in comes beside it, under the inputs' ids. Those
 * on what is sent unasked carry no language: one card in a channel is pressed by people of several.
 */
export const shareActionSchema = z.discriminatedUnion('do', [
  /** The first step of something new, from what others say where there is a text. Nothing is kept before it is filled in. */
  z.looseObject({
    do: z.literal('share.new'),
    lang,
    kind: z.enum(kinds).optional(),
    text: z.string().max(30_000).default(''),
  }),
  /** Keeps what is filled in at a step, and goes to another; `back` goes there whatever is filled in. */
  z.looseObject({
    do: z.literal('share.step'),
    lang,
    entry: id,
    at: z.enum(steps).optional(),
    go: z.enum(steps),
    back: z.boolean().default(false),
  }),
  z.looseObject({ do: z.literal('share.submit'), lang, entry: id }),
  z.looseObject({ do: z.literal('share.discard'), lang, entry: id, sure }),
  z.looseObject({ do: z.literal('share.mine'), lang, from }),
  z.looseObject({ do: z.literal('share.waiting'), lang, from }),
  /** As it stands, with what the presser may do with it. */
  z.looseObject({ do: z.literal('share.open'), lang: lang.optional(), entry: id }),
  /** A draft of one's own of what was shared. */
  z.looseObject({ do: z.literal('share.correct'), lang, entry: id }),
  /** Asked first, and done when `sure`. `seen` is the version that was looked at. */
  z.looseObject({
    do: z.literal('share.decide'),
    lang,
    entry: id,
    what: z.enum(['approve', 'changes', 'reject', 'withdraw']),
    seen: number,
    sure,
  }),
  z.looseObject({ do: z.literal('share.versions'), lang, entry: id, from }),
  z.looseObject({ do: z.literal('share.version'), lang, entry: id, number }),
  z.looseObject({ do: z.literal('share.restore'), lang, entry: id, number, seen: number, sure }),
]);

export type ShareAction = z.infer<typeof shareActionSchema>;
/** One of them, by its name. */
export type Pressed<D extends ShareAction['do']> = Extract<ShareAction, { do: D }>;
/** As a card carries it. */
export type ShareActionData = z.input<typeof shareActionSchema>;
