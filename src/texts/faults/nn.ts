import type { FaultsTexts } from './texts.ts';

export const nn: FaultsTexts = {
  kicker: 'Kunnskapsbasen',
  broken: (count) =>
    count === 1 ? 'Kunnskapsbasen har fått ein feil' : `Kunnskapsbasen har fått ${count} feil`,
  brokenBody:
    'Ei endring følgjer ikkje reglane for kunnskapsbasen. Til det er retta, svarer eg frå utgåva før endringa.',
  more: (left) => `og ${left} til`,
  how: 'Rett filene, så blir endringa teken i bruk av seg sjølv. «npm run knowledge:check» viser alle feila.',
  mended: 'Kunnskapsbasen er i orden igjen',
  mendedBody: 'Feila er retta, og endringane er tekne i bruk.',
  why: 'De får dette fordi ein administrator har valt kanalen for redaktørane. Ein administrator kan skrive «@Samvit slutt å bruke denne kanalen» for å stoppe det.',
};
