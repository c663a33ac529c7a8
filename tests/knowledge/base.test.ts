import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { type Knowledge, KnowledgeError } from '../../src/knowledge/model.ts';

let base: Knowledge;
beforeAll(async () => {
  base = await loadKnowledge('knowledge');
});

test('the knowledge base is whole', () => {
  expect(base.articles.length).toBeGreaterThanOrEqual(120);
  expect(base.glossary.entries.length).toBeGreaterThanOrEqual(168);
  expect(base.articles.filter((a) => a.language === 'nn').length).toBeGreaterThanOrEqual(15);
});

describe('what is dangerous to say wrong', () => {
  const text = () =>
    base.articles.flatMap((a) =>
      a.sections.map((s) => ({ id: s.id, text: s.text, refs: a.sources.map((x) => x.ref ?? '') })),
    );

  test('nobody quotes a threshold that is no longer true without saying that it is old', () => {
    // Each former figure may stand only in a section that also says it is old, a proposal, or now another.
    const former =
      /(?<![\d,])(?:2,2|2,3|1,49|57,8) millioner|(?<!\d)(?:100 000|300 000) kroner|7,8 millioner/;
    const aware =
      /gammel|gamle|tidlegare|tidligere|før|til og med|ble|vart|forslag|nytt|nye|endr|30\. juni|ikke lenger|ikkje lenger/i;
    const wrong = text().filter(({ text }) => former.test(text) && !aware.test(text));
    expect(wrong.map((s) => s.id)).toEqual([]);
  });

  test('the repealed paragraphs are not cited as sources', () => {
    const repealed = /FOA §§? ?(?:7-9|7-2|8-13|19-3|8-12a|19-5)(?!\d)/;
    const wrong = base.articles.filter((a) => a.sources.some((s) => repealed.test(s.ref ?? '')));
    expect(wrong.map((a) => a.id)).toEqual([]);
  });

  test('no breach deadline of 96 hours and no municipality count but 357 is given as in force', () => {
    const wrong = text().filter(
      ({ text }) =>
        /96 timer/.test(text) &&
        !/ikke (?:i kraft|vedtatt|gjeldende)|ikkje (?:i kraft|vedteke)|forsl/i.test(text),
    );
    expect(wrong.map((s) => s.id)).toEqual([]);
  });
});

describe('a broken knowledge base', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samvit-knowledge-'));
    await cp('knowledge', folder, { recursive: true });
    await writeFile(join(folder, 'articles', 'odelagt.md'), '---\nid: odelagt\n---\n\n## Hei\n\nKort.\n');
    await writeFile(join(folder, 'articles', 'tom.md'), '');
    await writeFile(join(folder, 'glossary.yaml'), 'entries:\n  - term: x\nambiguous: []\n');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('is refused whole, with every fault in every file', async () => {
    const error = await loadKnowledge(folder).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(KnowledgeError);
    const { faults, message } = error as KnowledgeError;
    const files = new Set(faults.map((f) => f.file.replace(/^.*\//, '')));
    expect([...files]).toEqual(expect.arrayContaining(['odelagt.md', 'tom.md', 'glossary.yaml']));
    expect(message).toMatch(/odelagt\.md:\d+ title: /);
    expect(message).toMatch(/glossary\.yaml:2 entries\.0/);
  });

  test('a folder that is not there says so', async () => {
    await expect(loadKnowledge(join(folder, 'finnes-ikke'))).rejects.toThrow(/glossary\.yaml|ingen artikler/);
  });
});
