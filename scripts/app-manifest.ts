import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { z } from 'zod';

/** Filling and checking of the Teams app package. Reads the schemas, writes nothing. */

const NIL = '00000000-0000-0000-0000-000000000000';
const HOST = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

const options = z.object({
  appId: z
    .string('mangler. Det er app-ID-en (en GUID) fra appregistreringen i Azure.')
    .refine(
      (id) => z.guid().safeParse(id).success && id !== NIL,
      'må være app-ID-en fra Azure, en GUID som 3f2b1c4e-5d6a-4b7c-8e9f-0a1b2c3d4e5f.',
    ),
  domain: z
    .string('mangler. Det er vertsnavnet Samvit kjører på, for eksempel samvit.kommunen.no.')
    .toLowerCase()
    .regex(HOST, 'må være bare vertsnavnet, for eksempel samvit.kommunen.no, uten https:// og skråstrek.'),
  version: z
    .string()
    .regex(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/, 'må være tre tall med punktum mellom, for eksempel 1.2.0.'),
  operator: z
    .string()
    .trim()
    .min(1, 'kan ikke være tom. Skriv navnet på kommunen som står bak, eller la være å oppgi den.')
    .max(32, 'kan ha høyst 32 tegn. Teams viser ikke lengre navn.')
    .default('Samvit'),
});

export type PackageOptions = z.output<typeof options>;

/** Checks what the command line gave; `faults` are sentences, one an option, and empty when `options` is there. */
export function readOptions(given: Record<string, unknown>): { options?: PackageOptions; faults: string[] } {
  const parsed = options.safeParse(given);
  if (parsed.success) return { options: parsed.data, faults: [] };
  const name = (path: PropertyKey[]) => `--${path.join('.').replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;
  return { faults: parsed.error.issues.map((i) => `${name(i.path)}: ${i.message}`) };
}

/** Puts the options in the place of ${{APP_ID}}, ${{DOMAIN}}, ${{VERSION}} and ${{OPERATOR}}, inside the strings of the manifest. */
export function fillManifest<T>(manifest: T, { appId, domain, version, operator }: PackageOptions): T {
  const values = new Map([
    ['APP_ID', appId],
    ['DOMAIN', domain],
    ['VERSION', version],
    ['OPERATOR', operator],
  ]);
  const fill = (node: unknown): unknown => {
    if (typeof node === 'string') {
      return node.replace(/\$\{\{(\w+)\}\}/g, (whole, name: string) => values.get(name) ?? whole);
    }
    if (Array.isArray(node)) return node.map(fill);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fill(value)]));
  };
  return fill(manifest) as T;
}

/** Faults of a filled manifest against Microsoft's schema for the version it names itself. */
export function manifestFaults(manifest: { manifestVersion: string }): string[] {
  const left = [...new Set(JSON.stringify(manifest).match(/\$\{\{.*?\}\}/g))];
  return [
    ...schemaFaults('MicrosoftTeams.schema.json', manifest.manifestVersion, manifest),
    ...left.map((name) => `${name} er ikke fylt ut`),
    // Held by the upload to Teams, not by the schema: from 1.25 on, an app for teams has to say it.
    ...('supportsChannelFeatures' in manifest ? [] : ['supportsChannelFeatures mangler']),
  ];
}

export function localisationFaults(texts: unknown, manifestVersion: string): string[] {
  return schemaFaults('MicrosoftTeams.Localization.schema.json', manifestVersion, texts);
}

/** The localisation keys of every text in the manifest that Teams can show in another language. */
export function localisableTexts(manifest: object): Map<string, string> {
  const texts = new Map<string, string>();
  const schema = readSchema('MicrosoftTeams.Localization.schema.json', versionOf(manifest));
  const patterns = Object.keys(schema.patternProperties).map((p) => new RegExp(p));
  const walk = (node: unknown, path: string): void => {
    if (Array.isArray(node)) node.forEach((child, i) => void walk(child, `${path}[${i}]`));
    else if (typeof node === 'object' && node !== null) {
      for (const [key, child] of Object.entries(node)) walk(child, path ? `${path}.${key}` : key);
    } else if (
      typeof node === 'string' &&
      (path in schema.properties || patterns.some((p) => p.test(path)))
    ) {
      if (path !== '$schema') texts.set(path, node);
    }
  };
  walk(manifest, '');
  return texts;
}

/** Faults of an icon, read off the header of the PNG file. */
export function iconFaults(name: string, png: Buffer, size: number): string[] {
  const isPng = png.length > 24 && png.subarray(1, 4).toString('latin1') === 'PNG';
  if (!isPng) return [`${name} er ikke en PNG-fil`];
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  if (width === size && height === size) return [];
  return [`${name} er ${width} × ${height} piksler, men skal være ${size} × ${size}`];
}

interface Schema {
  properties: Record<string, unknown>;
  patternProperties: Record<string, unknown>;
}

const require = createRequire(import.meta.url);
const schemas = dirname(require.resolve('@microsoft/app-manifest/package.json'));
const versionOf = (manifest: object) =>
  'manifestVersion' in manifest ? String(manifest.manifestVersion) : '';

function readSchema(file: string, version: string): Schema {
  const path = `${schemas}/build/json-schemas/teams/v${version}/${file}`;
  const { $schema: _, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as Schema & { $schema: string };
  return schema;
}

function schemaFaults(file: string, version: string, data: unknown): string[] {
  // The schemas are draft 04, whose meta-schema ajv no longer has; some of their patterns are wrong in Unicode mode.
  const ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  const validate = ajv.compile(readSchema(file, version));
  if (validate(data)) return [];
  return (validate.errors ?? []).map(
    (e) => `${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`,
  );
}
