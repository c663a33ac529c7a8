import type { HandoffTexts } from './texts.ts';

export const nn: HandoffTexts = { title: '' };
