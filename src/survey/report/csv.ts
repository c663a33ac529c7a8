import { stringify } from 'csv-stringify/sync';
import type { Lang } from '../../knowledge/model.ts';
import { textsIn } from '../../texts/texts.ts';
import { type Column, headings, type Sheet } from './sheets.ts';

/**
 * All sheets as one table, with the sheet's name first in each row. As Norwegian Excel opens it with a double click:
 * UTF-8 with a mark, semicolons, decimal comma; what looks like a formula is text.
 */
export function csvOf(sheets: Sheet[], lang: Lang): string {
  const t = textsIn(lang);
  const names = headings(t);
  const columns = [...new Set(sheets.flatMap((sheet) => sheet.columns))];
  const rows = sheets.flatMap(({ name, rows }) => rows.map((row) => ({ sheet: name, ...row })));
  return stringify(rows, {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    header: true,
    columns: [
      { key: 'sheet', header: t.report.file.part },
      ...columns.map((key: Column) => ({ key, header: names[key] })),
    ],
    escape_formulas: true,
    cast: { number: (value) => String(value).replace('.', ',') },
  });
}
