import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { ZodType } from 'zod';
import { type Article, articleHeadSchema, type Fault, type Section } from './model.ts';

const MIN_WORDS = 40;
const MAX_WORDS = 150;

/** Reads one article file. Pure: gives the article, or every fault in the file at once. */
export function parseArticle(file: string, text: string): { article?: Article; faults: Fault[] } {
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
  const head = parseYaml(file, match[1] ?? '', articleHeadSchema, 1);
  const bodyLine = match[0].split('\n').length;
  const id = file.replace(/^.*\//, '').replace(/\.md$/, '');
  const body = parseBody(file, id, text.slice(match[0].length).replaceAll('\r\n', '\n'), bodyLine);
  const faults = [...head.faults, ...body.faults];
  if (head.value && head.value.id !== id) {
    faults.push({ file, line: 2, field: 'id', rule: `må være likt filnavnet: ${id}` });
  }
  return head.value && faults.length === 0
    ? { article: { ...head.value, sections: body.sections }, faults }
    : { faults };
}

/** Checks YAML against a schema and says on which line each fault stands. `before` is the number of lines above it. */
export function parseYaml<T>(
  file: string,
  text: string,
  schema: ZodType<T>,
  before = 0,
): { value?: T; faults: Fault[] } {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, schema: 'core' });
  const line = (offset: number) => lines.linePos(offset).line + before;
  if (doc.errors.length > 0) {
    return {
      faults: doc.errors.map((e) => ({
        file,
        line: line(e.pos[0]),
        field: 'yaml',
        rule: e.message.split('\n')[0] ?? e.code,
      })),
    };
  }
  const result = schema.safeParse(doc.toJS());
  if (result.success) return { value: result.data, faults: [] };
  return {
    faults: result.error.issues.map((issue) => {
      const path = issue.path.map((p) => (typeof p === 'number' ? p : String(p)));
      return { file, line: line(offsetOf(doc, path)), field: path.join('.') || '(alt)', rule: issue.message };
    }),
  };
}

/** Where the value at `path` starts; where it is missing, where its nearest parent starts. */
function offsetOf(doc: Document.Parsed, path: (string | number)[]): number {
  for (let n = path.length; n >= 0; n--) {
    const node = n === 0 ? doc.contents : doc.getIn(path.slice(0, n), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function parseBody(
  file: string,
  article: string,
  body: string,
  firstLine: number,
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
    if (words < MIN_WORDS || words > MAX_WORDS) {
      fault(`«${heading}» har ${words} ord, skal ha ${MIN_WORDS}–${MAX_WORDS}`);
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
    faults.push({ file, line: firstLine, field: 'body', rule: 'artikkelen har ingen deler med ##' });
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

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}.,:/–-]*/gu)?.length ?? 0;
}
