import type { Article, Lang } from '../../knowledge/model.ts';
import { countyOf } from '../../knowledge/places.ts';
import type { Solution } from '../../knowledge/solution.ts';
import { type Entry, entriesWhere, unsaid } from './entries.ts';
import { type Condition, type Filter, type ListQuery, without } from './filter.ts';
import type { NamedField, Names } from './names.ts';
import { widerThan } from './wider.ts';

/** A condition with its values by name, as it is said. */
export type Said =
  | { field: 'kind'; kinds: Solution['kind'][] }
  | { field: NamedField; names: string[] }
  | { field: 'year'; from?: number | undefined; to?: number | undefined };

/** One value of the filter, and the list without it. */
interface Removable {
  said: Said;
  query: ListQuery;
}

export type Row =
  | { article: Article }
  | { municipality: { number: string; name: string }; articles: Article[]; query: ListQuery };

/** A list of shared solutions, complete. */
export interface SharedList {
  query: ListQuery;
  said: Said[];
  removable: Removable[];
  /** All there are, a page of which is shown. */
  rows: Row[];
  /** How many more it might hold, if their sources said so. */
  unsaid: ReturnType<typeof unsaid>;
  /** Those of several places that nothing is shared from. */
  empty: string[];
  /** What nothing fits, when the list is a wider one instead. */
  none?: Said[];
}

export interface ListDeps {
  entries: Entry[];
  names: Names;
  article(id: string): Article | undefined;
}

/** The list asked for, or the nearest wider one when nothing fits. Undefined when a value of it is no longer known. */
export function listOf(
  query: ListQuery,
  lang: Lang,
  deps: ListDeps,
): { list: SharedList; found: Entry[] } | undefined {
  const { entries, names } = deps;
  const asked = withoutIdle(query.where, entries);
  const none = sayAll(asked, names, lang);
  if (!none) return undefined;
  const any = entriesWhere(entries, asked).length > 0;
  const where = any ? asked : widerThan(asked, entries);
  const found = entriesWhere(entries, where);
  const said = sayAll(where, names, lang) ?? [];
  const shown = { ...query, where };
  return {
    found,
    list: {
      query: shown,
      said,
      removable: where.flatMap((condition) => removablesOf(condition, shown, names, lang)),
      rows: shown.by === 'municipality' ? byMunicipality(found, shown, lang, deps) : rowsOf(found, deps),
      unsaid: unsaid(entries, asked),
      empty: any ? emptyPlaces(where, entries, names, lang) : [],
      ...(!any && { none }),
    },
  };
}

/** That needs are left out says nothing where there are none. */
function withoutIdle(where: Filter, entries: Entry[]): Filter {
  const rest = where.filter((condition) => condition.field !== 'kind' || condition.any.length < 2);
  return entriesWhere(entries, rest).length === entriesWhere(entries, where).length ? rest : where;
}

function sayAll(where: Filter, names: Names, lang: Lang): Said[] | undefined {
  const all = where.map((condition) => say(condition, names, lang));
  return all.every((said) => said !== undefined) ? all : undefined;
}

function say(condition: Condition, names: Names, lang: Lang): Said | undefined {
  const { field } = condition;
  if (field === 'year') return condition;
  if (field === 'kind') {
    const kinds = condition.any.filter(isKind);
    return kinds.length === condition.any.length ? { field, kinds } : undefined;
  }
  const said = condition.any.flatMap((value) => names.of(field, value, lang) ?? []);
  return said.length === condition.any.length ? { field, names: said } : undefined;
}

const isKind = (value: string): value is Solution['kind'] =>
  value === 'solution' || value === 'experience' || value === 'need';

function removablesOf(condition: Condition, query: ListQuery, names: Names, lang: Lang): Removable[] {
  const values = condition.field === 'year' || condition.field === 'kind' ? [undefined] : condition.any;
  return values.flatMap((value) => {
    const one = value && condition.field !== 'year' ? { ...condition, any: [value] } : condition;
    const said = say(one, names, lang);
    return said ? [{ said, query: { ...query, where: without(query.where, condition, value) } }] : [];
  });
}

const articlesOf = (entries: Entry[], { article }: ListDeps): Article[] =>
  entries.flatMap(({ solution }) => article(solution.id) ?? []);

const rowsOf = (entries: Entry[], deps: ListDeps): Row[] =>
  articlesOf(entries, deps).map((article) => ({ article }));

/** A row for each municipality by name, of those asked for; then what is shared by others than municipalities. */
function byMunicipality(found: Entry[], query: ListQuery, lang: Lang, deps: ListDeps): Row[] {
  const within = (number: string) =>
    query.where.every(
      (c) => c.field !== 'place' || c.any.includes(number) || c.any.includes(countyOf(number)),
    );
  const numbers = [...new Set(found.flatMap(({ solution }) => solution.municipalities.filter(within)))];
  const rows = numbers.map((number) => ({
    municipality: { number, name: deps.names.of('place', number, lang) ?? number },
    articles: articlesOf(
      found.filter(({ solution }) => solution.municipalities.includes(number)),
      deps,
    ),
    query: { by: 'solution' as const, where: [...query.where, { field: 'place' as const, any: [number] }] },
  }));
  const others = found.filter(({ solution }) => !solution.municipalities.some(within));
  return [
    ...rows.sort((a, b) => a.municipality.name.localeCompare(b.municipality.name, 'nb')),
    ...rowsOf(others, deps),
  ];
}

function emptyPlaces(where: Filter, entries: Entry[], names: Names, lang: Lang): string[] {
  return where.flatMap((condition) => {
    if (condition.field !== 'place' || condition.any.length < 2) return [];
    const others = where.filter((other) => other !== condition);
    return condition.any
      .filter((place) => entriesWhere(entries, [...others, { field: 'place', any: [place] }]).length === 0)
      .flatMap((place) => names.of('place', place, lang) ?? []);
  });
}
