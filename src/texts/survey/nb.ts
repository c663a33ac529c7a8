import type { SurveyTexts } from './texts.ts';

export const nb: SurveyTexts = { title: '' };
