import { expect, test } from 'vitest';
import {
  AGE,
  DATE,
  type Kinds,
  kindsOf,
  MEASURE,
  marksOf,
  NAME,
  NUMBER,
  namesIn,
  PLACING,
  REASON,
} from '../../src/search/kinds.ts';
import { tokenise } from '../../src/search/tokens.ts';

const asked = (question: string): string[] =>
  Object.entries(kindsOf(tokenise(question)) satisfies Kinds)
    .filter(([name, value]) => name !== 'asks' && value)
    .map(([name]) => name);

test.each([
  ['Når må vi kunngjøre?', ['when']],
  ['naar maa vi kunngjoere', ['when']],
  ['Hvilket år kom loven?', ['when']],
  ['Kva for eit år kom lova?', ['when']],
  ['When is the deadline?', ['when']],
  ['Hvor mange tilbydere må vi ha?', ['many']],
  ['How many bidders?', ['many']],
  ['Hvor lenge varer karens?', ['many', 'extent']],
  ['Kor lang er fristen?', ['many', 'extent']],
  ['Hvem er ansvarlig?', ['who', 'what']],
  ['Kven er ansvarleg?', ['who', 'what']],
  ['Hvor ligger skjemaet?', ['where']],
  ['Kvar ligg skjemaet?', ['where']],
  ['Hvorfor må vi det?', ['why']],
  ['Kvifor må vi det?', ['why']],
  ['Hvor gammel må eleven være?', ['age']],
  ['Hva er karens?', ['what']],
])('%s asks for %j', (question, kinds) => {
  expect(asked(question)).toEqual(kinds);
});

test.each([
  ['Hva er karens?', true],
  ['Kven er ordføraren i Bø?', true],
  ['What is a DPIA?', true],
  ['Hva er karens i en anbudskonkurranse etter loven?', false],
  ['Hva koster karens?', false],
])('%s asks what something is: %s', (question, what) => {
  expect(kindsOf(tokenise(question)).what).toBe(what);
});

test.each([
  ['Hva er karens?', true],
  ['Er det noen som vet når fristen er?', true],
  ['karens frist', false],
])('%s asks: %s', (question, asks) => {
  expect(kindsOf(tokenise(question)).asks).toBe(asks);
});

test('words are evidence of what they are', () => {
  const words = 'den 17 mai 2024 fikk oslo ti dager fordi en gammel bro ved elven falt'.split(' ');
  const marks = marksOf(words, new Set(['oslo']));
  const of = (mark: number) => words.filter((_, i) => marks[i]! & mark);
  expect(of(NUMBER)).toEqual(['17', '2024', 'ti', 'en']);
  expect(of(DATE)).toEqual(['mai', '2024']);
  expect(of(NAME)).toEqual(['oslo']);
  expect(of(MEASURE)).toEqual(['dager']);
  expect(of(PLACING)).toEqual(['ved']);
  expect(of(REASON)).toEqual(['fordi']);
  expect(of(AGE)).toEqual(['gammel']);
});

test('a name is a word with a capital letter that is not first', () => {
  expect(namesIn('Kommunen heter Nord-Fron. Den ligger ved Vinstra, i «Innlandet».')).toEqual(
    new Set(['nordfron', 'vinstra']),
  );
});
