// adaptivecards-templating's types point at the TypeScript sources of adaptivecards, which our strict settings refuse.
export type IAdaptiveCard = Record<string, unknown>;
