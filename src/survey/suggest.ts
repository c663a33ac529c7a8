import type { Choice } from '../cards.ts';
import { articlesOf } from '../knowledge/articles.ts';
import type { Article, Knowledge, Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import { fitting } from './report/reading.ts';

/** More is a list, not advice. */
const MOST_OF_EACH = 2;

/** Articles, and shared solutions with these tags, as rows that lead to an answer from them. */
export function suggestFrom(knowledge: Knowledge, tags: string[], articles: string[], lang: Lang): Choice[] {
  const all = articlesOf(knowledge);
  const asked = articles.flatMap((id) => all.find((article) => article.id === id) ?? []);
  return [...asked.slice(0, MOST_OF_EACH), ...fitting(all, tags).slice(0, MOST_OF_EACH)].flatMap((article) =>
    rowFor(article, lang),
  );
}

function rowFor({ title, sections, origin }: Article, lang: Lang): Choice[] {
  const [first] = sections;
  if (!first) return [];
  const text = origin ? textsIn(lang).origin(origin) : '';
  return [{ label: title, text, data: { do: 'quote', section: first.id, lang } }];
}
