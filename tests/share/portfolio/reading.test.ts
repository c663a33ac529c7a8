import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createNamed, type ReadName } from '../../../src/ask/lists/named.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { openMunicipalities } from '../../../src/knowledge/municipalities.ts';
import { readAsked } from '../../../src/share/portfolio/reading.ts';

let named: ReadName;
beforeAll(async () => {
  const knowledge = await loadKnowledge('knowledge');
  const norway = openMunicipalities(knowledge.municipalities);
  named = createNamed(
    () => knowledge,
    () => norway,
  );
});

/** What is asked about, when it surely is this. */
function meant(text: string) {
  const asked = readAsked(text);
  return asked?.kind === 'who' ? named(asked.about) : asked?.kind;
}

describe('who uses a thing', () => {
  test.each([
    'Hvem bruker SmartVakt?',
    'hvem andre bruker smartvakt',
    'Hei! Hvilke kommuner bruker SmartVakt i dag?',
    'hvor mange kommuner bruker SmartVakt',
    'Vet du hvem som bruker SmartVakt?',
    'hvem har tatt i bruk «SmartVakt»?',
    'Hvem bruker systemet SmartVakt?',
    'hvem bruker SmartVagt',
    'Kven brukar SmartVakt?',
    'kva kommunar bruker SmartVakt',
    'Kor mange kommunar har teke i bruk SmartVakt?',
    'Who uses SmartVakt?',
    'Which municipalities are using SmartVakt today?',
    'how many municipalities use SmartVakt',
  ])('%s', (text) => {
    expect(meant(text)).toEqual({ system: 'smartvakt' });
  });

  test.each([
    ['Hvem bruker Copilot?', { system: 'microsoft-365-copilot' }],
    ['who uses the Fiks platform', { system: 'fiks-plattformen' }],
    ['Hvem bruker dgi-smartvakt?', { solution: 'dgi-smartvakt' }],
    [
      'hvem bruker SmartVakt sender trygghetsalarmen rett til nærmeste ledige ansatte?',
      { solution: 'dgi-smartvakt' },
    ],
  ])('%s', (text, expected) => {
    expect(meant(text)).toEqual(expected);
  });
});

describe('what most need', () => {
  test.each([
    'Hva trenger flest?',
    'hva trenger flest kommuner',
    'Hva er det de fleste kommunene trenger?',
    'vanligste behov',
    'Hva er de vanligste behovene?',
    'Hvilke behov er vanligst?',
    'Kva treng flest?',
    'kva treng dei fleste kommunane',
    'Vanlegaste behov',
    'What do most municipalities need?',
    'what do municipalities need most',
    'most common needs',
    'What are the most common needs?',
  ])('%s', (text) => {
    expect(meant(text)).toBe('needs');
  });
});

describe('what is for others to answer', () => {
  test.each([
    'hvilke kommuner har brukt konkurransepreget dialog?',
    'Hvem bruker rammeavtaler?',
    'Hvem bruker mest tid på innkjøp?',
    'hvem bruker SmartVakt i Agder',
    'Hvem bruker?',
    'Kan vi bruke SmartVakt?',
    'Hva trenger vi for å kunngjøre?',
    'Hvilke behov har innbyggerne?',
    'what do we need',
    'x'.repeat(5_000),
    'Hvem bruker '.repeat(200),
  ])('%s', (text) => {
    expect(meant(text)).toBeUndefined();
  });

  test('is every golden question', () => {
    for (const file of ['questions', 'tuning'])
      for (const line of readFileSync(`tests/golden/${file}.jsonl`, 'utf8').trim().split('\n')) {
        const { question } = z.object({ question: z.string() }).parse(JSON.parse(line));
        expect(meant(question), question).toBeUndefined();
      }
  });

  test('is every list question but who uses a system', () => {
    const taken = readFileSync('tests/ask/lists.jsonl', 'utf8')
      .trim()
      .split('\n')
      .map((line) => z.object({ question: z.string() }).parse(JSON.parse(line)).question)
      .filter((question) => meant(question) !== undefined);
    expect(taken).toEqual(['hvem bruker SmartVakt?', 'Who uses Helseplattformen?']);
  });
});
