import { z } from 'zod';

const round = z.string().max(60);

/** What the buttons on survey cards carry. Loose: what is filled in on the card comes beside it, under the inputs' ids. */
export const surveyActionSchema = z.discriminatedUnion('do', [
  z.looseObject({ do: z.literal('survey.answer'), round }),
]);

export type SurveyAction = z.infer<typeof surveyActionSchema>;
/** As a card carries it. */
export type SurveyActionData = z.input<typeof surveyActionSchema>;
