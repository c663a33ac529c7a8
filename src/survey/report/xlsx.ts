import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import type { Lang } from '../../knowledge/model.ts';
import { textsIn } from '../../texts/texts.ts';
import { type Column, headings, type Sheet } from './sheets.ts';

/** Characters; for columns that hold words. */
const WIDTHS: Partial<Record<Column, number>> = {
  content: 34,
  value: 34,
  group: 26,
  dimension: 26,
  question: 60,
  answer: 28,
  text: 90,
};
const NARROW = 14;

/** A workbook: numbers are numbers, everything people wrote is text, the headings stay in sight. */
export function xlsxOf(sheets: Sheet[], lang: Lang): Promise<Buffer> {
  const names = headings(textsIn(lang));
  const workbook = sheets.map(({ name, columns, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map((column) => ({ width: WIDTHS[column] ?? NARROW })),
    data: [
      columns.map((column): Cell => ({ value: names[column], type: String, fontWeight: 'bold', wrap: true })),
      ...rows.map((row) => columns.map((column) => cellOf(column, row[column]))),
    ],
  }));
  return writeXlsxFile(workbook).toBuffer();
}

const ONE_DECIMAL: ReadonlySet<Column> = new Set(['score', 'before', 'change', 'median', 'lower', 'upper']);

function cellOf(column: Column, value: string | number | undefined): Cell {
  if (value === undefined) return null;
  return typeof value === 'number'
    ? { value, type: Number, alignVertical: 'top', format: ONE_DECIMAL.has(column) ? '0.0' : '0' }
    : { value, type: String, alignVertical: 'top', wrap: true };
}
