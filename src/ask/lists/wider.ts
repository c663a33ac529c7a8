import { countyOf } from '../../knowledge/places.ts';
import { type Entry, entriesWhere } from './entries.ts';
import type { Condition, Filter } from './filter.ts';

/**
 * The nearest wider filter that something fits, when nothing fits this one: the counties around the municipalities
 * asked for, else without the condition that says least of what is asked for, else without two, and so on.
 */
export function widerThan(where: Filter, entries: Entry[]): Filter {
  const byWorth = [...where].sort((a, b) => WORTH.indexOf(a.field) - WORTH.indexOf(b.field));
  for (let left = byWorth.length; left > 0; left--) {
    for (const kept of subsets(byWorth, left)) {
      // Keeps the order they were asked in.
      const wider = where.filter((condition) => kept.includes(condition));
      for (const filter of [wider, wider.map(around)])
        if (entriesWhere(entries, filter).length > 0) return filter;
    }
  }
  // What has a procedure is a procurement.
  const procurement: Filter = [{ field: 'subject', any: ['anskaffelser'] }];
  const fits =
    where.some(({ field }) => field === 'procedure') && entriesWhere(entries, procurement).length > 0;
  return fits ? procurement : [];
}

const around = (condition: Condition): Condition =>
  condition.field === 'place' ? { ...condition, any: [...new Set(condition.any.map(countyOf))] } : condition;

/** What is let go first stands first. */
const WORTH: Filter[number]['field'][] = [
  'year',
  'kind',
  'network',
  'place',
  'system',
  'procedure',
  'subject',
];

/** All of so many, those without the first ones first. */
function* subsets<T>(all: T[], size: number): Generator<T[]> {
  if (size === 0) yield [];
  else if (all.length === size) yield all;
  else if (all.length > size) {
    const [first, ...rest] = all;
    yield* subsets(rest, size);
    for (const others of subsets(rest, size - 1)) yield [first!, ...others];
  }
}
