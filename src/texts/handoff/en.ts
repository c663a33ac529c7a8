import type { HandoffTexts } from './texts.ts';

export const en: HandoffTexts = { title: '' };
