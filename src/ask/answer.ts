import type { Article, Lang, Section, Topic } from '../knowledge/model.ts';
import type { PersonalData } from '../personal-data.ts';
import type { SharedList } from './lists/list.ts';
import type { Change } from './places.ts';

/** A section as it is quoted, with what vouches for it. */
export interface Quote {
  section: Section;
  article: Article;
  /** Reviewed more than twelve months ago. */
  stale: boolean;
  score: number;
}

/** What Samvit knows of a question. Data only: how it is said is for `plain.ts` and `card.ts`. */
export type Answer = {
  lang: Lang /** Words read as other words: [as written, as read]. */;
  corrected: [string, string][];
  /** Municipalities asked for by names and numbers of before; left out where there are none. */
  changes?: Change[];
} & (
  | {
      kind: 'found';
      /** The answer in a sentence or two, in the asker's language. */
      lead: string;
      quote: Quote;
      /** Other sections that came close, best first. */
      others: Quote[];
      /** Questions that people who ask this also ask, in the asker's language where there is one. */
      related: string[];
    }
  | {
      kind: 'list';
      of: { topic: Topic } | { tag: string } | { shared: SharedList };
      /** All there are. Of shared solutions, all have an `origin`. */
      articles: Article[];
      /** The first to show, of articles or of the rows of a shared list; a card shows a page. */
      from: number;
    }
  | { kind: 'unsure'; readings: Quote[] }
  | {
      kind: 'nothing';
      topics: Topic[];
      /** What it came nearest to, where it came near anything. */
      near?: Topic;
    }
  | { kind: 'blocked'; kinds: PersonalData[] }
);

export type AnswerKind = Answer['kind'];
export type FoundAnswer = Extract<Answer, { kind: 'found' }>;

/** The section an answer is about, when it is about one. */
export const sectionOf = (answer: Answer): string | null =>
  answer.kind === 'found' ? answer.quote.section.id : null;

/** What an answer rests on, best first. */
export function quotesOf(answer: Answer): Quote[] {
  if (answer.kind === 'found') return [answer.quote, ...answer.others];
  return answer.kind === 'unsure' ? answer.readings : [];
}
