import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Figure, type Figures, figuresSchema } from '../../src/knowledge/figures.ts';
import {
  type Guide,
  guideFaults,
  parseGuide,
  type Step,
  stepOf,
  type Texts,
} from '../../src/knowledge/guide.ts';
import { readKnowledge } from '../../src/knowledge/load.ts';
import { type Article, langs } from '../../src/knowledge/model.ts';

const FOLDER = 'knowledge/guides';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

let articles: Map<string, Article>;
let figures: Figures;
beforeAll(async () => {
  const { knowledge } = await readKnowledge('knowledge');
  articles = new Map(knowledge.articles.map((a) => [a.id, a]));
  figures = knowledge.figures;
});

test('there are guides for procedure, contract, change, DPIA, roles and breaches', () => {
  expect(files).toEqual(
    expect.arrayContaining([
      'hvilken-prosedyre.yaml',
      'bli-med-pa-avtale.yaml',
      'endre-kontrakt.yaml',
      'trenger-vi-dpia.yaml',
      'trenger-vi-databehandleravtale.yaml',
      'meld-avvik.yaml',
    ]),
  );
});

test('a guide that points to another calls it by its title', () => {
  const guides = files.map((name) => read(name, figures));
  const wrong = guides.flatMap((guide) =>
    textsOf(guide).flatMap((text) =>
      langs.flatMap((lang) =>
        [...text[lang].matchAll(/(?:veiviseren|vegvisaren|guide) [«“]([^»”]+)[»”]/gi)]
          .map(([, title]) => title)
          .filter((title) => !guides.some((other) => other !== guide && other.title[lang] === title)),
      ),
    ),
  );
  expect(wrong).toEqual([]);
});

