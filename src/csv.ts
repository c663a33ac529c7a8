import { stringify } from 'csv-stringify/sync';

/**
 * Rows as a file that Norwegian Excel opens with a double click: UTF-8 with a mark that says so, semicolons, decimal
 * comma. Text that would be run as a formula (=, +, -, @, tab) is made harmless with an apostrophe.
 */
export function toCsv(header: string[], rows: (string | number | undefined)[][]): string {
  return stringify([header, ...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { number: (value) => String(value).replace('.', ',') },
  });
}
