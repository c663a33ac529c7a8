import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FoundAnswer } from '../src/ask/answer.ts';
import type { Fault } from '../src/knowledge/model.ts';
import { parseSolution, type Solution } from '../src/knowledge/solution.ts';
import { createLog } from '../src/log.ts';
import { codeKey, keptOrBuilt, prepare, type SharedNow } from '../src/prepared.ts';
import { type Current, keepCurrent, type Reading, readInThread } from '../src/reload.ts';
import { textOf } from './connector.ts';
import { ARTICLE, smallBase, WORDS } from './knowledge/small-base.ts';
import { activity, type Running, startRunning } from './running.ts';

const BOUND = { timeout: 20_000, interval: 50 };

let root: string;
let current: Current;
let logged: { level: number; msg: string; faults?: Fault[] }[];
let told: Fault[][];
let renewed: number;
let read: (withIndex: boolean, signal: AbortSignal, shared: SharedNow) => Promise<Reading>;
let shared: Solution[] | Error;
let withdrawn: string[];
let orders: boolean[];

/** An article of its own kind in the small base, on a thing nothing else there speaks of. */
const article = (id: string, thing: string, says: string) =>
  ARTICLE.replace('id: karens', `id: ${id}`)
    .replace('title: Karens før kontrakt', `title: ${thing} i kommunen`)
    .replaceAll('Hvor lenge må vi vente?', `Hva gjelder for ${thing}?`)
    .replaceAll('? Er grensen for loven fortsatt 100 000 kroner?', `? Hvordan bruker vi ${thing}?`)
    .replace('## Minst {{figure:karens}}', `## Bruk av ${thing}`)
    .replace(WORDS, `${thing}: ${says} ${WORDS}`);

const same = (text: string) => `{ nb: ${text}, nn: ${text}, en: ${text} }`;
const GUIDE = `id: flagg
title: ${same('Skal vi flagge i dag')}
intro: ${same('Her får dere vite om dere skal flagge')}
topic: samarbeid
sources: [{ title: Flaggdager, url: 'https://example.no/flagg', checked: 2026-11-20 }]
reviewed: 2026-11-21
start: dag
nodes:
  dag:
    question: ${same('Er det flaggdag')}
    choices:
      - { text: ${same('Ja')}, next: flagg }
      - { text: ${same('Vet ikke')}, next: flagg }
  flagg:
    outcome: ${same('Flagg når dere vil')}
    rationale: ${same('Ingen regel i denne prøven sier noe annet enn dette')}
    refs: [Prøven]
    articles: [flaggstang]
`;

async function put(name: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, 'knowledge', name)), { recursive: true });
  await writeFile(join(root, 'knowledge', name), text);
}
const edit = async (name: string, from: string, to: string) => {
  const text = await readFile(join(root, 'knowledge', name), 'utf8');
  expect(text).toContain(from);
  await put(name, text.replaceAll(from, to));
};
const warnings = () => logged.filter(({ level }) => level >= 40);
const infos = () => logged.filter(({ level }) => level === 30).map(({ msg }) => msg);
const MENDED = 'kunnskapsbasen er i orden igjen';

/** What is answered, found by search as one types. */
const textOn = (question: string): string =>
  current.ask
    .find(question, 'nb', 3)
    .map((answer: FoundAnswer) => answer.quote.section.text)
    .join('\n');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'samvit-reload-'));
  const files = smallBase({
    'knowledge/articles/flaggstang.md': article('flaggstang', 'flaggstang', 'Den skal være hvit.'),
  });
  for (const [name, text] of files) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
});
afterEach(async () => {
  await current?.stop();
  await rm(root, { recursive: true, force: true });
});

async function start(): Promise<void> {
  logged = [];
  told = [];
  renewed = 0;
  orders = [];
  const folders = { knowledgeFolder: join(root, 'knowledge'), cacheFolder: join(root, 'cache') };
  const code = await codeKey();
  read = (withIndex, signal, shared) => readInThread({ ...folders, code, withIndex, shared }, signal);
  shared = [];
  withdrawn = [];
  current = keepCurrent(await prepare(folders.knowledgeFolder, folders.cacheFolder), {
    read: (withIndex, ...rest) => {
      orders.push(withIndex);
      return read(withIndex, ...rest);
    },
    shared: () =>
      shared instanceof Error ? Promise.reject(shared) : Promise.resolve({ solutions: shared, withdrawn }),
    now: () => new Date('2026-11-25'),
    log: createLog('debug', { write: (line: string) => void logged.push(JSON.parse(line)) }),
    onRenewed: () => renewed++,
    onFaults: (faults) => told.push(faults),
  });
}

