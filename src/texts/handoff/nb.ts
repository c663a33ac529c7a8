import type { HandoffTexts } from './texts.ts';

export const nb: HandoffTexts = { title: '' };
