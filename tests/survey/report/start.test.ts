import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** Everything that is read together with a file; what is imported inside a function is read when it is called. */
function readWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export) (?!type)[^;]*?'([^']+)'/gm,
  )) {
    if (name!.startsWith('.')) readWith(join(dirname(file), name!), seen);
    else seen.add(name!);
  }
  return seen;
}

const LIBRARIES = /^(echarts|write-excel-file)/;

test('the libraries of reports and files cost a start nothing', () => {
  // run.ts loads the rest itself, while the database opens.
  const atStart = [...readWith('src/samvit.ts', readWith('src/run.ts'))];
  expect(atStart).toContain('src/survey/report/documents.ts');
  expect(atStart.filter((name) => LIBRARIES.test(name))).toEqual([]);
  for (const file of ['charts', 'xlsx']) {
    expect(
      [...readWith(`src/survey/report/${file}.ts`)].some((name) => LIBRARIES.test(name)),
      file,
    ).toBe(true);
  }
});
