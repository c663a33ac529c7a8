import { beforeAll, describe, expect, test } from 'vitest';
import { type Figure, figureFaults, forms, insertFigures, writeFigure } from '../../src/knowledge/figures.ts';
import { readKnowledge } from '../../src/knowledge/load.ts';
import { type Fault, type Files, type Knowledge, langs } from '../../src/knowledge/model.ts';
import { oldFigures } from '../../src/knowledge/old-figures.ts';
import { parseKnowledge } from '../../src/knowledge/parse.ts';

const figure = (value: number, unit: Figure['unit'], validFrom?: string): Figure => ({
  what: 'Et tall til prøve',
  value,
  unit,
  ref: 'FOA § 1-1',
  validFrom,
  divides: false,
  was: [],
});

describe('a figure is written as people read it', () => {
  test.each([
    [1_300_000, 'kr', '1,3 millioner kroner', '1,3 millionar kroner', 'NOK 1.3 million'],
    [62_900_000, 'kr', '62,9 millioner kroner', '62,9 millionar kroner', 'NOK 62.9 million'],
    [1_000_000, 'kr', '1 million kroner', '1 million kroner', 'NOK 1 million'],
    [500_000, 'kr', '500 000 kroner', '500 000 kroner', 'NOK 500,000'],
    [8_000, 'kr', '8 000 kroner', '8 000 kroner', 'NOK 8,000'],
    [30, 'prosent', '30 prosent', '30 prosent', '30 per cent'],
    [72, 'timer', '72 timer', '72 timar', '72 hours'],
    [1, 'dager', '1 dag', '1 dag', '1 day'],
    [14, 'virkedager', '14 virkedager', '14 virkedagar', '14 working days'],
    [2.5, 'år', '2,5 år', '2,5 år', '2.5 years'],
    [357, 'kommuner', '357 kommuner', '357 kommunar', '357 municipalities'],
  ] as const)('%d %s', (value, unit, nb, nn, en) => {
    expect(langs.map((lang) => writeFigure(figure(value, unit), lang))).toEqual([nb, nn, en]);
  });

  test.each([
    [1_300_000, 'kr', 'utenkr', '1,3 millioner', '1,3 millionar', '1.3 million'],
    [1_300_000, 'kr', 'kort', '1,3 mill.', '1,3 mill.', 'NOK 1.3m'],
    [500_000, 'kr', 'kort', '500 000', '500 000', 'NOK 500,000'],
    [1_300_000, 'kr', 'tall', '1,3', '1,3', '1.3'],
    [10, 'dager', 'tall', '10', '10', '10'],
    [10, 'dager', 'ord', 'ti dager', 'ti dagar', 'ten days'],
    [1, 'måneder', 'ord', 'én måned', 'éin månad', 'one month'],
    [1, 'uker', 'ord', 'én uke', 'éi veke', 'one week'],
    [1, 'år', 'ord', 'ett år', 'eitt år', 'one year'],
    [12, 'måneder', 'ord', 'tolv måneder', 'tolv månader', 'twelve months'],
  ] as const)('%d %s in the form %s', (value, unit, form, nb, nn, en) => {
    expect(langs.map((lang) => writeFigure(figure(value, unit), lang, form))).toEqual([nb, nn, en]);
  });

  test('the day it began to be right', () => {
    const known = figure(10, 'dager', '2026-07-01');
    expect(langs.map((lang) => writeFigure(known, lang, 'fra'))).toEqual([
      '1. juli 2026',
      '1. juli 2026',
      '1 July 2026',
    ]);
  });

  test('a form that does not suit it gives nothing', () => {
    expect(writeFigure(figure(13, 'dager'), 'nb', 'ord')).toBeUndefined();
    expect(writeFigure(figure(5, 'kr'), 'nb', 'ord')).toBeUndefined();
    expect(writeFigure(figure(10, 'dager'), 'nb', 'kort')).toBeUndefined();
    expect(writeFigure(figure(10, 'dager'), 'nb', 'fra')).toBeUndefined();
  });
});

