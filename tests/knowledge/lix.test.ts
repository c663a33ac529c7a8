import { describe, expect, test } from 'vitest';
import { lix } from '../../src/knowledge/lix.ts';

describe('LIX is words per sentence plus the percentage of long words', () => {
  test.each([
    // Words, sentences, long words: 5/1 + 0/5.
    ['Dette er en kort tekst.', 5],
    // 10/2 + 0/10.
    ['Dette er en kort tekst. Dette er en kort tekst!', 5],
    // "kommune" has seven letters: 4/1 + 1/4.
    ['Hver kommune må velge.', 29],
    // Six letters are not long.
    ['Lovene gjelder.', 52],
    ['', 0],
  ])('%s', (text, value) => {
    expect(lix(text)).toBeCloseTo(value);
  });
});

describe('what is not prose does not count against the text', () => {
  const same: [string, string, string][] = [
    ['abbreviations end no sentence', 'Verdien ekskl. mva. er høy nok.', 'Verdien ekskl mva er høy nok.'],
    ['nor do dates', 'Den 1. juli ble alt nytt.', 'Den 1 juli ble alt nytt.'],
    ['a paragraph is one word', 'Se § 5-1 i dag.', 'Se nå i dag.'],
    ['an amount is one word', 'De har 500 000 kroner igjen.', 'De har mye kroner igjen.'],
    ['references in brackets are left out', 'Vent ti dager (FOA § 25-2 og § 30-9).', 'Vent ti dager.'],
    ['emphasis is no word', 'Vent **ti** dager.', 'Vent ti dager.'],
    ['a hyphen makes no new word', 'Send e-post til sjefen.', 'Send post til sjefen.'],
  ];
  test.each(same)('%s', (_, written, plain) => {
    expect(lix(written)).toBeCloseTo(lix(plain));
  });

  test('each item of a list is a sentence', () => {
    const list = 'Dere må ha:\n\n- en plan for året\n- en liste over kjøp';
    expect(lix(list)).toBeCloseTo(lix('Dere må ha. En plan for året. En liste over kjøp.'));
  });

  test('brackets with ordinary words are read', () => {
    expect(lix('Vent ti dager (helst mer enn ti).')).toBeGreaterThan(lix('Vent ti dager.'));
  });
});

test('longer sentences and longer words are harder', () => {
  expect(lix('Vi kjøper en ny bil, og vi selger den gamle bilen.')).toBeGreaterThan(
    lix('Vi kjøper en ny bil. Vi selger den gamle bilen.'),
  );
  expect(lix('Kommunen gjennomfører anskaffelsen.')).toBeGreaterThan(lix('Vi tar det nå.'));
});
