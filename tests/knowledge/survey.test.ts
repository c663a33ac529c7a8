import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { langs } from '../../src/knowledge/model.ts';
import {
  estimatedMinutes,
  parseSurvey,
  type SurveyTemplate,
  surveyFaults,
} from '../../src/knowledge/survey.ts';

const FOLDER = 'knowledge/surveys';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
const articles = new Set(readdirSync('knowledge/articles').map((name) => basename(name, '.md')));
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
const open = (name: string): SurveyTemplate => {
  const { survey, faults } = parseSurvey(`${FOLDER}/${name}`, read(name));
  expect(faults).toEqual([]);
  return survey!;
};

test.each([
  ['digital-modenhet.yaml', 8, 32],
  ['anskaffelsesmodenhet.yaml', 8, 31],
  ['personvern-egensjekk.yaml', 7, 27],
  ['etter-en-anskaffelse.yaml', 4, 12],
])('%s has %i dimensions and %i statements', (name, dimensions, statements) => {
  const survey = open(name);
  expect(survey.dimensions).toHaveLength(dimensions);
  expect(statementsOf(survey)).toHaveLength(statements);
});

describe.each(files)('%s', (name) => {
  test('refers to articles that exist', () => {
    expect(surveyFaults(open(name), articles, read(name))).toEqual([]);
  });

  test('has each id once', () => {
    const survey = open(name);
    const ids = [...statementsOf(survey), ...survey.openQuestions].map((q) => q.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(survey.dimensions.map((d) => d.id)).size).toBe(survey.dimensions.length);
  });

  test('names each of the five answers differently', () => {
    for (const lang of langs) {
      expect(new Set(open(name).scale.labels.map((label) => label[lang])).size).toBe(5);
    }
  });

  test('keeps each language to itself', () => {
    // Words that only one of the two written languages has: a sentence copied from the other gives itself away.
    const bokmal =
      /(?<!\p{L})(ikke|jeg|hva|hvor|hvem|hvordan|hvilke|fra|noen|noe|bare|vet|løsning\w*|kommuner)(?!\p{L})/iu;
    const nynorsk =
      /(?<!\p{L})(ikkje|eg|kva|kvar|kven|korleis|frå|nokon|noko|berre|veit|løysing\w*|kommunar)(?!\p{L})/iu;
    const texts = textsOf(open(name));
    expect(texts.length).toBeGreaterThan(30);
    for (const { nb, nn, en } of texts) {
      expect(nn).not.toMatch(bokmal);
      expect(nb).not.toMatch(nynorsk);
      expect(en).not.toBe(nb);
      expect(en).not.toBe(nn);
    }
  });

  test('states one thing at a time, as something that is so', () => {
    for (const { id, text, reversed } of statementsOf(open(name))) {
      expect(reversed, id).toBe(false);
      expect(text.nb, id).not.toMatch(/(?<!\p{L})(ikke|aldri|ingen|mangler)(?!\p{L})/u);
      expect(text.en, id).not.toMatch(/\b(not|never|no|lack)\b/);
      expect(text.nb, id).not.toMatch(/ (og|men|eller) (at |vi|jeg|det|de|har|er|kan|blir) ?/);
      expect(text.en, id).not.toMatch(/ (and|but|or) (that |we|I|it|they|have|is|are|can)\b/);
    }
  });

  test('says how long it takes within a minute of eight seconds a statement', () => {
    const survey = open(name);
    const answering = (statementsOf(survey).length * 8) / 60;
    expect(survey.minutes).toBeGreaterThanOrEqual(Math.floor(answering));
    expect(survey.minutes).toBeLessThanOrEqual(answering + 1.5);
  });
});

test('the estimate counts statements and open questions', () => {
  const survey = open('etter-en-anskaffelse.yaml');
  expect(estimatedMinutes(survey)).toBe(3);
  expect(estimatedMinutes({ ...survey, openQuestions: [] })).toBe(2);
  expect(estimatedMinutes({ dimensions: [], openQuestions: [] })).toBe(1);
});

const texts = (text: string, indent: string) =>
  [`nb: ${text}, norsk.`, `nn: ${text}, norsk.`, `en: ${text}, English.`].join(`\n${indent}`);
const statement = (id: string) => `      - id: ${id}
        text:
          ${texts(`Vi har et utsagn som heter ${id}`, '          ')}`;
const RIGHT = `id: proven
title:
  nb: Prøven
  nn: Prøven
  en: The trial
purpose:
  ${texts('Dette er grunnen til at vi spør', '  ')}
origin:
  ${texts('Utsagnene er våre egne', '  ')}
minutes: 1
scale:
  min: 1
  max: 5
  labels:
    - { nb: Stemmer ikke, nn: Stemmer ikkje, en: Not true }
    - { nb: Stemmer litt, nn: Stemmer litt, en: Slightly true }
    - { nb: Stemmer delvis, nn: Stemmer delvis, en: Partly true }
    - { nb: Stemmer mye, nn: Stemmer mykje, en: Largely true }
    - { nb: Stemmer helt, nn: Stemmer heilt, en: Fully true }
  dontKnow: true
audience:
  ${texts('Alle som arbeider her', '  ')}
dimensions:
  - id: ledelse
    title: { nb: Ledelse, nn: Leiing, en: Leadership }
    description:
      ${texts('Om ledelsen gir retning', '      ')}
    statements:
${['a', 'b', 'c'].map(statement).join('\n')}
    advice:
      low:
        ${texts('Begynn med det viktigste', '        ')}
    articles: [karens]
    tags: [ledelse]
openQuestions:
  - id: apent
    text:
      ${texts('Hva mener du', '      ')}
    required: false
sources:
  - title: Anskaffelsesloven
    url: https://lovdata.no/dokument/NL/lov/2016-06-17-73
    checked: 2026-11-21
reviewed: 2026-11-25
`;
const FILE = 'knowledge/surveys/proven.yaml';
const lineWith = (text: string, part: string) => text.split('\n').findIndex((row) => row.includes(part)) + 1;