describe('without a restart', () => {
  beforeEach(start);

  test('a changed article is answered anew, and the index is not built for it', async () => {
    expect(textOn('flaggstang')).toContain('hvit');
    await edit('articles/flaggstang.md', 'hvit', 'gul');
    expect(await current.reload()).toBe(true);
    expect(textOn('flaggstang')).toContain('gul');
    expect(textOn('flaggstang')).not.toContain('hvit');
    expect(current.ask.article('flaggstang')?.sections[0]?.text).toContain('gul');
    expect(current.ask.quote('flaggstang#bruk-av-flaggstang', 'nb')?.quote.section.text).toContain('gul');
    expect(orders).toEqual([false]);
    expect(renewed).toBe(1);
  });

  test('a new article is found', async () => {
    expect(textOn('snøfreser')).toBe('');
    await put('articles/snofreser.md', article('snofreser', 'snøfreser', 'Den står i garasjen.'));
    await current.reload();
    expect(textOn('snøfreser')).toContain('garasjen');
  });

  test('a removed article is not found', async () => {
    await rm(join(root, 'knowledge/articles/flaggstang.md'));
    await current.reload();
    expect(textOn('flaggstang')).toBe('');
    expect(current.ask.article('flaggstang')).toBeUndefined();
    expect(warnings()).toEqual([]);
  });

  test('a changed figure changes the articles it stands in', async () => {
    await edit('figures.yaml', 'value: 10', 'value: 12');
    await current.reload();
    expect(current.ask.article('karens')?.summary.nb).toContain('12 dager');
    expect(textOn('Hvor lenge må vi vente?')).not.toBe('');
  });

  test('a changed solution, and the name of its municipality, are answered anew', async () => {
    await edit('municipalities.json', '"name":"Asker"', '"name":"Nye Asker"');
    await current.reload();
    expect(current.ask.article('felles-kjop')?.origin?.by).toEqual(['Nye Asker']);
  });

  test('a new guide is there, and its outcome leads to the article as it is now', async () => {
    expect(current.guides.all).toEqual([]);
    await put('guides/flagg.yaml', GUIDE);
    await edit('articles/flaggstang.md', 'hvit', 'gul');
    await current.reload();
    expect(current.guides.all.map((guide) => guide.id)).toEqual(['flagg']);
    expect(current.guides.offer('noe annet', 'flaggstang')?.id).toBe('flagg');
    expect(current.guides.at('flagg', [0])).toMatchObject({
      articles: [{ sections: [{ text: expect.stringContaining('gul') }] }],
    });
  });

  test('a new word in the glossary is understood, and the index built on it is kept', async () => {
    expect(textOn('vimpelstativ')).toBe('');
    const before = await stat(join(root, 'cache/index.v8'));
    await edit('glossary.yaml', 'entries:\n', 'entries:\n  - {term: flaggstang, variants: [vimpelstativ]}\n');
    await current.reload();
    expect(textOn('vimpelstativ')).toContain('hvit');
    expect(orders).toEqual([false, true]);
    expect((await stat(join(root, 'cache/index.v8'))).size).not.toBe(before.size);
  });

  test('a word that is now ambiguous needs no new index', async () => {
    await edit('glossary.yaml', 'words: [frist]', 'words: [frist, dato]');
    await current.reload();
    expect((await current.ask.ask('dato')).kind).toBe('unsure');
    expect(orders).toEqual([false]);
  });

  test('many new articles are built into one index', async () => {
    const things = Array.from({ length: 20 }, (_, n) => `vareslag${'abcdefghijklmnopqrst'[n]}`);
    for (const thing of things) await put(`articles/${thing}.md`, article(thing, thing, `Om ${thing}.`));
    await current.reload();
    for (const thing of things) expect(textOn(thing)).toContain(`Om ${thing}.`);
    expect(orders).toEqual([false, true]);
    // What comes after is taken in beside the new index.
    await edit(`articles/${things[0]}.md`, `Om ${things[0]}.`, 'Nytt her.');
    await current.reload();
    expect(textOn(things[0]!)).toContain('Nytt her.');
    expect(orders).toEqual([false, true, false]);
  });

  test('files that say the same as before change nothing', async () => {
    await put(
      'articles/flaggstang.md',
      await readFile(join(root, 'knowledge/articles/flaggstang.md'), 'utf8'),
    );
    await current.reload();
    expect(renewed).toBe(0);
    expect(logged).toEqual([]);
  });
});

