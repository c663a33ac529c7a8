import type { ShareTexts } from './texts.ts';

export const nb: ShareTexts = { title: '' };
