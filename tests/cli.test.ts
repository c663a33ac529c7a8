import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

function run(
  args: string[],
  input = '',
  env: Record<string, string> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['src/cli.ts', ...args], { env: { ...process.env, ...env } });
    let out = '';
    let err = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      err += data;
    });
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

test('a question in a terminal is answered readably, with sources', async () => {
  const { code, out } = await run(['Når må vi gjøre en DPIA?']);
  expect(code).toBe(0);
  expect(out).toContain('Kilder:');
  expect(out).toMatch(/GDPR art\. 35.*\(sjekket \d+\. \w+ \d{4}\): https:\/\//);
  expect(out).not.toContain('**');
});

test('--json prints one line with everything', async () => {
  const { out } = await run(['--json', 'Når må vi gjøre en DPIA?']);
  expect(out.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(out)).toEqual({
    id: expect.any(String),
    question: 'Når må vi gjøre en DPIA?',
    lang: 'nb',
    kind: 'found',
    changes: [],
    answer: expect.stringContaining('DPIA'),
    sections: expect.arrayContaining([
      {
        id: expect.stringMatching(/^[a-z0-9-]+#[a-z0-9-]+$/),
        heading: expect.any(String),
        article: expect.any(String),
        authority: expect.stringMatching(/^(law|guide|experience)$/),
        score: expect.any(Number),
        reviewed: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        sources: expect.arrayContaining([
          expect.objectContaining({ title: expect.any(String), url: expect.any(String) }),
        ]),
      },
    ]),
    suggestions: expect.any(Array),
    ms: expect.any(Number),
  });
});

test('--json says why a municipality of before is one of today’s', async () => {
  const { out } = await run(['--json', 'Hva har Skedsmo gjort?']);
  expect(JSON.parse(out)).toMatchObject({
    kind: 'list',
    changes: ['Skedsmo er i dag en del av Lillestrøm (fra 2020).'],
    answer: expect.stringMatching(/^\d+ løsninger og erfaringer fra Lillestrøm\n/),
  });
});

test('--json gives a list with its count and all of it', async () => {
  const { out } = await run(['--json', 'hvem bruker SmartVakt?']);
  const { list } = JSON.parse(out);
  expect(list).toMatchObject({
    count: 1,
    asked: true,
    by: 'municipality',
    where: [{ field: 'system', any: ['smartvakt'] }],
    solutions: [{ id: 'dgi-smartvakt', kind: 'solution' }],
  });
  expect(list.municipalities).toHaveLength(5);
  expect(list.municipalities[0]).toEqual({ number: '3240', name: 'Eidsvoll', solutions: ['dgi-smartvakt'] });
});

test('--csv gives a list as a file, and refuses a question for one answer', async () => {
  const list = await run(['--csv', 'alle løsninger om velferdsteknologi']);
  expect(list.code).toBe(0);
  expect(list.out).toMatch(/^\uFEFFTittel;.+\r\n/);
  expect(list.out.trim().split('\r\n')).toHaveLength(5);
  const answer = await run(['--csv', 'Hva er karens?']);
  expect(answer).toMatchObject({ code: 2, out: '' });
  expect(answer.err).toContain('liste');
});

test('--batch answers in order, and a line that cannot be read does not stop the rest', async () => {
  const lines = [
    '{"id":"a","question":"Hva er karens?"}',
    'ikke json',
    '{"id":"b"}',
    '',
    '{"id":7,"question":"What is a DPIA?"}',
    '{"question":"hei på deg"}',
  ];
  const { code, out } = await run(['--batch'], `${lines.join('\n')}\n`);
  expect(code).toBe(0);
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers).toMatchObject([
    { id: 'a', lang: 'nb', kind: 'found' },
    { line: 2, error: expect.stringContaining('JSON') },
    { line: 3, error: expect.stringContaining('JSON') },
    { id: 7, lang: 'en', kind: 'found' },
    { id: 6 },
  ]);
});

test('personal data is stopped and not repeated', async () => {
  const { out } = await run(['--json', 'Kan vi ringe 912 34 567?']);
  expect(JSON.parse(out)).toMatchObject({ kind: 'blocked', sections: [] });
  expect(out).not.toContain('912');
});

test('without a question it says how it is used', async () => {
  const { code, err } = await run([]);
  expect(code).toBe(2);
  expect(err).toContain('npm run -s ask');
});

test('an option nobody knows is a sentence, not a stack', async () => {
  const { code, err } = await run(['--fart']);
  expect(code).toBe(1);
  expect(err).not.toMatch(/\n\s+at /);
});

test('a broken knowledge base names the file, the field and the rule', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samvit-cli-'));
  await writeFile(join(folder, 'glossary.yaml'), 'entries: feil\n');
  const { code, err } = await run(['Hva er karens?'], '', { KNOWLEDGE_FOLDER: folder });
  await rm(folder, { recursive: true });
  expect(code).toBe(1);
  expect(err).toMatch(/glossary\.yaml:1 entries: /);
  expect(err).not.toMatch(/\n\s+at /);
});

describe('a guide in a terminal', () => {
  test('is walked with numbers, to its outcome', async () => {
    const { code, out } = await run(['--guide', 'hvilken-prosedyre'], '2\n5\n1\n');
    expect(code).toBe(0);
    expect(out).toContain('1. Ja\n2. Nei');
    expect(out).toContain('En konsesjonskontrakt følger en egen forskrift.');
    expect(out).not.toContain('**');
  });

  test('--json with a path prints that step as one line, in the language asked for', async () => {
    const { out } = await run(['--guide', 'hvilken-prosedyre', '--json', '--path', '1,4', '--lang', 'nn']);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(out)).toMatchObject({
      guide: 'hvilken-prosedyre',
      lang: 'nn',
      path: [1, 4],
      kind: 'question',
      question: 'Kva slags avtale er det?',
      choices: expect.arrayContaining(['Plan- og designkonkurranse']),
      answered: [{ answer: 'Nei' }, { answer: 'Konsesjon, plankonkurranse eller anna' }],
    });
  });

  test.each<[string, string[], RegExp]>([
    [
      'a guide nobody knows',
      ['--guide', 'x'],
      /«x» finnes ikke[\s\S]*- trenger-vi-dpia: Trenger vi en DPIA\?/,
    ],
    ['a path that leads nowhere', ['--guide', 'trenger-vi-dpia', '--path', '9,9'], /ingen steder.*9,9/],
    ['no path', ['--guide', 'trenger-vi-dpia', '--path', 'a'], /--path er tall/],
    ['no language', ['--guide', 'trenger-vi-dpia', '--lang', 'de'], /--lang er nb, nn eller en/],
  ])('%s is a sentence, not a stack', async (_, args, said) => {
    const { code, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toMatch(said);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
