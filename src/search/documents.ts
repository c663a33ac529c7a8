import type { Article } from '../knowledge/model.ts';
import type { ReadWords, Word } from './analyse.ts';
import type { TypicalQuestion } from './questions.ts';
import type { Passage, Settings } from './segment.ts';

/** How a section is searched. `about` is what all sections of an article share. */
export const sectionSettings: Settings = {
  fields: { heading: 2.5, questions: 2.4, title: 2.4, about: 2.2, body: 2.2 },
  // How often a word stands in three languages and twenty questions says nothing of the section.
  once: ['questions', 'about'],
  told: ['heading', 'body', 'title', 'questions', 'about'],
  parts: 0.4,
  k1: 0.5,
  b: 0.3,
};

/** A section as a passage, with the questions it answers. */
export interface Document {
  passage: Passage;
  questions: TypicalQuestion[];
  /** What is said of it: its heading twice, its questions, and the sentences of its text. */
  lines: string[];
}

/** A typical question of the article weighs less for the sections it is not nearest to. */
const OF_ARTICLE = 0.1;

/** An article as documents, one for each section. `number` is the article's, the same for all of them. */
export function documentsOf(article: Article, number: number, read: ReadWords): Document[] {
  const about = aboutOf(article);
  const documents = article.sections.map((section): Document => {
    const asked = [section.heading, ...section.questions];
    return {
      passage: {
        document: number,
        title: article.title,
        text: `${section.heading}. ${section.text}`,
        fields: {
          heading: [section.heading],
          questions: [...section.questions],
          title: [article.title],
          about,
          body: [section.text],
        },
      },
      questions: asked.map((text) => ({ text, weight: 1 })),
      lines: [section.heading, ...asked, ...section.text.split(/(?<=[.:])\s+/)],
    };
  });
  // A typical question of the article belongs to the section whose own questions it is likest to.
  const own = documents.map(({ questions }) => questions.map(({ text }) => termsOf(read(text))));
  for (const question of article.questions) {
    const terms = termsOf(read(question));
    const likes = own.map((sets) => Math.max(...sets.map((set) => likeness(terms, set))));
    const nearest = documents[likes.indexOf(Math.max(...likes))];
    nearest?.passage.fields.questions?.push(question);
    nearest?.lines.push(question);
    for (const document of documents) {
      document.questions.push({ text: question, weight: document === nearest ? 1 : OF_ARTICLE });
    }
  }
  return documents;
}

function aboutOf(article: Article): string[] {
  const refs = article.sources.map((source) => source.ref ?? '');
  // Tags are left out: they are written without æ, ø and å, and would pass for words that are.
  return [article.title, ...Object.values(article.summary), ...article.questions, ...refs];
}

const termsOf = (words: Word[]): Set<string> =>
  new Set(words.filter((word) => !word.stop).map((word) => word.term));

/** The share of the terms of both that they have in common. */
function likeness(a: Set<string>, b: Set<string>): number {
  let common = 0;
  for (const term of a) if (b.has(term)) common++;
  return common / (a.size + b.size - common || 1);
}
