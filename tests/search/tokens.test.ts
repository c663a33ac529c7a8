import { describe, expect, test } from 'vitest';
import { stem } from '../../src/search/stem.ts';
import { fold, tokenise } from '../../src/search/tokens.ts';

describe('written forms that mean the same become the same tokens', () => {
  test.each([
    [['§ 13-2', '§13-2', 'paragraf 13-2'], ['§13-2']],
    [['§ 5b', '§5 b', '§ 5 b', 'LOA § 5b'.slice(4)], ['§5b']],
    [['art. 28', 'art.28', 'artikkel 28', 'Article 28'], ['art28']],
    [['1,3 mill.', '1.3 millioner', '1,3 millionar', '1 300 000', '1.300.000', '1300000'], ['1300000']],
    [['500k', '500 tusen', '500 000'], ['500000']],
    [['e-post', 'epost', 'E-post', 'e\u2011post'], ['epost']],
    [['GDPR', 'G.D.P.R.', 'gdpr'], ['gdpr']],
    [['del II', 'del 2', 'Part II'], ['del2']],
    [['post/telefon'], ['post', 'telefon']],
    [['personnr', 'personnummer'], ['personnummer']],
    [['an\u00adskaffelse', 'anskaffelse'], ['anskaffelse']],
  ])('%j', (forms, tokens) => {
    for (const form of forms) expect(tokenise(form), form).toEqual(tokens);
  });

  test('a paragraph, an article and a number are three things', () => {
    expect(new Set(['§ 28', 'art. 28', '28'].flatMap(tokenise)).size).toBe(3);
  });
});

test.each([
  ['anskaffelse', 'anskaffing'],
  ['anskaffelser', 'anskaffingar'],
  ['anbud', 'anbod'],
  ['personvernombud', 'personvernombod'],
  ['kunngjøring', 'kunngjering'],
  ['databehandler', 'databehandlar'],
  ['offentlig', 'offentleg'],
  ['hjemmel', 'heimel'],
  ['virksomhet', 'verksemd'],
  ['sikkerhet', 'tryggleik'],
])('bokmål %s and nynorsk %s share a stem', (nb, nn) => {
  expect(stem(nn)).toBe(stem(nb));
});

test.each([
  ['må', 'maa', 'ma'],
  ['gjøre', 'gjoere', 'gjore'],
  ['særlig', 'saerlig', 'sarlig'],
])('%s folds like %s and %s', (...forms) => {
  expect(new Set(forms.map(fold)).size).toBe(1);
});
