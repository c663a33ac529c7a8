import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  fillManifest,
  iconFaults,
  localisableTexts,
  localisationFaults,
  manifestFaults,
  readOptions,
} from '../scripts/app-manifest.ts';
import { packageApp } from '../scripts/package-app.ts';
import { createAsk } from '../src/ask/ask.ts';
import { readCommand } from '../src/commands.ts';
import { readFollowCommand } from '../src/follow/commands.ts';
import { readShareCommand } from '../src/share/commands.ts';
import { readSurveyCommand } from '../src/survey/commands.ts';
import { readBase } from './kept.ts';

interface Manifest {
  $schema: string;
  manifestVersion: string;
  id: string;
  version: string;
  validDomains: string[];
  developer: Record<'name' | 'websiteUrl' | 'privacyUrl' | 'termsOfUseUrl', string>;
  name: { short: string };
  description: { short: string };
  icons: Record<string, string>;
  accentColor: string;
  localizationInfo: {
    defaultLanguageTag: string;
    additionalLanguages: { languageTag: string; file: string }[];
  };
  bots: { botId: string; commandLists: { scopes: string[]; commands: Command[] }[] }[];
  composeExtensions: { botId: string; commands: { id: string; type: string; initialRun?: boolean }[] }[];
}
interface Command {
  title: string;
  description: string;
  type: string;
  prompt?: string;
}

const read = (name: string) => readFileSync(new URL(`../appPackage/${name}`, import.meta.url));
const json = (name: string) => JSON.parse(read(name).toString('utf8'));
const APP_ID = '3f2b1c4e-5d6a-4b7c-8e9f-0a1b2c3d4e5f';
const options = { appId: APP_ID, domain: 'samvit.kommunen.no', version: '1.2.3', operator: 'Vår kommune' };

const template: Manifest = json('manifest.json');
const manifest = fillManifest(template, options);
const texts = localisableTexts(manifest);
const translated: Record<'nn' | 'en', Record<string, string>> = { nn: json('nn.json'), en: json('en.json') };
/** What people with Teams in each language see, by key. */
const shown = { nb: Object.fromEntries(texts), ...translated };
const langs = ['nb', 'nn', 'en'] as const;
const COMMAND = /^bots\[0\]\.commandLists\[\d+\]\.commands\[\d+\]\.(title|description|prompt)$/;

describe('the manifest', () => {
  test('follows the schema of the version it names', () => {
    expect(manifestFaults(manifest)).toEqual([]);
    expect(manifest.$schema).toContain(`/v${manifest.manifestVersion}/`);
  });

  test('is refused as it lies in the repository, and when a field is wrong', () => {
    expect(manifestFaults(template)).toContain(`\${{APP_ID}} er ikke fylt ut`);
    const long = { ...manifest, name: { short: 'Samvit, delt kunnskap for kommuner' } };
    expect(manifestFaults(long).join()).toContain('/name/short must NOT have more than 30 characters');
    expect(manifestFaults({ ...manifest, validDomain: [] } as Manifest)).toHaveLength(1);
    const { supportsChannelFeatures: _, ...older } = manifest as Manifest & {
      supportsChannelFeatures: string;
    };
    expect(manifestFaults(older)).toEqual(['supportsChannelFeatures mangler']);
  });

  test('has the app id, domain, version and operator where they belong', () => {
    expect([manifest.id, manifest.bots[0]?.botId, manifest.composeExtensions[0]?.botId]).toEqual([
      APP_ID,
      APP_ID,
      APP_ID,
    ]);
    expect(manifest.validDomains).toEqual(['samvit.kommunen.no']);
    expect(manifest.version).toBe('1.2.3');
    expect(manifest.developer).toEqual({
      name: 'Vår kommune',
      websiteUrl: 'https://samvit.kommunen.no',
      privacyUrl: 'https://samvit.kommunen.no/personvern',
      termsOfUseUrl: 'https://samvit.kommunen.no/vilkar',
    });
  });

  test('searches with the command that the bot listens to', () => {
    const teams = readFileSync(new URL('../src/teams/teams.ts', import.meta.url), 'utf8');
    const [command] = manifest.composeExtensions[0]!.commands;
    expect(teams).toContain(`messageExtensions.query('${command?.id}'`);
    expect(command?.initialRun).toBe(true);
  });

  test('opens the dialog of sharing from the compose box and on a message', () => {
    const desk = readFileSync(new URL('../src/share/turns.ts', import.meta.url), 'utf8');
    const command = manifest.composeExtensions[0]!.commands.find(({ type }) => type === 'action');
    expect(command).toMatchObject({ context: ['compose', 'message'], fetchTask: true });
    expect(desk).toContain(`const OPENS = '${command?.id}'`);
  });

  test('has each scope in one command list', () => {
    const lists = manifest.bots[0]!.commandLists;
    expect(lists.length).toBeLessThanOrEqual(3);
    expect(lists.flatMap((l) => l.scopes).sort()).toEqual(['groupChat', 'personal', 'team']);
    for (const { commands } of lists) {
      expect(commands.length).toBeGreaterThan(0);
      expect(commands.length).toBeLessThanOrEqual(12);
      for (const c of commands) expect(c.type).toBe(c.prompt ? 'prompt' : 'basic');
    }
  });
});

