import type { SurveyTexts } from './texts.ts';

export const en: SurveyTexts = { title: '' };
