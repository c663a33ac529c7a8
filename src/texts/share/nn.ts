import type { ShareTexts } from './texts.ts';

export const nn: ShareTexts = { title: '' };