describe('the languages', () => {
  test('are named without a region, so that every region gets them', () => {
    const { defaultLanguageTag, additionalLanguages } = manifest.localizationInfo;
    expect(defaultLanguageTag).toBe('nb');
    expect(additionalLanguages).toEqual([
      { languageTag: 'nn', file: 'nn.json' },
      { languageTag: 'en', file: 'en.json' },
    ]);
  });

  test('follow the schema for localisation files', () => {
    for (const lang of ['nn', 'en'] as const) {
      expect(localisationFaults(translated[lang], manifest.manifestVersion)).toEqual([]);
      expect(translated[lang].$schema).toBe(manifest.$schema.replace('MicrosoftTeams.', '$&Localization.'));
    }
    expect(localisationFaults({ ...translated.nn, 'name.shor': 'x' }, manifest.manifestVersion)).toHaveLength(
      1,
    );
  });

  test('cover every text, and nothing else', () => {
    const keys = [...texts.keys()].sort();
    // The schema decides what can be localised; these must be among it.
    expect(keys).toEqual(
      expect.arrayContaining([
        'name.short',
        'name.full',
        'description.short',
        'description.full',
        'description.features[2].description',
        'composeExtensions[0].commands[0].parameters[0].description',
        'bots[0].commandLists[0].commands[11].title',
        'bots[0].commandLists[1].commands[0].prompt',
      ]),
    );
    for (const lang of ['nn', 'en'] as const) {
      expect(
        Object.keys(translated[lang])
          .filter((k) => k !== '$schema')
          .sort(),
      ).toEqual(keys);
    }
  });

  test('keep within what older Teams shows', () => {
    for (const lang of langs) {
      for (const [key, text] of Object.entries(shown[lang])) {
        const max = /\.title$/.test(key) ? 32 : COMMAND.test(key) ? 128 : 4000;
        expect(text.length, `${lang} ${key}: ${text}`).toBeLessThanOrEqual(max);
        expect(text, `${lang} ${key}`).not.toMatch(/!|\$\{/);
      }
      expect(shown[lang]['name.short']!.length).toBeLessThanOrEqual(30);
      expect(shown[lang]['description.short']!.length).toBeLessThanOrEqual(80);
    }
  });
});

describe('the commands', async () => {
  const { knowledge, articles, search } = await readBase();
  const ask = createAsk({
    knowledge,
    articles,
    search,
    now: () => new Date('2026-11-21'),
  });

  /** A command's own kind, or the article that answers; the same in every language, and answered in that language. */
  async function meaning(text: string, lang: string): Promise<string> {
    const command = readCommand(text);
    if (command) return command.kind;
    const survey = readSurveyCommand(text);
    if (survey) return `survey ${survey}`;
    const share = readShareCommand(text);
    if (share) return `share ${share}`;
    const follow = readFollowCommand(text);
    if (follow) return `follow ${follow.kind}`;
    const answer = await ask.ask(text, { locale: lang === 'en' ? 'en-GB' : `${lang}-NO` });
    if (answer.lang !== lang) return `answered in ${answer.lang}`;
    return answer.kind === 'found' ? `article ${answer.quote.article.id}` : answer.kind;
  }

  const places = [...texts.keys()].filter((k) => COMMAND.test(k) && k.endsWith('.title'));

  test('all stand in the manifest', () => {
    expect(places).toHaveLength(manifest.bots[0]!.commandLists.flatMap((l) => l.commands).length);
  });

  test.each(places)('%s is understood, and alike in title, prompt and all languages', async (place) => {
    const meanings = new Map<string, string>();
    for (const lang of langs) {
      for (const key of [place, place.replace(/title$/, 'prompt')]) {
        const text = shown[lang][key];
        if (text !== undefined) meanings.set(`${lang}: ${text}`, await meaning(text, lang));
      }
    }
    const [first] = meanings.values();
    expect(first).toMatch(/^(help|guides|language|privacy|forget|survey .+|share .+|follow .+|article .+)$/);
    expect(Object.fromEntries(meanings)).toEqual(
      Object.fromEntries([...meanings.keys()].map((text) => [text, first])),
    );
  });

  test('a language command asks for the language it says', () => {
    const asked = langs.map((lang) => {
      const text = places.map((p) => shown[lang][p]!).find((t) => readCommand(t)?.kind === 'language');
      return readCommand(text ?? '');
    });
    expect(asked).toEqual(['nn', 'nn', 'en'].map((lang) => ({ kind: 'language', lang })));
  });
});

describe('the icons', () => {
  const color = decodePng(read('color.png'));
  const outline = decodePng(read('outline.png'));

  test('have the sizes Teams asks for', () => {
    expect(iconFaults('color.png', read('color.png'), 192)).toEqual([]);
    expect(iconFaults('outline.png', read('outline.png'), 32)).toEqual([]);
    expect(iconFaults('outline.png', read('outline.png'), 192)).toEqual([
      'outline.png er 32 × 32 piksler, men skal være 192 × 192',
    ]);
    expect(iconFaults('color.png', read('icon.svg'), 192)).toEqual(['color.png er ikke en PNG-fil']);
  });

  test('the colour icon fills its square, with the symbol in the safe middle', () => {
    const accent = manifest.accentColor.slice(1).toLowerCase();
    const inside = new Set<string>();
    for (const { x, y, rgb, alpha } of color) {
      const safe = x >= 36 && x < 156 && y >= 36 && y < 156;
      if (safe) inside.add(rgb);
      if (alpha !== 255 || (!safe && rgb !== accent)) expect.fail(`${x},${y} is ${rgb}, alpha ${alpha}`);
    }
    expect([...inside]).toEqual(expect.arrayContaining([accent, 'fff6e6', 'f7ac45']));
  });

  test('the outline is white on nothing', () => {
    const drawn = outline.filter((p) => p.alpha > 0);
    expect([...new Set(drawn.map((p) => p.rgb))]).toEqual(['ffffff']);
    const full = drawn.filter((p) => p.alpha === 255).length / outline.length;
    expect(full).toBeGreaterThan(0.25);
    expect(full).toBeLessThan(0.75);
  });
});

describe('the options', () => {
  const good = { appId: APP_ID, domain: 'samvit.kommunen.no', version: '1.2.3' };

  test('are read, with the domain in small letters', () => {
    expect(readOptions({ ...good, domain: 'Samvit.Kommunen.NO' })).toEqual({
      options: { ...good, operator: 'Samvit' },
      faults: [],
    });
  });

  test.each([
    ['appId', undefined, '--app-id: mangler'],
    ['appId', 'samvit', '--app-id: må være'],
    ['appId', '00000000-0000-0000-0000-000000000000', '--app-id: må være'],
    ['appId', `${APP_ID}0`, '--app-id: må være'],
    ['domain', undefined, '--domain: mangler'],
    ['domain', 'https://samvit.kommunen.no', '--domain: må være'],
    ['domain', 'samvit.kommunen.no/teams', '--domain: må være'],
    ['domain', 'samvit.kommunen.no:3978', '--domain: må være'],
    ['domain', 'localhost', '--domain: må være'],
    ['domain', '10.0.0.1', '--domain: må være'],
    ['domain', '-samvit.no', '--domain: må være'],
    ['version', '1.2', '--version: må være'],
    ['version', '01.2.3', '--version: må være'],
    ['operator', ' ', '--operator: kan ikke være tom'],
    ['operator', 'Interkommunalt samarbeid for alle i nord', '--operator: kan ha høyst 32'],
  ])('%s %s is refused with a sentence', (option, value, sentence) => {
    const { options, faults } = readOptions({ ...good, [option]: value });
    expect(options).toBeUndefined();
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(sentence);
    expect(faults[0]).toMatch(/^--[a-z-]+: [a-zæøå].*\.$/);
  });
});

describe('the package', () => {
  test('holds exactly the files Teams needs, with the manifest filled', async () => {
    const files = unzip((await packageApp(options)).zip!);
    expect([...files.keys()].sort()).toEqual([
      'color.png',
      'en.json',
      'manifest.json',
      'nn.json',
      'outline.png',
    ]);
    expect(JSON.parse(files.get('manifest.json')!.toString('utf8'))).toEqual(manifest);
    for (const name of ['color.png', 'outline.png', 'nn.json', 'en.json']) {
      expect(files.get(name)!.equals(read(name)), name).toBe(true);
    }
    const named = [
      ...Object.values(manifest.icons),
      ...manifest.localizationInfo.additionalLanguages.map((l) => l.file),
    ];
    for (const name of named) expect(files.has(name), name).toBe(true);
  });

  test('is the same bytes each time, and other bytes for another app', async () => {
    const [one, two] = [await packageApp(options), await packageApp(options)];
    expect(one.zip!.equals(two.zip!)).toBe(true);
    expect(one.zip!.equals((await packageApp({ ...options, version: '1.2.4' })).zip!)).toBe(false);
  });

  test('is written by the command, which refuses what it cannot use with code 2', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['scripts/package-app.ts', ...args], { encoding: 'utf8' });
    const out = join(mkdtempSync(join(tmpdir(), 'samvit-')), 'ny', 'app.zip');
    const good = run('--app-id', APP_ID, '--domain', 'samvit.kommunen.no', '--out', out);
    expect([good.status, good.stderr]).toEqual([0, '']);
    expect(good.stdout).toContain(`Skrev ${out}`);
    const own = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(JSON.parse(unzip(readFileSync(out)).get('manifest.json')!.toString('utf8')).version).toBe(
      own.version,
    );
    const bad = run('--app-id', 'x', '--domain', 'localhost');
    expect(bad.status).toBe(2);
    expect(bad.stderr).toMatch(/--app-id: må være.*\n--domain: må være.*\nBruk: /);
    expect(run('--appid', APP_ID).status).toBe(2);
  });
});

