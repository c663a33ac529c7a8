import lunr from 'lunr';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Knowledge } from '../../src/knowledge/model.ts';
import type { Search } from '../../src/search/index.ts';
import { readBase } from '../kept.ts';

let knowledge: Knowledge;
let search: Search;
beforeAll(async () => {
  ({ knowledge, search } = await readBase());
});

/** Two articles are on the same thing; either is found. */
const articleOf = (question: string) =>
  search.search(question).hits[0]?.article.id.replace('trenger-vi-', '');

describe('the same is found however it is written', () => {
  test.each([
    [
      'konkurransepreget-dialog',
      [
        'konkurransepreget dialog',
        'konkurranseprega dialog',
        'konkuransepreget dialog',
        'konkurransepreget dialogg',
        'competitive dialogue',
        'KPD',
      ],
    ],
    ['karens', ['karensperiode', 'karens', 'standstill period', 'karensperioden vår']],
    [
      'databehandleravtale',
      [
        'databehandleravtale',
        'databehandler avtale',
        'databehandlaravtale',
        'data processing agreement',
        'databehandleravtle',
      ],
    ],
    ['rammeavtale', ['rammeavtale', 'ramme avtale', 'rammeavtalar', 'framework agreement']],
    ['klima-30-prosent', ['30 prosent miljø', '30 %-regelen', 'LOA § 5b', 'loa §5b']],
    ['folgekommune', ['følgekommune', 'folgekommune', 'foelgekommune', 'følgjekommune']],
  ])('%s', (article, forms) => {
    expect(Object.fromEntries(forms.map((form) => [form, articleOf(form)]))).toEqual(
      Object.fromEntries(forms.map((form) => [form, article])),
    );
  });
});

test('a compound is found by its part', () => {
  const ids = search.search('protokoll fra anskaffelse', { limit: 5 }).hits.map((h) => h.article.id);
  expect(ids).toContain('anskaffelsesprotokoll');
});

test('a misspelt word is told of, a word without its Norwegian letters is not', () => {
  expect(search.search('konkuranse').corrected).toEqual([['konkuranse', 'konkurranse']]);
  expect(search.search('apen anbudskonkurranse').corrected).toEqual([]);
});

test('confidence tells what we know from what we do not', () => {
  const sure = (question: string) => search.search(question).hits[0]?.confidence ?? 0;
  for (const known of ['Når må vi gjøre en DPIA?', 'Hva er karens?', 'What is the standstill period?']) {
    for (const unknown of ['Hva er hovedstaden i Frankrike?', 'Hvordan lager jeg pizza?', 'system']) {
      expect(sure(known), `${known} > ${unknown}`).toBeGreaterThan(sure(unknown));
    }
  }
});

test('only question words leave nothing to search for', () => {
  expect(search.search('hva er det når vi må?')).toEqual({ hits: [], corrected: [], empty: true });
});

test('the conversation’s topic weighs less than the question, and decides between equals', () => {
  const context = { context: 'Åpen anbudskonkurranse', article: 'apen-anbudskonkurranse' };
  expect(search.search('fristene', context).hits[0]?.section.id).toBe(
    'apen-anbudskonkurranse#frister-i-apen-anbudskonkurranse',
  );
  expect(search.search('personvernombud', context).hits[0]?.article.id).not.toBe('apen-anbudskonkurranse');
});

describe('any text is safe', () => {
  const hostile = [
    'GDPR: art. 28',
    'a^b',
    '-',
    '-avtale',
    '+x -y ~2 *',
    'title:x',
    '~',
    '*',
    '"',
    '\\',
    '\0',
    '\ud800',
    '\u202e\u200b',
    '😀'.repeat(500),
    'a'.repeat(100_000),
    'å '.repeat(20_000),
    '§'.repeat(1_000),
    '1'.repeat(10_000),
    '__proto__ constructor toString',
    '${x} {{x}} <x>',
  ];
  test.each(hostile.map((text) => [JSON.stringify(text).slice(0, 40), text]))('%s', (_, text) => {
    expect(() => search.search(text)).not.toThrow();
  });

  test('two thousand random questions', () => {
    let seed = 42;
    const random = (n: number) => {
      seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
      return seed % n;
    };
    const pool = [
      ...'abcæøåéß§-–/.,:;~^*+"\\ \n\t0123456789😀',
      'gdpr',
      ' anskaffelse',
      ' art. ',
      ' mill. ',
      ' og ',
    ];
    for (let i = 0; i < 2_000; i++) {
      const text = Array.from({ length: random(60) }, () => pool[random(pool.length)]).join('');
      const { hits } = search.search(text);
      expect(
        hits.every((h) => h.confidence >= 0 && h.confidence <= 1 && Number.isFinite(h.score)),
        text,
      ).toBe(true);
    }
  });
});

test('our reading of the postings finds just what lunr’s own query finds', () => {
  // The slow way, kept as the judge: one plain field, the same words, lunr's evaluation.
  const plain = lunr(function () {
    this.pipeline.reset();
    this.searchPipeline.reset();
    this.ref('id');
    this.field('text');
    for (const article of knowledge.articles) {
      for (const section of article.sections)
        this.add({ id: section.id, text: section.text.toLowerCase().replace(/[^a-zæøå0-9]+/g, ' ') });
    }
  });
  for (const word of [
    'karensperioden',
    'databehandleravtale',
    'kommunedirektøren',
    'protokollen',
    'innovasjonspartnerskap',
  ]) {
    const theirs = plain.query((q) => q.term(word, {})).map((r) => r.ref);
    const ours = new Set(search.search(word, { limit: 1_000 }).hits.map((h) => h.section.id));
    expect(theirs.length, word).toBeGreaterThan(0);
    // Ours also finds other forms of the word and ranks the best forty, so theirs must be among ours where they are few.
    if (theirs.length <= 3) for (const id of theirs) expect(ours, `${word} ${id}`).toContain(id);
  }
});
