import { describe, expect, test } from 'vitest';
import type { Question } from '../../../src/survey/model.ts';
import { changeOf, dayOf, givenTo, percentOf, standingOf } from '../../../src/survey/report/rules.ts';
import { textsIn } from '../../../src/texts/texts.ts';
import { sampleResults } from './sample.ts';

const { scores, round, tallies, answered } = sampleResults();
const questions = round.plan.form.pages.flatMap((page) => page.questions);
const question = (id: string): Question => questions.find((q) => q.id === id)!;
const givenIn = (id: string, lang: 'nb' | 'en' = 'nb') =>
  givenTo(
    question(id),
    tallies.find((t) => t.question === id && t.group === null)!,
    answered,
    lang,
    textsIn(lang),
  );

describe('how a survey went', () => {
  test('the best, the weakest and what has changed most are found', () => {
    const { best, weakest, mostChanged } = standingOf(scores);
    expect(best?.dimension).toBe('sikkerhet');
    expect(weakest?.dimension).toBe('kompetanse');
    expect(mostChanged).toEqual({ dimension: 'ledelse', change: 0.4 });
  });

  test('dimensions with the same score have no best, and none without a score is the weakest', () => {
    const same = scores.map((s) => ({ ...s, score: 3.04 }));
    expect(standingOf(same).best).toBeUndefined();
    const unknown = scores.map((s) => ({ ...s, score: undefined }));
    expect(standingOf(unknown)).toEqual({ best: undefined, weakest: undefined, mostChanged: undefined });
  });

  test('a change is what people get when they subtract what they are shown', () => {
    expect(changeOf(3.449, 3.351)).toBe(0);
    expect(changeOf(3.451, 3.349)).toBe(0.2);
    expect(changeOf(undefined, 3)).toBeUndefined();
  });

  test('a percent of none is none', () => {
    expect(percentOf(0, 0)).toBe(0);
    expect(percentOf(1, 3)).toBe(33);
  });

  test('days are Norwegian days, summer and winter', () => {
    expect(dayOf(new Date('2026-10-24T22:30:00Z'))).toBe('2026-10-25');
    expect(dayOf(new Date('2026-10-25T22:30:00Z'))).toBe('2026-10-25');
    expect(dayOf(new Date('2026-10-25T23:30:00Z'))).toBe('2026-10-26');
  });
});

describe('answers to a question', () => {
  test('a scale goes from 1 to 5, then “vet ikke”, then those who did not answer', () => {
    expect(givenIn('ledelse-mal').map(({ label, count }) => [label.replace('\u00a0', ' '), count])).toEqual([
      ['1 Stemmer ikke', 8],
      ['2 Stemmer i liten grad', 19],
      ['3 Stemmer delvis', 41],
      ['4 Stemmer i stor grad', 38],
      ['5 Stemmer helt', 17],
      ['Vet ikke', 6],
      ['Ikke svart', 2],
    ]);
  });

  test('the share is of those who answered the question', () => {
    expect(givenIn('omrade').map(({ percent }) => percent)).toEqual([48, 39, 14, undefined]);
  });

  test('where several answers may be given, the share is of people and not of answers', () => {
    expect(givenIn('verktoy')[0]).toMatchObject({ count: 118, percent: 93 });
  });

  test('numbers stand by size and dates by day', () => {
    expect(givenIn('timer').map(({ label }) => label)).toEqual(['0', '1', '2', '5', '10', 'Ikke svart']);
    expect(givenIn('kurs', 'en').map(({ label }) => label)).toEqual([
      '1 September 2025',
      '12 January 2026',
      '2 March 2026',
      'Not answered',
    ]);
  });
});

describe('numbers as people write them', () => {
  test.each([
    ['nb', 3.05, 1, '3,1'],
    ['nb', 1234567, 0, '1\u00a0234\u00a0567'],
    ['nn', 2.25, 2, '2,25'],
    ['en', 3.05, 1, '3.1'],
    ['en', 12345, 0, '12,345'],
    ['nb', -0.04, 1, '0,0'],
  ] as const)('%s: %d with %i decimals is %s', (lang, value, decimals, written) => {
    expect(textsIn(lang).report.number(value, decimals)).toBe(written);
  });

  test('a change has its sign, and none when there is none', () => {
    const { change } = textsIn('nb').report;
    expect([change(0.3), change(-0.3), change(0)]).toEqual(['+0,3', '−0,3', '0,0']);
  });
});
