import { describe, expect, test } from 'vitest';
import { findPersonalData } from '../src/personal-data.ts';

/** Numbers are made here, from rules, so that no real person's number stands in the project. */
const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const sum = (digits: string, weights: number[]) =>
  weights.reduce((n, w, i) => n + w * Number(digits[i]), 0) % 11;
const check = (digits: string, weights: number[]) => (11 - sum(digits, weights)) % 11;

/** The first valid number on a birth date, or undefined when the individual number gives a check digit of 10. */
function nationalId(date: string): string {
  for (let individual = 100; individual < 1000; individual++) {
    const nine = `${date}${individual}`;
    const first = check(nine, FIRST);
    if (first === 10) continue;
    const second = check(`${nine}${first}`, SECOND);
    if (second !== 10) return `${nine}${first}${second}`;
  }
  throw new Error('no number');
}

function account(ten: string): string {
  const digit = check(ten, SECOND);
  return digit === 10 ? account(String(Number(ten) + 1)) : ten + digit;
}

const withWrongDigit = (number: string) => number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10);

describe('is stopped', () => {
  const cases: [string, string, string][] = [
    ['a fødselsnummer', `Kan vi lagre ${nationalId('150585')}?`, 'nationalId'],
    [
      'a fødselsnummer with a space',
      `Kan vi lagre ${nationalId('150585').replace(/(.{6})/, '$1 ')}?`,
      'nationalId',
    ],
    [
      'a fødselsnummer with a hyphen and dots',
      `nr: ${nationalId('010101').replace(/(..)(..)(..)/, '$1.$2.$3-')}`,
      'nationalId',
    ],
    [
      'a fødselsnummer in full-width digits',
      [...nationalId('150585')].map((d) => String.fromCodePoint(0xff10 + Number(d))).join(''),
      'nationalId',
    ],
    ['a fødselsnummer with zero-width signs', [...nationalId('150585')].join('\u200b'), 'nationalId'],
    ['a D-number', `søker ${nationalId('550585')}`, 'nationalId'],
    ['a synthetic number from Skatteetaten', nationalId('158585'), 'nationalId'],
    ['a synthetic number from Nav', nationalId('154585'), 'nationalId'],
    ['a synthetic number from the health sector', nationalId('157085'), 'nationalId'],
    ['an account number', `betal til ${account('8601111794')}`, 'account'],
    [
      'an account number with dots',
      account('1234056789').replace(/(....)(..)(.....)/, '$1.$2.$3'),
      'account',
    ],
    ['a mobile number', 'ring meg på 912 34 567', 'phone'],
    ['a mobile number in one piece', 'Nummeret er 91234567.', 'phone'],
    ['a mobile number with country code', '+47 412 34 567', 'phone'],
    ['a landline in pairs', 'tlf 22 33 44 55', 'phone'],
    ['a landline after "telefon"', 'telefon: 22334455', 'phone'],
    ['a foreign number', 'call +46 70 123 45 67', 'phone'],
    ['an e-mail address', 'Kan vi sende til kari.nordmann@eksempel.kommune.no?', 'email'],
    ['an e-mail address with (at)', 'kari(at)eksempel.no', 'email'],
    ['an e-mail address with norske letters', 'bjørn.ås@eksempel.no', 'email'],
  ];
  test.each(cases)('%s', (_, text, kind) => {
    expect(findPersonalData(text)).toContain(kind);
  });
});

describe('is let through', () => {
  const cases: [string, string][] = [
    ['a fødselsnummer with wrong check digits', `Er ${withWrongDigit(nationalId('150585'))} gyldig?`],
    ['eleven digits that are no date and no account', '99999999999'],
    ['an account number with the wrong check digit', withWrongDigit(account('8601111794'))],
    ['an organisation number', 'Org.nr 974 760 673 eller 974760673'],
    ['amounts with spaces', 'Kontrakten er på 25 000 000 kroner, opsjonen på 62 900 000.'],
    ['an amount in one piece', 'verdi: 25000000 kr'],
    ['an amount that could be a mobile number', 'Vi har 45 250 000 og 41234500 kroner'],
    ['thresholds', 'Mellom 500 000 og 1 300 000, altså 1,3 mill., men under 2,5 millioner'],
    ['dates', '21.11.2026, 2026-11-21 og 20260701'],
    ['a case number', 'Sak 2024/12345-6'],
    ['paragraphs', 'FOA § 13-2 og GDPR art. 35 nr. 3, jf. LOV-2018-06-15-38'],
    ['a postal address', '0484 Oslo'],
    ['years', 'perioden 2020 2021 2022 2023'],
    ['an @mention', '@Samvit hva er karens?'],
    ['a question', 'Når må vi gjøre en DPIA?'],
  ];
  test.each(cases)('%s', (_, text) => {
    expect(findPersonalData(text)).toEqual([]);
  });
});

test('every birth date in a year gives a number that is stopped, and changing a check digit lets it through', () => {
  for (let day = 0; day < 365; day++) {
    const date = new Date(Date.UTC(1985, 0, 1 + day));
    const [year, month, dayOfMonth] = date.toISOString().slice(2, 10).split('-');
    const number = nationalId(`${dayOfMonth}${month}${year}`);
    expect(findPersonalData(number), number).toEqual(['nationalId']);
    expect(findPersonalData(withWrongDigit(number)), number).toEqual([]);
  }
});
