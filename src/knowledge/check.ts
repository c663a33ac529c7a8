import { countWords, MIN_WORDS } from './article.ts';
import { facetGaps } from './facets.ts';
import { lix } from './lix.ts';
import type { Fault, Files, Knowledge } from './model.ts';
import { oldFigures } from './old-figures.ts';

/** Above this a text is hard for most people (see lix.ts). */
const MAX_LIX = 55;

/**
 * What is wrong although the base can be read: figures that are no longer right, texts nobody has read for twelve
 * months, sections that are too hard to read, and facets that leave lists short. `today` is a date, as "2026-11-25".
 */
export function editorialFaults(knowledge: Knowledge, files: Files, folder: string, today: string): Fault[] {
  return [
    ...oldFigures(files, knowledge.figures, folder),
    ...unreviewed(knowledge, files, folder, today),
    ...hardSections(knowledge, files, folder),
    ...facetGaps(knowledge, folder, files),
  ];
}

function unreviewed(knowledge: Knowledge, files: Files, folder: string, today: string): Fault[] {
  const limit = yearBefore(today);
  return Object.entries(reviewedKinds).flatMap(([kind, ending]) =>
    knowledge[kind as keyof typeof reviewedKinds]
      .filter(({ reviewed }) => reviewed < limit)
      .map(({ id, reviewed }) => {
        const file = `${folder}/${kind}/${id}${ending}`;
        return {
          file,
          line: lineWith(files.get(file), /^reviewed:/),
          field: 'reviewed',
          rule: `ikke gjennomgått siden ${reviewed}: les den mot kildene og sett dagens dato`,
        };
      }),
  );
}

const reviewedKinds = { articles: '.md', solutions: '.md', guides: '.yaml', surveys: '.yaml' } as const;

const yearBefore = (date: string): string => `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;

function hardSections({ articles, solutions }: Knowledge, files: Files, folder: string): Fault[] {
  const texts = [
    ...articles.map((a) => ({ file: `${folder}/articles/${a.id}.md`, sections: a.sections })),
    ...solutions.map((s) => ({ file: `${folder}/solutions/${s.id}.md`, sections: s.told })),
  ];
  return texts.flatMap(({ file, sections }) =>
    sections.flatMap(({ text }, i) => {
      // A part of a solution may be a sentence or two, and of so little LIX says nothing.
      if (countWords(text) < MIN_WORDS) return [];
      const measured = Math.round(lix(text));
      if (measured <= MAX_LIX) return [];
      const rule = `tung å lese: LIX er ${measured}, skal være høyst ${MAX_LIX}. Del lange setninger, bruk kortere ord`;
      return [{ file, line: headingLines(files.get(file))[i] ?? 1, field: 'body', rule }];
    }),
  );
}

const lineWith = (text: string | undefined, pattern: RegExp): number =>
  (text ?? '').split('\n').findIndex((line) => pattern.test(line)) + 1 || 1;

/** Sections come in the order of their headings. */
const headingLines = (text: string | undefined): number[] =>
  (text ?? '').split('\n').flatMap((line, i) => (line.startsWith('## ') ? [i + 1] : []));