describe.each(files)('%s', (name) => {
  let guide: Guide;
  let steps: Step[];
  let ends: Step[];
  beforeAll(() => {
    guide = read(name, figures);
    steps = walk(guide);
    ends = steps.filter((step) => step.node.kind === 'outcome');
  });

  test('names only articles there are', () => {
    expect(guideFaults(guide, new Set(articles.keys()))).toEqual([]);
  });

  test('every path ends in an outcome within ten answers, and together they pass every node', () => {
    expect(ends.length).toBeGreaterThan(10);
    expect(Math.max(...ends.map((step) => step.answered.length))).toBeLessThanOrEqual(10);
    expect(new Set(steps.map((step) => step.id))).toEqual(new Set(guide.nodes.keys()));
  });

  test('an outcome is a sentence, its rationale two to four, in three languages and without shouting', () => {
    const wrong = outcomesOf(guide).flatMap(([id, node]) =>
      langs.flatMap((lang) => {
        const [head, body] = [sentences(node.outcome[lang]), sentences(node.rationale[lang])];
        return head <= 2 && body >= 2 && body <= 4 ? [] : [`${id} ${lang}: ${head} + ${body}`];
      }),
    );
    expect(wrong).toEqual([]);
    expect(textsOf(guide).filter((t) => langs.some((lang) => /!|\{\{/.test(t[lang])))).toEqual([]);
  });

  test('the three languages say the same figures, and English is not Norwegian left as it was', () => {
    for (const text of textsOf(guide)) {
      const [nb, nn, en] = langs.map((lang) => [...figuresIn(text[lang])].sort());
      expect(nn, text.nn).toEqual(nb);
      expect(en, text.en).toEqual(nb);
      expect(text.en).not.toBe(text.nb);
    }
  });

  test('every amount, share and time limit of an outcome stands in one of its articles', () => {
    expect(strangeFigures(guide)).toEqual([]);
  });

  test('every amount, share and time limit of a question stands in an article it leads to', () => {
    const wrong = [...guide.nodes].flatMap(([id, node]) => {
      if (node.kind === 'outcome') return [];
      const passed = ends.filter((end) => end.answered.some((a) => a.question === node.question));
      const known = knownFigures(
        passed.flatMap(({ node }) => (node.kind === 'outcome' ? node.articles : [])),
      );
      const said = [node.question, ...(node.help ? [node.help] : []), ...node.choices.map((c) => c.text)];
      return missing(said, known).map((figure) => `${id}: ${figure}`);
    });
    expect(wrong).toEqual([]);
  });

  test('every place in the law an outcome rests on is a source of one of its articles', () => {
    const wrong = outcomesOf(guide).flatMap(([id, node]) => {
      const known = new Set(
        node.articles.flatMap(
          (a) => articles.get(a)?.sources.flatMap((s) => [...placesIn(s.ref ?? '')]) ?? [],
        ),
      );
      return node.refs.flatMap((ref) => {
        const places = [...placesIn(ref)];
        return places.length > 0 && places.every((place) => known.has(place)) ? [] : [`${id}: ${ref}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  test('places in the law stand in refs, not in the text', () => {
    const wrong = textsOf(guide).flatMap((text) =>
      langs.map((lang) => text[lang]).filter((t) => /§|\bart\. ?\d/i.test(t)),
    );
    expect(wrong).toEqual([]);
  });
});

test('a threshold that is moved in a guide but not in the articles is found', () => {
  const figure = figures.get('nasjonal-terskel') as Figure;
  const moved = new Map([...figures, ['nasjonal-terskel', { ...figure, value: 1_240_000 }]]);
  expect(strangeFigures(read('hvilken-prosedyre.yaml', moved))).toContain('helse-del-1: 1240000 kr');
});

describe('the walker', () => {
  test('begins at the start with nothing answered', () => {
    expect(stepOf(parsed(), [])).toMatchObject({ id: 'verdi', answered: [] });
  });

  test('remembers what was asked and answered, and ends', () => {
    expect(stepOf(parsed(), [1, 0])).toMatchObject({
      id: 'fritt',
      node: { kind: 'outcome', certainty: 'sure' },
      answered: [
        { question: { nb: 'Hva er kjøpet verdt?' }, answer: { nb: 'Vet ikke' } },
        { question: { nb: 'Er det under en million?' }, answer: { nb: 'Ja' } },
      ],
    });
  });

  test.each([
    ['a choice that is not there', [2]],
    ['a place before the first', [-1]],
    ['a place between two', [0.5]],
    ['an answer after the end', [0, 0]],
  ])('%s leads nowhere', (_, path) => {
    expect(stepOf(parsed(), path)).toBeUndefined();
  });
});

const SOUND = `id: proeve
title: { nb: Må vi kunngjøre?, nn: Må vi kunngjere?, en: Must we publish? }
intro: { nb: Finn ut om dere må kunngjøre., nn: Finn ut om de må kunngjere., en: Find out whether to publish. }
topic: anskaffelser
sources:
  - title: Anskaffelsesloven
    url: https://lovdata.no/dokument/NL/lov/2016-06-17-73
    checked: 2026-11-21
reviewed: 2026-11-21
start: verdi
nodes:
  verdi:
    question: { nb: Hva er kjøpet verdt?, nn: Kva er kjøpet verdt?, en: What is it worth? }
    choices:
      - text: { nb: 'Under {{figure:grense}}', nn: 'Under {{figure:grense}}', en: 'Below {{figure:grense}}' }
        next: fritt
      - text: { nb: Vet ikke, nn: Veit ikkje, en: I do not know }
        next: million
  million:
    question: { nb: Er det under en million?, nn: Er det under ein million?, en: Is it below a million? }
    choices:
      - text: { nb: Ja, nn: Ja, en: 'Yes' }
        next: fritt
      - text: { nb: Nei, nn: Nei, en: 'No' }
        next: spor
  fritt:
    outcome: { nb: Loven gjelder ikke., nn: Lova gjeld ikkje., en: The Act does not apply. }
    rationale:
      nb: Loven gjelder fra grensen. Egne regler gjelder fortsatt.
      nn: Lova gjeld frå grensa. Eigne reglar gjeld framleis.
      en: The Act applies from the limit. Your own rules still apply.
    refs: [LOA § 2]
    articles: [innslagspunkt]
  spor:
    outcome: { nb: Spør noen som vet det., nn: Spør nokon som veit det., en: Ask someone who knows. }
    rationale:
      nb: Svaret avhenger av mer enn verdien. Ta med det dere vet.
      nn: Svaret kjem an på meir enn verdien. Ta med det de veit.
      en: The answer depends on more than the value. Bring what you know.
    refs: [LOA § 4]
    articles: [innslagspunkt]
    certainty: ask
    whom: { nb: innkjøpsenheten, nn: innkjøpseininga, en: the procurement unit }
`;
const FILE = 'knowledge/guides/proeve.yaml';
const LIMIT = figuresSchema.parse({
  grense: { what: 'En grense for prøven', value: 500_000, unit: 'kr', ref: 'LOA § 2' },
});
const parsed = (): Guide => {
  const { guide, faults } = parseGuide(FILE, SOUND, LIMIT);
  expect(faults).toEqual([]);
  return guide as Guide;
};

test('figures are written out in each language', () => {
  const { node } = stepOf(parsed(), []) as Step;
  expect(node.kind === 'question' && node.choices[0]?.text).toEqual({
    nb: 'Under 500 000 kroner',
    nn: 'Under 500 000 kroner',
    en: 'Below NOK 500,000',
  });
});

describe('a broken guide names the file, the line, the field and the rule', () => {
  const BUTTON = 'Et svar som er altfor langt til å stå på en knapp på en vanlig telefon';
  const choice = (next: string) => `      - text: { nb: Ja, nn: Ja, en: 'Yes' }\n        next: ${next}\n`;
  const lastOf = (old: string, now: string) => {
    const at = SOUND.lastIndexOf(old);
    return SOUND.slice(0, at) + now + SOUND.slice(at + old.length);
  };
  const CASES: [string, string, number, string, RegExp][] = [
    [
      'a start that is not there',
      SOUND.replace('start: verdi', 'start: borte'),
      10,
      'start',
      /«borte» finnes ikke/,
    ],
    [
      'a choice that leads nowhere',
      SOUND.replace('next: spor', 'next: borte'),
      25,
      'nodes.million.choices.1.next',
      /«borte» finnes ikke/,
    ],
    [
      'a ring',
      SOUND.replace('next: spor', 'next: verdi'),
      25,
      'nodes.million.choices.1.next',
      /«verdi» leder hit.*ring/,
    ],
    [
      'a node that leads to itself',
      SOUND.replace('next: spor', 'next: million'),
      25,
      'nodes.million.choices.1.next',
      /«million» leder hit.*ring/,
    ],
    [
      'a node no choice leads to',
      SOUND.replace('next: spor', 'next: fritt'),
      35,
      'nodes.spor',
      /ingen valg leder hit/,
    ],
    [
      'a language missing in a question',
      SOUND.replace(', nn: Er det under ein million?', ''),
      20,
      'nodes.million.question.nn',
      /./,
    ],
    [
      'a language missing in a rationale',
      SOUND.replace('      nn: Lova gjeld frå grensa. Eigne reglar gjeld framleis.\n', ''),
      29,
      'nodes.fritt.rationale.nn',
      /./,
    ],
    ['an empty text', SOUND.replace('nn: Veit ikkje', "nn: ' '"), 17, 'nodes.verdi.choices.1.text.nn', /./],
    [
      'a text too long for a button',
      SOUND.replace('nb: Vet ikke', `nb: ${BUTTON}`),
      17,
      'nodes.verdi.choices.1.text.nb',
      /60/,
    ],
    [
      'one choice only',
      SOUND.replace(`      - text: { nb: Nei, nn: Nei, en: 'No' }\n        next: spor\n`, ''),
      22,
      'nodes.million.choices',
      /2/,
    ],
    [
      'seven choices',
      SOUND.replace(choice('fritt'), choice('fritt').repeat(6)),
      22,
      'nodes.million.choices',
      /6/,
    ],
    [
      'a figure nobody has defined',
      SOUND.replace("nb: 'Under {{figure:grense}}'", "nb: 'Under {{figure:borte}}'"),
      15,
      'figure',
      /«borte»/,
    ],
    [
      'an outcome to ask about without whom',
      lastOf('    whom: { nb: innkjøpsenheten, nn: innkjøpseininga, en: the procurement unit }\n', ''),
      35,
      'nodes.spor.whom',
      /certainty er ask/,
    ],
    [
      'an outcome without a place in the law',
      SOUND.replace('refs: [LOA § 2]', 'refs: []'),
      32,
      'nodes.fritt.refs',
      /./,
    ],
    ['a field nobody knows', SOUND.replace('    choices:', '    valg:'), 13, 'nodes.verdi', /valg/],
    [
      'an id that is not the file name',
      `# Merknad\n${SOUND.replace('id: proeve', 'id: annet')}`,
      2,
      'id',
      /likt filnavnet/,
    ],
  ];
  test.each(CASES)('%s', (_, text, line, field, rule) => {
    const { guide, faults } = parseGuide(FILE, text, LIMIT);
    expect(guide).toBeUndefined();
    expect(faults).toContainEqual({ file: FILE, line, field, rule: expect.stringMatching(rule) });
  });

  test('an article that is not there', () => {
    const faults = guideFaults(parsed(), new Set(['karens']));
    expect(faults).toEqual([
      {
        file: FILE,
        line: 26,
        field: 'nodes.fritt.articles.0',
        rule: expect.stringMatching(/«innslagspunkt»/),
      },
      {
        file: FILE,
        line: 34,
        field: 'nodes.spor.articles.0',
        rule: expect.stringMatching(/«innslagspunkt»/),
      },
    ]);
  });

  test('all faults come at once', () => {
    const text = SOUND.replace('next: spor', 'next: borte').replace('next: million', 'next: vekk');
    const { faults } = parseGuide(FILE, text, LIMIT);
    expect(faults.map((f) => f.field)).toEqual(
      expect.arrayContaining(['nodes.verdi.choices.1.next', 'nodes.million', 'nodes.spor']),
    );
  });
});

function read(name: string, figures: Figures): Guide {
  const file = `${FOLDER}/${name}`;
  const { guide, faults } = parseGuide(file, readFileSync(file, 'utf8'), figures);
  expect(faults).toEqual([]);
  return guide as Guide;
}

/** Every step of every path, by the front door; a guide that never ends throws. */
function walk(guide: Guide, path: number[] = []): Step[] {
  if (path.length > 20) throw new Error(`the path does not end: ${path.join(' ')}`);
  const step = stepOf(guide, path);
  if (!step) throw new Error(`the path leads nowhere: ${path.join(' ')}`);
  const choices = step.node.kind === 'question' ? step.node.choices : [];
  return [step, ...choices.flatMap((_, place) => walk(guide, [...path, place]))];
}

const outcomesOf = (guide: Guide) =>
  [...guide.nodes].flatMap(([id, node]) => (node.kind === 'outcome' ? [[id, node] as const] : []));

function textsOf(guide: Guide): Texts[] {
  const inNodes = [...guide.nodes.values()].flatMap((node) =>
    node.kind === 'outcome'
      ? [node.outcome, node.rationale, ...(node.whom ? [node.whom] : [])]
      : [node.question, ...(node.help ? [node.help] : []), ...node.choices.map((c) => c.text)],
  );
  return [guide.title, guide.intro, ...inNodes];
}

const sentences = (text: string): number => text.match(/[.?](?=\s+\p{Lu}|$)/gu)?.length ?? 0;

function strangeFigures(guide: Guide): string[] {
  return outcomesOf(guide).flatMap(([id, node]) =>
    missing([node.outcome, node.rationale], knownFigures(node.articles)).map((figure) => `${id}: ${figure}`),
  );
}

function knownFigures(ids: string[]): Set<string> {
  const texts = ids.flatMap((id) => {
    const article = articles.get(id);
    return article
      ? [article.title, ...langs.map((lang) => article.summary[lang]), ...article.sections.map((s) => s.text)]
      : [];
  });
  return new Set(texts.flatMap((text) => [...figuresIn(text)]));
}

const missing = (texts: Texts[], known: Set<string>): string[] =>
  texts.flatMap((text) => [...figuresIn(text.nb)].filter((figure) => !known.has(figure)));

const UNITS: [unit: string, written: RegExp][] = [
  ['kr', /^ ?(?:mill|kr)/],
  ['prosent', /^ ?(?:prosent|per cent|%)/],
  ['timer', /^ (?:time|timar|hour)/],
  ['dager', /^ (?:virke|arbeids)?(?:dag|day|working day)/],
  ['uker', /^ (?:uke|veke|week)/],
  ['måneder', /^ (?:måned|månad|month)/],
  ['år', /^ (?:år|year)/],
];

/** "1,3 til under 2,5 millioner kroner" is "1300000 kr" and "2500000 kr"; numbers that count nothing are left out. */
function figuresIn(text: string): Set<string> {
  const numbers = [...text.matchAll(/(NOK )?(?<![\d-])(\d{1,3}(?:[ ,]\d{3})+|\d+(?:[.,]\d+)?)/g)];
  const found = new Set<string>();
  let after = '';
  // From behind, since the first number of a range has the unit of the second.
  for (const match of numbers.reverse()) {
    const rest = text.slice(match.index + match[0].length);
    const digits = match[2] ?? '';
    const grouped = /[ ,]\d{3}/.test(digits);
    const value = Number(grouped ? digits.replace(/[ ,]/g, '') : digits.replace(',', '.'));
    if (!/^ (?:til under|to below) /.test(rest)) after = rest;
    const unit = match[1] ? 'kr' : UNITS.find(([, written]) => written.test(after))?.[0];
    const millions = value < 1000 && /^ mill/.test(after);
    if (unit) found.add(`${millions ? Math.round(value * 1e6) : value} ${unit}`);
  }
  return found;
}

/** "FOA §§ 13-1 til 13-3" is "FOA 13-1", "FOA 13-2" and "FOA 13-3"; "GDPR art. 4 nr. 7 og 8" is "GDPR 4". */
function placesIn(ref: string): Set<string> {
  const places = new Set<string>();
  const laws = ref.split(/(?=LOA|FOA|GDPR|personopplysningsloven)/);
  for (const [whole = '', law, rest = ''] of laws.map((l) => /^(\w+)(.*)$/s.exec(l) ?? [])) {
    if (!/§|art\./.test(whole)) continue;
    const numbers = rest.replace(/nr\. \d+(?: og \d+)?/g, '');
    for (const [, from = '', to] of numbers.matchAll(
      /(\d+(?:-\d+)?[a-z]?)(?:(?: til |–)(\d+(?:-\d+)?[a-z]?))?/g,
    )) {
      for (const place of to ? between(from, to) : [from]) places.add(`${law} ${place}`);
    }
  }
  return places;
}

/** Every place from the first to the last; a place with a letter ("30-2a") belongs to the one before it. */
function between(from: string, to: string): string[] {
  const parts = (place: string) => /^(.*?)(\d*)([a-z]?)$/.exec(place)?.slice(1) as [string, string, string];
  const [chapter, first, firstLetter] = parts(from);
  const [, last, lastLetter] = parts(to);
  if (firstLetter && lastLetter) {
    return [...'abcdefghijklmnop']
      .filter((l) => l >= firstLetter && l <= lastLetter)
      .map((l) => chapter + first + l);
  }
  const numbers = Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => Number(first) + i);
  return numbers.flatMap((n) => ['', 'a', 'b'].map((letter) => `${chapter}${n}${letter}`));
}

test('figures and places are read as people write them', () => {
  const read = (text: string) => [...figuresIn(text)].sort();
  expect(read('Fra 1,3 til under 2,5 millioner kroner, og 48 ganger')).toEqual(['1300000 kr', '2500000 kr']);
  expect(read('Frå 500 000 til under 1,3 millionar kroner')).toEqual(['1300000 kr', '500000 kr']);
  expect(read('From NOK 500,000 to below 1.3 million')).toEqual(['1300000 kr', '500000 kr']);
  expect(read('minst 10 dagers karens, 15 prosent og 72 hours')).toEqual([
    '10 dager',
    '15 prosent',
    '72 timer',
  ]);
  expect([...placesIn('FOA §§ 5-1, 13-1 til 13-2 og § 8-17')]).toEqual(
    expect.arrayContaining(['FOA 5-1', 'FOA 13-1', 'FOA 13-2', 'FOA 8-17']),
  );
  expect([...placesIn('LOA § 4, §§ 5a–5b og § 5l')]).toEqual(['LOA 4', 'LOA 5a', 'LOA 5b', 'LOA 5l']);
  expect([...placesIn('GDPR art. 4 nr. 7 og 8, art. 5 nr. 2, art. 24, 28 og 39')]).toEqual(
    ['4', '5', '24', '28', '39'].map((n) => `GDPR ${n}`),
  );
  expect(placesIn('forskriften').size).toBe(0);
});
