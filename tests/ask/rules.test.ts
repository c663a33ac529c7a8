import { describe, expect, test } from 'vitest';
import { decide, isStale } from '../../src/ask/rules.ts';
import type { Article, Authority } from '../../src/knowledge/model.ts';
import type { Hit } from '../../src/search/index.ts';

const article = (id: string, authority: Authority = 'law', reviewed = '2026-11-01'): Article => ({
  id,
  title: `Om ${id}`,
  topic: 'anskaffelser',
  authority,
  language: 'nb',
  summary: { nb: `nb ${id}`, nn: `nn ${id}`, en: `en ${id}` },
  questions: [],
  tags: [],
  related: [],
  sources: [],
  reviewed,
  sections: [],
});

const hit = (a: Article, score: number, confidence = 1, scope = 1): Hit => ({
  article: a,
  section: { id: `${a.id}#svar`, heading: a.id, questions: [], text: 'Svar.' },
  score,
  confidence,
  scope,
  // The rules decide by confidence and scope, not by what they rest on.
  evidence: {} as Hit['evidence'],
  signals: {} as Hit['signals'],
});

const decideOn = (hits: Hit[], corrected: [string, string][] = [], claim = false) =>
  decide({
    claim,
    found: { hits, corrected, empty: false },
    lang: 'nb',
    today: '2026-11-21',
    topics: ['anskaffelser', 'personvern'],
    relatedTo: (a) => [`Mer om ${a.id}?`],
  });

const idOf = (answer: ReturnType<typeof decide>) =>
  answer.kind === 'found' ? answer.quote.article.id : answer.kind;

describe('a claim', () => {
  const other = {
    ...hit(article('karens'), 0.5, 0.1),
    section: { id: 'karens#b', heading: 'b', questions: [], text: 'B.' },
  };

  test('that is not surely answered is for the person to choose of, also within one article', () => {
    const first = hit(other.article, 1, 0.5);
    expect(decideOn([first, other]).kind).toBe('found');
    const answer = decideOn([first, other], [], true);
    expect(answer).toMatchObject({
      kind: 'unsure',
      readings: [{ section: { id: 'karens#svar' } }, { section: { id: 'karens#b' } }],
    });
  });

  test('that is surely answered is answered', () => {
    expect(decideOn([hit(other.article, 1, 0.9), other], [], true).kind).toBe('found');
  });
});

describe('how sure we are decides the kind of answer', () => {
  test('nothing found is said, with what we can answer', () => {
    expect(decideOn([])).toMatchObject({ kind: 'nothing', topics: ['anskaffelser', 'personvern'] });
  });

  test('what is likelier outside our subjects than in them is not answered, however sure the best hit is', () => {
    expect(decideOn([hit(article('a'), 10, 0.05, 0.05)]).kind).toBe('nothing');
    expect(decideOn([hit(article('a'), 10, 0.9, 0.4)]).kind).toBe('nothing');
  });

  test('that the best two are not surely told apart does not put the question outside', () => {
    const [a, b] = [article('a'), article('b')];
    expect(idOf(decideOn([hit(a, 10, 0.6, 0.5), hit(b, 9, 0.3, 0.9)]))).toBe('a');
    expect(decideOn([hit(a, 10, 0.6, 0.5), hit(b, 9, 0.3, 0.5), hit(article('c'), 8, 0.3, 0.9)]).kind).toBe(
      'nothing',
    );
  });

  test('a half-sure one that others come near is offered as a reading, one for each article, at most three', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => article(id)) as [
      Article,
      Article,
      Article,
      Article,
    ];
    const answer = decideOn([a, a, b, c, d].map((x, i) => hit(x, 10 - i / 4, 0.45)));
    expect(answer.kind === 'unsure' && answer.readings.map((r) => r.article.id)).toEqual(['a', 'b', 'c']);
  });

  test('a half-sure one that stands alone is answered', () => {
    expect(decideOn([hit(article('a'), 10, 0.45), hit(article('b'), 5, 0.3)]).kind).toBe('found');
  });

  test('a sure one is quoted, with its summary in the asker’s language', () => {
    expect(decideOn([hit(article('a'), 10, 0.95)])).toMatchObject({
      kind: 'found',
      lead: 'nb a',
      related: ['Mer om a?'],
    });
  });
});

describe('authority', () => {
  const [law, guide, lived] = [
    article('lov'),
    article('veiledning', 'guide'),
    article('erfaring', 'experience'),
  ];

  test('where two answer equally well, the law goes first', () => {
    expect(idOf(decideOn([hit(lived, 10), hit(guide, 9.9), hit(law, 9.8)]))).toBe('lov');
    expect(idOf(decideOn([hit(lived, 10), hit(guide, 9.9)]))).toBe('veiledning');
  });

  test('a clearly better answer goes first whatever its authority', () => {
    expect(idOf(decideOn([hit(lived, 10), hit(law, 8)]))).toBe('erfaring');
  });

  test('of two laws the better stays first', () => {
    expect(idOf(decideOn([hit(article('a'), 10), hit(article('b'), 9.99)]))).toBe('a');
  });
});

test.each([
  ['2025-11-21', false],
  ['2025-11-20', true],
  ['2026-11-21', false],
  ['2024-02-29', true],
])('reviewed %s, on 21 November 2026, is stale: %s', (reviewed, stale) => {
  expect(isStale(reviewed, '2026-11-21')).toBe(stale);
});
