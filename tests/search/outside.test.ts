import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/knowledge/model.ts';
import { buildSearch } from '../../src/search/index.ts';
import { articleOf } from './made.ts';

const [section] = articleOf('karens', 'Karens før kontrakten', [
  'Karensperioden er minst ti dager fra dere sendte tildelingsbrevet, og kontrakten signeres etterpå.',
]).sections;
const karens: Article = {
  ...articleOf('karens', 'Karens før kontrakten', []),
  sections: [
    {
      ...section!,
      heading: 'Karensperioden er minst ti dager',
      questions: [
        'Hvor lang er karensperioden?',
        'Når kan vi signere kontrakten?',
        'Hvor mange dager karens?',
      ],
    },
  ],
};
const glossary = { entries: [], ambiguous: [], everyday: [], places: [] };
const outside = [
  'Hvor mange dager karens er det før dagpenger?',
  'Når kommer dagpengene?',
  'Får jeg sykepenger?',
];
const best = (question: string, known: string[]) =>
  buildSearch([karens], { ...glossary, outside: known }).search(question, { limit: 1 }).hits[0]!;

describe('scope is learnt from questions outside our subjects too', () => {
  const question = 'Hvor mange dager karens er det når jeg får dagpenger fra NAV?';

  test('a question with our words, asked as those outside are, is less surely ours', () => {
    expect(best(question, outside).scope).toBeLessThan(best(question, []).scope);
  });

  test('our own question is likelier among ours', () => {
    const { evidence } = best('Når kan vi signere kontrakten?', outside);
    expect(evidence.outside).toBeLessThan(0);
  });

  test('a question that is one of those outside is wholly like it', () => {
    expect(best(outside[0]!, outside).evidence.outsideLike).toBeCloseTo(1);
  });
});