interface Pixel {
  x: number;
  y: number;
  rgb: string;
  alpha: number;
}

/** The pixels of an 8-bit RGB or RGBA PNG without interlacing, which is what Chromium writes. */
function decodePng(png: Buffer): Pixel[] {
  const width = png.readUInt32BE(16);
  const channels = { 2: 3, 6: 4 }[png[25] ?? 0];
  if (png[24] !== 8 || !channels || png[28] !== 0) throw new Error('not an 8-bit RGB or RGBA PNG');
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const rows = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const pixels: Pixel[] = [];
  let above = new Uint8Array(stride);
  for (let y = 0; y * (stride + 1) < rows.length; y++) {
    const filter = rows[y * (stride + 1)];
    const row = new Uint8Array(rows.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)));
    for (let i = 0; i < stride; i++) {
      const left = i < channels ? 0 : row[i - channels]!;
      const up = above[i]!;
      const corner = i < channels ? 0 : above[i - channels]!;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter!]!;
      row[i] = row[i]! + guess;
    }
    for (let x = 0; x < width; x++) {
      const pixel = row.subarray(x * channels, (x + 1) * channels);
      const rgb = Buffer.from(pixel.subarray(0, 3)).toString('hex');
      pixels.push({ x, y, rgb, alpha: pixel[3] ?? 255 });
    }
    above = row;
  }
  return pixels;
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** Reads a zip by its central directory, as Teams does. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < zip.readUInt16LE(end + 10); i++) {
    const [method, size, start] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 42),
    ];
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const content = zip.subarray(data, data + size);
    files.set(name, method === 8 ? inflateRawSync(content) : content);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
