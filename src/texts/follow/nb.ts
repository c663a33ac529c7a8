import type { FollowTexts } from './texts.ts';

export const nb: FollowTexts = { title: '' };