describe('a broken edit', () => {
  beforeEach(async () => {
    await start();
    await edit('articles/flaggstang.md', 'hvit', 'gul');
    await edit('articles/flaggstang.md', 'topic: anskaffelser', 'topic: noe-annet');
    await edit('articles/karens.md', 'tags: [frister]', 'tags: [ukjent-stikkord]');
    await current.reload();
  });

  test('leaves the last good version answering, and every fault is told in one line', async () => {
    expect(textOn('flaggstang')).toContain('hvit');
    expect(warnings()).toHaveLength(1);
    expect(warnings()[0]?.faults).toEqual([
      expect.objectContaining({ file: 'knowledge/articles/flaggstang.md', line: 4, field: 'topic' }),
      expect.objectContaining({ file: 'knowledge/articles/karens.md', line: 12, field: 'tags' }),
    ]);
    expect(Object.keys(warnings()[0]!.faults![0]!)).toEqual(['file', 'line', 'field', 'rule']);
    expect(told).toEqual([warnings()[0]!.faults]);
  });

  test('is told once, and again only when the faults are others', async () => {
    await current.reload();
    await put('everyday.yaml', '- [kjøpe, handle, anskaffe]\n');
    await current.reload();
    expect(warnings()).toHaveLength(1);
    await edit('articles/karens.md', 'tags: [ukjent-stikkord]', 'tags: [frister]');
    await current.reload();
    expect(warnings()).toHaveLength(2);
    expect(warnings()[1]?.faults).toHaveLength(1);
    expect(infos()).toEqual([]);
  });

  test('is taken in when it is mended, and one line says so', async () => {
    await edit('articles/flaggstang.md', 'topic: noe-annet', 'topic: anskaffelser');
    await edit('articles/karens.md', 'tags: [ukjent-stikkord]', 'tags: [frister]');
    await current.reload();
    await current.reload();
    expect(textOn('flaggstang')).toContain('gul');
    expect(infos().filter((line) => line === MENDED)).toHaveLength(1);
    expect(told.at(-1)).toEqual([]);
  });

  test('that is put back as it was is mended too', async () => {
    await edit('articles/flaggstang.md', 'topic: noe-annet', 'topic: anskaffelser');
    await edit('articles/flaggstang.md', 'gul', 'hvit');
    await edit('articles/karens.md', 'tags: [ukjent-stikkord]', 'tags: [frister]');
    await current.reload();
    expect(infos()).toEqual([MENDED]);
    expect(renewed).toBe(0);
  });
});

