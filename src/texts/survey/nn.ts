import type { SurveyTexts } from './texts.ts';

export const nn: SurveyTexts = { title: '' };
