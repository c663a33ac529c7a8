import { beforeAll, expect, test } from 'vitest';
import { type ListReader, readList } from '../../../src/ask/lists/read.ts';
import { openLists } from './opened.ts';

const TODAY = '2026-11-30';
let reader: ListReader;
beforeAll(async () => {
  ({ reader } = await openLists());
});

/** "municipality: procedure konkurransepreget-dialog, place 42, year 2018–" */
function read(question: string): string | undefined {
  const list = readList(question, TODAY, reader);
  if (!list) return undefined;
  const where = list.where
    // What is neither wish nor need is asked for by so many words that it is said nothing of here.
    .filter((c) => c.field !== 'kind' || c.any.join() !== 'solution,experience')
    .map((c) =>
      c.field === 'year' ? `year ${c.from ?? ''}–${c.to ?? ''}` : `${c.field} ${c.any.join(' ')}`,
    );
  return `${list.by}: ${where.join(', ')}`;
}

test.each([
  // What a place has done, in bokmål
  ['Hva har Lillestrøm gjort?', 'solution: place 3205'],
  ['hvilke løsninger har Skedsmo delt', 'solution: place 3205'],
  ['har Agder brukt konkurransepreget dialog?', 'solution: procedure konkurransepreget-dialog, place 42'],
  ['erfaringer fra Trondheim', 'solution: place 5001'],
  ['Hva har 1903 gjort?', 'solution: place 5503'],
  ['Hva har Våler i Østfold delt?', 'solution: place 3114'],
  ['hva har bærum og asker gjort sammen', 'solution: place 3201 3203'],
  ['Hva gjorde Nore og Uvdal med avvik?', 'solution: subject avvik, place 3338'],
  ['Hva gjorde kommunene i Møre og Romsdal?', 'solution: place 15'],
  ['Hva er delt fra Akershus?', 'solution: place 32'],
  ['Hvilke erfaringer har Bergen?', 'solution: place 4601'],
  ['Hei, kan du fortelle meg hva Lillestrøm har gjort?', 'solution: place 3205'],
  ['Vet du om Asker har brukt minikonkurranse?', 'solution: procedure minikonkurranse, place 3203'],
  ['Finnes det erfaringer fra Viken?', 'solution: place 31 32 33'],
  ['Trondheims erfaringer', 'solution: place 5001'],
  ['Alt om Lillestrøm', 'solution: place 3205'],
  ['Os kommune', 'solution: place 3430 4624'],
  ['hva har Trondhiem delt om inkjøp', 'solution: subject anskaffelser, place 5001'],
  // nynorsk
  ['Kva har Voss gjort med DPIA?', 'solution: subject dpia, place 4621'],
  ['Kva for løysingar har Møre og Romsdal delt?', 'solution: place 15'],
  ['Røynsler frå Voss herad', 'solution: place 4621'],
  ['Korleis gjorde Kinn det?', 'solution: place 4602'],
  // English
  ['what has Asker shared', 'solution: place 3203'],
  ['What did Asker do?', 'solution: place 3203'],
  ['What experience does Trondheim have?', 'solution: place 5001'],
  ['Show me solutions from Oslo', 'solution: place 0301'],
  ["Asker's experience with procurement", 'solution: subject anskaffelser, place 3203'],
  ['Lessons learned from Agder', 'solution: place 42'],
  // Who
  [
    'Hvem i Agder har brukt konkurransepreget dialog?',
    'municipality: procedure konkurransepreget-dialog, place 42',
  ],
  ['Har nokon i Vestland prøvd dette?', 'municipality: place 46'],
  ['Er det noen kommuner som har brukt KPD?', 'municipality: procedure konkurransepreget-dialog'],
  ['Gi meg en liste over kommuner som har erfaring med markedsdialog', 'municipality: subject markedsdialog'],
  [
    'List municipalities that have used competitive dialogue',
    'municipality: procedure konkurransepreget-dialog',
  ],
  [
    'Hvilke kommuner i Viken har brukt felles anskaffelse etter 2015',
    'municipality: subject fellesanskaffelse, place 31 32 33, year 2016–',
  ],
  ['Hvor mange har fått gebyr siden 2019?', 'municipality: subject gebyr, year 2019–'],
  ['Hvilke kommuner har meldt behov om personvern?', 'municipality: kind need, subject personvern'],
  // What
  ['DPIA-erfaringer', 'solution: subject dpia'],
  ['mini konkurranse erfaringer fra Agder', 'solution: procedure minikonkurranse, place 42'],
  ['løsninger for skole og barnehage', 'solution: subject oppvekst skole'],
  ['erfaringer med DPIA i skolen', 'solution: subject dpia, subject skole'],
  ['løsninger om DPIA og gebyr', 'solution: subject dpia gebyr'],
  ['hvilke erfaringer finnes med rammeavtaler', 'solution: procedure rammeavtale'],
  ['alle løsninger om rammeavtaler', 'solution: subject rammeavtale'],
  ['kven har erfaring med Fiks', 'municipality: system fiks-plattformen'],
  ['alle løsninger om Fiks', 'solution: subject fiks'],
  [
    'hvilke digi-nettverk har delt erfaringer om finansiering',
    'solution: subject finansiering, network digi-nettverk',
  ],
  ['hva har Digi Agder delt', 'solution: network digiagder'],
  ['bare løsninger om skole', 'solution: kind solution, subject skole'],
  ['Hva ble delt i 2024?', 'solution: year 2024–2024'],
  ['Hvilke erfaringer finnes med prestasjonsinnkjøp?', 'solution: subject bvp'],
])('%s', (question, expected) => {
  expect(read(question)).toBe(expected);
});

test.each([
  'Hva har Bergen gjort galt?',
  'Has Bergen used two-factor login?',
  'Hvorfor fikk Bergen gebyr?',
  'Hva har Datatilsynet gjort mot Bergen?',
  'Kan vi kopiere det Asker har gjort?',
  'Kan Asker bli med på avtalen til Lillestrøm?',
  'Har leverandøren i Oslo brukt underleverandør?',
  'Hvor mange innbyggere har Oslo?',
  'Hva har vi gjort?',
  'Har dere erfaringer med Visma?',
  'hvem bruker Visma',
  'Har vi brukt for lang tid?',
  'Hva har Asker brukt konkurransepreget dialog til?',
  'Hvem kan bruke konkurransepreget dialog?',
  'Hva har de 17 kommunene i Møre og Romsdal gjort?',
  'Finnes det løsninger om ROS?',
  'Regelen kom i 2020',
  '2020',
  'tid',
  'løsning',
  'erfaringer',
  '',
])('“%s” asks for something else', (question) => {
  expect(read(question)).toBeUndefined();
});

test('a pasted text is read in no time', () => {
  for (const text of [
    'har Asker og '.repeat(12),
    'erfaringer '.repeat(14),
    'alle '.repeat(30),
    'Møre og '.repeat(19),
  ]) {
    const start = performance.now();
    for (let i = 0; i < 20; i++) readList(text, TODAY, reader);
    expect(performance.now() - start).toBeLessThan(3_000);
  }
});
