import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseSolution, type Solution, solutionAsArticle } from '../../src/knowledge/solution.ts';

const words = (count: number) => Array.from({ length: count }, (_, i) => `ord${i}`).join(' ');
const FILE = 'knowledge/solutions/felles-kjop.md';
const HEAD = `id: felles-kjop
kind: solution
title: Felles kjøp av skoleløsning
topic: anskaffelser
language: nb
municipalities: ["3203", "3205"]
year: 2018
summary:
  nb: Kommunene kjøpte løsningen sammen og delte arbeidet.
  nn: Kommunane kjøpte løysinga saman og delte arbeidet.
  en: The municipalities bought the solution together.
procedure: konkurransepreget-dialog
documents:
  - title: Kravspesifikasjonen
    url: https://eksempel.no/krav
systems: [Skoleportalen]
tags: [samarbeid]
related: [felles-anskaffelse]
contact:
  role: den som arbeider med innkjøp
  office: Asker kommune
sources:
  - title: En omtale
    url: https://eksempel.no/omtale
    checked: 2026-11-25
thin: Kilden sier ikke hva de ville gjort igjen eller annerledes.
reviewed: 2026-11-25
questions: [Hvem kjøpte sammen?, Hva kjøpte de?, Når var det?, Kven kjøpte saman?, Who bought together?, Hvordan gikk det?]`;
const BODY = `## Behovet

? Hva trengte de?

${words(45)}

## Hva de gjorde

${words(50)}

## Resultatet

? Hvordan gikk det?

${words(42)}
`;
const parse = (head = HEAD, body = BODY) => parseSolution(FILE, `---\n${head}\n---\n\n${body}`);
const replaced = (from: string | RegExp, to: string) => {
  expect(HEAD).toMatch(from);
  return HEAD.replace(from, to);
};

test('a right file becomes a solution with what is told, in order', () => {
  const { solution, faults } = parse();
  expect(faults).toEqual([]);
  expect(solution).toMatchObject({
    id: 'felles-kjop',
    municipalities: ['3203', '3205'],
    networks: [],
    procedure: 'konkurransepreget-dialog',
    told: [
      { part: 'problem', questions: ['Hva trengte de?'], text: words(45) },
      { part: 'done', questions: [], text: words(50) },
      { part: 'result', questions: ['Hvordan gikk det?'], text: words(42) },
    ],
  });
});

test('the headings may be in nynorsk, and the file may come from Windows', () => {
  const body = BODY.replace('Hva de gjorde', 'Kva dei gjorde');
  const text = `---\n${HEAD}\n---\n\n${body}\n## Ville gjort annleis\n\n${words(20)}\n`;
  const { solution, faults } = parseSolution(FILE, text.replaceAll('\n', '\r\n'));
  expect(faults).toEqual([]);
  expect(solution?.told.map((t) => t.part)).toEqual(['problem', 'done', 'result', 'otherwise']);
});

describe('who did it', () => {
  const nobody = replaced('municipalities: ["3203", "3205"]\n', '');

  test.each(['networks: [DigiNordland]', 'owner: KS'])('%s stands in for a municipality', (field) => {
    expect(parse(`${nobody}\n${field}`).faults).toEqual([]);
  });

  test('nobody at all is refused', () => {
    expect(parse(nobody).faults).toEqual([
      { file: FILE, line: 2, field: 'municipalities', rule: expect.stringContaining('networks eller owner') },
    ]);
  });
});

describe('what is not told', () => {
  test('is said in thin', () => {
    const { faults } = parse(replaced(/thin: .*\n/, ''));
    expect(faults).toEqual([
      {
        file: FILE,
        line: 2,
        field: 'thin',
        rule: expect.stringMatching(/mangler: Ville gjort igjen, Ville gjort annerledes$/),
      },
    ]);
  });

  test('need not be said when all is told', () => {
    const all = `${BODY}\n## Ville gjort igjen\n\n${words(20)}\n\n## Ville gjort annerledes\n\n${words(20)}\n`;
    expect(parse(replaced(/thin: .*\n/, ''), all).faults).toEqual([]);
  });

  test('may be what they did only when it is a need', () => {
    const body = `## Behovet\n\n${words(45)}\n`;
    expect(parse(replaced('kind: solution', 'kind: need'), body).faults).toEqual([]);
    expect(parse(HEAD, body).faults).toEqual([
      { file: FILE, line: 3, field: 'kind', rule: expect.stringContaining('Hva de gjorde') },
    ]);
  });

  test('is never the need itself', () => {
    expect(parse(HEAD, `## Hva de gjorde\n\n${words(45)}\n`).faults).toEqual([
      { file: FILE, line: 2, field: '(alt)', rule: expect.stringContaining('Behovet') },
    ]);
  });
});

