import type { FollowTexts } from './texts.ts';

export const nn: FollowTexts = { title: '' };
