import { describe, expect, test } from 'vitest';
import { openBeginnings } from '../../src/search/beginnings.ts';
import { distance, LONGEST } from '../../src/search/spelling.ts';
import { joinVocabularies, openVocabulary } from '../../src/search/vocabulary.ts';
import { chance, wordsKnown } from './made.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyzæøåéß1';
const random = chance(11);
const word = (longest: number): string =>
  Array.from({ length: 1 + random(longest) }, () => ALPHABET[random(ALPHABET.length)]).join('');

/** A word and the same after some edits, so that near pairs are tried too. */
function pair(longest: number): [string, string] {
  const one = word(longest);
  let other = random(3) === 0 ? word(longest) : one;
  for (let edits = random(4); edits > 0; edits--) {
    const at = random(other.length + 1);
    const letter = ALPHABET[random(ALPHABET.length)]!;
    other = other.slice(0, at) + (random(2) === 0 ? letter : '') + other.slice(at + random(2));
  }
  return [one, other];
}

const pairs = Array.from({ length: 3_000 }, () => pair(14));
const ALL = 1_000;

describe('distance', () => {
  test('a word is at no distance from itself, and at some from any other', () => {
    for (const [one, other] of pairs) {
      expect(distance(one, one, ALL)).toBe(0);
      if (one !== other) expect(distance(one, other, ALL), `${one} ${other}`).toBeGreaterThan(0);
    }
  });

  test('it is the same both ways', () => {
    for (const [one, other] of pairs) {
      expect(distance(one, other, ALL), `${one} ${other}`).toBeCloseTo(distance(other, one, ALL), 9);
    }
  });

  test('it is at least the difference in length at the least cost, and at most the longer word', () => {
    for (const [one, other] of pairs) {
      const by = distance(one, other, ALL);
      expect(by, `${one} ${other}`).toBeGreaterThanOrEqual(0.6 * Math.abs(one.length - other.length) - 1e-9);
      expect(by, `${one} ${other}`).toBeLessThanOrEqual(Math.max(one.length, other.length));
    }
  });

  test('stopping early never changes an answer within the limit, and tells of what is beyond it', () => {
    for (const [one, other] of pairs) {
      const by = distance(one, other, ALL);
      for (const most of [0, 1, 2]) {
        const stopped = distance(one, other, most);
        if (by <= most) expect(stopped, `${one} ${other} ${most}`).toBe(by);
        else expect(stopped, `${one} ${other} ${most}`).toBeGreaterThan(most);
      }
    }
  });

  test('words of the longest length do not leave anything behind for the next', () => {
    const before = distance('anbud', 'ombud', ALL);
    distance('a'.repeat(LONGEST), 'å'.repeat(LONGEST), ALL);
    distance('x'.repeat(LONGEST), 'y', 0);
    expect(distance('anbud', 'ombud', ALL)).toBe(before);
  });

  test('what people do costs less than what they do not', () => {
    const from = (other: string) => distance('konkurranse', other, ALL);
    expect(from('konkuranse')).toBeLessThan(from('konkurrase'));
    expect(from('konkurrnase')).toBeLessThan(1);
    expect(from('konkurrabse')).toBeLessThan(from('konkurrapse'));
    expect(distance('særlig', 'serlig', ALL)).toBeLessThan(distance('særlig', 'surlig', ALL));
    expect(distance('på', 'pa', ALL)).toBeLessThan(0.2);
  });
});

