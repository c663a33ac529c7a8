import { describe, expect, test } from 'vitest';
import { stem } from '../../src/search/stem.ts';
import { fold, tokenise } from '../../src/search/tokens.ts';

describe('written forms that mean the same become the same tokens', () => {
  test.each([
    [['§ 13-2', '§13-2', 'paragraf 13-2', '§§ 13-2', '§ 13\u20112', '§ 13–2'], ['§13-2']],
    [
      ['FOA § 13-2', 'foa §13-2', 'FOA paragraf 13-2'],
      ['foa', '§13-2'],
    ],
    [
      ['§ 5 i loven', '§5 i loven'],
      ['§5', 'i', 'loven'],
    ],
    [['§ 5b', '§5 b', '§ 5 b', 'LOA § 5b'.slice(4)], ['§5b']],
    [['art. 28', 'art.28', 'artikkel 28', 'Article 28'], ['art28']],
    [['1,3 mill.', '1.3 millioner', '1,3 millionar', '1 300 000', '1.300.000', '1300000'], ['1300000']],
    [
      ['2,5 millioner', '2.5 mill', '2,5 mill.', '2 500 000', '2.500.000', '2,5 MNOK', '2\u00a0500\u00a0000'],
      ['2500000'],
    ],
    [['1 milliard', '1 mrd', '1 mrd.', '1000 millioner'], ['1000000000']],
    [
      [
        'en halv million',
        'halv million',
        'half a million',
        'fem hundre tusen',
        '500 tusen',
        'ein halv million',
      ],
      ['500000'],
    ],
    [['to millioner', 'two million', '2 millionar'], ['2000000']],
    [['tre og en halv million', '3 og en halv mill', 'three and a half million', '3,5 mill'], ['3500000']],
    [['halvannen million', '1,5 mill.'], ['1500000']],
    [['to kommuner'], ['to', 'kommuner']],
    [['i 2024 500 kommuner'], ['i', '2024', '500', 'kommuner']],
    [
      ['art. 28 nr. 3', 'art.28 nr.3', 'artikkel 28 nummer 3', 'Article 28 nr 3'],
      ['art28', 'nr', '3'],
    ],
    [
      ['30 %', '30%', '30 prosent'],
      ['30', 'prosent'],
    ],
    [
      ['kap. 5', 'kap 5', 'kapittel 5'],
      ['kapittel', '5'],
    ],
    [['500k', '500 tusen', '500 000'], ['500000']],
    [['e-post', 'epost', 'E-post', 'e\u2011post'], ['epost']],
    [['GDPR', 'G.D.P.R.', 'G.D.P.R', 'gdpr'], ['gdpr']],
    [['p.g.a.', 'p.g.a', 'pga.', 'pga'], ['pga']],
    [['i.h.t.', 'i.h.t', 'iht.', 'iht'], ['iht']],
    [['m.m.', 'm.m', 'mm'], ['mm']],
    [
      ['f.eks.', 'f.eks', 'f eks'],
      ['f', 'eks'],
    ],
    [
      ['bl.a.', 'bl.a', 'bl a'],
      ['bl', 'a'],
    ],
    [['Napoléon', 'Napoleon', 'NAPOLE\u0301ON'], ['napoleon']],
    [['IKT-anskaffelse', 'iktanskaffelse'], ['iktanskaffelse']],
    [
      ['og/eller', 'og eller'],
      ['og', 'eller'],
    ],
    [['del II', 'del 2', 'Part II'], ['del2']],
    [['post/telefon'], ['post', 'telefon']],
    [['personnr', 'personnr.', 'person-nr', 'personnummer'], ['personnummer']],
    [['org.nr', 'org.nr.', 'orgnr'], ['orgnummer']],
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