describe('what people have shared', () => {
  beforeEach(start);
  const said = (thing: string): Solution => {
    const file = 'knowledge/solutions/felles-kjop.md';
    const { solution } = parseSolution(file, smallBase().get(file)!);
    const told = [{ part: 'done' as const, questions: [`Hvem har ${thing}?`], text: `Vi kjøpte ${thing}.` }];
    return { ...solution!, id: `delt-${thing}`, title: `Kjøp av ${thing}`, told };
  };

  test('is answered from without reading the files, and let go when it is withdrawn', async () => {
    shared = [said('snøfreser')];
    expect(await current.refresh()).toBe(true);
    expect(textOn('snøfreser')).toContain('Vi kjøpte snøfreser');
    expect(current.knowledge().solutions.map(({ id }) => id)).toContain('delt-snøfreser');
    shared = [];
    await current.refresh();
    expect(textOn('snøfreser')).toBe('');
    expect(orders).toEqual([]);
    expect(renewed).toBe(2);
  });

  test('stays when files change, and a file with the same id takes its place', async () => {
    shared = [said('snofreser')];
    await current.refresh();
    await edit('articles/flaggstang.md', 'hvit', 'gul');
    await current.reload();
    expect(textOn('snofreser')).toContain('Vi kjøpte snofreser');
    await put('articles/delt-snofreser.md', article('delt-snofreser', 'snofreser', 'Den står i garasjen.'));
    await current.reload();
    expect(textOn('snofreser')).toContain('garasjen');
    expect(current.knowledge().solutions.map(({ id }) => id)).not.toContain('delt-snofreser');
  });

  test('is built into the index when there is much of it, and there at the next start', async () => {
    shared = Array.from({ length: 20 }, (_, n) => said(`vareslag${'abcdefghijklmnopqrst'[n]}`));
    await current.refresh();
    expect(orders).toEqual([true]);
    expect(textOn('vareslagt')).toContain('Vi kjøpte vareslagt');
    const again = await prepare(join(root, 'knowledge'), join(root, 'cache'));
    expect(again.knowledge.solutions).toHaveLength(current.knowledge().solutions.length);
    expect(again.files.solutions).toHaveLength(current.knowledge().solutions.length - 20);
  });

  test('is found though there is much of it and the files are broken', async () => {
    await edit('articles/flaggstang.md', 'topic: anskaffelser', 'topic: noe-annet');
    shared = Array.from({ length: 20 }, (_, n) => said(`vareslag${'abcdefghijklmnopqrst'[n]}`));
    expect(await current.refresh()).toBe(true);
    expect(orders).toEqual([true]);
    expect(textOn('vareslagt')).toContain('Vi kjøpte vareslagt');
    expect(warnings()).toHaveLength(1);
    expect(told).toHaveLength(1);
  });

  test('that is withdrawn is found no more, also where it was written to a file', async () => {
    const id = 'felles-kjop';
    const there = () => current.knowledge().solutions.some((one) => one.id === id);
    expect(there()).toBe(true);
    withdrawn = [id];
    await current.refresh();
    expect(there()).toBe(false);
    expect(current.ask.article(id)).toBeUndefined();
    withdrawn = [];
    await current.refresh();
    expect(there()).toBe(true);
  });

  test('takes the place of its file when it was corrected on a later day, and not before', async () => {
    const [file] = current.knowledge().solutions.filter(({ id }) => id === 'felles-kjop');
    const corrected = (reviewed: string) => ({ ...file!, title: 'Kjøp som er rettet', reviewed });
    const title = () => current.knowledge().solutions.find(({ id }) => id === 'felles-kjop')?.title;
    shared = [corrected(file!.reviewed)];
    await current.refresh();
    expect(title()).toBe(file!.title);
    shared = [corrected('2999-01-01')];
    await current.refresh();
    expect(title()).toBe('Kjøp som er rettet');
    expect(current.files().solutions.find(({ id }) => id === 'felles-kjop')?.title).toBe(file!.title);
  });

  test('that cannot be read is tried again, and what is answered from stays', async () => {
    const files = current.knowledge().solutions.length;
    shared = new Error('away');
    expect(await current.refresh()).toBe(false);
    expect(current.knowledge().solutions).toHaveLength(files);
  });
});

test('a folder that is gone for a while changes nothing', async () => {
  await start();
  const kept = smallBase();
  await rm(join(root, 'knowledge'), { recursive: true });
  await current.reload();
  expect(textOn('flaggstang')).toContain('hvit');
  expect(warnings()).toHaveLength(1);
  for (const [name, text] of kept) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  await current.reload();
  expect(textOn('flaggstang')).toBe('');
  expect(infos()).toContain(MENDED);
});

test('what someone wrote does not go to the log', async () => {
  await start();
  const secret = `hemmelig ${'ord '.repeat(60)}slutt`;
  await edit('articles/flaggstang.md', '? Hvordan bruker vi flaggstang?', `? ${secret}?`);
  await current.reload();
  expect(JSON.stringify(told)).toContain('hemmelig');
  expect(warnings()).toHaveLength(1);
  expect(JSON.stringify(logged)).not.toContain('hemmelig');
});

test('changes that come while one is taken in are taken in together after it', async () => {
  await start();
  const [real, release] = [read, Promise.withResolvers<void>()];
  read = async (...order) => {
    const reading = await real(...order);
    await release.promise;
    return reading;
  };
  await edit('articles/flaggstang.md', 'hvit', 'gul');
  const first = current.reload();
  await vi.waitFor(() => expect(orders).toHaveLength(1), BOUND);
  // The first reading may or may not see these.
  await edit('articles/flaggstang.md', 'gul', 'rød');
  const more = [current.reload(), current.reload(), current.reload()];
  release.resolve();
  expect(await Promise.all([first, ...more])).toEqual([true, true, true, true]);
  expect(textOn('flaggstang')).toContain('rød');
  expect(orders).toHaveLength(2);
});

test('a reading that fails is told once, tried again when asked, and then taken in', async () => {
  await start();
  const real = read;
  read = () => Promise.reject(new Error('EIO: i/o error'));
  await edit('articles/flaggstang.md', 'hvit', 'gul');
  expect(await current.reload()).toBe(false);
  expect(await current.reload()).toBe(false);
  expect(warnings()).toHaveLength(1);
  expect(textOn('flaggstang')).toContain('hvit');
  read = real;
  expect(await current.reload()).toBe(true);
  expect(textOn('flaggstang')).toContain('gul');
});

