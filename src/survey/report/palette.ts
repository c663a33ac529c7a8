/**
 * Colours stand in drawings under these names and get their values from the style sheet (style.ts), so that one drawing
 * serves light, dark and paper. The drawing library knows colours only, so each has a stand-in until it has drawn.
 */
const NAMES = [
  'ink',
  'soft',
  'line',
  'surface',
  'score',
  'mark',
  'step1',
  'step2',
  'step3',
  'step4',
  'step5',
  'step0',
] as const;

export type Colour = (typeof NAMES)[number];

const standIn = (at: number): string => `#0a0b${(0xa0 + at).toString(16)}`;

export const palette = Object.fromEntries(NAMES.map((name, at) => [name, standIn(at)])) as Record<
  Colour,
  string
>;

export const named = (svg: string): string =>
  NAMES.reduce((drawn, name, at) => drawn.replaceAll(standIn(at), `var(--${name})`), svg);