describe('vocabulary', () => {
  const counts: [string, number][] = [
    ['anskaff', 40],
    ['protokoll', 12],
    ['databehandl', 20],
    ['avtal', 60],
    ['ramm', 9],
    ['ås', 2],
    ['mål', 30],
    ['formål', 8],
    ['skol', 15],
    ['bygg', 9],
    ['skolebygg', 3],
    ['besøk', 4],
    ['besøkt', 2],
    ['klag', 7],
    ['barnehag', 5],
    ['hag', 2],
    ['barn', 9],
  ];
  const written: [string, { term: string; count: number }][] = [
    ['protokoll', { term: 'protokoll', count: 12 }],
    ['protokollen', { term: 'protokoll', count: 5 }],
    ['avtale', { term: 'avtal', count: 50 }],
    ['skole', { term: 'skol', count: 15 }],
    ['klage', { term: 'klag', count: 7 }],
    ['mål', { term: 'mål', count: 30 }],
  ];
  const known = wordsKnown(counts, written);
  const vocabulary = openVocabulary(known);

  test.each([
    // Nothing, s, e or er between; -else and -ing taken away.
    ['databehandleravtal', ['databehandl', 'avtal']],
    ['anskaffelsesprotokoll', ['anskaff', 'protokoll']],
    ['anskaffingsprotokoll', ['anskaff', 'protokoll']],
    ['rammeavtal', ['ramm', 'avtal']],
    ['skolebygg', ['skol', 'bygg']],
    ['barnehagebygg', ['barnehag', 'bygg']],
    // Too short, not of known words, not a word.
    ['formål', []],
    ['protokoll', []],
    ['xyzavtal', []],
    ['§13-2', []],
    ['a'.repeat(LONGEST + 1), []],
  ])('%s is split in %j', (term, parts) => {
    expect(vocabulary.parts(term)).toEqual(parts);
    // As kept from the first time.
    expect(vocabulary.parts(term)).toEqual(parts);
  });

  test('relatives are the same word with an ending the stemmer does not know', () => {
    expect(vocabulary.relatives('besøk')).toEqual(['besøkt']);
    expect(vocabulary.relatives('besøkt')).toEqual(['besøk']);
    expect(vocabulary.relatives('skol')).toEqual([]);
    expect(vocabulary.relatives('ås')).toEqual([]);
  });

  test('kin begin alike, and share less the more they differ', () => {
    const { kin } = openBeginnings(known.terms, known.counts, known.at);
    const kinOf = (term: string) => {
      const found: [string, number][] = [];
      kin(term, (n, alike) => found.push([known.terms[n]!, alike]));
      return found;
    };
    expect(kinOf('skolebygning')).toEqual([['skolebygg', 8 / 12]]);
    expect(kinOf('skolebygg')).toEqual([['skolebygg', 1]]);
    expect(kinOf('ås')).toEqual([]);
  });

  test('the nearest is the likeliest: near before far, common before rare, one for each term', () => {
    expect(vocabulary.nearest('protokol')[0]).toMatchObject({ word: 'protokoll', term: 'protokoll' });
    expect(vocabulary.nearest('protokolen').filter(({ term }) => term === 'protokoll')).toHaveLength(1);
    expect(vocabulary.nearest('mal')[0]).toMatchObject({ word: 'mål', distance: 0.1 });
    for (const none of ['', 'xqzwv', '123', '§5', 'a'.repeat(LONGEST + 1)]) {
      expect(vocabulary.nearest(none), none).toEqual([]);
    }
    const ranks = vocabulary.nearest('skule').map(({ rank }) => rank);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });

  test('a small vocabulary beside a large adds its words and moves none of the others', () => {
    const small = openVocabulary(
      wordsKnown(
        [
          ['protokoll', 1],
          ['protoko', 1],
          ['feiar', 1],
        ],
        [['feiar', { term: 'feiar', count: 1 }]],
      ),
    );
    const both = joinVocabularies([vocabulary, small]);
    expect(both.count('protokoll')).toBe(13);
    expect(both.count('feiar')).toBe(1);
    expect(both.written('feiar')).toBe(1);
    expect(both.nearest('protokol')[0]?.word).toBe('protokoll');
    expect(both.nearest('feier')[0]?.word).toBe('feiar');
    expect(both.parts('anskaffelsesprotokoll')).toEqual(['anskaff', 'protokoll']);
    expect(joinVocabularies([]).nearest('noe')).toEqual([]);

    // The likeliest of all first, which is not always the one with the fewest letters wrong.
    const common = { word: 'viser', term: 'vis', distance: 0.8, rank: 0.4 };
    const rare = { word: 'veier', term: 'vei', distance: 0.7, rank: 0.6 };
    const joined = joinVocabularies([
      { ...vocabulary, nearest: () => [common] },
      { ...small, nearest: () => [rare] },
    ]);
    expect(joined.nearest('vsier')).toEqual([common, rare]);
  });
});