test('a thread that runs other code than we do is not listened to', async () => {
  await start();
  const folders = { knowledgeFolder: join(root, 'knowledge'), cacheFolder: join(root, 'cache') };
  read = (withIndex, signal, shared) =>
    readInThread({ ...folders, code: 'as it was', withIndex, shared }, signal);
  await edit('articles/flaggstang.md', 'hvit', 'gul');
  await current.reload();
  await current.reload();
  expect(textOn('flaggstang')).toContain('hvit');
  expect(warnings().map(({ msg }) => msg)).toEqual([
    'koden er endret: start på nytt for å ta i bruk ny kunnskap',
  ]);
});

test('a stop in the middle of a reading ends it, tells nothing and changes nothing', async () => {
  await start();
  await edit('articles/flaggstang.md', 'hvit', 'gul');
  const reloading = current.reload();
  await current.stop();
  expect(await reloading).toBe(true);
  expect(await current.reload()).toBe(true);
  expect(orders).toEqual([false]);
  expect(textOn('flaggstang')).toContain('hvit');
  expect(logged).toEqual([]);
});

describe('the whole Samvit', () => {
  let running: Running | undefined;
  afterEach(async () => {
    await running?.stop();
    running = undefined;
  });

  const asked = async (text: string): Promise<string> => {
    running!.connector.sent.length = 0;
    await running!.post(activity(running!.connector.url, { text }));
    return textOf(running!.connector.sent.at(-1)?.body.attachments?.[0]?.content);
  };

  test('says in the chat what the file says now, though the card was made before', async () => {
    running = await startRunning({
      KNOWLEDGE_FOLDER: join(root, 'knowledge'),
      KNOWLEDGE_POLL_SECONDS: '1',
    });
    const question = 'Hva gjelder for flaggstang?';
    expect(await asked(question)).toContain('hvit');
    await edit('articles/flaggstang.md', 'hvit', 'gul');
    await vi.waitFor(async () => expect(await asked(question)).toContain('gul'), BOUND);
    expect(await asked(question)).not.toContain('hvit');
  });

  test('answers from nothing that was withdrawn while it did not run', async () => {
    const folders = { KNOWLEDGE_FOLDER: join(root, 'knowledge'), DATA_FOLDER: join(root, 'data') };
    const file = 'knowledge/solutions/felles-kjop.md';
    const { solution } = parseSolution(file, smallBase().get(file)!);
    const told = [
      { part: 'done' as const, questions: ['Hvem har snøfreser?'], text: 'Vi kjøpte en snøfreser.' },
    ];
    const shared = { ...solution!, id: 'delt-snofreser', title: 'Kjøp av snøfreser', told };
    const cache = join(folders.DATA_FOLDER, 'cache');
    await keptOrBuilt(folders.KNOWLEDGE_FOLDER, cache, { solutions: [shared], withdrawn: [] });
    const kept = await prepare(folders.KNOWLEDGE_FOLDER, cache);
    expect(kept.articles.map(({ id }) => id)).toContain('delt-snofreser');
    running = await startRunning(folders);
    expect(running.samvit.ask.article('delt-snofreser')).toBeUndefined();
    expect(await asked('Hvem har snøfreser?')).not.toContain('Vi kjøpte');
  });

  test('ends by itself when it is stopped, also in the middle of a reading', async () => {
    const source = (name: string) => JSON.stringify(pathToFileURL(join('src', name)));
    const code = `import { writeFile } from 'node:fs/promises';
      import { readConfig } from ${source('config.ts')};
      import { createLog } from ${source('log.ts')};
      import { createSamvit } from ${source('samvit.ts')};
      import { createTeams } from ${source('teams/teams.ts')};
      const log = createLog('silent');
      const config = readConfig();
      const samvit = await createSamvit(config, { ...createTeams({ settings: config.teams, log }), log });
      await writeFile(${JSON.stringify(join(root, 'knowledge/everyday.yaml'))}, '- [a1, b1]\\n');
      await new Promise((resolve) => setTimeout(resolve, 400));
      await samvit.stop();
      process.stdout.write('stopped');`;
    const env = {
      ...process.env,
      DATA_FOLDER: join(root, 'data'),
      KNOWLEDGE_FOLDER: join(root, 'knowledge'),
    };
    const options = { env, timeout: 25_000 };
    // A process that is still there when the time is out is killed, and that rejects.
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', code],
      options,
    );
    expect(stdout).toBe('stopped');
  });
});