describe('a bad file names itself, the line, the field and the rule', () => {
  test.each([
    ['an unknown kind', replaced('kind: solution', 'kind: tips'), 3, 'kind', /./],
    ['a number with three digits', replaced('"3203"', '"323"'), 7, 'municipalities.0', /fire siffer/],
    ['a number from before 2024', replaced('"3205"', '"3030"'), 7, 'municipalities.1', /fra 2024/],
    ['a number without quotes', replaced('"3203"', '3203'), 7, 'municipalities.0', /anførselstegn/],
    ['an unknown procedure', replaced('konkurransepreget-dialog', 'anbud'), 13, 'procedure', /./],
    [
      'a colon in the title',
      replaced('Felles kjøp av skoleløsning', "'Felles kjøp: skoleløsning'"),
      4,
      'title',
      /kolon/,
    ],
    ['five questions', replaced('Hvem kjøpte sammen?, ', ''), 29, 'questions', /./],
    ['an id that is not the file name', replaced('id: felles-kjop', 'id: noe'), 2, 'id', /felles-kjop/],
    ['an e-mail address', replaced('Asker kommune', 'ola@asker.no'), 22, 'contact.office', /e-post/],
    ['a phone number', replaced('Asker kommune', 'Asker, tlf. 66 70 00 00'), 22, 'contact.office', /telefon/],
    [
      'a name with a phone number',
      replaced('den som arbeider med innkjøp', 'Kari Nordmann 66700000'),
      21,
      'contact.role',
      /telefon/,
    ],
    [
      'a name',
      replaced('den som arbeider med innkjøp', 'innkjøper Kari Nordmann'),
      21,
      'contact.role',
      /rolle/,
    ],
    ['a contact with more', replaced('  office', '  name: Kari\n  office'), 21, 'contact', /./],
  ])('%s', (_, head, line, field, rule) => {
    const { solution, faults } = parse(head);
    expect(solution).toBeUndefined();
    expect(faults).toContainEqual({ file: FILE, line, field, rule: expect.stringMatching(rule) });
  });

  const bodies: [string, string, number, RegExp][] = [
    [
      'an unknown heading',
      BODY.replace('## Resultatet', '## Hvordan det gikk'),
      42,
      /ukjent overskrift.*Resultatet/,
    ],
    [
      'a part that is too short',
      `${BODY}\n## Ville gjort igjen\n\nAlt sammen.\n`,
      48,
      /2 ord, skal ha 15–150/,
    ],
    ['the same heading twice', `${BODY}\n## Behovet\n\n${words(20)}\n`, 48, /to ganger/],
    ['an e-mail address', BODY.replace('ord7', 'kari@asker.no'), 36, /e-post/],
    ['a phone number', BODY.replace('ord7', '66 70 00 00'), 36, /telefon/],
  ];
  test.each(bodies)('body with %s', (_, body, line, rule) => {
    expect(parse(HEAD, body).faults).toContainEqual({
      file: FILE,
      line,
      field: 'body',
      rule: expect.stringMatching(rule),
    });
  });

  test('an amount is no phone number', () => {
    expect(parse(HEAD, BODY.replace('ord7', '12 345 678 kroner, 1 600 000 og 2018–2019')).faults).toEqual([]);
  });

  test('all faults come at once, also those that see several fields', () => {
    const head = HEAD.replace('kind: solution', 'kind: tips')
      .replace(/municipalities: .*\n/, '')
      .replace(/thin: .*\n/, '');
    const { faults } = parse(head, `${BODY}\n## Annet\n\nKort.\n`);
    expect(faults.map((f) => f.field).sort()).toEqual(['body', 'body', 'kind', 'municipalities', 'thin']);
  });

  test('without a source it is refused, if it was not shared in Samvit', () => {
    const head = HEAD.replace(/sources:\n(?: .*\n)+/, '');
    expect(parse(head).faults).toMatchObject([{ field: 'sources', rule: expect.stringContaining('delt-') }]);
    const own = parseSolution(
      'knowledge/solutions/delt-kjop.md',
      `---\n${head.replace('felles-kjop', 'delt-kjop')}\n---\n\n${BODY}`,
    );
    expect(own.faults).toEqual([]);
    expect(own.solution?.sources).toEqual([]);
  });

  test('no front matter at all', () => {
    expect(parseSolution(FILE, BODY).faults).toEqual([
      { file: FILE, line: 1, field: 'front matter', rule: expect.stringContaining('---') },
    ]);
  });
});

