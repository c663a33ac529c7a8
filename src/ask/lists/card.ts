import type { ActionData } from '../../actions.ts';
import type { CardData, Choice } from '../../cards.ts';
import type { Lang } from '../../knowledge/model.ts';
import { type Texts, textsIn } from '../../texts/texts.ts';
import type { Answer } from '../answer.ts';
import { PAGE, quoteChoice } from '../choices.ts';
import { changeLines } from '../plain.ts';
import type { ListQuery } from './filter.ts';
import type { Row, SharedList } from './list.ts';
import { nearTitle, sharedLines, sharedTitle } from './say.ts';

/** What cards/list.json is filled with for a page of a list; `file` is where it can be had as one, or ''. */
export function sharedData(
  answer: Extract<Answer, { kind: 'list' }>,
  list: SharedList,
  fallback: string,
  file: string,
): CardData['list'] {
  const { lang, from } = answer;
  const t = textsIn(lang);
  const filters = list.removable.map(({ said, query }) => {
    const text = t.lists.filter(said);
    return { label: t.lists.remove(text), text, data: to(query, lang, 0) };
  });
  return {
    lang,
    fallback,
    title: sharedTitle(list, lang),
    body: [...changeLines(answer), ...sharedLines(list, lang)].join('\n\n'),
    narrowed: t.lists.narrowed,
    filters,
    subtitle: nearTitle(list, lang),
    choices: list.rows.slice(from, from + PAGE).map((row) => rowChoice(row, lang, t)),
    navigation: navigation(list, lang, from, t),
    file: { label: t.lists.csv, url: list.rows.length > 0 ? file : '' },
  };
}

const to = ({ where, by }: ListQuery, lang: Lang, from: number): ActionData => ({
  do: 'solutions',
  where,
  by,
  lang,
  from,
});

function rowChoice(row: Row, lang: Lang, t: Texts): Choice {
  if ('article' in row) {
    const { title, sections, origin } = row.article;
    return quoteChoice(title, sections[0]!, lang, origin && t.origin(origin));
  }
  const { municipality, articles, query } = row;
  const titles = articles
    .slice(0, MOST_TITLES)
    .map(({ title, origin }) => `${title}${origin?.year ? `, ${origin.year}` : ''}`);
  const more = articles.length - titles.length;
  const text = [...titles, ...(more > 0 ? [t.lists.andMore(more)] : [])].join('\n\n');
  const [only, other] = articles;
  return only && !other
    ? quoteChoice(municipality.name, only.sections[0]!, lang, text)
    : { label: municipality.name, text, data: to(query, lang, 0) };
}

const MOST_TITLES = 4;

function navigation({ rows, query, none }: SharedList, lang: Lang, from: number, t: Texts) {
  const left = rows.length - from - PAGE;
  const other = query.by === 'solution' ? 'municipality' : 'solution';
  return [
    ...(from > 0 ? [{ label: t.lists.previous, data: to(query, lang, Math.max(0, from - PAGE)) }] : []),
    ...(left > 0 ? [{ label: t.lists.next(left), data: to(query, lang, from + PAGE) }] : []),
    ...(none || rows.length < 2
      ? []
      : [{ label: t.lists.by[other], data: to({ ...query, by: other }, lang, 0) }]),
  ];
}
