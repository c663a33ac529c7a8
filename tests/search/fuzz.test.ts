import { expect, test } from 'vitest';
import { readBase } from '../kept.ts';
import { hostileQuestions, wordsOfArticles } from './hostile.ts';

const share = (n: number) => n >= 0 && n <= 1;

// A hundred thousand of them, and how long each takes: `npm run -s bench:fuzz`.
test('five hundred hostile questions are answered with sound numbers', async () => {
  const { articles, search } = await readBase();
  const kinds = new Set<string>();
  let hits = 0;
  for (const { kind, text } of hostileQuestions(7, wordsOfArticles(articles), 500)) {
    const found = search.search(text);
    const about = `${kind}: ${JSON.stringify(text.slice(0, 200))}`;
    for (const hit of found.hits) {
      expect(share(hit.confidence) && share(hit.scope) && Number.isFinite(hit.score), about).toBe(true);
    }
    if (found.empty) expect(found.hits, about).toEqual([]);
    kinds.add(kind);
    hits += found.hits.length;
  }
  expect(kinds.size).toBeGreaterThan(20);
  expect(hits).toBeGreaterThan(500);
});
