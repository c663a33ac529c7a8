import { describe, expect, test } from 'vitest';
import { editorialFaults } from '../../src/knowledge/check.ts';
import { type Exported, exportOf, leftOver } from '../../src/knowledge/export.ts';
import type { Files } from '../../src/knowledge/model.ts';
import { parseKnowledge } from '../../src/knowledge/parse.ts';
import { parseSolution, type Solution } from '../../src/knowledge/solution.ts';
import { SOLUTION, smallBase } from './small-base.ts';

const FOLDER = 'knowledge';
const TODAY = '2026-11-25';
const FILE = 'knowledge/solutions/delt-kjop.md';
const { solution: read } = parseSolution('knowledge/solutions/felles-kjop.md', SOLUTION);
const own = 'Vi kjøpte systemet sammen med naboen.';
const shared: Solution = {
  ...read!,
  id: 'delt-kjop',
  title: 'Kjøp av systemer sammen med naboen',
  summary: { nb: own, nn: own, en: own },
};

const one = (solution: Solution, files: Files = smallBase()): Exported =>
  exportOf([solution], files, FOLDER, TODAY)[0]!;
const textOf = ({ outcome }: Exported): string => (outcome.kind === 'write' ? outcome.text : '');
const withFile = (text: string) => smallBase({ [FILE]: text });

describe('what is shared becomes a file', () => {
  test('that passes the check, and says which languages are left to translate', () => {
    const exported = one(shared);
    expect(exported).toMatchObject({
      file: FILE,
      outcome: { kind: 'write', before: false },
      untranslated: ['nn', 'en'],
      remarks: [],
    });
    const files = withFile(textOf(exported));
    const { knowledge, faults } = parseKnowledge(files, FOLDER);
    expect([...faults, ...editorialFaults(knowledge, files, FOLDER, TODAY)]).toEqual([]);
    expect(knowledge.solutions.find(({ id }) => id === 'delt-kjop')).toEqual(shared);
  });

  test('without a source and in few words, as it may have been shared', () => {
    const told = shared.told.map((told) => ({ ...told, text: 'Det gikk bra.' }));
    const short = { ...shared, sources: [], told };
    const { outcome } = one(short);
    expect(outcome.kind).toBe('write');
    const { solution } = parseSolution(FILE, outcome.kind === 'write' ? outcome.text : '');
    expect(solution).toEqual(short);
  });

  test('once: the second time it is the same', () => {
    const files = withFile(textOf(one(shared)));
    expect(one(shared, files).outcome).toEqual({ kind: 'same' });
    expect(
      one(shared, new Map([...files].map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]))).outcome,
    ).toEqual({ kind: 'same' });
  });

  test('and is written anew when what is shared has been corrected', () => {
    const corrected = { ...shared, title: 'Kjøp av systemer med to naboer' };
    expect(one(corrected, withFile(textOf(one(shared)))).outcome).toMatchObject({
      kind: 'write',
      before: true,
      text: expect.stringContaining('med to naboer'),
    });
  });

  test('but never over what someone has changed or made by hand', () => {
    const written = textOf(one(shared));
    const corrected = { ...shared, title: 'Kjøp av systemer med to naboer' };
    const translated = written.replace(`nn: ${own}`, 'nn: Vi kjøpte systemet saman med naboen.');
    expect(translated).not.toBe(written);
    expect(one(corrected, withFile(translated)).outcome).toEqual({ kind: 'theirs' });
    const made = SOLUTION.replace('id: felles-kjop', 'id: delt-kjop');
    expect(one(corrected, withFile(made)).outcome).toEqual({ kind: 'theirs' });
  });
});

describe('what would break the base is not written, and why is said', () => {
  test.each<[string, Partial<Solution>, string]>([
    ['no question', { questions: [] }, 'questions'],
    ['a tag that is gone', { tags: ['borte'] }, 'tags'],
    ['a municipality that is gone', { municipalities: ['3099'] }, 'municipalities.0'],
    ['too few questions', { questions: ['Hvem kjøpte sammen?'] }, 'questions'],
    [
      'a line that reads as a question',
      { told: shared.told.map((told) => ({ ...told, text: `${told.text}\n? Og så?` })) },
      'body',
    ],
  ])('%s', (_, change, field) => {
    const { outcome } = one({ ...shared, ...change });
    expect(outcome).toMatchObject({ kind: 'incomplete' });
    expect(outcome.kind === 'incomplete' && outcome.faults.map((fault) => fault.field)).toContain(field);
  });

  test('while the others are', () => {
    const broken = { ...shared, id: 'delt-uten-stikkord', tags: ['borte'] };
    expect(exportOf([broken, shared], smallBase(), FOLDER, TODAY).map(({ outcome }) => outcome.kind)).toEqual(
      ['incomplete', 'write'],
    );
  });
});

test('what is hard to read is written and remarked on', () => {
  const hard = Array.from({ length: 60 }, () => 'personvernkonsekvensvurderingen').join(' ');
  const { outcome, remarks } = one({
    ...shared,
    told: shared.told.map((told) => ({ ...told, text: `${hard}.` })),
  });
  expect(outcome.kind).toBe('write');
  expect(remarks[0]).toMatchObject({ file: FILE, rule: expect.stringContaining('LIX') });
});

test('files of what is no longer shared are named, and no others', () => {
  const files = withFile(textOf(one(shared)));
  expect(leftOver([shared], files, FOLDER)).toEqual([]);
  expect(leftOver([], files, FOLDER)).toEqual([FILE]);
});
