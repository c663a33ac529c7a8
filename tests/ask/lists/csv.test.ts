import { beforeAll, describe, expect, test } from 'vitest';
import { listCsv } from '../../../src/ask/lists/csv.ts';
import { type Entry, entriesWhere } from '../../../src/ask/lists/entries.ts';
import { langs } from '../../../src/knowledge/model.ts';
import { type Opened, openLists } from './opened.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await openLists();
});

const rowsOf = (csv: string) => csv.split('\r\n');

describe('a list as a file', () => {
  test('opens in Excel: marked as UTF-8, with semicolons, one row for each', () => {
    for (const lang of langs) {
      const csv = listCsv(opened.entries, lang, opened.names);
      expect(csv.startsWith('\uFEFF')).toBe(true);
      expect(rowsOf(csv)[0]?.split(';')).toHaveLength(12);
      expect(rowsOf(csv)).toHaveLength(opened.entries.length + 2);
    }
  });

  test('has what the list is of, by name', () => {
    const found = entriesWhere(opened.entries, [{ field: 'procedure', any: ['konkurransepreget-dialog'] }]);
    expect(rowsOf(listCsv(found, 'nn', opened.names))[1]).toMatch(
      /^Felles kjøp av trygghetsalarmer og alarmsentral i Agder;Løysing;Kristiansand;Agder;Kommunene i Agder;2016;konkurranseprega dialog;anskaffingar;/,
    );
  });

  test.each(['=1+1', '+47', '-2', '@SUM(A1)', '\t=1', '\r=1'])('%j is not run as a formula', (title) => {
    const [entry] = opened.entries as [Entry];
    const bad = { ...entry, solution: { ...entry.solution, title } };
    expect(listCsv([bad], 'nb', opened.names).split('\r\n')[1]).toMatch(/^"?'/);
  });

  test('semicolons, quotes and lines in a text stay in its cell', () => {
    const [entry] = opened.entries as [Entry];
    const title = 'En; to "tre"\nfire';
    const csv = listCsv([{ ...entry, solution: { ...entry.solution, title } }], 'nb', opened.names);
    expect(csv).toContain('\r\n"En; to ""tre""\nfire";');
  });
});
