import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Each vendor lives in one room, and data flows one way. The rules are docs/architecture.md, told to a machine. */
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'));

const source = (file: string): string => readFileSync(join('src', file), 'utf8');

function importsOf(file: string): string[] {
  return [...source(file).matchAll(/(?:from|import\(|import)\s*\(?'([^']+)'/g)].map((m) => m[1]!);
}

const VENDORS: { packages: RegExp; room: RegExp }[] = [
  { packages: /^(botbuilder|botframework-|@microsoft\/teams-ai)/, room: /^teams\// },
  { packages: /^restify$/, room: /^server\.ts$/ },
  { packages: /^lunr/, room: /^search\// },
  { packages: /^(pg|@electric-sql\/pglite)$/, room: /^db\/(database|embedded-worker)\.ts$/ },
  { packages: /^kysely/, room: /^(db\/|.*\/store(\/.*)?\.ts$|people\/|delivery\/)/ },
  { packages: /^pg-boss/, room: /^delivery\// },
  { packages: /^csv-stringify/, room: /^csv\.ts$/ },
  { packages: /^(write-excel-file|echarts)/, room: /^survey\/report\// },
  { packages: /^date-holidays$/, room: /^holidays\.ts$/ },
  { packages: /^adaptivecards-templating$/, room: /^cards\.ts$/ },
  { packages: /^pino$/, room: /^log\.ts$/ },
  { packages: /^yaml$/, room: /^knowledge\// },
];

describe('vendors live in one room', () => {
  test('the rules see the code they guard', () => {
    for (const { packages, room } of VENDORS) {
      const inside = files.filter((f) => room.test(f)).flatMap(importsOf);
      expect(
        inside.some((i) => packages.test(i)),
        `${packages} is imported nowhere in ${room}`,
      ).toBe(true);
    }
  });

  test.each(VENDORS)('$packages only in $room', ({ packages, room }) => {
    const outside = files.filter((f) => !room.test(f) && importsOf(f).some((i) => packages.test(i)));
    expect(outside).toEqual([]);
  });

  test('process.env is read in config.ts only', () => {
    expect(files.filter((f) => f !== 'config.ts' && /process\.env/.test(source(f)))).toEqual([]);
  });
});

describe('data flows one way', () => {
  const JOBS = ['ask', 'guide', 'survey', 'share', 'follow', 'handoff'];

  test('jobs import neither each other nor Teams', () => {
    for (const job of JOBS) {
      const others = [...JOBS.filter((j) => j !== job), 'teams'];
      for (const file of files.filter((f) => f.startsWith(`${job}/`))) {
        const crossing = importsOf(file).filter((i) => others.some((o) => i.startsWith(`../${o}/`)));
        expect(crossing, file).toEqual([]);
      }
    }
  });

  test('Teams knows the border types and nothing of the jobs', () => {
    for (const file of files.filter((f) => f.startsWith('teams/'))) {
      const inward = importsOf(file).filter((i) => i.startsWith('../') && i !== '../messages.ts');
      expect(inward, file).toEqual([]);
    }
  });

  test('rules.ts files do no I/O and read no clock', () => {
    const rules = files.filter((f) => f.endsWith('rules.ts'));
    expect(rules.length).toBeGreaterThan(0);
    for (const file of rules) {
      expect(source(file), file).not.toMatch(
        /\bawait\b|\basync\b|Date\.now|new Date\(\)|Math\.random|node:(?!assert)/,
      );
    }
  });

  test('nothing imports main.js, and messages.ts imports nothing', () => {
    expect(files.filter((f) => importsOf(f).some((i) => i.endsWith('/main.js')))).toEqual([]);
    expect(importsOf('messages.ts')).toEqual([]);
  });
});
