import { beforeAll, describe, expect, test } from 'vitest';
import { articlesOf } from '../../src/knowledge/articles.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { wordsOf } from '../../src/search/analyse.ts';
import { compileDiscriminant, openDiscriminant } from '../../src/search/discriminant.ts';
import { featuresOf, type Meanings } from '../../src/search/features.ts';
import { nearnessTo, pointingLayout } from '../../src/search/pointing.ts';
import { meaningsOf } from '../../src/search/shelf.ts';
import {
  BUCKETS,
  directionsBy,
  learntVectors,
  vectorsAsBytes,
  vectorsFrom,
  vectorsOf,
  WIDTH,
} from '../../src/search/vectors.ts';

let meanings: Meanings;
/** What some sections are asked for, from the base: two articles that speak of different things. */
let lines: { article: number; lines: string[] }[];
beforeAll(async () => {
  const knowledge = await loadKnowledge('knowledge');
  meanings = meaningsOf(knowledge.glossary);
  lines = articlesOf(knowledge)
    .filter(({ id }) => ['karens', 'avvik-72-timer', 'folgekommune'].includes(id))
    .flatMap(({ sections }, article) =>
      sections.map(({ questions }) => ({ article, lines: [...questions] })),
    );
});

const vectors = learntVectors();
function directionOf(text: string): Float64Array {
  const words = wordsOf(text);
  return directionsBy(vectors)(featuresOf(words, meanings), words).slice();
}
const cosine = (a: string, b: string): number => {
  const [x, y] = [directionOf(a), directionOf(b)];
  return x.reduce((sum, one, k) => sum + one * y[k]!, 0);
};
const pointing = (some: typeof lines) => {
  const remembering = directionsBy(vectors, { remember: true });
  const layout = pointingLayout();
  for (const { lines } of some) {
    const words = lines.map(wordsOf);
    layout.add(words.length, (n) => remembering(featuresOf(words[n]!, meanings), words[n]!));
  }
  return layout.laidOut();
};

describe('where a text points', () => {
  test.each([
    [
      'Må vi melde avviket til Datatilsynet?',
      'maa vi melde avvike til datatilsynett',
      'Hvor lang er karensen?',
    ],
    ['Kor lenge må vi vente med å skrive under?', 'Hvor lenge må vi vente med å signere?', 'Hva er en DPIA?'],
    ['How long is the standstill period?', 'Hvor lang er karensperioden?', 'Hva er et avvik?'],
  ])('%s: nearer to what asks the same than to what asks another thing', (text, same, other) => {
    expect(cosine(text, same)).toBeGreaterThan(cosine(text, other) + 0.2);
  });

  test('is of length 1, and the same whether pieces of words are remembered or not', () => {
    const words = wordsOf('Hvor lang er karensen, og hvor lang er den i posten?');
    const [one, two] = [false, true].map((remember) =>
      directionsBy(vectors, { remember })(featuresOf(words, meanings), words).slice(),
    );
    expect(Math.hypot(...one!)).toBeCloseTo(1);
    expect([...two!]).toEqual([...one!].map((n) => expect.closeTo(n, 9)));
  });

  test('of nothing is nowhere', () => {
    expect(Math.hypot(...directionOf(''))).toBe(0);
  });
});

describe('on disk', () => {
  test('vectors come back as they were', () => {
    const back = vectorsFrom(vectorsAsBytes(vectors));
    expect(back.values).toEqual(vectors.values);
    expect(back.scales).toEqual(vectors.scales);
  });

  test('a file that is cut is not taken for vectors', () => {
    expect(() => vectorsFrom(vectorsAsBytes(vectors).subarray(1))).toThrow('length');
  });

  test('numbers are kept to within an eighth of the largest, and rows of nothing as nothing', () => {
    const rows = new Float32Array(BUCKETS * WIDTH);
    for (let k = 0; k < WIDTH; k++) rows[WIDTH + k] = Math.sin(k);
    const { values, scales } = vectorsOf(rows);
    expect(scales[0]).toBe(0);
    for (let k = 0; k < WIDTH; k++)
      expect(Math.abs(scales[1]! * values[WIDTH + k]! - Math.sin(k))).toBeLessThan(1 / 8);
  });
});

describe('how likely each section is', () => {
  test('most of what is said of a section points to it; chances add up to 1, and what is gone has none', () => {
    const said = pointing(lines);
    const chances = openDiscriminant([compileDiscriminant(said)], new Set());
    const asked = lines.flatMap((section, n) => section.lines.map((line) => [line, n] as const));
    const right = asked.filter(([line, n]) => {
      const all = chances(directionOf(line));
      expect(all.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
      return all.indexOf(Math.max(...all)) === n;
    });
    expect(right.length / asked.length).toBeGreaterThan(0.8);
    const without = openDiscriminant([compileDiscriminant(said)], new Set([0]));
    const left = without(directionOf(lines[0]!.lines[0]!));
    expect(left[0]).toBe(0);
    expect(left.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
  });

  test('a section on a shelf beside is held against those of the first', () => {
    const first = compileDiscriminant(pointing(lines.slice(1)));
    const beside = compileDiscriminant(pointing(lines.slice(0, 1)), first);
    const chances = openDiscriminant([first, beside], new Set());
    const mine = lines[0]!.lines.filter((line) => {
      const all = chances(directionOf(line));
      return all.indexOf(Math.max(...all)) === lines.length - 1;
    });
    expect(mine.length / lines[0]!.lines.length).toBeGreaterThan(0.6);
  });

  test('with nothing to choose among, and when all is gone, nothing breaks', () => {
    const one = compileDiscriminant(pointing([{ article: 0, lines: ['Hva er karens?'] }]));
    expect([...openDiscriminant([one], new Set())(directionOf('karens'))]).toEqual([1]);
    expect([...openDiscriminant([one], new Set([0]))(directionOf('karens'))]).toEqual([0]);
    expect([
      ...openDiscriminant([compileDiscriminant(pointing([]))], new Set())(directionOf('karens')),
    ]).toEqual([]);
  });
});

test('how near: a line itself is as near as can be, and nearer than the few nearest together', () => {
  const said = pointing(lines);
  const [{ nearest, nearestFew }] = nearnessTo(said, directionOf(lines[0]!.lines[0]!), [0]) as [
    { nearest: number; nearestFew: number },
  ];
  expect(nearest).toBeGreaterThan(0.98);
  expect(nearestFew).toBeLessThan(nearest);
});

test('amounts between the same thresholds say the same, and a threshold itself is neither below nor above', () => {
  const said = (text: string) => [...featuresOf(wordsOf(text), meanings)].find((one) => one.startsWith('kr'));
  expect(said('to millioner')).toBe(said('1,8 mill'));
  expect(said('1,8 mill')).not.toBe(said('1,2 mill'));
  expect(said('500 000')).not.toBe(said('600 000'));
  expect(said('500 000')).not.toBe(said('400 000'));
  expect(said('2026')).toBeUndefined();
});
