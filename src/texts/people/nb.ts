import type { PeopleTexts } from './texts.ts';

export const nb: PeopleTexts = { title: '' };
