import type { ShareTexts } from './texts.ts';

export const en: ShareTexts = { title: '' };