describe('as an article', () => {
  const solution = (body: string, head = HEAD): Solution => {
    const { solution, faults } = parse(head, body);
    expect(faults).toEqual([]);
    return solution!;
  };

  test('every heading says which case it is about, and what is not known stands last', () => {
    const article = solutionAsArticle(solution(BODY));
    expect(article).toMatchObject({
      id: 'felles-kjop',
      authority: 'experience',
      related: ['felles-anskaffelse'],
    });
    expect(article.sections).toEqual([
      {
        id: 'felles-kjop#behovet',
        heading: 'Felles kjøp av skoleløsning: behovet',
        questions: ['Hva trengte de?'],
        text: words(45),
      },
      {
        id: 'felles-kjop#hva-de-gjorde',
        heading: 'Felles kjøp av skoleløsning: hva de gjorde',
        questions: [],
        text: words(50),
      },
      {
        id: 'felles-kjop#resultatet-og-det-kilden-ikke-sier',
        heading: 'Felles kjøp av skoleløsning: resultatet og det kilden ikke sier',
        questions: ['Hvordan gikk det?'],
        text: `${words(42)}\n\nKilden sier ikke hva de ville gjort igjen eller annerledes.`,
      },
    ]);
  });

  test('a part too short to be read alone goes with the next one', () => {
    const body = `## Behovet\n\n? Hva trengte de?\n\n${words(20)}\n\n## Hva de gjorde\n\n? Hva gjorde de?\n\n${words(60)}\n`;
    const [first, ...rest] = solutionAsArticle(solution(body)).sections;
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      heading: 'Felles kjøp av skoleløsning: behovet, hva de gjorde og det kilden ikke sier',
      questions: ['Hva trengte de?', 'Hva gjorde de?'],
    });
  });

  test('but never so that the two together are too long to quote', () => {
    const body = `## Behovet\n\n${words(20)}\n\n## Hva de gjorde\n\n${words(145)}\n`;
    const { sections } = solutionAsArticle(solution(body));
    expect(sections.map((s) => s.id)).toEqual([
      'felles-kjop#behovet',
      'felles-kjop#hva-de-gjorde',
      'felles-kjop#det-kilden-ikke-sier',
    ]);
  });

  test('a case in nynorsk has its labels in nynorsk', () => {
    const { sections } = solutionAsArticle(solution(BODY, replaced('language: nb', 'language: nn')));
    expect(sections.map((s) => s.heading.replace(/^.*: /, ''))).toEqual([
      'behovet',
      'kva dei gjorde',
      'resultatet og det kjelda ikkje seier',
    ]);
  });
});

describe('the solutions in the base', () => {
  const folder = 'knowledge/solutions';
  const files = readdirSync(folder).map((name) => `${folder}/${name}`);
  const parsed = files.map((file) => parseSolution(file, readFileSync(file, 'utf8')));
  const solutions = parsed.flatMap((p) => p.solution ?? []);

  test('there are at least 28, and none has a fault', () => {
    expect(parsed.flatMap((p) => p.faults)).toEqual([]);
    expect(solutions.length).toBeGreaterThanOrEqual(28);
  });

  test('none has the id of an article, and what they lean on exists', () => {
    const articles = new Set(readdirSync('knowledge/articles').map((name) => name.replace(/\.md$/, '')));
    expect(solutions.filter((s) => articles.has(s.id)).map((s) => s.id)).toEqual([]);
    const known = new Set([...articles, ...solutions.map((s) => s.id)]);
    expect(
      solutions.flatMap((s) => s.related.filter((id) => !known.has(id)).map((id) => `${s.id}: ${id}`)),
    ).toEqual([]);
  });

  test('every section can be indexed, found and quoted alone', () => {
    const sections = solutions.flatMap((s) => solutionAsArticle(s).sections);
    expect(new Set(sections.map((s) => s.id)).size).toBe(sections.length);
    expect(sections.filter((s) => s.questions.length < 6).map((s) => s.id)).toEqual([]);
    const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    const wrong = sections.filter((s) => wordsIn(s.text) < 40 || wordsIn(s.text) > 150);
    expect(wrong.map((s) => `${s.id}: ${wordsIn(s.text)}`)).toEqual([]);
  });

  test('no question stands under two cases', () => {
    const asked = solutions.flatMap((s) => [...s.questions, ...s.told.flatMap((t) => t.questions)]);
    expect(asked.filter((question, i) => asked.indexOf(question) !== i)).toEqual([]);
  });
});
