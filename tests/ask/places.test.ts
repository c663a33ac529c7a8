import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { changesIn, placesIn } from '../../src/ask/places.ts';
import { langs } from '../../src/knowledge/model.ts';
import { municipalitiesSchema, openMunicipalities } from '../../src/knowledge/municipalities.ts';
import { textsIn } from '../../src/texts/texts.ts';

const norway = openMunicipalities(
  municipalitiesSchema.parse(JSON.parse(readFileSync('knowledge/municipalities.json', 'utf8'))),
);

/** What is said of a text in bokmål, nynorsk and English. */
const said = (text: string) =>
  langs.map((lang) => changesIn(norway.find(text)).map(textsIn(lang).change).join(' '));

describe('why a name of before is a municipality of today, in three languages', () => {
  test.each([
    [
      'Må Skedsmo ha databehandleravtale?',
      'Skedsmo er i dag en del av Lillestrøm (fra 2020).',
      'Skedsmo er i dag ein del av Lillestrøm (frå 2020).',
      'Skedsmo is now part of Lillestrøm (since 2020).',
    ],
    [
      'Nes i Buskerud',
      'Nes heter i dag Nesbyen (fra 2020).',
      'Nes heiter i dag Nesbyen (frå 2020).',
      'Nes is now called Nesbyen (since 2020).',
    ],
    [
      'Snillfjord',
      'Snillfjord ble i 2020 delt mellom Heim, Hitra og Orkland.',
      'Snillfjord vart i 2020 delt mellom Heim, Hitra og Orkland.',
      'Snillfjord was divided between Heim, Hitra and Orkland in 2020.',
    ],
    [
      'kommunenummer 1903',
      'Kommunenummer 1903 gikk ut av bruk i 2020. I dag er det Harstad (5503).',
      'Kommunenummer 1903 gjekk ut av bruk i 2020. I dag er det Harstad (5503).',
      'Municipality number 1903 went out of use in 2020. It is now Harstad (5503).',
    ],
    [
      'kommunenummer 1507',
      'Kommunenummer 1507 gikk ut av bruk i 2024. I dag er det Ålesund (1508) og Haram (1580).',
      'Kommunenummer 1507 gjekk ut av bruk i 2024. I dag er det Ålesund (1508) og Haram (1580).',
      'Municipality number 1507 went out of use in 2024. It is now Ålesund (1508) and Haram (1580).',
    ],
    [
      'kommune nr. 0231',
      'Skedsmo (0231) er i dag en del av Lillestrøm (fra 2020).',
      'Skedsmo (0231) er i dag ein del av Lillestrøm (frå 2020).',
      'Skedsmo (0231) is now part of Lillestrøm (since 2020).',
    ],
    [
      '1850',
      'Tysfjord (1850) ble i 2020 delt mellom Narvik og Hamarøy.',
      'Tysfjord (1850) vart i 2020 delt mellom Narvik og Hamarøy.',
      'Tysfjord (1850) was divided between Narvik and Hamarøy in 2020.',
    ],
  ])('%s', (text, nb, nn, en) => {
    expect(said(text)).toEqual([nb, nn, en]);
  });

  test('each name once, though it is written twice or by name and number', () => {
    expect(said('Skedsmo, Fet og Skedsmo kommune (kommunenummer 0231)')[0]).toBe(
      'Skedsmo (0231) er i dag en del av Lillestrøm (fra 2020). Fet er i dag en del av Lillestrøm (fra 2020).',
    );
  });

  test('a name that another municipality has too is told apart by its county', () => {
    expect(said('Hva gjør Nes kommune?')).toEqual([
      'Nes i Buskerud heter i dag Nesbyen (fra 2020).',
      'Nes i Buskerud heiter i dag Nesbyen (frå 2020).',
      'Nes in Buskerud is now called Nesbyen (since 2020).',
    ]);
    expect(said('Os i Hordaland')[0]).toBe('Os er i dag en del av Bjørnafjorden (fra 2020).');
  });

  test.each([
    'Hva har Lillestrøm og Asker gjort?',
    'Kommunenummer 5503',
    'Har vi eid systemet, og er det sund fornuft?',
    'Regelen kom i 2020, og avtalen er på 1903 kroner',
    'lov 1902 og postnummer 0231',
  ])('nothing is said of %s', (text) => {
    expect(said(text)).toEqual(['', '', '']);
  });
});

describe('the places in a text', () => {
  test.each([
    ['Asker og Bærum', ['3203', '3201']],
    ['kommunene i Agder', ['42']],
    ['Asker og Agder', ['3203', '42']],
    ['Våler i Østfold', ['3114']],
    ['Oslo', ['0301']],
    ['Viken', ['31', '32', '33']],
    ['Skedsmo og Sørum', ['3205']],
    ['1903', ['5503']],
    ['ingen steder', []],
  ])('%s', (text, numbers) => {
    expect(placesIn(text, norway).numbers).toEqual(numbers);
  });
});
