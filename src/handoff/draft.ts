import { scaffold } from '../knowledge/scaffold.ts';
import type { Handoff } from './model.ts';
import { shortened } from './said.ts';

/** An answer on its way to becoming an article. Pure. */

const TITLE_MOST = 88;
const QUESTION_MOST = 160;

/** A file by the same scaffold as `npm run knowledge:new`, with question and answer put in. `today` is an ISO date. */
export function draftOf(
  { content, topic }: Handoff,
  today: string,
  taken: Iterable<string>,
): { file: string; text: string } | { fault: string } {
  const question = shortened(content.question, QUESTION_MOST);
  const made = scaffold('article', titleOf(content.question), today, taken);
  if ('fault' in made) return made;
  const answer = [content.answer?.text.trim() ?? '', content.answer?.link ?? ''].filter(Boolean).join('\n\n');
  const text = filledIn(made.text, [
    [/^topic: .*$/m, `topic: ${topic}`],
    [/^ {2}- FYLL UT et spørsmål slik folk stiller det$/m, `  - ${JSON.stringify(question)}`],
    [/^\? FYLL UT .*$/m, `? ${question}`],
    // What is to be written stands as a reminder under what there is.
    [/^FYLL UT: Skriv svaret først/m, `${answer}\n\nFYLL UT: Skriv svaret først`],
  ]);
  return { file: made.file, text };
}

const filledIn = (text: string, changes: [RegExp, string][]): string =>
  changes.reduce((made, [place, put]) => made.replace(place, () => put), text);

/** A title is a few words and no question; the editor gives it a better one. */
const titleOf = (question: string): string => shortened(question, TITLE_MOST).replace(/[?!.\s…]+$/u, '');

/** What is told on, for the dialog that shares an experience. */
export const experienceOf = ({ content }: Handoff): string =>
  [content.question, content.answer?.text, content.answer?.link].filter(Boolean).join('\n\n');
