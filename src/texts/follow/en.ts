import type { FollowTexts } from './texts.ts';

export const en: FollowTexts = { title: '' };
