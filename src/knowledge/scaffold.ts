import { slugOf } from './article.ts';

export const scaffoldKinds = ['article', 'solution', 'guide', 'survey'] as const;
export type ScaffoldKind = (typeof scaffoldKinds)[number];

/** The folder under knowledge/ and the ending of each kind. */
const places: Record<ScaffoldKind, { folder: string; ending: string }> = {
  article: { folder: 'articles', ending: '.md' },
  solution: { folder: 'solutions', ending: '.md' },
  guide: { folder: 'guides', ending: '.yaml' },
  survey: { folder: 'surveys', ending: '.yaml' },
};

/**
 * A new file that is right in all but what a person must write, which is marked FYLL UT and refused by the check until
 * it is written. `today` is a date; `taken` are the files there are. Gives what is wrong in Norwegian.
 */
export function scaffold(
  kind: ScaffoldKind,
  title: string,
  today: string,
  taken: Iterable<string>,
): { file: string; text: string } | { fault: string } {
  const id = slugOf(title);
  const { folder, ending } = places[kind];
  const least = kind === 'survey' ? 3 : 5;
  const most = kind === 'survey' ? 60 : 90;
  if (title.length < least || title.length > most || !id) {
    return { fault: `tittelen må ha ${least}–${most} tegn, og minst en bokstav eller et tall` };
  }
  if (kind === 'solution' && title.includes(':'))
    return { fault: 'tittelen på en løsning kan ikke ha kolon' };
  const same = [...taken].find((file) => file.replace(/^.*\//, '').replace(/\.\w+$/, '') === id);
  if (same) return { fault: `${same} finnes fra før: velg en annen tittel` };
  // JSON is YAML too, and right whatever the title holds.
  return {
    file: `${folder}/${id}${ending}`,
    text: templates[kind](id, JSON.stringify(title), today),
  };
}

const three = (indent: string, nb: string, nn: string, en: string): string =>
  [`nb: ${nb}`, `nn: ${nn}`, `en: ${en}`].map((line) => `${indent}${line}`).join('\n');

const sourceOf = (today: string): string => `sources:
  - title: FYLL UT navnet på kilden
    url: https://lovdata.no/ # FYLL UT adressen
    ref: FYLL UT paragrafen, eller ta bort linjen
    checked: ${today}`;

const summary = three(
  '  ',
  'FYLL UT svaret i én eller to setninger på bokmål.',
  'FYLL UT svaret i éi eller to setningar på nynorsk.',
  'FYLL UT the answer in one or two sentences in English.',
);

const article = (id: string, title: string, today: string): string => `---
id: ${id}
title: ${title}
topic: anskaffelser # FYLL UT: anskaffelser, personvern, samarbeid eller digitalisering
authority: guide # FYLL UT: law, guide eller experience
language: nb # FYLL UT: nb eller nn
summary:
${summary}
questions:
  - FYLL UT et spørsmål slik folk stiller det
  - FYLL UT et spørsmål til, på nynorsk
  - FYLL UT a question in English
tags: [fyll-ut]
related: []
${sourceOf(today)}
reviewed: ${today}
---

## FYLL UT hva delen svarer på

? FYLL UT et spørsmål delen svarer på, med hverdagsord

FYLL UT: Skriv svaret først, så vilkårene og så paragrafen. Delen skal ha fra 40 til 150 ord. Den må kunne leses alene, for
det er én del som vises i svaret. Skriv «dere» om kommunen, og bruk korte setninger. Bruk bare avsnitt, lister og uthevet
skrift. Lag en ny overskrift når du svarer på noe annet.
`;

const solution = (id: string, title: string, today: string): string => `---
id: ${id}
kind: experience # FYLL UT: solution, experience eller need
title: ${title}
topic: samarbeid # FYLL UT: anskaffelser, personvern, samarbeid eller digitalisering
language: nb # FYLL UT: nb eller nn
municipalities: [] # FYLL UT kommunenumrene i anførselstegn, som "3203"
owner: FYLL UT hvem som sto bak, eller ta bort linjen når kommunene er fylt ut
summary:
${summary}
questions:
  - FYLL UT hva kommunen gjorde
  - FYLL UT hvordan det gikk
  - FYLL UT hvem andre kan spørre
  - FYLL UT eit spørsmål på nynorsk
  - FYLL UT eit spørsmål til på nynorsk
  - FYLL UT a question in English
tags: [fyll-ut]
related: []
contact:
  role: fyll ut en rolle, ikke et navn
  office: fyll ut kontoret eller avdelingen
thin: FYLL UT hva kilden ikke sier, eller ta bort linjen.
${sourceOf(today)}
reviewed: ${today}
---

## Behovet

FYLL UT: Skriv hva kommunen trengte, hvem det gjaldt, og hvorfor det ikke holdt å gjøre som før.

## Hva de gjorde

FYLL UT: Skriv hva dere gjorde, i rekkefølge, hvem som var med, og hvilken fremgangsmåte dere brukte.

## Resultatet

FYLL UT: Skriv hva som kom ut av det, med tall bare når dere har en kilde til tallene.

## Ville gjort igjen

FYLL UT: Skriv hva dere vil gjøre på samme måte neste gang, og hvorfor det virket så godt.

## Ville gjort annerledes

FYLL UT: Skriv hva dere vil gjøre på en annen måte neste gang, og hva dere lærte av det.
`;

const outcome = (id: string): string => `  ${id}:
    outcome:
${three('      ', 'FYLL UT svaret i én setning.', 'FYLL UT svaret i éi setning.', 'FYLL UT the answer in one sentence.')}
    rationale:
${three(
  '      ',
  'FYLL UT hvorfor svaret er slik, med to til fire korte setninger.',
  'FYLL UT kvifor svaret er slik, med to til fire korte setningar.',
  'FYLL UT why the answer is so, in two to four short sentences.',
)}
    refs: [FYLL UT paragrafen]
    articles: [fyll-ut]`;

const choice = (nb: string, nn: string, en: string, next: string): string => `      - text:
${three('          ', nb, nn, en)}
        next: ${next}`;

const guide = (id: string, title: string, today: string): string => `id: ${id}
title:
${three('  ', title, 'FYLL UT tittelen på nynorsk', 'FYLL UT the title in English')}
intro:
${three(
  '  ',
  'FYLL UT hva veiviseren hjelper med, i én setning.',
  'FYLL UT kva vegvisaren hjelper med, i éi setning.',
  'FYLL UT what the guide helps with, in one sentence.',
)}
topic: anskaffelser # FYLL UT: anskaffelser, personvern, samarbeid eller digitalisering
${sourceOf(today)}
reviewed: ${today}
start: forste-sporsmal
nodes:
  forste-sporsmal:
    question:
${three('      ', 'FYLL UT det første spørsmålet?', 'FYLL UT det første spørsmålet?', 'FYLL UT the first question?')}
    choices:
${choice('FYLL UT ja-svaret', 'FYLL UT ja-svaret', 'FYLL UT the yes answer', 'ja')}
${choice('FYLL UT nei-svaret', 'FYLL UT nei-svaret', 'FYLL UT the no answer', 'nei')}
${outcome('ja')}
${outcome('nei')}
`;

const paragraph = (indent: string, nb: string, nn: string, en: string): string =>
  three(indent, `FYLL UT ${nb}.`, `FYLL UT ${nn}.`, `FYLL UT ${en}.`);

const statement = (number: number): string => `      - id: utsagn-${number} # FYLL UT et ord for utsagnet
        text:
${paragraph('          ', `utsagn ${number}`, `utsegn ${number}`, `statement ${number}`)}`;

const survey = (id: string, title: string, today: string): string => `id: ${id}
title:
${three('  ', title, 'FYLL UT tittelen på nynorsk', 'FYLL UT the title in English')}
purpose:
${paragraph('  ', 'hva svarene skal brukes til', 'kva svara skal brukast til', 'what the answers are for')}
origin:
${paragraph('  ', 'hvem som har laget utsagnene', 'kven som har laga utsegnene', 'who wrote the statements')}
minutes: 1 # omtrent 8 sekunder for hvert utsagn og 30 for hvert åpne spørsmål
scale:
  min: 1
  max: 5
  labels:
    - {nb: Helt uenig, nn: Heilt ueinig, en: Strongly disagree}
    - {nb: Litt uenig, nn: Litt ueinig, en: Somewhat disagree}
    - {nb: Både og, nn: Både og, en: Neither nor}
    - {nb: Litt enig, nn: Litt einig, en: Somewhat agree}
    - {nb: Helt enig, nn: Heilt einig, en: Strongly agree}
  dontKnow: true
audience:
${paragraph('  ', 'hvem som skal svare', 'kven som skal svare', 'who should answer')}
dimensions:
  - id: forste-omrade # FYLL UT et ord for området
    title:
${three('      ', 'FYLL UT området', 'FYLL UT området', 'FYLL UT the area')}
    description:
${paragraph('      ', 'hva området handler om', 'kva området handlar om', 'what the area is about')}
    statements:
${[1, 2, 3].map(statement).join('\n')}
    advice:
      low:
${paragraph('        ', 'hva dere bør gjøre først', 'kva de bør gjere først', 'what to do first')}
    articles: [fyll-ut]
    tags: [fyll-ut]
openQuestions:
  - id: fritekst
    text:
${three('      ', 'FYLL UT et åpent spørsmål', 'FYLL UT eit ope spørsmål', 'FYLL UT an open question')}
    required: false
${sourceOf(today)}
reviewed: ${today}
`;

const templates: Record<ScaffoldKind, (id: string, title: string, today: string) => string> = {
  article,
  solution,
  guide,
  survey,
};
