import { describe, expect, test } from 'vitest';
import { editorialFaults } from '../../src/knowledge/check.ts';
import { parseKnowledge } from '../../src/knowledge/parse.ts';
import { type ScaffoldKind, scaffold, scaffoldKinds } from '../../src/knowledge/scaffold.ts';
import { smallBase } from './small-base.ts';

const TODAY = '2026-11-25';

function made(kind: ScaffoldKind, title: string) {
  const result = scaffold(kind, title, TODAY, smallBase().keys());
  if ('fault' in result) throw new Error(result.fault);
  return result;
}

function faultsWith(file: string, text: string) {
  const files = smallBase({ [`knowledge/${file}`]: text });
  const { knowledge, faults } = parseKnowledge(files, 'knowledge');
  return [...faults, ...editorialFaults(knowledge, files, 'knowledge', TODAY)];
}

describe.each(scaffoldKinds)('a new %s', (kind) => {
  test('has no fault but on the lines that must be filled in', () => {
    const { file, text } = made(kind, 'Slik kjøper dere «grønt»');
    const marked = text.split('\n').flatMap((line, i) => (/fyll[ -]ut/i.test(line) ? [i + 1] : []));
    const faults = faultsWith(file, text);
    expect(marked.length).toBeGreaterThan(10);
    expect(faults.filter((f) => f.field === 'mal').map((f) => f.line)).toEqual(marked);
    // What is left refers to an article or a tag that must be chosen.
    expect(faults.filter((f) => f.field !== 'mal' && !f.rule.includes('«fyll-ut»'))).toEqual([]);
    expect(faults.every((f) => f.file === `knowledge/${file}`)).toBe(true);
  });

  test('is right when it is filled in', () => {
    const { file, text } = made(kind, 'Slik kjøper dere grønt');
    const filled = text
      .replaceAll('tags: [fyll-ut]', 'tags: [frister]')
      .replaceAll('articles: [fyll-ut]', 'articles: [karens]')
      .replaceAll(/fyll ut/gi, 'Her står noe');
    expect(faultsWith(file, filled)).toEqual([]);
  });

  test('is named after its title', () => {
    expect(made(kind, 'Æøå 2 råd?').file).toMatch(/^\w+\/aeoa-2-rad\.(?:md|yaml)$/);
  });

  test('is refused where the name is taken, in whatever folder', () => {
    const fault = { fault: 'knowledge/articles/karens.md finnes fra før: velg en annen tittel' };
    expect(scaffold(kind, 'Karens', TODAY, smallBase().keys())).toEqual(fault);
  });

  test.each(['', 'Ja', 'x'.repeat(91), '?????'])('is refused with the title «%s»', (title) => {
    expect(scaffold(kind, title, TODAY, [])).toEqual({ fault: expect.stringContaining('tittelen må ha') });
  });
});

test('the title of a solution holds no colon, for the name of each part is set after it', () => {
  expect(scaffold('solution', 'Asker: felles kjøp', TODAY, [])).toEqual({
    fault: expect.stringContaining('kolon'),
  });
  expect(made('article', 'Asker: felles kjøp').text).toContain('title: "Asker: felles kjøp"');
});
