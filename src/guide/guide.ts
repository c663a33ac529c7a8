import { type Guide, type Step, stepOf } from '../knowledge/guide.ts';
import type { Article, Knowledge } from '../knowledge/model.ts';
import { asksTheSame, guidesByArticle, isStale, tellingWords } from './rules.ts';

/** Where someone stands in a guide. Data only: how it is said is for `plain.ts` and `card.ts`. */
export type Place =
  | StepPlace
  /** The guide has been changed since the card was made, and the path leads nowhere. */
  | { kind: 'lost'; guide: Guide }
  /** The guide is no longer there. */
  | { kind: 'gone' };

export interface StepPlace {
  kind: 'step';
  guide: Guide;
  /** The number of each choice made from the start: all the state there is, kept on the card and nowhere else. */
  path: readonly number[];
  step: Step;
  /** What an outcome gives to read, in its order; empty beside a question. */
  articles: Article[];
  /** Reviewed more than twelve months ago. */
  stale: boolean;
}

/** JOB: the door. Nothing here knows Teams, cards or the terminal, and nothing is stored. */
export interface Guides {
  all: readonly Guide[];
  at(id: string, path: readonly number[]): Place;
  /** The guide that asks what the question asks, else one that leads to the article that answers it. */
  offer(question: string, article?: string): Guide | undefined;
}

export interface GuidesDeps {
  knowledge: Pick<Knowledge, 'guides' | 'articles'>;
  now: () => Date;
}

export function createGuides({ knowledge, now }: GuidesDeps): Guides {
  const { guides } = knowledge;
  const byId = new Map(guides.map((guide) => [guide.id, guide]));
  const articles = new Map(knowledge.articles.map((article) => [article.id, article]));
  const byArticle = guidesByArticle(guides);
  const titles = guides.flatMap((guide) =>
    Object.values(guide.title).map((title) => ({ guide, words: tellingWords(title) })),
  );

  return {
    all: guides,
    at(id, path) {
      const guide = byId.get(id);
      if (!guide) return { kind: 'gone' };
      const step = stepOf(guide, path);
      if (!step) return { kind: 'lost', guide };
      const read = step.node.kind === 'outcome' ? step.node.articles : [];
      return {
        kind: 'step',
        guide,
        path,
        step,
        articles: read.flatMap((article) => articles.get(article) ?? []),
        stale: isStale(guide.reviewed, now().toISOString().slice(0, 10)),
      };
    },
    offer(question, article) {
      const asked = tellingWords(question);
      const named = titles.find(({ words }) => asksTheSame(asked, words))?.guide;
      return named ?? (article === undefined ? undefined : byArticle.get(article));
    },
  };
}
