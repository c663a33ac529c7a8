import { joinedBy } from '../words.ts';
import { filterName, type Joining, onlyKind, phraseOf } from './phrase.ts';
import type { Kind, ListTexts } from './texts.ts';

const joining: Joining = {
  about: 'om',
  by: 'med',
  from: 'frå',
  inside: 'i',
  and: 'og',
  or: 'eller',
  years(from, to) {
    if (from === undefined) return `til og med ${to}`;
    if (to === undefined) return `sidan ${from}`;
    return from === to ? `i ${from}` : `frå ${from} til ${to}`;
  },
};
const ONE = {
  solution: 'Éi løysing',
  experience: 'Éi røynsle',
  need: 'Eitt meldt behov',
  any: 'Éi løysing eller røynsle',
};
const MANY = {
  solution: 'løysingar',
  experience: 'røynsler',
  need: 'melde behov',
  any: 'løysingar og røynsler',
};
const either = {
  solution: 'løysingar',
  experience: 'røynsler',
  need: 'melde behov',
  any: 'løysingar eller røynsler',
};

export const nn: ListTexts = {
  solutions(count, of) {
    const kind = onlyKind(of) ?? 'any';
    return `${count === 1 ? ONE[kind] : `${count} ${MANY[kind]}`}${phraseOf(of, joining)}`;
  },
  municipalities(count, others, of) {
    const what = `${either[onlyKind(of) ?? 'any']}${phraseOf(of, joining)}`;
    return `${who(count, others)} har ${what}`;
  },
  none(of) {
    const only = onlyKind(of);
    return only
      ? `Ingen ${either[only]} er delte${phraseOf(of, joining)} enno`
      : `Ingenting er delt${phraseOf(of, joining)} enno`;
  },
  all: 'Dette er alt som er lagt inn i kunnskapsbasen.',
  unsaid: {
    procedure: (n) =>
      n === 1
        ? 'Éin seier ikkje kva prosedyre, og er ikkje med.'
        : `${n} seier ikkje kva prosedyre, og er ikkje med.`,
    year: (n) =>
      n === 1 ? 'Éin seier ikkje kva år, og er ikkje med.' : `${n} seier ikkje kva år, og er ikkje med.`,
  },
  empty: (places) => `Frå ${joinedBy(places, 'og')} er ingenting lagt inn enno.`,
  near: 'Dette ligg nærmast',
  narrowed: 'Avgrensa til',
  filter: (said) => filterName(said, joining, kindNames),
  remove: (filter) => `Ta bort: ${filter}`,
  next: (left) => `Vis fleire (${left} att)`,
  previous: 'Vis dei førre',
  by: { solution: 'Vis som løysingar', municipality: 'Vis som kommunar' },
  andMore: (n) => `og ${n} til`,
  kind: { solution: 'Løysing', experience: 'Røynsle', need: 'Meldt behov' },
  csv: 'Last ned som CSV',
  csvName: 'Delte løysingar',
  gone: {
    title: 'Lista finst ikkje lenger',
    body: 'Kunnskapsbasen er endra sidan lenkja vart laga. Still spørsmålet i Samvit éin gong til, så får du ei ny lenkje.',
  },
  expired: {
    title: 'Lenkja er for gammal',
    body: 'Lenkja til lista verka i 14 dagar. Still spørsmålet i Samvit éin gong til, så får du ei ny.',
  },
  columns: [
    'Tittel',
    'Type',
    'Kommunar',
    'Fylke',
    'Nettverk og andre',
    'År',
    'Prosedyre',
    'Tema',
    'Stikkord',
    'System',
    'Samandrag',
    'Kjelder',
  ],
};

/** "4 kommuner og én annen": others are networks and the like. */
function who(count: number, others: number): string {
  const more = others === 1 ? 'éin annan' : `${others} andre`;
  if (count === 0) return `Ingen kommunar, men ${more}`;
  const municipalities = count === 1 ? 'Éin kommune' : `${count} kommunar`;
  return others === 0 ? municipalities : `${municipalities} og ${more}`;
}

const kindNames = (kinds: Kind[]): string =>
  joinedBy(
    kinds.map((kind) => MANY[kind]),
    'og',
  );
