/** What the templates cards/survey-*.json are filled with. */
// biome-ignore lint/complexity/noBannedTypes: filled in with the first card
export type SurveyCards = {};

/** Each template is filled once with these at start, so that a missing field fails there and not in a chat. */
export const surveySamples: SurveyCards = {};
