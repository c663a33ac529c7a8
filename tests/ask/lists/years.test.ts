import { expect, test } from 'vitest';
import { yearsIn } from '../../../src/ask/lists/years.ts';

test.each([
  ['siden 2020', { from: 2020 }],
  ['sidan 2020', { from: 2020 }],
  ['fra 2020 og fremover', { from: 2020 }],
  ['from 2020 onwards', { from: 2020 }],
  ['i 2020 eller senere', { from: 2020 }],
  ['etter 2020', { from: 2021 }],
  ['før 2022', { to: 2021 }],
  ['before 2022', { to: 2021 }],
  ['til og med 2022', { to: 2022 }],
  ['fram til 2022', { to: 2022 }],
  ['i 2019', { from: 2019, to: 2019 }],
  ['frå 2019', { from: 2019, to: 2019 }],
  ['2019', { from: 2019, to: 2019 }],
  ['mellom 2018 og 2020', { from: 2018, to: 2020 }],
  ['fra 2018 til 2020', { from: 2018, to: 2020 }],
  ['2018–2020', { from: 2018, to: 2020 }],
  ['i perioden 2018-2020', { from: 2018, to: 2020 }],
  ['between 2020 and 2018', { from: 2018, to: 2020 }],
  ['etter 2015 og før 2018', { from: 2016, to: 2017 }],
  ['de siste fem årene', { from: 2021 }],
  ['dei siste 3 åra', { from: 2023 }],
  ['the last ten years', { from: 2016 }],
  ['det siste året', { from: 2025 }],
  ['på 2010-tallet', { from: 2010, to: 2019 }],
  ['i fjor', { from: 2025, to: 2025 }],
  ['last year', { from: 2025, to: 2025 }],
  ['i år', { from: 2026, to: 2026 }],
])('%s', (said, years) => {
  const { years: read, rest } = yearsIn(`erfaringer ${said} fra Agder`, '2026-11-30');
  expect(read).toEqual(years);
  expect(rest.replace(/\b(?:og|and)\b/, '').split(/\s+/)).toEqual(['erfaringer', 'fra', 'Agder']);
});

test.each([
  'kommunenummer 2020',
  'kommune 2011',
  'Hva har 1903 gjort?',
  '120 200',
  'siden sist',
  'for år siden',
])('there is no year in “%s”', (text) => {
  expect(yearsIn(text, '2026-11-30')).toEqual({ rest: text });
});
