import { describe, expect, test } from 'vitest';
import { editorialFaults } from '../../src/knowledge/check.ts';
import type { Fault, Files } from '../../src/knowledge/model.ts';
import { parseKnowledge } from '../../src/knowledge/parse.ts';
import { ARTICLE, FACETS, FIGURES, SOLUTION, smallBase, WORDS } from './small-base.ts';

const TODAY = '2026-11-25';
const KARENS = 'knowledge/articles/karens.md';
const KJOP = 'knowledge/solutions/felles-kjop.md';

function check(files: Files, today = TODAY): Fault[] {
  const { knowledge, faults } = parseKnowledge(files, 'knowledge');
  return [...faults, ...editorialFaults(knowledge, files, 'knowledge', today)];
}

/** The number of the only line that has this text. */
function lineOf(text: string, part: string): number {
  const lines = text.split('\n').flatMap((line, i) => (line.includes(part) ? [i + 1] : []));
  expect(lines, part).toHaveLength(1);
  return lines[0]!;
}

const article = (from: string, to: string): [file: string, text: string] => {
  expect(ARTICLE).toContain(from);
  return [KARENS, ARTICLE.replace(from, to)];
};
const solution = (from: string, to: string): [file: string, text: string] => {
  expect(SOLUTION).toContain(from);
  return [KJOP, SOLUTION.replace(from, to)];
};

test('a right base has no faults', () => {
  expect(check(smallBase())).toEqual([]);
});

test('figures stand written out in what is read', () => {
  const { knowledge } = parseKnowledge(smallBase(), 'knowledge');
  const karens = knowledge.articles.find((a) => a.id === 'karens');
  expect(karens?.summary.nn).toBe('Over terskelen må de vente minst 10 dagar.');
  expect(karens?.summary.en).toBe('Above the threshold you must wait at least 10 days.');
  expect(karens?.sections[0]).toMatchObject({ id: 'karens#minst-10-dager', heading: 'Minst 10 dager' });
});

describe('each kind of fault names the file, the line, the field and the rule', () => {
  /** What is changed, the text that stands on the line at fault, the field and the rule. */
  const CASES: [string, [file: string, text: string], string, string, RegExp][] = [
    ['schema', article('topic: anskaffelser', 'topic: innkjøp'), 'topic: innkjøp', 'topic', /./],
    [
      'a summary without nynorsk',
      article('  nn: Over terskelen må de vente minst {{figure:karens}}.\n', ''),
      '  nb: Over',
      'summary.nn',
      /./,
    ],
    [
      'a summary without English',
      article('  en: Above the threshold you must wait at least {{figure:karens}}.\n', ''),
      '  nb: Over',
      'summary.en',
      /./,
    ],
    [
      'a section of more than 150 words',
      article(WORDS, `${WORDS} ${WORDS} ${WORDS} ${WORDS}`),
      '## Minst',
      'body',
      /har 180 ord, skal ha 40–150/,
    ],
    ['an unknown tag', article('tags: [frister]', 'tags: [fristar]'), 'tags: [fristar]', 'tags', /«fristar»/],
    [
      'a dead reference to an article',
      article('related: [terskel]', 'related: [finnes-ikke]'),
      'related:',
      'related',
      /«finnes-ikke» finnes ikke/,
    ],
    [
      'an article that refers to itself',
      article('related: [terskel]', 'related: [karens]'),
      'related:',
      'related',
      /seg selv/,
    ],
    [
      'an unknown figure in the head',
      article(
        '  en: Above the threshold you must wait at least {{figure:karens}}.',
        '  en: Wait for {{figure:ventetid}} before signing.',
      ),
      '{{figure:ventetid}}',
      'figure',
      /«ventetid» finnes ikke i/,
    ],
    [
      'an unknown figure in the text',
      article(WORDS, `${WORDS}\n\nVent i {{figure:ventetid}}.`),
      '{{figure:ventetid}}',
      'figure',
      /«ventetid» finnes ikke i/,
    ],
    [
      'an old figure',
      article(WORDS, `${WORDS}\n\nLoven gjelder fra 100 000 kroner.`),
      'fra 100 000 kroner.',
      'figure',
      /«100 000» gjelder ikke etter 2026-06-30: skriv \{\{figure:innslagspunkt\}\}/,
    ],
    [
      'text that is hard to read',
      article(WORDS, `${Array.from({ length: 45 }, () => 'anskaffelsesregelverket').join(' ')}.`),
      '## Minst',
      'body',
      /LIX er 145, skal være høyst 55/,
    ],
    [
      'a part of a solution that is hard to read',
      solution(
        `## Behovet\n\n${WORDS}`,
        `## Behovet\n\n${Array.from({ length: 45 }, () => 'anskaffelsesregelverket').join(' ')}.`,
      ),
      '## Behovet',
      'body',
      /LIX er 145/,
    ],
    [
      'a template that is not filled in',
      article('  - title: Anskaffelsesforskriften', '  - title: FYLL UT kilden'),
      'FYLL UT',
      'mal',
      /må fylles ut/,
    ],
    [
      'an unknown municipality',
      solution('municipalities: ["3203"]', 'municipalities: ["3203", "3299"]'),
      '3299',
      'municipalities',
      /ingen kommune har nummeret 3299/,
    ],
    ['an unknown tag on a solution', solution('tags: [samarbeid]', 'tags: [it]'), 'tags:', 'tags', /«it»/],
    [
      'a dead reference from a solution',
      solution('related: [karens]', 'related: [karens, borte]'),
      'related:',
      'related',
      /«borte» finnes ikke/,
    ],
    [
      'a figure that would change what happened',
      solution(WORDS, `${WORDS} Det tok {{figure:karens}}.`),
      '{{figure:karens}}',
      'figure',
      /slik det var/,
    ],
    [
      'a dead reference from the glossary',
      [
        'knowledge/glossary.yaml',
        'entries: []\nambiguous:\n  - words: [frist]\n    articles: [karens, borte]\n',
      ],
      'articles: [karens, borte]',
      'ambiguous',
      /«borte» finnes ikke/,
    ],
    [
      'a figure without a unit',
      ['knowledge/figures.yaml', FIGURES.replace('  unit: dager\n', '')],
      '  what: Minste',
      'karens.unit',
      /./,
    ],
    [
      'a tag without a name in English',
      [
        'knowledge/tags.yaml',
        'frister: {nb: Frister, nn: Fristar}\nsamarbeid: {nb: Samarbeid, nn: Samarbeid, en: Cooperation}\n',
      ],
      'frister:',
      'frister.en',
      /./,
    ],
    [
      'other words for a tag that is not there',
      ['knowledge/facets.yaml', FACETS.replace('samarbeid: [', 'borte: [')],
      '  borte: [',
      'subjects',
      /verken et tema eller et stikkord/,
    ],
    [
      'a system that no solution has',
      ['knowledge/facets.yaml', FACETS.replace('systems: {}', 'systems:\n  Smartvakt: [vakt]')],
      '  Smartvakt',
      'systems',
      /ingen løsning har «Smartvakt»/,
    ],
    [
      'a procedure without names',
      ['knowledge/facets.yaml', FACETS.replace(/ {2}annet: .+\n/, '')],
      '  apen:',
      'procedures.annet',
      /./,
    ],
  ];

  test.each(CASES)('%s', (_, [file, text], marked, field, rule) => {
    expect(check(smallBase({ [file]: text }))).toContainEqual({
      file,
      line: lineOf(text, marked),
      field,
      rule: expect.stringMatching(rule),
    });
  });

  test('one broken thing is one fault', () => {
    for (const [name, [file, text]] of CASES) {
      // A broken list of figures is a fault wherever one of them is used as well.
      if (file.endsWith('figures.yaml')) continue;
      expect(check(smallBase({ [file]: text })), name).toHaveLength(1);
    }
  });

  test('a file that is missing', () => {
    expect(check(smallBase({ 'knowledge/tags.yaml': undefined }))).toEqual([
      { file: 'knowledge/tags.yaml', line: 1, field: 'fil', rule: 'filen mangler' },
    ]);
  });

  test('a solution that has the name of an article', () => {
    const files = smallBase({
      [KJOP]: undefined,
      'knowledge/solutions/karens.md': SOLUTION.replace('id: felles-kjop', 'id: karens').replace(
        'related: [karens]',
        'related: [terskel]',
      ),
    });
    expect(check(files)).toEqual([
      { file: 'knowledge/solutions/karens.md', line: 2, field: 'id', rule: '«karens» er også en artikkel' },
    ]);
  });
});

