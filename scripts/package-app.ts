// The zip that is uploaded to Teams: `npm run package:app -- --app-id <guid> --domain <host>`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { ZipFile } from 'yazl';
import {
  fillManifest,
  iconFaults,
  localisationFaults,
  manifestFaults,
  type PackageOptions,
  readOptions,
} from './app-manifest.ts';

const USAGE =
  'Bruk: npm run package:app -- --app-id <guid> --domain <vertsnavn> [--operator "Navnet på kommunen"] [--version x.y.z] [--out dist/samvit.zip]';
const folder = new URL('../appPackage/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));

if (process.argv[1] === import.meta.filename) process.exitCode = await main(process.argv.slice(2));

/** Gives the exit code: 0 written, 1 our own files are at fault, 2 the command line is. */
async function main(args: string[]): Promise<number> {
  const given = readArgs(args);
  const { options, faults } = given
    ? readOptions(given)
    : { faults: ['Jeg kjenner ikke igjen alle valgene.'] };
  if (!given || !options) return refuse(2, [...faults, USAGE]);
  const { zip, faults: own } = await packageApp(options);
  if (!zip) return refuse(1, ['Apppakken kan ikke lages:', ...own]);
  mkdirSync(dirname(given.out), { recursive: true });
  writeFileSync(given.out, zip);
  console.log(
    `Skrev ${given.out} (versjon ${options.version}). Last den opp i administrasjonssenteret for Teams, under Administrer apper.`,
  );
  return 0;
}

/** The same options give the same bytes, whenever and wherever it runs. */
export async function packageApp(options: PackageOptions): Promise<{ zip?: Buffer; faults: string[] }> {
  const manifest = fillManifest(JSON.parse(read('manifest.json').toString('utf8')), options);
  const files = new Map<string, Buffer>([
    ['manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)],
    ...['color.png', 'outline.png', 'nn.json', 'en.json'].map((name) => [name, read(name)] as const),
  ]);
  const faults = [
    ...manifestFaults(manifest).map((fault) => `manifest.json: ${fault}`),
    ...['nn.json', 'en.json'].flatMap((name) =>
      localisationFaults(JSON.parse(read(name).toString('utf8')), manifest.manifestVersion).map(
        (fault) => `${name}: ${fault}`,
      ),
    ),
    ...iconFaults('color.png', read('color.png'), 192),
    ...iconFaults('outline.png', read('outline.png'), 32),
  ];
  if (faults.length > 0) return { faults };
  const zip = new ZipFile();
  // The old time stamp has no time zone, so a date made of local numbers is the same everywhere.
  const fixed = { mtime: new Date(2026, 0, 1), mode: 0o100644, forceDosTimestamp: true };
  for (const [name, content] of files) zip.addBuffer(content, name, fixed);
  zip.end();
  return { zip: await buffer(zip.outputStream), faults };
}

/** Undefined when an option is unknown or lacks its value. */
function readArgs(args: string[]) {
  const string = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args,
      options: { 'app-id': string, domain: string, operator: string, version: string, out: string },
    });
    const own = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    const { 'app-id': appId, domain, operator, version = own.version, out = 'dist/samvit.zip' } = values;
    return { appId, domain, operator, version, out };
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return undefined;
    throw error;
  }
}

function refuse(code: number, lines: string[]): number {
  for (const line of lines) console.error(line);
  return code;
}
