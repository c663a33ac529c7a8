import { parse } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleResults, sampleTooFew } from './sample.ts';
import { type Serving, startServing } from './serving.ts';

const FORMULAS = ['=1+1', '+47 12', '-2', '@sum', '\t=1', '  =1', '\r\n=1', '＝1'];

const whole = sampleResults({
  texts: [{ question: 'ord', texts: [...FORMULAS, 'en;to "tre"\nfire', 'Blåbær\u0000\u000b'] }],
});
let serving: Serving;
beforeAll(async () => {
  serving = await startServing({ 'round-1': whole, few: sampleTooFew() });
});
afterAll(() => serving.stop());

async function fetched(kind: 'csv' | 'xlsx', round = 'round-1') {
  const response = await fetch(serving.to(round, { kind }));
  expect(response.status).toBe(200);
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

describe('the CSV file', () => {
  async function rows(round?: string): Promise<Record<string, string>[]> {
    const { bytes } = await fetched('csv', round);
    return parse(Buffer.from(bytes), { bom: true, delimiter: ';', columns: true, record_delimiter: '\r\n' });
  }

  test('is what Norwegian Excel opens with a double click: a mark for UTF-8, semicolons, decimal comma', async () => {
    const { response, bytes } = await fetched('csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(decodeURIComponent(response.headers.get('content-disposition')!)).toBe(
      "attachment; filename*=UTF-8''Resultater Digital modenhet 2026-11-20.csv",
    );
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const score = (await rows()).find((row) => row.Innhold === 'Kompetanse og kultur');
    expect(score).toMatchObject({ Poeng: '2,6', 'Forrige gang': '2,9', Endring: '-0,3' });
  });

  test('has every count that the page shows, and each row says what it is of', async () => {
    const all = await rows();
    const found = all.filter((row) => row.Spørsmål === 'Hvor jobber du?');
    expect(found.map((row) => [row['Del av resultatet'], row.Svar, row.Antall, row['Andel (%)']])).toEqual([
      ['Spørsmål', 'Helse og omsorg', '58', '48'],
      ['Spørsmål', 'Oppvekst', '47', '39'],
      ['Spørsmål', 'Teknisk', '17', '14'],
      ['Spørsmål', 'Ikke svart', '9', ''],
    ]);
    expect(new Set(all.map((row) => row['Del av resultatet']))).toEqual(
      new Set(['Oversikt', 'Spørsmål', 'Grupper', 'Fritekst']),
    );
  });

  test('what looks like a formula is text, and the rest is as it was written', async () => {
    const texts = (await rows())
      .filter((row) => row['Del av resultatet'] === 'Fritekst')
      .map((row) => row.Tekst);
    expect(texts).toEqual([
      "'=1+1",
      "'+47 12",
      "'-2",
      "'@sum",
      "'=1",
      "'=1",
      "'=1",
      "'＝1",
      'en;to "tre"\nfire',
      'Blåbær',
    ]);
    for (const row of await rows()) {
      for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+@\t\r]|^-(?!\d+(,\d+)?$)/);
    }
  });

  test('says nothing when too few answered, not even how many', async () => {
    const all = await rows('few');
    expect(all.find((row) => row.Innhold === 'Svart')).toMatchObject({ Verdi: 'vises ikke' });
    expect(all.every((row) => row['Del av resultatet'] === 'Oversikt')).toBe(true);
    expect(JSON.stringify(all)).not.toContain('44');
  });
});

describe('the XLSX file', () => {
  const xml = new XMLParser({
    ignoreAttributes: false,
    trimValues: false,
    isArray: (name) => LISTS.has(name),
  });
  const LISTS = new Set(['row', 'c', 'sheet', 'col', 'si']);

  async function opened() {
    const { response, bytes } = await fetched('xlsx');
    const files = unzipSync(bytes);
    const read = (name: string) => xml.parse(strFromU8(files[name]!));
    return { response, read, names: Object.keys(files) };
  }

  test('has a sheet for each part, in Norwegian', async () => {
    const { response, read } = await opened();
    expect(response.headers.get('content-type')).toContain('spreadsheetml.sheet');
    expect(read('xl/workbook.xml').workbook.sheets.sheet.map((s: Attributes) => s['@_name'])).toEqual([
      'Oversikt',
      'Spørsmål',
      'Grupper',
      'Fritekst',
    ]);
  });

  test('headings stay in sight and columns have room', async () => {
    const { read } = await opened();
    for (const sheet of [1, 2, 3, 4]) {
      const { worksheet } = read(`xl/worksheets/sheet${sheet}.xml`);
      expect(worksheet.sheetViews.sheetView.pane).toMatchObject({ '@_ySplit': '1', '@_state': 'frozen' });
      expect(
        worksheet.cols.col.map((c: Attributes) => Number(c['@_width'])).every((w: number) => w >= 14),
      ).toBe(true);
    }
  });

  test('numbers are numbers and words are words', async () => {
    const { read } = await opened();
    const found = cells(read, 1).find(([first]) => first?.value === 'Kompetanse og kultur');
    expect(found?.slice(1, 4).map(({ type, value }) => [type, Number(value)])).toEqual([
      ['n', 2.6],
      ['n', 2.9],
      ['n', -0.3],
    ]);
    expect(found?.[0]?.type).not.toBe('n');
  });

  test('what people wrote is text whatever it begins with, and nothing in the book is a formula', async () => {
    const { read, names } = await opened();
    const texts = cells(read, 4)
      .slice(1)
      .map(([, text]) => text);
    expect(texts.map((text) => text?.value)).toEqual([
      ...['=1+1', '+47 12', '-2', '@sum', '=1', '=1', '=1', '＝1'],
      'en;to "tre"\nfire',
      'Blåbær',
    ]);
    expect(texts.every((text) => text?.type !== 'n')).toBe(true);
    for (const name of names.filter((n) => n.startsWith('xl/worksheets/sheet'))) {
      expect(JSON.stringify(read(name))).not.toContain('"f":');
    }
  });

  type Attributes = Record<string, string>;
  interface Cell {
    type: string;
    value: string;
  }

  /** Each row's cells; shared and inline texts looked up. */
  function cells(read: Awaited<ReturnType<typeof opened>>['read'], sheet: number): Cell[][] {
    const shared: string[] = sharedIn(read);
    const { worksheet } = read(`xl/worksheets/sheet${sheet}.xml`);
    return worksheet.sheetData.row.map((row: { c: (Attributes & { v?: unknown; is?: { t: unknown } })[] }) =>
      row.c.map((cell) => {
        const type = cell['@_t'] ?? 'n';
        if (type === 's') return { type, value: shared[Number(cell.v)]! };
        return { type, value: textOf(type === 'inlineStr' ? cell.is?.t : cell.v) };
      }),
    );
  }

  function sharedIn(read: Awaited<ReturnType<typeof opened>>['read']): string[] {
    const { sst } = read('xl/sharedStrings.xml');
    return (sst.si ?? []).map(({ t }: { t: unknown }) => textOf(t));
  }

  const textOf = (t: unknown): string =>
    String(t !== null && typeof t === 'object' ? (t as Record<string, unknown>)['#text'] : (t ?? ''));
});
