import { expect, test } from 'vitest';
import type { Quote } from '../../src/ask/answer.ts';
import { namesOf } from '../../src/ask/choices.ts';
import type { Article } from '../../src/knowledge/model.ts';

const article = (id: string) =>
  ({ id, title: `Om ${id}`, summary: { nb: `Kort om ${id}.`, nn: '', en: '' } }) as unknown as Article;
const quote = (of: Article, heading: string): Quote => ({
  article: of,
  section: { id: `${of.id}#${heading}`, heading, questions: [], text: '' },
  stale: false,
  score: 1,
});

test('readings of one article are told apart by their sections', () => {
  const [karens, kofa] = [article('karens'), article('kofa')];
  expect(namesOf([quote(karens, 'Frist'), quote(karens, 'Unntak'), quote(kofa, 'Klage')], 'nb')).toEqual([
    { label: 'Frist', text: 'Om karens' },
    { label: 'Unntak', text: 'Om karens' },
    { label: 'Om kofa', text: 'Kort om kofa.' },
  ]);
});
