import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Ask, createAsk } from '../../src/ask/ask.ts';
import { type ListReader, readList } from '../../src/ask/lists/read.ts';
import { openLists } from './lists/opened.ts';

/** Lists asked for, with all that must be in them, read from the files by hand-written rules; null is no list. */
const lineSchema = z.strictObject({
  question: z.string(),
  by: z.enum(['solution', 'municipality']).optional(),
  expect: z.array(z.string()).nullable(),
  near: z.array(z.string()).optional(),
});
const lines = readFileSync('tests/ask/lists.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => lineSchema.parse(JSON.parse(line)));

const TODAY = '2026-11-30';
let ask: Ask;
let reader: ListReader;
beforeAll(async () => {
  const opened = await openLists();
  reader = opened.reader;
  ask = createAsk({ ...opened, now: () => new Date(TODAY) });
});

async function listed(question: string) {
  const answer = await ask.ask(question);
  if (answer.kind !== 'list' || !('shared' in answer.of)) return { expect: null };
  const ids = answer.articles.map((article) => article.id).sort();
  const { query, none } = answer.of.shared;
  return { by: query.by, ...(none ? { expect: [], near: ids } : { expect: ids }) };
}

describe('a list has all that fits and nothing else', () => {
  test.each(lines.filter((line) => line.expect !== null))('$question', async ({ question, ...expected }) => {
    expect(await listed(question)).toEqual(expected);
  });

  test('there are at least forty', () => {
    expect(lines.filter((line) => line.expect !== null).length).toBeGreaterThanOrEqual(40);
  });
});

describe('an ordinary question is no list', () => {
  test.each(lines.filter((line) => line.expect === null))('$question', async ({ question }) => {
    expect(await listed(question)).toEqual({ expect: null });
  });

  test('nor is any of the golden questions, which ask for one answer', () => {
    for (const file of ['questions', 'tuning']) {
      const golden = readFileSync(`tests/golden/${file}.jsonl`, 'utf8').trim().split('\n');
      for (const line of golden) {
        const { question } = z.object({ question: z.string() }).parse(JSON.parse(line));
        expect(readList(question, TODAY, reader), question).toBeUndefined();
      }
    }
  });
});
