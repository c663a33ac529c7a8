import type { Solution } from '../../../src/knowledge/solution.ts';

/** A shared solution that is right in all but what a test is about. */
export const made = (id: string, change: Partial<Solution> = {}): Solution => ({
  id,
  kind: 'solution',
  title: `Løsningen som heter ${id}`,
  topic: 'digitalisering',
  language: 'nb',
  summary: {
    nb: 'Kommunen tok den i bruk.',
    nn: 'Kommunen tok ho i bruk.',
    en: 'The municipality put it to use.',
  },
  questions: ['Hvem?', 'Hva?', 'Når?', 'Kven?', 'Kva?', 'Who?'],
  tags: ['samarbeid'],
  related: [],
  sources: [{ title: 'En omtale', url: 'https://example.no/omtale', checked: '2026-11-20' }],
  reviewed: '2026-11-21',
  municipalities: [],
  networks: [],
  documents: [],
  systems: [],
  contact: { role: 'den som leder arbeidet', office: 'kommunen' },
  told: [{ part: 'problem', questions: [], text: 'De trengte noe som virket for alle i kommunen.' }],
  ...change,
});
