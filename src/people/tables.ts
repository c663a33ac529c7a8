// biome-ignore lint/complexity/noBannedTypes: filled in with the first table
export type PeopleTables = {};
