import { z } from 'zod';
import { langs } from '../knowledge/model.ts';

const lang = z.enum(langs);
const round = z.string().max(60);
const id = z.string().max(100);
const page = z.number().int().min(0).max(300);

/** The wizard's steps after the choice of template, in order. */
export const steps = ['about', 'questions', 'audience', 'time', 'preview'] as const;
export type Step = (typeof steps)[number];

const kinds = ['scale', 'choice', 'choices', 'number', 'date', 'text'] as const;

/**
 * What the buttons on survey cards carry. Loose: what is filled in on the card comes beside it, under the inputs' ids.
 * Those for whoever is asked carry no language: one card in a channel is pressed by people of several.
 */
export const surveyActionSchema = z.discriminatedUnion('do', [
  z.looseObject({ do: z.literal('survey.new'), lang }),
  /** The leader's own, a page at a time. */
  z.looseObject({ do: z.literal('survey.mine'), lang, from: page.default(0) }),
  /** A draft from a template, or an empty one. */
  z.looseObject({ do: z.literal('survey.start'), lang, template: id }),
  /** Keeps what is filled in at a step, and goes to another; `back` goes there whatever is filled in. */
  z.looseObject({
    do: z.literal('survey.step'),
    lang,
    round,
    at: z.enum(steps).optional(),
    go: z.enum(steps),
    back: z.boolean().default(false),
  }),
  z.looseObject({
    do: z.literal('survey.question'),
    lang,
    round,
    /** Of a question there is; without it a new one of this kind. */
    question: id.optional(),
    kind: z.enum(kinds),
    act: z.enum(['edit', 'save', 'up', 'down', 'remove']),
  }),
  /** The question that results are cut by. */
  z.looseObject({ do: z.literal('survey.groups'), lang, round, act: z.enum(['edit', 'save', 'remove']) }),
  /** As the recipient sees it: the invitation, or a page. */
  z.looseObject({ do: z.literal('survey.look'), lang, round, page: page.optional() }),
  z.looseObject({ do: z.literal('survey.send'), lang, round }),
  z.looseObject({ do: z.literal('survey.discard'), lang, round, sure: z.boolean().default(false) }),
  z.looseObject({ do: z.literal('survey.copy'), lang, round }),
  z.looseObject({ do: z.literal('survey.status'), lang, round }),
  /** Asked first, and done when `sure`. */
  z.looseObject({
    do: z.literal('survey.manage'),
    lang,
    round,
    what: z.enum(['close', 'extend', 'remind', 'hold', 'release', 'correct', 'withdraw']),
    sure: z.boolean().default(false),
  }),
  /** `view`: the overview, the groups, the free text, or a page of the form by its number. */
  z.looseObject({
    do: z.literal('survey.results'),
    lang,
    round,
    view: z.union([z.enum(['overview', 'groups', 'texts']), page]).default('overview'),
    from: z.number().int().min(0).max(100_000).default(0),
  }),

  /** Where they left off, or at a page. */
  z.looseObject({ do: z.literal('survey.answer'), round, page: page.optional() }),
  z.looseObject({ do: z.literal('survey.page'), round, page, go: z.enum(['next', 'back', 'stay']) }),
  z.looseObject({ do: z.literal('survey.submit'), round }),
]);

export type SurveyAction = z.infer<typeof surveyActionSchema>;
/** One of them, by its name. */
export type Pressed<D extends SurveyAction['do']> = Extract<SurveyAction, { do: D }>;
/** As a card carries it. */
export type SurveyActionData = z.input<typeof surveyActionSchema>;
