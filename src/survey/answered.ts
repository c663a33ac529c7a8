import type { Filled } from './filled.ts';
import type { Answers, Page, Question } from './model.ts';

/** The field a question is answered in. */
export const fieldOf = (question: Pick<Question, 'id'>): string => `q-${question.id}`;

/**
 * What was filled in on a page, by question, as it was written: reading it is for the job. A client leaves out what is
 * empty, and it is given as '', so that an answer can be taken away. Pure.
 */
export function answeredOn(page: Page, filled: Filled): Answers {
  return Object.fromEntries(
    page.questions.map((question) => {
      const value = filled[fieldOf(question)];
      return [question.id, typeof value === 'string' || typeof value === 'number' ? value : ''];
    }),
  );
}
