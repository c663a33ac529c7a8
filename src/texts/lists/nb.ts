import { joinedBy } from '../words.ts';
import { filterName, type Joining, onlyKind, phraseOf } from './phrase.ts';
import type { Kind, ListTexts } from './texts.ts';

const joining: Joining = {
  about: 'om',
  by: 'med',
  from: 'fra',
  inside: 'i',
  and: 'og',
  or: 'eller',
  years(from, to) {
    if (from === undefined) return `til og med ${to}`;
    if (to === undefined) return `siden ${from}`;
    return from === to ? `i ${from}` : `fra ${from} til ${to}`;
  },
};
const ONE = {
  solution: 'Én løsning',
  experience: 'Én erfaring',
  need: 'Ett meldt behov',
  any: 'Én løsning eller erfaring',
};
const MANY = {
  solution: 'løsninger',
  experience: 'erfaringer',
  need: 'meldte behov',
  any: 'løsninger og erfaringer',
};
const either = {
  solution: 'løsninger',
  experience: 'erfaringer',
  need: 'meldte behov',
  any: 'løsninger eller erfaringer',
};

export const nb: ListTexts = {
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
      ? `Ingen ${either[only]} er delt${phraseOf(of, joining)} ennå`
      : `Ingenting er delt${phraseOf(of, joining)} ennå`;
  },
  all: 'Dette er alt som er lagt inn i kunnskapsbasen.',
  unsaid: {
    procedure: (n) =>
      n === 1
        ? 'Én sier ikke hvilken prosedyre, og er ikke med.'
        : `${n} sier ikke hvilken prosedyre, og er ikke med.`,
    year: (n) =>
      n === 1 ? 'Én sier ikke hvilket år, og er ikke med.' : `${n} sier ikke hvilket år, og er ikke med.`,
  },
  empty: (places) => `Fra ${joinedBy(places, 'og')} er ingenting lagt inn ennå.`,
  near: 'Dette ligger nærmest',
  narrowed: 'Avgrenset til',
  filter: (said) => filterName(said, joining, kindNames),
  remove: (filter) => `Ta bort: ${filter}`,
  next: (left) => `Vis flere (${left} igjen)`,
  previous: 'Vis de forrige',
  by: { solution: 'Vis som løsninger', municipality: 'Vis som kommuner' },
  andMore: (n) => `og ${n} til`,
  kind: { solution: 'Løsning', experience: 'Erfaring', need: 'Meldt behov' },
  csv: 'Last ned som CSV',
  csvName: 'Delte løsninger',
  gone: {
    title: 'Lista finnes ikke lenger',
    body: 'Kunnskapsbasen er endret siden lenken ble laget. Still spørsmålet i Samvit en gang til, så får du en ny lenke.',
  },
  expired: {
    title: 'Lenken er for gammel',
    body: 'Lenken til lista virket i 14 dager. Still spørsmålet i Samvit en gang til, så får du en ny.',
  },
  columns: [
    'Tittel',
    'Type',
    'Kommuner',
    'Fylker',
    'Nettverk og andre',
    'År',
    'Prosedyre',
    'Tema',
    'Stikkord',
    'Systemer',
    'Sammendrag',
    'Kilder',
  ],
};

/** "4 kommuner og én annen": others are networks and the like. */
function who(count: number, others: number): string {
  const more = others === 1 ? 'én annen' : `${others} andre`;
  if (count === 0) return `Ingen kommuner, men ${more}`;
  const municipalities = count === 1 ? 'Én kommune' : `${count} kommuner`;
  return others === 0 ? municipalities : `${municipalities} og ${more}`;
}

const kindNames = (kinds: Kind[]): string =>
  joinedBy(
    kinds.map((kind) => MANY[kind]),
    'og',
  );
