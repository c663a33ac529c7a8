import { isDeepStrictEqual } from 'node:util';
import { editorialFaults } from './check.ts';
import { type Fault, type Files, type Lang, langs } from './model.ts';
import { parseKnowledge } from './parse.ts';
import { parseSolution, type Solution } from './solution.ts';
import { isUntouched, withMark, writeSolution } from './solution-file.ts';

/** What becomes of one shared solution when all are written to files. */
export interface Exported {
  file: string;
  outcome: /** `text` is written; `before` tells whether it takes the place of one we wrote before. */
    | { kind: 'write'; text: string; before: boolean }
    | { kind: 'same' }
    /** Someone has changed the file, or made it: it is theirs. */
    | { kind: 'theirs' }
    /** It would break the base, and so is not written. */
    | { kind: 'incomplete'; faults: Fault[] };
  /** Of a file that is written: languages whose summary is still in the words of the one who shared it. */
  untranslated: Lang[];
  /** Of a file that is written: what knowledge:check says of it, though it can be read. */
  remarks: Fault[];
}

/** Pure: from what is shared and the files there are to what is to be written. `today` is a date. */
export function exportOf(solutions: Solution[], files: Files, folder: string, today: string): Exported[] {
  const begun = solutions.map((solution) => {
    const file = `${folder}/solutions/${solution.id}.md`;
    const text = withMark(writeSolution(solution));
    const before = files.get(file);
    const theirs = before !== undefined && !isUntouched(before);
    return { solution, file, text, before, theirs, faults: theirs ? [] : faultsOf(solution, file, text) };
  });
  const all = new Map(files);
  for (const { file, text, theirs, faults } of begun) if (!theirs && faults.length === 0) all.set(file, text);
  const { knowledge, faults: unreadable } = parseKnowledge(all, folder);
  const remarks = editorialFaults(knowledge, all, folder, today);
  return begun.map(({ solution, file, text, before, theirs, ...own }) => {
    const faults = [...own.faults, ...unreadable.filter((fault) => fault.file === file)];
    const bare = { file, untranslated: [], remarks: [] };
    if (theirs) return { ...bare, outcome: { kind: 'theirs' } };
    if (faults.length > 0) return { ...bare, outcome: { kind: 'incomplete', faults } };
    return {
      file,
      outcome:
        before?.replaceAll('\r\n', '\n') === text
          ? { kind: 'same' }
          : { kind: 'write', text, before: before !== undefined },
      untranslated: untranslatedIn(solution),
      remarks: remarks.filter((fault) => fault.file === file),
    };
  });
}

/** Files we wrote whose solution is no longer shared; for people to delete. */
export function leftOver(solutions: Solution[], files: Files, folder: string): string[] {
  const shared = new Set(solutions.map(({ id }) => `${folder}/solutions/${id}.md`));
  return [...files]
    .filter(
      ([file, text]) => file.startsWith(`${folder}/solutions/`) && isUntouched(text) && !shared.has(file),
    )
    .map(([file]) => file);
}

/** What is wrong with the file itself; what it names that is not there is for the base to say. */
function faultsOf(solution: Solution, file: string, text: string): Fault[] {
  const { solution: read, faults } = parseSolution(file, text);
  if (faults.length > 0 || isDeepStrictEqual(read, solution)) return faults;
  const rule = 'en linje begynner med «? » eller «## », og ville blitt lest som noe annet';
  return [{ file, line: 1, field: 'body', rule }];
}

const untranslatedIn = ({ summary, language }: Solution): Lang[] =>
  langs.filter((lang) => lang !== language && summary[lang] === summary[language]);