describe('placeholders', () => {
  const figures = new Map([
    ['karens', figure(10, 'dager')],
    ['terskel', figure(1_300_000, 'kr')],
  ]);

  test('are written out wherever they stand, and unknown ones stay', () => {
    const text =
      'Vent {{figure:karens|ord}} når verdien er {{figure:terskel}} ({{figure:borte}}, {{figure:karens|fra}}).';
    expect(insertFigures(text, figures, 'nn')).toBe(
      'Vent ti dagar når verdien er 1,3 millionar kroner ({{figure:borte}}, {{figure:karens|fra}}).',
    );
  });

  test.each([
    ['{{figure:borte}}', /«borte» finnes ikke i knowledge\/figures\.yaml/],
    ['{{figure:karens|lang}}', /formen «lang» finnes ikke: bruk utenkr, kort, tall, ord, fra/],
    ['{{figure:karens|kort}}', /«karens» kan ikke skrives i formen «kort»/],
    ['{{figur:karens}}', /kan ikke leses: skriv \{\{figure:navn\}\}/],
    ['{{ figure:karens }}', /kan ikke leses/],
    ['{{figure:karens', /kan ikke leses/],
  ])('%s is a fault with its line', (placeholder, rule) => {
    expect(figureFaults('a.md', `Vent {{figure:karens}}.\n\n${placeholder}`, figures, 4)).toEqual([
      { file: 'a.md', line: 7, field: 'figure', rule: expect.stringMatching(rule) },
    ]);
  });
});

describe('the figures of the base', () => {
  let files: Files;
  let knowledge: Knowledge;
  let faults: Fault[];
  beforeAll(async () => {
    ({ files, knowledge, faults } = await readKnowledge('knowledge'));
  });

  test('nothing is left unwritten in what people read', () => {
    expect(faults.filter((f) => f.field === 'figure')).toEqual([]);
    expect(
      JSON.stringify([knowledge.articles, [...knowledge.guides].map((g) => [...g.nodes])]),
    ).not.toContain('{{');
  });

  test('no text gives a figure that is no longer right', () => {
    expect(oldFigures(files, knowledge.figures, 'knowledge')).toEqual([]);
  });

  test('every figure is used, or is there so that its old values are found', () => {
    const texts = [...files].filter(([name]) => !name.endsWith('figures.yaml')).map(([, text]) => text);
    const used = (name: string) =>
      texts.some((text) => text.includes(`{{figure:${name}}`) || text.includes(`{{figure:${name}|`));
    const idle = [...knowledge.figures].filter(([name, { was }]) => !used(name) && was.length === 0);
    expect(idle.map(([name]) => name)).toEqual([]);
  });

  test('a threshold is changed in one place', () => {
    const written = files.get('knowledge/figures.yaml') ?? '';
    const changed = written.replace(
      'value: 1300000\n  unit: kr\n  divides: true\n  ref: FOA § 5-1\n',
      'value: 1700000\n  unit: kr\n  divides: true\n  ref: FOA § 5-1\n  was: [{value: 1300000, until: 2027-12-31}]\n',
    );
    expect(changed).not.toBe(written);
    const after = parseKnowledge(new Map(files).set('knowledge/figures.yaml', changed), 'knowledge');
    const told = (base: Knowledge, amount: RegExp) =>
      base.articles
        .filter((a) => !a.history)
        .flatMap((a) => [
          a.title,
          ...Object.values(a.summary),
          ...a.sections.flatMap((s) => [s.heading, s.text]),
        ])
        .filter((text) => amount.test(text));
    const before = told(knowledge, /1[,.]3 mill/);
    expect(before.length).toBeGreaterThan(60);
    expect(told(after.knowledge, /1[,.]3 mill/)).toEqual([]);
    expect(told(after.knowledge, /1[,.]7 mill/).length).toBeGreaterThanOrEqual(before.length);
  });

  test('every form there is, is understood', () => {
    const used = new Set(
      [...files.values()].flatMap((t) => [...t.matchAll(/\{\{figure:[a-z-]+\|(\w+)/g)].map((m) => m[1])),
    );
    expect(forms).toEqual(expect.arrayContaining([...used]));
  });
});
