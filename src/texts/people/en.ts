import type { PeopleTexts } from './texts.ts';

export const en: PeopleTexts = { title: '' };
