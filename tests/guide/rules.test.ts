import { expect, test } from 'vitest';
import { asksTheSame, guidesByArticle, isStale, tellingWords } from '../../src/guide/rules.ts';
import { parseGuide } from '../../src/knowledge/guide.ts';

const PROCEDURE = 'Hvilken anskaffelsesprosedyre skal vi bruke?';

test.each([
  ['Hvilken anskaffelsesprosedyre skal vi bruke?', PROCEDURE],
  ['hvilken prosedyre skal vi bruke', PROCEDURE],
  ['Hvilken prosedyre må vi bruke for kjøp av datautstyr?', PROCEDURE],
  ['Kva prosedyre skal vi bruke?', 'Kva anskaffingsprosedyre skal vi bruke?'],
  ['Må vi melde avvik til Datatilsynet?', 'Er dette et personvernavvik vi må melde?'],
  ['Kan vi bli med på avtalen til en annen kommune?', 'Kan vi bli med på en annen kommunes avtale?'],
  ['Do we need a DPIA for this?', 'Do we need a DPIA?'],
])('“%s” asks what “%s” asks', (question, title) => {
  expect(asksTheSame(tellingWords(question), tellingWords(title))).toBe(true);
});

test.each([
  ['', PROCEDURE],
  ['???', PROCEDURE],
  ['Hva er karens?', PROCEDURE],
  ['Hvordan bruke rammeavtalen?', PROCEDURE],
  ['Hva er en DPIA?', 'Trenger vi en DPIA?'],
  ['Hvem skal lese og godkjenne DPIA-en når vi trenger nytt system på skolen?', 'Trenger vi en DPIA?'],
  ['Kan vi endre budsjettet?', 'Kan vi endre kontrakten uten ny konkurranse?'],
])('“%s” does not ask what “%s” asks', (question, title) => {
  expect(asksTheSame(tellingWords(question), tellingWords(title))).toBe(false);
});

test.each(['constructor', '__proto__ toString', 'a'.repeat(10_000)])(
  'a question of odd words is no trouble: %.20s',
  (question) => {
    expect(asksTheSame(tellingWords(question), tellingWords(PROCEDURE))).toBe(false);
  },
);

test('an article goes with the guide that has most outcomes about it, then with the larger guide', () => {
  const small = guideOf('liten', [['a', 'b'], ['a']]);
  const large = guideOf('stor', [['b', 'c'], ['c', 'b', 'a'], ['c']]);
  for (const guides of [
    [small, large],
    [large, small],
  ]) {
    const chosen = guidesByArticle(guides);
    expect([...chosen].map(([article, { id }]) => [article, id]).sort()).toEqual([
      ['a', 'liten'],
      ['b', 'stor'],
      ['c', 'stor'],
    ]);
  }
  // About it in neither, and read besides in both: the larger.
  const besides = [guideOf('liten', [['x', 'd']]), guideOf('stor', [['y', 'd'], ['z'], ['y']])];
  expect(guidesByArticle(besides).get('d')?.id).toBe('stor');
});

test.each([
  ['2025-11-21', false],
  ['2025-11-20', true],
  ['2026-11-21', false],
  ['2024-02-29', true],
])('reviewed %s, on 21 November 2026, is stale: %s', (reviewed, stale) => {
  expect(isStale(reviewed, '2026-11-21')).toBe(stale);
});

/** A guide of one question, and an outcome for each list of articles. */
function guideOf(id: string, outcomes: string[][]) {
  const texts = (text: string) => `{ nb: "${text}", nn: "${text}", en: "${text}" }`;
  // A choice between two is the least there is.
  const nodes = outcomes.length > 1 ? outcomes : [...outcomes, ['annet']];
  const { guide, faults } = parseGuide(
    `knowledge/guides/${id}.yaml`,
    `id: ${id}
title: ${texts('Hva er spørsmålet')}
intro: ${texts('En innledning som er lang nok')}
topic: anskaffelser
sources: [{ title: Loven, url: 'https://lovdata.no/x', checked: 2026-11-21 }]
reviewed: 2026-11-21
start: forste
nodes:
  forste:
    question: ${texts('Hva er det')}
    choices: [${nodes.map((_, i) => `{ text: ${texts(`Valg${i}`)}, next: svar-${i} }`).join(', ')}]
${nodes
  .map(
    (articles, i) => `  svar-${i}:
    outcome: ${texts('Dette er svaret')}
    rationale: ${texts('Dette er grunnen til svaret, og den er lang nok til å stå her')}
    refs: [LOA § 2]
    articles: [${articles.join(', ')}]`,
  )
  .join('\n')}
`,
    new Map(),
  );
  expect(faults).toEqual([]);
  return guide!;
}
