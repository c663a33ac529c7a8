/** What the templates cards/people-*.json are filled with. */
// biome-ignore lint/complexity/noBannedTypes: filled in with the first card
export type PeopleCards = {};

/** Each template is filled once with these at start, so that a missing field fails there and not in a chat. */
export const peopleSamples: PeopleCards = {};
