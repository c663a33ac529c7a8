import type { PeopleTexts } from './texts.ts';

export const nn: PeopleTexts = { title: '' };
