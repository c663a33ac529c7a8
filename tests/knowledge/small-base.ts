import type { Files } from '../../src/knowledge/model.ts';
import { procedures } from '../../src/knowledge/solution.ts';

/** Forty-five short words: enough for a section, and easy to read. */
export const WORDS = Array.from({ length: 9 }, () => 'Dette er en kort setning.').join(' ');

export const ARTICLE = `---
id: karens
title: Karens før kontrakt
topic: anskaffelser
authority: law
language: nb
summary:
  nb: Over terskelen må dere vente minst {{figure:karens}}.
  nn: Over terskelen må de vente minst {{figure:karens}}.
  en: Above the threshold you must wait at least {{figure:karens}}.
questions: [Hvor lenge må vi vente?, Er grensen 100 000 kroner?, How long must we wait?]
tags: [frister]
related: [terskel]
sources:
  - title: Anskaffelsesforskriften
    url: https://lovdata.no/dokument/SF/forskrift/2016-08-12-974
    ref: FOA § 25-2
    checked: 2026-11-20
reviewed: 2026-11-21
---

## Minst {{figure:karens}}

? Er grensen for loven fortsatt 100 000 kroner?

${WORDS}
`;

const TERSKEL = ARTICLE.replace('id: karens', 'id: terskel')
  .replace('related: [terskel]', 'related: [karens]')
  .replace('checked: 2026-11-20', 'checked: 2026-10-01');

export const SOLUTION = `---
id: felles-kjop
kind: experience
title: Felles kjøp av systemer
topic: samarbeid
language: nb
municipalities: ["3203"]
summary:
  nb: Kommunene kjøpte systemet sammen og delte arbeidet.
  nn: Kommunane kjøpte systemet saman og delte arbeidet.
  en: The municipalities bought the system together.
questions: [Hvem kjøpte sammen?, Hvordan gikk det?, Hva ble delt?, Kven kjøpte saman?, Korleis gjekk det?, Who bought together?]
tags: [samarbeid]
related: [karens]
contact: {role: innkjøpssjef, office: innkjøpskontoret}
sources:
  - {title: Omtale av kjøpet, url: "https://example.no/kjop", checked: 2026-11-20}
reviewed: 2026-11-21
---

## Behovet

${WORDS}

## Hva de gjorde

${WORDS}

## Resultatet

${WORDS}

## Ville gjort igjen

${WORDS}

## Ville gjort annerledes

${WORDS}
`;

export const FIGURES = `karens:
  what: Minste ventetid før kontrakten
  value: 10
  unit: dager
  ref: FOA § 25-2
innslagspunkt:
  what: Verdien loven gjelder fra
  value: 500000
  unit: kr
  ref: LOA § 2
  validFrom: 2026-07-01
  near: [lov, grense, threshold]
  was:
    - {value: 100000, until: 2026-06-30}
    - {value: 300000, note: forslag som ikke ble vedtatt}
`;

export const FACETS = `procedures:
${procedures.map((procedure) => `  ${procedure}: {names: {nb: ${procedure}, nn: ${procedure}, en: ${procedure}}}`).join('\n')}
networkKinds:
  digi-nettverk: {names: {nb: Digi-nettverk, nn: Digi-nettverk, en: Digi networks}}
networks: {}
systems: {}
subjects:
  samarbeid: [fellesskap]
proper: []
`;

/** A whole base with two articles and a solution, as files. Give a file to have it otherwise, or undefined to take it away. */
export function smallBase(otherwise: Record<string, string | undefined> = {}): Files {
  const files: Record<string, string | undefined> = {
    'knowledge/articles/karens.md': ARTICLE,
    'knowledge/articles/terskel.md': TERSKEL,
    'knowledge/everyday.yaml': '- [kjøpe, handle]\n',
    'knowledge/facets.yaml': FACETS,
    'knowledge/outside.yaml': '- subject: vær\n  questions: [Blir det regn i morgen?]\n',
    'knowledge/figures.yaml': FIGURES,
    'knowledge/glossary.yaml':
      'entries:\n  - {term: karens, variants: [ventetid]}\nambiguous:\n  - {words: [frist], articles: [karens, terskel]}\n',
    'knowledge/municipalities.json': JSON.stringify({
      source: 'Laget for hånd til en prøve av sjekken',
      counties: [{ number: '32', name: 'Akershus' }],
      municipalities: [{ number: '3203', name: 'Asker', county: { number: '32', name: 'Akershus' } }],
    }),
    'knowledge/solutions/felles-kjop.md': SOLUTION,
    'knowledge/tags.yaml':
      'frister: {nb: Frister, nn: Fristar, en: Time limits}\nsamarbeid: {nb: Samarbeid, nn: Samarbeid, en: Cooperation}\n',
    ...otherwise,
  };
  return new Map(Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
