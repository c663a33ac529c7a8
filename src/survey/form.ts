import type { Lang } from '../knowledge/model.ts';
import type { Form, Option, Page, Question, Words } from './model.ts';

/** Changes of a form that a leader makes, each giving a new form. Pure. */

type Choice = Extract<Question, { kind: 'choice' }>;

/** Pages a leader has made stand beside those of the template, and are known by their ids. */
const OWN = 'own-';
const GROUPS = 'groups';
/** So many are filled in on a phone without losing the thread. */
const PER_PAGE = 5;
/** A rule of thumb for reading and answering, not a measurement. */
const SECONDS: Record<Question['kind'], number> = {
  scale: 8,
  choice: 8,
  choices: 12,
  number: 12,
  date: 12,
  text: 30,
};

export const questionsOf = (form: Form): Question[] => form.pages.flatMap((page) => page.questions);

/** Whole minutes, at least one. */
export function minutesFor(form: Form): number {
  const seconds = questionsOf(form).reduce((sum, { kind }) => sum + SECONDS[kind], 0);
  return Math.max(1, Math.round(seconds / 60));
}

export const hasFreeText = (form: Form): boolean => questionsOf(form).some(({ kind }) => kind === 'text');

/** What a leader writes stands in all languages; what was not touched keeps its translations. */
export function reworded(before: Words, lang: Lang, text: string): Words {
  return before[lang] === text ? before : sameWords(text);
}

export const sameWords = (text: string): Words => ({ nb: text, nn: text, en: text });

const isOwn = (page: Page): boolean => page.id.startsWith(OWN);

export const ownQuestions = (form: Form): Question[] => form.pages.filter(isOwn).flatMap((p) => p.questions);

/** Pages that are as the template has them. */
export const templatePages = (form: Form): Page[] => form.pages.filter((p) => !isOwn(p) && p.id !== GROUPS);

/** With these questions of the leader's own, a handful on each page, after those of the template. */
export function withOwn(form: Form, questions: Question[], title: Words): Form {
  const own: Page[] = [];
  for (let at = 0; at < questions.length; at += PER_PAGE)
    own.push({
      id: `${OWN}${own.length + 1}`,
      title,
      description: sameWords(''),
      questions: questions.slice(at, at + PER_PAGE),
    });
  return { ...form, pages: [...form.pages.filter((p) => !isOwn(p)), ...own] };
}

/** With a question put in the place of the one with its id, or last when there is none. */
export function put(questions: Question[], question: Question): Question[] {
  const there = questions.some(({ id }) => id === question.id);
  return there ? questions.map((q) => (q.id === question.id ? question : q)) : [...questions, question];
}

export function moved(questions: Question[], id: string, by: -1 | 1): Question[] {
  const at = questions.findIndex((q) => q.id === id);
  const other = questions[at + by];
  if (at < 0 || !other) return questions;
  return questions.map((q, i) => (i === at ? other : i === at + by ? questions[at]! : q));
}

/** An id that no question of the form has. */
export function freeId(form: Form): string {
  const taken = new Set(questionsOf(form).map(({ id }) => id));
  let number = ownQuestions(form).length + 1;
  while (taken.has(`${OWN}${number}`)) number++;
  return `${OWN}${number}`;
}

/** Lines to options. Ids go by place: in a draft nobody has answered, so nothing is stored under them. */
export function optionsFrom(lines: string): Option[] {
  const texts = lines.split('\n').flatMap((line) => line.replace(/\s+/g, ' ').trim() || []);
  return [...new Set(texts)].map((text, i) => ({ id: `o${i + 1}`, text: sameWords(text) }));
}

export function groupQuestion(form: Form): Choice | undefined {
  return questionsOf(form).find((q): q is Choice => q.id === form.groupBy && q.kind === 'choice');
}

/** With a question on a page of its own, first, that results are cut by; `undefined` takes it away. */
export function withGroups(form: Form, title: Words, asked?: { text: Words; options: Option[] }): Form {
  const pages = form.pages.filter((p) => p.id !== GROUPS);
  if (!asked) return { ...form, pages, groupBy: null };
  const question: Choice = { id: GROUPS, kind: 'choice', required: true, ...asked };
  const page: Page = { id: GROUPS, title, description: sameWords(''), questions: [question] };
  return { ...form, pages: [page, ...pages], groupBy: GROUPS };
}
