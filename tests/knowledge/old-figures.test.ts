import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/knowledge/article.ts';
import { figuresSchema } from '../../src/knowledge/figures.ts';
import { oldFigures } from '../../src/knowledge/old-figures.ts';

const { value: figures = new Map() } = parseYaml(
  'figures.yaml',
  `innslagspunkt:
  what: Verdien loven gjelder fra
  value: 500000
  unit: kr
  ref: LOA § 2
  near: [lov, grense]
  was: [{value: 100000, until: 2026-06-30}]
eos-terskel:
  what: EØS-terskelen for varer
  value: 2500000
  unit: kr
  ref: FOA § 5-3
  near: [terskel, threshold]
  was: [{value: 2300000, until: 2026-04-20}, {value: 2200000}]
avvik:
  what: Fristen for å melde avvik
  value: 72
  unit: timer
  ref: GDPR art. 33
  was: [{value: 96, note: "forslag i EU, ikke vedtatt"}]
`,
  figuresSchema,
);

const FILE = 'knowledge/articles/x.md';
const found = (text: string, file = FILE) => oldFigures(new Map([[file, text]]), figures, 'knowledge');

describe('an old figure is found', () => {
  test.each([
    ['Loven gjelder fra 100 000 kroner.', '100 000'],
    ['Loven gjelder fra 100.000 kr.', '100.000'],
    ['Loven gjelder fra kr 100000.', '100000'],
    ['Terskelen er 2,3 millioner kroner', '2,3 mill'],
    ['Terskelen er 2 300 000 kroner', '2 300 000'],
    ['Terskelen er 2,2 eller 2,5 millioner kroner', '2,2 eller 2,5 mill'],
    ['The threshold is NOK 2.3 million.', '2.3 mill'],
    ['Meld fra innen 96 timer.', '96 timer'],
    ['Glem ikke 96-timersfristen.', '96-timer'],
    ['Meld frå innan 96 timar.', '96 timar'],
  ])('%s', (text, amount) => {
    expect(found(text).map((f) => f.rule)).toEqual([expect.stringContaining(`«${amount}» gjelder ikke`)]);
  });

  test('with the file, the line and what to do', () => {
    expect(found('## Frist\n\nMeld fra.\nMeld fra innen 96 timer.')).toEqual([
      {
        file: FILE,
        line: 4,
        field: 'figure',
        rule: expect.stringMatching(/\(forslag i EU, ikke vedtatt\): skriv \{\{figure:avvik\}\}, eller si/),
      },
    ]);
  });

  test('also in the next sentence after one that says it is old', () => {
    expect(found('Tidligere var fristen kort. Meld fra innen 96 timer.')).toHaveLength(1);
    expect(found('- Tidligere var fristen kort\n- Meld fra innen 96 timer')).toHaveLength(1);
  });

  test('in guides, but not in solutions, which tell what happened', () => {
    expect(found('nb: Meld fra innen 96 timer.', 'knowledge/guides/x.yaml')).toHaveLength(1);
    expect(found('Meld fra innen 96 timer.', 'knowledge/solutions/x.md')).toEqual([]);
  });
});

describe('what is right is let be', () => {
  test.each([
    ['another amount', 'Kjøpet kostet 100 000 kroner.'],
    ['a number that holds it', 'Loven gjelder fra 1 100 000 kroner og terskelen er 12,3 millioner.'],
    ['a sentence that says it is old', 'Grensen i loven var 100 000 kroner til og med 30. juni 2026.'],
    ['a sentence that names a proposal', 'Et forslag i EU sier 96 timer.'],
    ['a sentence with the figure of today', 'Grensen ble {{figure:innslagspunkt}}, fra 100 000 kroner.'],
    ['a question in the text', '? Er terskelen 2,3 millioner?'],
    ['a question in the head', 'questions:\n  - Er terskelen 2,3 millioner?\ntags: [x]'],
    ['an article about what was changed', '---\nhistory: true\n---\n\nTerskelen er 2,3 millioner.'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});
