import type { Solution } from '../../knowledge/solution.ts';
import { type Field, type Filter, fields, type ValueCondition } from './filter.ts';
import type { Part } from './parts.ts';

/** What the parts of a question ask for, in the order of the fields. */
export function filterOf(parts: Part[], places: string[]): Filter {
  const conditions: ValueCondition[] = places.length > 0 ? [{ field: 'place', any: places }] : [];
  const kinds = kindsOf(parts);
  if (kinds.length > 0) conditions.push({ field: 'kind', any: kinds });
  for (const part of parts) {
    if (part.is !== 'value') continue;
    const { field } = part.values[0]!;
    const any = part.values.map(({ value }) => value);
    const before = conditions.at(-1);
    // "DPIA i skolen" is both at once; "DPIA og skole" either.
    if (before?.field === field && (part.joined || ONE_OF.has(field))) before.any.push(...any);
    else if (!conditions.some((same) => same.field === field && sameValues(same.any, any)))
      conditions.push({ field, any });
  }
  return conditions
    .map(({ field, any }) => ({ field, any: [...new Set(any)] }))
    .sort((a, b) => fields.indexOf(a.field) - fields.indexOf(b.field));
}

/** A solution has one procedure: two that are named are either. */
const ONE_OF: ReadonlySet<Field> = new Set(['procedure']);

const sameValues = (a: string[], b: string[]): boolean => a.join() === b.join();

const DONE: ReadonlySet<Part['is']> = new Set(['did', 'made', 'was', 'got', 'use']);

/**
 * Solutions and experiences are asked for by either word, for few tell them apart; "bare løsninger" means it. A need is
 * neither, and no one has used what they only wish for.
 */
function kindsOf(parts: Part[]): Solution['kind'][] {
  const named = new Set(parts.flatMap((part) => (part.is === 'entry' ? part.kinds : [])));
  const told = [...named].filter((kind) => kind !== 'need');
  const done = parts.some((part) => DONE.has(part.is));
  if (named.has('need')) return told.length > 0 ? ['solution', 'experience', 'need'] : ['need'];
  if (told.length === 1 && parts.some((part) => part.is === 'only')) return told;
  const byPlace =
    done && !parts.some((part) => part.is === 'who' || part.is === 'entry' || part.is === 'value');
  return told.length > 0 || (done && !byPlace) ? ['solution', 'experience'] : [];
}
