import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filterSchema, listSolutions, placed, solutionsWhere } from '../../src/ask/solutions.ts';
import { municipalitiesSchema, openMunicipalities } from '../../src/knowledge/municipalities.ts';
import { parseSolution, type Solution } from '../../src/knowledge/solution.ts';
import { SOLUTION } from '../knowledge/small-base.ts';

const norway = openMunicipalities(
  municipalitiesSchema.parse(JSON.parse(readFileSync('knowledge/municipalities.json', 'utf8'))),
);
const file = 'knowledge/solutions/felles-kjop.md';
const { solution: sample } = parseSolution(file, SOLUTION);

const shared = (
  [
    { id: 'asker', municipalities: ['3203'], year: 2017 },
    { id: 'asker-og-baerum', municipalities: ['3203', '3201'] },
    { id: 'baerum', municipalities: ['3201'], year: 2020 },
    { id: 'digiagder', municipalities: [], networks: ['DigiAgder'] },
    { id: 'molde', municipalities: ['1506'], networks: ['17 kommuner i Møre og Romsdal'] },
    { id: 'trondelag', municipalities: [], owner: 'Trøndelag fylkeskommune', year: 2018 },
    { id: 'ks', municipalities: [], owner: 'KS' },
  ] satisfies Partial<Solution>[]
).map((change) => placed({ ...sample!, networks: [], ...change }, norway));

const ids = (solutions: Solution[] = []) => solutions.map((s) => s.id);
const list = (...places: string[]) => listSolutions({ places }, shared, norway);

describe('solutions by place', () => {
  test.each([
    ['3203', ['asker', 'asker-og-baerum']],
    ['3201', ['baerum', 'asker-og-baerum']],
    ['32', ['baerum', 'asker', 'asker-og-baerum']],
    ['42', ['digiagder']],
    ['15', ['molde']],
    ['50', ['trondelag']],
    ['5001', []],
    ['03', []],
  ])('%s: all of them, the newest first, those without a year last', (place, expected) => {
    expect(ids(solutionsWhere(shared, { places: [place] }))).toEqual(expected);
  });

  test('from several places each is there once', () => {
    expect(ids(solutionsWhere(shared, { places: ['3203', '32', '42'] }))).toEqual([
      'baerum',
      'asker',
      'asker-og-baerum',
      'digiagder',
    ]);
  });

  test('a filter that asks for nothing lets all through', () => {
    expect(solutionsWhere(shared, {})).toHaveLength(shared.length);
  });

  test('a filter comes back from a button checked', () => {
    expect(filterSchema.safeParse({ places: ['3203', '32'] }).success).toBe(true);
    for (const places of [['320'], ['Asker'], 'Asker', Array(61).fill('32')])
      expect(filterSchema.safeParse({ places }).success).toBe(false);
  });
});

describe('the list of them', () => {
  test('is of the places asked for, and names those that have shared nothing', () => {
    expect(list('3203', '3205')).toMatchObject({
      where: { places: ['3203', '3205'] },
      places: ['Asker', 'Lillestrøm'],
      empty: ['Lillestrøm'],
      near: [],
    });
  });

  test('is of the county where the municipality has shared nothing', () => {
    const near = list('3205');
    expect(near).toMatchObject({
      where: { places: ['32'] },
      places: ['Lillestrøm'],
      empty: ['Lillestrøm'],
      near: ['Akershus'],
    });
    expect(ids(near?.solutions)).toEqual(['baerum', 'asker', 'asker-og-baerum']);
  });

  test('is empty where nothing is near either', () => {
    expect(list('5503')).toMatchObject({ solutions: [], places: ['Harstad'], near: [] });
    expect(list('56')).toMatchObject({ solutions: [], places: ['Finnmark'], near: [] });
  });

  test('tells two municipalities of one name apart', () => {
    expect(list('3114', '3419', '3203')?.places).toEqual(['Våler (Østfold)', 'Våler (Innlandet)', 'Asker']);
  });

  test('there is none of a place that is no longer known, or of none', () => {
    expect(list('0231')).toBeUndefined();
    expect(list()).toBeUndefined();
  });
});