describe('a network of a solution', () => {
  const checkNetwork = (facet: string) =>
    check(
      smallBase({
        [KJOP]: SOLUTION.replace('municipalities: ["3203"]', 'networks: [Vest-nettet]'),
        'knowledge/facets.yaml': FACETS.replace('networks: {}', `networks:\n  ${facet}`),
      }),
    );

  test.each([
    ['in a county', 'Vest-nettet: {places: ["32"], kind: digi-nettverk}', undefined],
    ['in a county that is not there', 'Vest-nettet: {places: ["99"]}', /99 er ikke nummeret/],
    [
      'of a kind that is not there',
      'Vest-nettet: {places: ["32"], kind: lag}',
      /«lag» står ikke i networkKinds/,
    ],
    ['in no county', 'Vest-nettet: {kind: digi-nettverk}', /«Vest-nettet» ligger ikke i noe fylke/],
  ])('%s', (_, facet, rule) => {
    expect(checkNetwork(facet)).toEqual(
      rule ? [expect.objectContaining({ rule: expect.stringMatching(rule) })] : [],
    );
  });
});

test('a sentence or two are not measured', () => {
  const [file, text] = solution(
    `## Behovet\n\n${WORDS}`,
    '## Behovet\n\nKommunene samordnet digitaliseringsarbeidet, personvernvurderingene, anskaffelsesprosessene, ' +
      'informasjonssikkerheten, lederutviklingen, opplæringstiltakene, systemforvaltningen, integrasjonsplattformene, ' +
      'brukerundersøkelsene, gevinstrealiseringen, kommunikasjonsarbeidet, leverandøroppfølgingen, internkontrollrutinene, saksbehandlingsverktøyene.',
  );
  expect(check(smallBase({ [file]: text }))).toEqual([]);
});

test('after twelve months without review every file says so, and not a day before', () => {
  expect(check(smallBase(), '2027-11-21')).toEqual([]);
  expect(check(smallBase(), '2027-11-22')).toEqual(
    [
      [KARENS, ARTICLE],
      ['knowledge/articles/terskel.md', ARTICLE],
      [KJOP, SOLUTION],
    ].map(([file, text]) => ({
      file,
      line: lineOf(text!, 'reviewed:'),
      field: 'reviewed',
      rule: expect.stringContaining('ikke gjennomgått siden 2026-11-21'),
    })),
  );
});
