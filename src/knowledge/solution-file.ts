import { createHash } from 'node:crypto';
import { Document, isSeq } from 'yaml';
import { headings, type Solution } from './solution.ts';

/** A solution as a file in knowledge/solutions: what parseSolution reads back as the same. */
export function writeSolution(solution: Solution): string {
  return `---\n${headOf(solution)}---\n\n${bodyOf(solution)}`;
}

function headOf({ told: _, ...solution }: Solution): string {
  const head = new Document(
    Object.fromEntries(
      ORDER.flatMap((field) => {
        const value = solution[field];
        return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [[field, value]];
      }),
    ),
  );
  for (const field of ON_ONE_LINE) {
    const list = head.get(field);
    if (isSeq(list)) list.flow = true;
  }
  return head.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** As those who write by hand have them. */
const ORDER = [
  'id',
  'kind',
  'title',
  'topic',
  'language',
  'municipalities',
  'networks',
  'owner',
  'year',
  'summary',
  'procedure',
  'documents',
  'systems',
  'tags',
  'related',
  'contact',
  'sources',
  'thin',
  'history',
  'reviewed',
  'questions',
] as const satisfies (keyof Solution)[];
const ON_ONE_LINE = ['municipalities', 'networks', 'systems', 'tags', 'related'];

function bodyOf({ told, language }: Solution): string {
  return told
    .map(({ part, questions, text }) =>
      [
        `## ${headings[language][part]}`,
        ...(questions.length > 0 ? [questions.map((question) => `? ${question}`).join('\n')] : []),
        `${text}\n`,
      ].join('\n\n'),
    )
    .join('\n');
}

/**
 * The file with a line that tells it apart from what people have written: a hash of the rest, by which it shows whether
 * anyone has changed it since.
 */
export const withMark = (text: string): string => text.replace('---\n', `---\n${markOf(text)}\n`);

/** Whether the file is as `withMark` left it. */
export function isUntouched(text: string): boolean {
  const written = text.replaceAll('\r\n', '\n');
  const mark = MARK.exec(written)?.[0];
  return mark !== undefined && mark === `${markOf(written.replace(MARK, ''))}\n`;
}

const markOf = (text: string): string =>
  `# Skrevet av npm run knowledge:export. Endres fila for hånd, skrives den ikke over: ${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;

const MARK = /(?<=^---\n)# Skrevet av npm run knowledge:export\..*\n/;
