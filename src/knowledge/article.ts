import {
  type Document,
  type ErrorCode,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import type { ZodType } from 'zod';
import { type Figures, figureFaults, insertFigures } from './figures.ts';
import { type Article, articleHeadSchema, type Fault, type Lang, langs, type Section } from './model.ts';

/** The length of a section that can be read alone. */
export const MIN_WORDS = 40;
export const MAX_WORDS = 150;

/** Reads one article file. Pure: gives the article with its figures written out, or every fault in the file at once. */
export function parseArticle(
  file: string,
  text: string,
  figures: Figures,
): { article?: Article; faults: Fault[] } {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/.exec(text);
  if (!match) {
    return {
      faults: [
        {
          file,
          line: 1,
          field: 'front matter',
          rule: 'filen må begynne med et felt mellom to linjer med ---',
        },
      ],
    };
  }
  const head = parseYaml(file, match[1] ?? '', articleHeadSchema, { figures, linesAbove: 1 });
  const linesAbove = match[0].split('\n').length - 1;
  const id = file.replace(/^.*\//, '').replace(/\.md$/, '');
  const written = text.slice(match[0].length).replaceAll('\r\n', '\n');
  // A head that cannot be read has faults of its own; the body is then read as bokmål.
  const shown = insertFigures(written, figures, head.value?.language ?? 'nb');
  const body = parseBody(file, id, shown, linesAbove + 1);
  const faults = [...head.faults, ...figureFaults(file, written, figures, linesAbove), ...body.faults];
  if (head.value && head.value.id !== id) {
    faults.push({ file, line: 2, field: 'id', rule: `må være likt filnavnet: ${id}` });
  }
  return head.value && faults.length === 0
    ? { article: { ...head.value, sections: body.sections }, faults }
    : { faults };
}

/**
 * Checks YAML against a schema and says on which line each fault stands. With `figures`, every placeholder is written
 * out first, in the language of its place: under a key nb, nn or en that one, else the file's own `language`.
 */
export function parseYaml<T>(
  file: string,
  text: string,
  schema: ZodType<T>,
  { figures, linesAbove = 0 }: { figures?: Figures; linesAbove?: number } = {},
): { value?: T; faults: Fault[] } {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, schema: 'core' });
  const line = (offset: number) => lines.linePos(offset).line + linesAbove;
  if (doc.errors.length > 0) {
    return {
      faults: doc.errors.map((e) => ({
        file,
        line: line(e.pos[0]),
        field: 'yaml',
        rule: yamlRules[e.code] ?? e.message.split('\n')[0] ?? e.code,
      })),
    };
  }
  const unwritten = figures ? figureFaults(file, text, figures, linesAbove) : [];
  if (figures) writeFigures(doc, figures);
  const result = schema.safeParse(doc.toJS());
  if (result.success) return { value: result.data, faults: unwritten };
  const issues = result.error.issues.map((issue) => {
    const path = issue.path.map((p) => (typeof p === 'number' ? p : String(p)));
    return { file, line: line(offsetOf(doc, path)), field: path.join('.') || '(alt)', rule: issue.message };
  });
  return { faults: [...unwritten, ...issues] };
}

function writeFigures(doc: Document.Parsed, figures: Figures): void {
  const own = doc.get('language') === 'nn' ? 'nn' : 'nb';
  visit(doc, {
    Scalar(key, node, path) {
      if (key === 'key' || typeof node.value !== 'string') return;
      const keys = path.flatMap((p) => (isPair(p) && isScalar(p.key) ? [String(p.key.value)] : []));
      node.value = insertFigures(node.value, figures, keys.findLast(isLang) ?? own);
    },
  });
}

const isLang = (key: string): key is Lang => (langs as readonly string[]).includes(key);

/** What those who write meet most often, in their language; the rest keep the words of the parser. */
const yamlRules: Partial<Record<ErrorCode, string>> = {
  DUPLICATE_KEY: 'feltet står to ganger, eller et komma i {…} mangler anførselstegn rundt teksten',
  BAD_INDENT: 'linjen er rykket for langt inn eller for langt ut',
  TAB_AS_INDENT: 'bruk mellomrom foran linjen, ikke tabulator',
  MISSING_CHAR: 'noe er åpnet og ikke lukket: se etter anførselstegn, ] og }',
  UNEXPECTED_TOKEN: 'et tegn som ikke kan stå her: sett teksten i anførselstegn',
  BLOCK_AS_IMPLICIT_KEY: 'kolon inne i teksten: sett hele teksten i anførselstegn',
  MULTILINE_IMPLICIT_KEY: 'linjen mangler kolon etter navnet på feltet',
};

/** Where the value at `path` starts; where it is missing, where its nearest parent starts. */
function offsetOf(doc: Document.Parsed, path: (string | number)[]): number {
  for (let n = path.length; n >= 0; n--) {
    const node = n === 0 ? doc.contents : doc.getIn(path.slice(0, n), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** Reads the sections under the ## headings of one file. `article` is the id their ids begin with. */
export function parseBody(
  file: string,
  article: string,
  body: string,
  firstLine: number,
  minWords = MIN_WORDS,
): { sections: Section[]; faults: Fault[] } {
  const sections: Section[] = [];
  const faults: Fault[] = [];
  const seen = new Set<string>();
  let line = firstLine;
  // The look-ahead keeps each heading at the head of its own piece.
  for (const piece of body.split(/^(?=## )/m)) {
    const start = line;
    line += piece.split('\n').length - 1;
    const fault = (rule: string, at = start) => faults.push({ file, line: at, field: 'body', rule });
    if (!piece.startsWith('## ')) {
      if (piece.trim()) fault('all tekst må stå under en overskrift med ##');
      continue;
    }
    const heading = piece.slice(3, piece.indexOf('\n') < 0 ? undefined : piece.indexOf('\n')).trim();
    const rows = piece.includes('\n') ? piece.slice(piece.indexOf('\n') + 1).split('\n') : [];
    const questions = rows.filter((row) => row.startsWith('? ')).map((row) => row.slice(2).trim());
    const text = rows
      .filter((row) => !row.startsWith('? '))
      .join('\n')
      .trim();
    const id = `${article}#${slugOf(heading)}`;
    if (seen.has(id)) fault(`overskriften «${heading}» finnes to ganger`);
    seen.add(id);
    const words = countWords(text);
    if (words < minWords || words > MAX_WORDS) {
      fault(`«${heading}» har ${words} ord, skal ha ${minWords}–${MAX_WORDS}`);
    }
    piece.split('\n').forEach((row, i) => {
      const rule = unsupported(row);
      if (rule && i > 0) fault(rule, start + i);
    });
    for (const question of questions) {
      if (question.length < 5 || question.length > 200) fault(`spørsmålet «${question}» må ha 5–200 tegn`);
    }
    sections.push({ id, heading, questions, text });
  }
  if (sections.length === 0)
    faults.push({ file, line: firstLine, field: 'body', rule: 'filen har ingen deler med ##' });
  return { sections, faults };
}

/** Cards show a small part of Markdown alike on every device; the rest is refused here, not found out on a phone. */
function unsupported(row: string): string | undefined {
  if (/^#/.test(row)) return 'bare overskrifter med ## er i bruk';
  if (/^\s*\|/.test(row)) return 'tabeller vises ikke i kort: bruk en liste';
  if (/<[a-z/]/i.test(row)) return 'HTML vises ikke i kort';
  if (/!?\[[^\]]*\]\(/.test(row)) return 'lenker og bilder hører hjemme under sources';
  return undefined;
}

export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('å', 'a')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}.,:/–-]*/gu)?.length ?? 0;
}
