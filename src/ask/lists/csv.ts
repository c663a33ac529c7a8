import { toCsv } from '../../csv.ts';
import type { Lang } from '../../knowledge/model.ts';
import { textsIn } from '../../texts/texts.ts';
import type { Entry } from './entries.ts';
import type { Names } from './names.ts';

/** A list as a file for Excel, an entry a row. */
export function listCsv(entries: Entry[], lang: Lang, names: Names): string {
  const t = textsIn(lang).lists;
  const named = (field: 'procedure' | 'subject' | 'place', values: Iterable<string>) =>
    [...values].flatMap((value) => names.of(field, value, lang) ?? []).join(', ');
  const rows = entries.map(({ solution, has }) => [
    solution.title,
    t.kind[solution.kind],
    named('place', solution.municipalities),
    named('place', [...has.place].filter((place) => place.length === 2).sort()),
    [...solution.networks, ...(solution.owner ? [solution.owner] : [])].join(', '),
    solution.year ?? '',
    solution.procedure ? named('procedure', [solution.procedure]) : '',
    named('subject', [solution.topic]),
    named('subject', solution.tags),
    solution.systems.join(', '),
    solution.summary[lang],
    solution.sources.map((source) => source.url).join(' '),
  ]);
  return toCsv(t.columns, rows);
}