test('a right file becomes a template', () => {
  const { survey, faults } = parseSurvey(FILE, RIGHT);
  expect(faults).toEqual([]);
  expect(survey).toMatchObject({
    id: 'proven',
    scale: { labels: [{ en: 'Not true' }, {}, {}, {}, { en: 'Fully true' }] },
    dimensions: [{ id: 'ledelse', statements: [{ id: 'a', reversed: false }, { id: 'b' }, { id: 'c' }] }],
  });
});

describe('a bad file names itself, the line, the field and the rule', () => {
  const long = `Vi ${'har '.repeat(40)}det.`;
  test.each([
    ['an id that is not the file name', 'id: proven', 'id: prova', 'id', /likt filnavnet: proven/],
    [
      'a language that is missing',
      /\n {10}en: Vi har et utsagn som heter b, English\./,
      '',
      'dimensions.0.statements.1.text.en',
      /./,
      'nb: Vi har et utsagn som heter b',
    ],
    [
      'a text nobody translated',
      'en: Leadership',
      'en: Ledelse',
      'dimensions.0.title.en',
      /lik den norske/,
      'title: { nb: Ledelse',
    ],
    [
      'a statement id used twice',
      '- id: b',
      '- id: a  # igjen',
      'dimensions.0.statements.1.id',
      /«a» er brukt/,
    ],
    [
      'an open question with the id of a statement',
      'id: apent',
      'id: c  # igjen',
      'openQuestions.0.id',
      /«c» er brukt/,
    ],
    [
      'a statement that is too long',
      /nb: Vi har et utsagn som heter c.*/,
      `nb: ${long}`,
      'dimensions.0.statements.2.text.nb',
      /140/,
      long,
    ],
    [
      'two sentences in one statement',
      'nb: Vi har et utsagn som heter c, norsk.',
      'nb: Vi har mål. Vi når dem.',
      'dimensions.0.statements.2.text.nb',
      /ett utsagn/,
    ],
    [
      'a fault of tone',
      'nb: Hva mener du, norsk.',
      'nb: Si hva du mener nå!',
      'openQuestions.0.text.nb',
      /utropstegn/,
    ],
    [
      'a figure to be filled in',
      'nb: Begynn med det viktigste, norsk.',
      "nb: 'Begynn når verdien er {{figure:nasjonal-terskel}}.'",
      'dimensions.0.advice.low.nb',
      /figure/,
    ],
    ['an answer without a name', /\n.*Stemmer litt.*/, '', 'scale.labels', /./, '- { nb: Stemmer ikke'],
    ['no way to answer "vet ikke"', 'dontKnow: true', 'dontKnow: false', 'scale.dontKnow', /vet ikke/],
    [
      'an open question that must be answered',
      'required: false',
      'required: true',
      'openQuestions.0.required',
      /frivillige/,
    ],
    ['a time that is far off', 'minutes: 1', 'minutes: 9', 'minutes', /er 9, men .* omtrent 1 /],
    [
      'too few statements',
      /\n {6}- id: b(\n {8}.*)+(\n {10}.*)+(?=\n {6}- id: c)/,
      '',
      'dimensions.0.statements',
      /./,
      '- id: a',
    ],
    ['a source without an address', /\n {4}url: .*/, '', 'sources.0.url', /./, '- title: Anskaffelsesloven'],
    [
      'a field nobody knows',
      'reviewed: 2026-11-25',
      'reviewed: 2026-11-25\nforfatter: noen',
      '(alt)',
      /forfatter/,
      'id: proven',
    ],
  ])('%s', (_, from, to, field, rule, at = to) => {
    const text = RIGHT.replace(from, to);
    expect(text).not.toBe(RIGHT);
    const { survey, faults } = parseSurvey(FILE, text);
    expect(survey).toBeUndefined();
    expect(faults).toEqual([
      { file: FILE, line: lineWith(text, at), field, rule: expect.stringMatching(rule) },
    ]);
  });

  test('all faults at once', () => {
    const { faults } = parseSurvey(
      FILE,
      RIGHT.replace('min: 1', 'min: 0').replace('dontKnow: true', 'dontKnow: no').replace('[karens]', '[]'),
    );
    expect(faults.map((f) => f.field)).toEqual(['scale.min', 'scale.dontKnow', 'dimensions.0.articles']);
  });

  test('an article that does not exist', () => {
    const text = RIGHT.replace('[karens]', '[karens, karensen]');
    const { survey } = parseSurvey(FILE, text);
    expect(surveyFaults(survey!, new Set(['karens']), text)).toEqual([
      {
        file: FILE,
        line: lineWith(text, 'karensen'),
        field: 'dimensions.0.articles.1',
        rule: '«karensen» finnes ikke',
      },
    ]);
  });
});

function statementsOf(survey: SurveyTemplate) {
  return survey.dimensions.flatMap((d) => d.statements);
}

/** Every text in the template, wherever it stands. */
function textsOf(value: unknown): { nb: string; nn: string; en: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('nb' in value) return [value as { nb: string; nn: string; en: string }];
  return Object.values(value).flatMap(textsOf);
}
