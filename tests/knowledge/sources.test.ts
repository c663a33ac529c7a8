import { expect, test } from 'vitest';
import { parseKnowledge } from '../../src/knowledge/parse.ts';
import { sourceUses } from '../../src/knowledge/sources.ts';
import { SOLUTION, smallBase } from './small-base.ts';

test('every address once, with all that rests on it and the oldest check, oldest first', () => {
  const { knowledge } = parseKnowledge(smallBase(), 'knowledge');
  expect(sourceUses(knowledge)).toEqual([
    {
      url: 'https://lovdata.no/dokument/SF/forskrift/2016-08-12-974',
      usedBy: ['karens', 'terskel'],
      checked: '2026-10-01',
    },
    { url: 'https://example.no/kjop', usedBy: ['felles-kjop'], checked: '2026-11-20' },
  ]);
});

test('of two checked on the same day the addresses decide, so that the list is the same each time', () => {
  const twice = SOLUTION.replace(
    'sources:\n',
    'sources:\n  - {title: Samme dag, url: "https://example.no/a", checked: 2026-11-20}\n',
  );
  const { knowledge } = parseKnowledge(
    smallBase({ 'knowledge/solutions/felles-kjop.md': twice }),
    'knowledge',
  );
  expect(sourceUses(knowledge).map((s) => s.url)).toEqual([
    'https://lovdata.no/dokument/SF/forskrift/2016-08-12-974',
    'https://example.no/a',
    'https://example.no/kjop',
  ]);
});
