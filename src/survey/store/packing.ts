import { Buffer } from 'node:buffer';
import { questionsOf } from '../form.ts';
import { type Answers, DONT_KNOW, type Form, type Question } from '../model.ts';

/** How an anonymous answer is written down before it is sealed: so that its length tells nothing of what is in it. */

const chosenOf = (form: Form): Question[] => questionsOf(form).filter(({ kind }) => kind !== 'text');
export const textsOf = (form: Form): Question[] => questionsOf(form).filter(({ kind }) => kind === 'text');

/** Answers in the order of the questions, filled up to the longest there can be in this form. */
export function pack(form: Form, answers: Answers): unknown[] {
  const questions = chosenOf(form);
  const longest = questions.reduce((sum, question) => sum + longestOf(question) + 1, 2);
  return padded(
    questions.map((question) => encoded(question, answers[question.id])),
    longest,
  );
}

/** Reads what `pack` has written, for a form whose questions are looked up once. */
export function unpacker(form: Form): (content: unknown) => Answers[] {
  const questions = chosenOf(form);
  return (content) => {
    if (!Array.isArray(content)) return [];
    const answers: [string, Answers[string]][] = [];
    for (const [i, question] of questions.entries()) {
      const answer = decoded(question, content[i]);
      if (answer !== undefined) answers.push([question.id, answer]);
    }
    return [Object.fromEntries(answers)];
  };
}

/** With spaces after it, so that its length as JSON is a whole number of steps. */
export function padded(content: unknown[], step: number): unknown[] {
  const bytes = Buffer.byteLength(JSON.stringify(content));
  return [...content, ' '.repeat(Math.ceil(bytes / step) * step - bytes)];
}

/** Short, for each answer moves many: options by their number in the form, which a round keeps. 0 is no answer. */
function encoded(question: Question, answer: Answers[string] | undefined): unknown {
  if (answer === undefined) return 0;
  switch (question.kind) {
    case 'scale':
      return answer === DONT_KNOW ? DONT_KNOW_CODE : answer;
    case 'choice':
      return 1 + question.options.findIndex(({ id }) => id === answer);
    case 'choices':
      return question.options.flatMap(({ id }, i) => ((answer as string[]).includes(id) ? [i] : []));
    // In an array, so that the number 0 is not no answer.
    default:
      return [answer];
  }
}

function decoded(question: Question, code: unknown): Answers[string] | undefined {
  if (code === 0) return undefined;
  switch (question.kind) {
    case 'scale':
      return code === DONT_KNOW_CODE ? DONT_KNOW : (code as number);
    case 'choice':
      return question.options[(code as number) - 1]?.id;
    case 'choices':
      return (code as number[]).flatMap((i) => question.options[i]?.id ?? []);
    default:
      return (code as [number | string])[0];
  }
}

function longestOf(question: Question): number {
  switch (question.kind) {
    case 'scale':
      return 1;
    case 'choice':
      return String(question.options.length).length;
    case 'choices':
      return JSON.stringify(question.options.map((_, i) => i)).length;
    case 'number':
      return LONGEST_NUMBER + 2;
    case 'date':
      return '["2026-11-21"]'.length;
    case 'text':
      return 0;
  }
}

const DONT_KNOW_CODE = 6;
/** As JSON writes it: "-1.7976931348623157e+308". */
const LONGEST_NUMBER = 24;
