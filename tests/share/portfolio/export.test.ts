import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../../src/db/database.ts';
import type { Content } from '../../../src/share/model.ts';

/** A folder as a municipality has it: knowledge, and a database with what has been shared. */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samvit-export-'));
  await cp('knowledge', join(folder, 'knowledge'), { recursive: true });
  await share('delt-varmepumper', content());
  await share(
    'delt-uten-stikkord',
    content({ title: 'Kjøp av varmepumper med et stikkord som er borte', tags: ['borte'] }),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (script: string) =>
  promisify(execFile)(process.execPath, [resolve(script)], {
    cwd: folder,
    env: { ...process.env, DATA_FOLDER: join(folder, 'data'), DATABASE_URL: '' },
  });
const lastLine = (out: string) => JSON.parse(out.trim().split('\n').at(-1)!);
const FILE = 'knowledge/solutions/delt-varmepumper.md';

test('what is approved becomes files that pass the check, and what people change is left alone', async () => {
  const first = await run('scripts/knowledge-export.ts');
  expect(lastLine(first.stdout)).toMatchObject({ shared: 2, written: 1, incomplete: 1, untranslated: 1 });
  expect(first.stderr).toContain(`${FILE}: sammendraget må oversettes til nynorsk og engelsk`);
  expect(first.stderr).toMatch(/delt-uten-stikkord\.md: er ikke skrevet.*\n.*tags/);

  const check = await run('scripts/knowledge-check.ts');
  expect(lastLine(check.stdout)).toMatchObject({ solutions: 46, faults: 0 });

  const path = join(folder, FILE);
  const translated = (await readFile(path, 'utf8')).replace(/nn: .*/, 'nn: Kommunen kjøpte varmepumper.');
  await writeFile(path, translated);
  const theirs = await run('scripts/knowledge-export.ts');
  expect(lastLine(theirs.stdout)).toMatchObject({ written: 0, changedByHand: 1 });
  expect(theirs.stderr).toContain(`${FILE}: er endret for hånd, og er ikke skrevet over`);
  expect(await readFile(path, 'utf8')).toBe(translated);
  // Three processes of Node, each with a database to open.
}, 240_000);

const sentence = 'Kommunen trengte noe som virket bedre i skolene, og som kostet mindre i strøm hvert år.';

const content = (change: Partial<Content> = {}): Content => ({
  kind: 'solution',
  title: 'Kjøp av varmepumper til skolene',
  language: 'nb',
  problem: sentence,
  done: `${sentence} De spurte tre firmaer og valgte ett.`,
  result: `${sentence} Det ble varmere inne.`,
  again: '',
  otherwise: '',
  summary: {},
  municipalities: ['3205'],
  year: 2025,
  procedure: 'forenklet',
  systems: [],
  dpia: { done: null, link: '' },
  agreement: { done: null, link: '' },
  links: [{ title: 'Saken i kommunestyret', url: 'https://example.no/sak' }],
  topic: 'anskaffelser',
  tags: ['samarbeid'],
  contact: { role: 'den som leder innkjøp', office: 'innkjøpskontoret' },
  ...change,
});

let count = 0;
/** As an editor leaves it when it is approved. */
async function share(slug: string, content: Content): Promise<void> {
  const { db, close } = await openDatabase({ folder: join(folder, 'data') });
  const id = `11111111-1111-4111-8111-11111111111${count++}`;
  const at = new Date('2026-11-30T09:00:00Z');
  await db
    .insertInto('share_entry')
    .values({
      id,
      slug,
      tenant: 'tenant-1',
      person: null,
      state: 'approved',
      version: 1,
      published: 1,
      published_on: '2026-11-30',
      asked: 1,
      decision: null,
      batches: '[]',
      changed_at: at,
    })
    .execute();
  await db
    .insertInto('share_version')
    .values({ entry: id, number: 1, made: 'shared', by: null, content: JSON.stringify(content), at })
    .execute();
  await close();
}
