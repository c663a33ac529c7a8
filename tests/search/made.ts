import type { Article } from '../../src/knowledge/model.ts';
import type { KnownWords } from '../../src/search/vocabulary.ts';

/** Numbers by chance that are the same in each run: from 0 to before `n`. */
export function chance(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

/** An article with one section for each text. */
export function articleOf(id: string, title: string, texts: string[]): Article {
  const sentence = `${title} er beskrevet her.`;
  return {
    id,
    title,
    topic: 'digitalisering',
    authority: 'guide',
    language: 'nb',
    summary: { nb: sentence, nn: sentence, en: sentence },
    questions: [],
    tags: ['prove'],
    related: [],
    sources: [{ title: 'Kilde', url: 'https://example.no/', checked: '2026-11-01' }],
    reviewed: '2026-11-01',
    sections: texts.map((text, n) => ({ id: `${id}#${n + 1}`, heading: title, questions: [], text })),
  };
}

/** Terms and words with how many passages each stands in, as a vocabulary is opened on. */
export function wordsKnown(
  counts: [term: string, count: number][],
  written: [word: string, { term: string; count: number }][],
): KnownWords {
  const terms = counts.map(([term]) => term);
  const at = new Map(terms.map((term, n) => [term, n]));
  return {
    terms,
    at,
    counts: counts.map(([, count]) => count),
    words: written.map(([word]) => word),
    wordAt: new Map(written.map(([word], n) => [word, n])),
    termOf: written.map(([, { term }]) => at.get(term)!),
    written: written.map(([, { count }]) => count),
  };
}
