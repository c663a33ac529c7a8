import { describe, expect, test } from 'vitest';
import { parseArticle, slugOf } from '../../src/knowledge/article.ts';
import type { Figures } from '../../src/knowledge/figures.ts';

const WORDS = Array.from({ length: 45 }, (_, i) => `ord${i}`).join(' ');
const HEAD = `id: karens
title: Karens før kontrakt
topic: anskaffelser
authority: law
language: nb
summary:
  nb: Over terskelen må dere vente minst ti dager.
  nn: Over terskelen må de vente minst ti dagar.
  en: Above the threshold you must wait at least ten days.
questions: [Hvor lenge må vi vente?, Når kan vi signere?, How long must we wait?]
tags: [karens]
sources:
  - title: Anskaffelsesforskriften
    url: https://lovdata.no/dokument/SF/forskrift/2016-08-12-974
    ref: FOA § 25-2
    checked: 2026-11-21
reviewed: 2026-11-21`;
const FILE = 'knowledge/articles/karens.md';
const NO_FIGURES: Figures = new Map();
const parse = (head = HEAD, body = `## Minst ti dager\n\n? Kan vi signere i dag?\n\n${WORDS}\n`) =>
  parseArticle(FILE, `---\n${head}\n---\n\n${body}`, NO_FIGURES);

test('a right file becomes an article with sections', () => {
  const { article, faults } = parse();
  expect(faults).toEqual([]);
  expect(article).toMatchObject({
    id: 'karens',
    related: [],
    sections: [
      {
        id: 'karens#minst-ti-dager',
        heading: 'Minst ti dager',
        questions: ['Kan vi signere i dag?'],
        text: WORDS,
      },
    ],
  });
});

test('files from Windows read the same', () => {
  const windows = parseArticle(
    FILE,
    `---\n${HEAD}\n---\n\n## Minst ti dager\n\n${WORDS}\n`.replaceAll('\n', '\r\n'),
    NO_FIGURES,
  );
  expect(windows.faults).toEqual([]);
  expect(windows.article?.sections[0]?.text).toBe(WORDS);
});

describe('a bad file names itself, the line, the field and the rule', () => {
  test.each([
    ['an unknown topic', HEAD.replace('topic: anskaffelser', 'topic: innkjøp'), 4, 'topic'],
    ['a missing language in the summary', HEAD.replace(/ {2}nn: .*\n/, ''), 8, 'summary.nn'],
    [
      'a bad address in a source',
      HEAD.replace('https://lovdata.no/dokument/SF/forskrift/2016-08-12-974', 'lovdata'),
      15,
      'sources.0.url',
    ],
    ['a date that is none', HEAD.replace('reviewed: 2026-11-21', 'reviewed: i fjor'), 18, 'reviewed'],
    ['a field nobody knows', `${HEAD}\nforfatter: noen`, 2, '(alt)'],
    ['an id that is not the file name', HEAD.replace('id: karens', 'id: noe-annet'), 2, 'id'],
    [
      'too few questions',
      HEAD.replace(/questions: .*/, 'questions: [Hvor lenge må vi vente?]'),
      11,
      'questions',
    ],
  ])('%s', (_, head, line, field) => {
    const { article, faults } = parse(head);
    expect(article).toBeUndefined();
    expect(faults).toContainEqual({ file: FILE, line, field, rule: expect.stringMatching(/./) });
  });

  test('YAML that cannot be read says where', () => {
    const { faults } = parse(HEAD.replace('tags: [karens]', 'tags: [karens'));
    expect(faults[0]).toMatchObject({ file: FILE, field: 'yaml' });
    expect(faults[0]?.line).toBeGreaterThanOrEqual(12);
  });

  test.each([
    ['a colon in the text', HEAD.replace('title: Karens før', 'title: Karens: før'), 3, /anførselstegn/],
    ['a field given twice', `${HEAD}\ntopic: personvern`, 19, /to ganger/],
    ['a tab before the text', HEAD.replace('  nb: Over', '\tnb: Over'), 8, /tabulator/],
  ])('YAML with %s says in Norwegian what to do', (_, head, line, rule) => {
    expect(parse(head).faults).toContainEqual({
      file: FILE,
      line,
      field: 'yaml',
      rule: expect.stringMatching(rule),
    });
  });

  test('all faults come at once', () => {
    const { faults } = parse(
      HEAD.replace('topic: anskaffelser', 'topic: x').replace('authority: law', 'authority: x'),
      '## Kort\n\nFor kort.\n',
    );
    expect(faults.map((f) => f.field)).toEqual(expect.arrayContaining(['topic', 'authority', 'body']));
  });

  const BODY_FAULTS: [string, string, RegExp][] = [
    ['no headings', WORDS, /under en overskrift/],
    ['a section that is too short', '## Kort\n\nBare noen få ord her.', /har 5 ord, skal ha 40–150/],
    ['a section that is too long', `## Lang\n\n${WORDS} ${WORDS} ${WORDS} ${WORDS}`, /har 180 ord/],
    ['the same heading twice', `## Lik\n\n${WORDS}\n\n## Lik\n\n${WORDS}`, /to ganger/],
    ['a table', `## Tabell\n\n| a | b |\n${WORDS}`, /tabeller/],
    ['a link', `## Lenke\n\n[her](https://x.no) ${WORDS}`, /lenker/],
    ['HTML', `## HTML\n\n<b>fet</b> ${WORDS}`, /HTML/],
    ['a deeper heading', `## En\n\n### To\n\n${WORDS}`, /bare overskrifter/],
  ];
  test.each(BODY_FAULTS)('body with %s', (_, body, rule) => {
    const { faults } = parse(HEAD, body);
    expect(
      faults.some((f) => f.field === 'body' && rule.test(f.rule)),
      JSON.stringify(faults),
    ).toBe(true);
    expect(faults.every((f) => f.line > 18)).toBe(true);
  });

  test('no front matter at all', () => {
    expect(parseArticle(FILE, WORDS, NO_FIGURES).faults).toEqual([
      { file: FILE, line: 1, field: 'front matter', rule: expect.stringContaining('---') },
    ]);
  });
});

test.each([
  ['Når må dere kunngjøre?', 'nar-ma-dere-kunngjore'],
  ['Særlige tjenester: fra 1,3 millioner', 'saerlige-tjenester-fra-1-3-millioner'],
  ['É – ø & §', 'e-o'],
])('the slug of "%s" is %s', (heading, slug) => {
  expect(slugOf(heading)).toBe(slug);
});
