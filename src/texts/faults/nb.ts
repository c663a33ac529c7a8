import type { FaultsTexts } from './texts.ts';

export const nb: FaultsTexts = {
  kicker: 'Kunnskapsbasen',
  broken: (count) =>
    count === 1 ? 'Kunnskapsbasen har fått en feil' : `Kunnskapsbasen har fått ${count} feil`,
  brokenBody:
    'En endring følger ikke reglene for kunnskapsbasen. Til det er rettet, svarer jeg fra utgaven før endringen.',
  more: (left) => `og ${left} til`,
  how: 'Rett filene, så tas endringen i bruk av seg selv. «npm run knowledge:check» viser alle feilene.',
  mended: 'Kunnskapsbasen er i orden igjen',
  mendedBody: 'Feilene er rettet, og endringene er tatt i bruk.',
  why: 'Dere får dette fordi en administrator har valgt kanalen for redaktørene. En administrator kan skrive «@Samvit slutt å bruke denne kanalen» for å stoppe det.',
};
