import { expect, test } from 'vitest';
import { detectLanguage, languageOfLocale } from '../../src/ask/language.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { langs } from '../../src/knowledge/model.ts';

test.each([
  ['Når må vi gjøre en DPIA?', 'nb'],
  ['Hva er terskelverdien?', 'nb'],
  ['Kan vi bruke databehandleravtalen til leverandøren, eller må vi lage en egen?', 'nb'],
  ['Kva er terskelverdien?', 'nn'],
  ['Kor lang er fristen i ein open anbodskonkurranse?', 'nn'],
  ['Treng me personvernombod?', 'nn'],
  ['When do we need a DPIA?', 'en'],
  ['standstill period above the threshold', 'en'],
  ['DPIA?', undefined],
  ['', undefined],
  ['12345', undefined],
])('%s → %s', (text, lang) => {
  expect(detectLanguage(text)).toBe(lang);
});

test('the summaries of every article are recognised in all three languages', async () => {
  const { articles } = await loadKnowledge('knowledge');
  const wrong = articles.flatMap((a) =>
    langs.filter((lang) => detectLanguage(a.summary[lang]) !== lang).map((lang) => `${a.id} ${lang}`),
  );
  expect(wrong).toEqual([]);
});

test.each([
  ['nb-NO', 'nb'],
  ['no', 'nb'],
  ['nn-NO', 'nn'],
  ['en-US', 'en'],
  ['de-DE', 'en'],
  ['sv-SE', 'nb'],
  ['', undefined],
  [undefined, undefined],
])('locale %s → %s', (locale, lang) => {
  expect(languageOfLocale(locale)).toBe(lang);
});

test('what is written alike in bokmål and nynorsk follows the person’s setting', () => {
  expect(detectLanguage('Kan vi bruke Copilot?')).toBe('nb');
  expect(detectLanguage('Kan vi bruke Copilot?', 'nn')).toBe('nn');
  expect(detectLanguage('Kan vi bruke Copilot?', 'en')).toBe('nb');
  expect(detectLanguage('Hva er dette?', 'nn')).toBe('nb');
  expect(detectLanguage('What is a DPIA?', 'nn')).toBe('en');
});
