import type { PeopleActionData } from './actions.ts';

/** What the templates cards/people-*.json are filled with. */
export interface PeopleCards {
  'people-audit': {
    lang: string;
    fallback: string;
    title: string;
    note: string;
    empty: string;
    entries: { when: string; text: string }[];
    navigation: { label: string; data: PeopleActionData }[];
  };
}

/** Each template is filled once with these at start, so that a missing field fails there and not in a chat. */
export const peopleSamples: PeopleCards = {
  'people-audit': {
    lang: 'nb',
    fallback: 'x',
    title: 'x',
    note: 'x',
    empty: 'x',
    entries: [{ when: 'x', text: 'x' }],
    navigation: [{ label: 'x', data: { do: 'people.audit', lang: 'nb' } }],
  },
};
