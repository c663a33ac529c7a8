import type { Article, Lang } from '../../knowledge/model.ts';
import { textsIn } from '../../texts/texts.ts';
import type { Said, SharedList } from './list.ts';

/** The title of what was asked for: how many, or that nothing fits. */
export function sharedTitle(list: SharedList, lang: Lang): string {
  return list.none ? textsIn(lang).lists.none(list.none) : countTitle(list, lang);
}

/** The title of the wider list, where nothing fits what was asked for. */
export function nearTitle(list: SharedList, lang: Lang): string {
  if (!list.none || list.rows.length === 0) return '';
  return `${textsIn(lang).lists.near}: ${countTitle(list, lang)}`;
}

function countTitle({ query, rows, said, empty }: SharedList, lang: Lang): string {
  const t = textsIn(lang).lists;
  const of = said.map((one) => withoutNames(one, empty));
  const municipalities = rows.filter((row) => 'municipality' in row).length;
  return query.by === 'municipality'
    ? t.municipalities(municipalities, rows.length - municipalities, of)
    : t.solutions(rows.length, of);
}

const withoutNames = (said: Said, names: string[]): Said =>
  said.field === 'place' ? { ...said, names: said.names.filter((name) => !names.includes(name)) } : said;

/** What stands between the title and the rows: that it is all, and what may be missing. */
export function sharedLines({ none, unsaid, empty }: SharedList, lang: Lang): string[] {
  const t = textsIn(lang).lists;
  return [
    ...(none ? [] : [t.all]),
    ...unsaid.map(({ field, count }) => t.unsaid[field](count)),
    ...(empty.length > 0 ? [t.empty(empty)] : []),
  ];
}

/** A list as data: how many, what it is of, and all of them. `asked` is false where it is the nearest wider list. */
export function listLine({ query, none, unsaid, rows }: SharedList, articles: Article[]) {
  const municipalities = rows.flatMap((row) =>
    'municipality' in row ? [{ ...row.municipality, solutions: row.articles.map(({ id }) => id) }] : [],
  );
  return {
    count: none ? 0 : articles.length,
    asked: none === undefined,
    ...query,
    unsaid,
    ...(query.by === 'municipality' && { municipalities }),
    solutions: articles.map(({ id, title, origin }) => ({ id, title, ...origin })),
  };
}
