import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wantsSolutions } from '../../src/ask/wants-solutions.ts';
import { municipalitiesSchema, openMunicipalities } from '../../src/knowledge/municipalities.ts';

const norway = openMunicipalities(
  municipalitiesSchema.parse(JSON.parse(readFileSync('knowledge/municipalities.json', 'utf8'))),
);

test.each([
  // bokmål
  ['Hva har Lillestrøm gjort?', ['3205']],
  ['hvilke løsninger har Skedsmo delt', ['3205']],
  ['har Agder brukt konkurransepreget dialog?', ['42']],
  ['erfaringer fra Trondheim', ['5001']],
  ['Hva har 1903 gjort?', ['5503']],
  ['Hva har Våler i Østfold delt?', ['3114']],
  ['hva har bærum og asker gjort sammen', ['3201', '3203']],
  ['Har noen kommuner i Trøndelag brukt innovasjonspartnerskap?', ['50']],
  ['Hvem i Agder har brukt konkurransepreget dialog?', ['42']],
  ['Hva gjorde Nore og Uvdal med avvik?', ['3338']],
  ['Hva gjorde kommunene i Møre og Romsdal?', ['15']],
  ['Hva er delt fra Akershus?', ['32']],
  ['Hvilke erfaringer har Bergen?', ['4601']],
  ['Har Asker erfaring med konkurransepreget dialog?', ['3203']],
  ['Hei, kan du fortelle meg hva Lillestrøm har gjort?', ['3205']],
  ['Vet du om Asker har brukt minikonkurranse?', ['3203']],
  ['Finnes det erfaringer fra Viken?', ['31', '32', '33']],
  ['Trondheims erfaringer', ['5001']],
  ['Alt om Lillestrøm', ['3205']],
  ['Os kommune', ['3430', '4624']],
  // nynorsk
  ['Kva har Voss gjort med DPIA?', ['4621']],
  ['Kva for løysingar har Møre og Romsdal delt?', ['15']],
  ['Røynsler frå Voss herad', ['4621']],
  ['Har nokon i Vestland prøvd dette?', ['46']],
  ['Korleis gjorde Kinn det?', ['4602']],
  // English
  ['what has Asker shared', ['3203']],
  ['Has Bergen used two-factor login?', ['4601']],
  ['What did Asker do?', ['3203']],
  ['What experience does Trondheim have?', ['5001']],
  ['Show me solutions from Oslo', ['0301']],
  ["Asker's experience with procurement", ['3203']],
  ['Lessons learned from Agder', ['42']],
])('%s', (question, places) => {
  expect(wantsSolutions(question, norway)?.where).toEqual({ places });
});

test.each([
  'Hva har Bergen gjort galt?',
  'Hvorfor fikk Bergen gebyr?',
  'Hva har Datatilsynet gjort mot Bergen?',
  'Kan vi kopiere det Asker har gjort?',
  'Kan Asker bli med på avtalen til Lillestrøm?',
  'Har leverandøren i Oslo brukt underleverandør?',
  'Hvor mange innbyggere har Oslo?',
  'Er Oslo med i Fiks?',
  'Hva har vi gjort?',
  'Har dere erfaringer med Visma?',
  'Hva gjør vi med avvik?',
  'Har vi brukt for lang tid?',
  'Regelen kom i 2020',
  '2020',
  'tid',
  '',
])('%s asks for something else', (question) => {
  expect(wantsSolutions(question, norway)).toBeUndefined();
});

test('a pasted text is read in no time', () => {
  for (const text of ['har Asker og '.repeat(12), 'erfaringer '.repeat(14), 'alle '.repeat(30)]) {
    const start = performance.now();
    for (let i = 0; i < 20; i++) wantsSolutions(text, norway);
    expect(performance.now() - start).toBeLessThan(500);
  }
});
