import { toCsv } from '../../csv.ts';
import type { Lang } from '../../knowledge/model.ts';
import { textsIn } from '../../texts/texts.ts';
import { headings, type Sheet } from './sheets.ts';

/** All sheets as one table, with the sheet's name first in each row. */
export function csvOf(sheets: Sheet[], lang: Lang): string {
  const t = textsIn(lang);
  const names = headings(t);
  const columns = [...new Set(sheets.flatMap((sheet) => sheet.columns))];
  const rows = sheets.flatMap(({ name, rows }) =>
    rows.map((row) => [name, ...columns.map((column) => row[column])]),
  );
  return toCsv([t.report.file.part, ...columns.map((column) => names[column])], rows);
}
