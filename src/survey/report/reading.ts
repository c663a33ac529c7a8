import { articlesOf } from '../../knowledge/articles.ts';
import type { Article, Knowledge, Lang } from '../../knowledge/model.ts';
import { textsIn } from '../../texts/texts.ts';
import type { Dimension } from '../model.ts';
import type { Read, Reading } from './next.ts';

/** More is a list, not advice. */
const MOST_SOLUTIONS = 4;

/** What the knowledge base has on a dimension: its articles in the order given, and the shared solutions that fit best. */
export function readingFrom(knowledge: Knowledge, dimension: Dimension, lang: Lang): Reading {
  const all = articlesOf(knowledge);
  return {
    articles: dimension.articles.flatMap((id) => {
      const article = all.find((a) => a.id === id);
      return article ? [readOf(article, lang)] : [];
    }),
    solutions: fitting(all, dimension.tags)
      .slice(0, MOST_SOLUTIONS)
      .map((solution) => readOf(solution, lang)),
  };
}

/** Those that share most tags first, and of those the newest. What someone wishes for is no solution. */
export function fitting(all: Article[], tags: string[]): Article[] {
  const shared = (article: Article) => article.tags.filter((tag) => tags.includes(tag)).length;
  return all
    .filter((a) => a.origin && a.origin.kind !== 'need' && shared(a) > 0)
    .sort((a, b) => shared(b) - shared(a) || (b.origin?.year ?? 0) - (a.origin?.year ?? 0));
}

const readOf = ({ title, language, summary, origin, sources }: Article, lang: Lang): Read => ({
  title,
  titleLang: language,
  summary: summary[lang],
  by: origin && textsIn(lang).origin(origin),
  source: sources[0],
});
