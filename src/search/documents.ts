import type { Article } from '../knowledge/model.ts';
import type { Concepts } from './glossary.ts';
import { stem } from './stem.ts';
import { stopwords } from './stopwords.ts';
import { tokenise } from './tokens.ts';

/** The fields of a section as terms. `about` is shared by all sections of the article. */
export type Fields = Record<'heading' | 'questions' | 'title' | 'about' | 'body' | 'parts', string[]>;

export interface Document {
  fields: Fields;
  /** Typical questions, with how surely they belong to this section: 1, or less when they are the article's. */
  asked: { text: string; weight: number }[];
}

/** An article as documents, one for each section. `ofArticle` weighs its own questions for the sections they fit less; `seen` is told each word and its stem. */
export function documentsOf(
  article: Article,
  concepts: Concepts,
  ofArticle: number,
  seen: (stem: string, word: string) => void,
): Document[] {
  const analyse = (text: string) => termsOf(text, concepts, seen);
  const title = analyse(article.title);
  const about = aboutOf(article, analyse);
  // The terms of a section's own questions, its heading first: each text is analysed once.
  const own = article.sections.map((s) => [s.heading, ...s.questions].map(analyse));
  const documents = article.sections.map((section, n): Document => {
    const [heading = [], ...questions] = own[n]!;
    const fields = {
      heading,
      // Each term once here too: the likest single question is found in questions.ts.
      questions: [...new Set(questions.flat())],
      title,
      about,
      body: analyse(section.text),
      parts: [],
    };
    return { fields, asked: [section.heading, ...section.questions].map((text) => ({ text, weight: 1 })) };
  });
  // A typical question of the article belongs to the section whose own questions it is likest to.
  const ownSets = own.map((questions) => questions.map((terms) => new Set(terms)));
  for (const question of article.questions) {
    const terms = new Set(analyse(question));
    const likes = ownSets.map((sets) => Math.max(...sets.map((set) => likeness(terms, set))));
    const nearest = documents[likes.indexOf(Math.max(...likes))]!;
    nearest.fields.questions = [...new Set([...nearest.fields.questions, ...terms])];
    for (const document of documents) {
      document.asked.push({ text: question, weight: document === nearest ? 1 : ofArticle });
    }
  }
  return documents;
}

/** Each term once: how often a word stands in three languages and six questions says nothing of the sections. */
function aboutOf(article: Article, analyse: (text: string) => string[]): string[] {
  const refs = article.sources.map((s) => s.ref ?? '');
  // Tags are left out: they are written without æ, ø and å, and would pass for words that are.
  const all = [article.title, ...Object.values(article.summary), ...article.questions, ...refs];
  return [...new Set(analyse(all.join('. ')))];
}

/** The share of the terms of both that they have in common. */
function likeness(a: Set<string>, b: Set<string>): number {
  let common = 0;
  for (const term of a) if (b.has(term)) common++;
  return common / (a.size + b.size - common || 1);
}

/** Stems of a text without stopwords, and before each glossary phrase its concept. */
function termsOf(text: string, concepts: Concepts, seen: (stem: string, word: string) => void): string[] {
  const tokens = tokenise(text);
  const stems = tokens.map(stem);
  const terms: string[] = [];
  let phraseEnd = 0;
  for (let i = 0; i < stems.length; i++) {
    const phrase = i >= phraseEnd ? concepts.at(stems, i) : undefined;
    if (phrase) {
      terms.push(...phrase.concepts);
      phraseEnd = i + phrase.length;
    }
    if (stopwords.has(tokens[i]!)) continue;
    terms.push(stems[i]!);
    seen(stems[i]!, tokens[i]!);
  }
  return terms;
}
