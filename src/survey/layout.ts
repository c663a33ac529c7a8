import { Buffer } from 'node:buffer';
import { type Lang, langs } from '../knowledge/model.ts';
import type { SurveyTemplate } from '../knowledge/survey.ts';
import { questionsOf } from './form.ts';
import type { Form, Page, Question, Words } from './model.ts';

/** Of one's own. The statements of a template come beside them, and a template has fifty at most. */
export const MAX_OWN_QUESTIONS = 40;
const MAX_QUESTIONS = 100;

/** A card stays under 28 KB. What is not questions on a page takes less than the rest. */
const QUESTIONS_BYTES = 20 * 1024;
/** What an input and a choice take on a card beside their words, with room to spare. */
const INPUT_BYTES = 500;
const CHOICE_BYTES = 50;

export function formOf(template: SurveyTemplate): Form {
  const labels = template.scale.labels;
  const pages = template.dimensions.map(
    (dimension): Page => ({
      id: dimension.id,
      title: dimension.title,
      description: dimension.description,
      questions: dimension.statements.map((statement) => ({
        ...statement,
        kind: 'scale',
        required: true,
        labels: [...labels],
        dimension: dimension.id,
      })),
    }),
  );
  const open = template.openQuestions.map((question): Question => ({ ...question, kind: 'text' }));
  const openPage: Page = { id: 'open', title: OPEN, description: NONE, questions: open };
  return {
    template: template.id,
    title: template.title,
    purpose: template.purpose,
    pages: open.length > 0 ? [...pages, openPage] : pages,
    dimensions: template.dimensions.map(({ id, title, advice, articles, tags }) => ({
      id,
      title,
      advice: advice.low,
      articles,
      tags,
    })),
    groupBy: null,
  };
}

export const emptyForm = (): Form => ({
  template: null,
  title: NONE,
  purpose: NONE,
  pages: [],
  dimensions: [],
  groupBy: null,
});

/** The template as it is now, with what the leader has added and how the leader has titled it. */
export function renewed(form: Form, template: SurveyTemplate | undefined): Form {
  if (!template) return form;
  const fresh = formOf(template);
  const theirs = new Set(questionsOf(fresh).map(({ id }) => id));
  const isOwn = (question: Question) =>
    !theirs.has(question.id) && (question.kind !== 'scale' || question.dimension === null);
  const own = form.pages
    .map((page) => ({ ...page, questions: page.questions.filter(isOwn) }))
    .filter((page) => page.questions.length > 0)
    .map((page) => (fresh.pages.some(({ id }) => id === page.id) ? { ...page, id: `own-${page.id}` } : page));
  const { title, purpose, groupBy } = form;
  return { ...fresh, title, purpose, groupBy, pages: [...fresh.pages, ...own] };
}

export type LaidOut =
  | { kind: 'ok'; form: Form }
  | { kind: 'too-many-questions' }
  /** One question alone is more than a card can hold. */
  | { kind: 'page-too-large'; question: string };

/** Splits pages that are more than a card can hold. Done again, it changes nothing. */
export function layOut(form: Form): LaidOut {
  const questions = questionsOf(form);
  const own = questions.filter((q) => q.kind !== 'scale' || q.dimension === null);
  if (own.length > MAX_OWN_QUESTIONS || questions.length > MAX_QUESTIONS)
    return { kind: 'too-many-questions' };
  const large = questions.find((question) => bytesOf(question) > QUESTIONS_BYTES);
  if (large) return { kind: 'page-too-large', question: large.id };
  const taken = new Set(form.pages.map(({ id }) => id));
  return { kind: 'ok', form: { ...form, pages: form.pages.flatMap((page) => split(page, taken)) } };
}

function split(page: Page, taken: Set<string>): Page[] {
  const parts: Question[][] = [[]];
  let bytes = 0;
  for (const question of page.questions) {
    bytes += bytesOf(question);
    if (bytes > QUESTIONS_BYTES) {
      parts.push([]);
      bytes = bytesOf(question);
    }
    parts.at(-1)!.push(question);
  }
  return parts.map((questions, part) => ({
    ...page,
    id: part === 0 ? page.id : freeId(page.id, taken),
    questions,
  }));
}

function freeId(id: string, taken: Set<string>): string {
  let number = 2;
  while (taken.has(`${id}-${number}`)) number++;
  taken.add(`${id}-${number}`);
  return `${id}-${number}`;
}

/** In the language where it takes most. */
const bytesOf = (question: Question): number => Math.max(...langs.map((lang) => bytesIn(question, lang)));

function bytesIn(question: Question, lang: Lang): number {
  // The text stands as label and in the sentence for when it is left out.
  const text = INPUT_BYTES + 2 * length(question.text[lang]);
  return choicesOf(question).reduce((sum, words) => sum + CHOICE_BYTES + length(words[lang]), text);
}

function choicesOf(question: Question): Words[] {
  if (question.kind === 'scale') return question.labels;
  if (question.kind !== 'choice' && question.kind !== 'choices') return [];
  return question.options.map(({ text }) => text);
}

/** As it is written in JSON. */
const length = (text: string): number => Buffer.byteLength(JSON.stringify(text));

const NONE: Words = { nb: '', nn: '', en: '' };
const OPEN: Words = { nb: 'Med dine egne ord', nn: 'Med dine eigne ord', en: 'In your own words' };
