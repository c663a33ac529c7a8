import { near } from './near.ts';
import type { ShareTexts } from './texts.ts';

const quoted = (name: string): string => `«${name}»`;

/** What is wrong with a field, and what to do about it. */
export const fault: ShareTexts['fault'] = (fault) => {
  switch (fault.why) {
    case 'missing':
      return MISSING[fault.field] ?? 'Fyll ut dette feltet.';
    case 'not-a-year':
      return 'Skriv eit årstal med fire siffer, frå 1990 til neste år.';
    case 'contact':
      return fault.field === 'role'
        ? 'Skriv ei rolle med små bokstavar, som «innkjøpsrådgivar». Ikkje namn, e-post eller telefonnummer.'
        : 'Skriv ei eining, som «innkjøp, Lillestrøm kommune». Ikkje e-post eller telefonnummer.';
    case 'consent':
      return 'Kryss av for at rolle og eining kan visast, eller lat begge stå tomme.';
    case 'too-long':
      return fault.field === 'title'
        ? `Tittelen kan ha høgst ${fault.most} teikn. Alt du har skrive, er teke vare på: kort han ned, og flytt resten til eit anna felt.`
        : `Dette kan ha høgst ${fault.most} teikn. Det du har skrive, er teke vare på.`;
    case 'too-many-words':
      return `Teksten har ${fault.words} ord. Kort han ned til ${fault.most}, så blir han lettare å lese. Det du har skrive, er teke vare på.`;
    case 'too-few-words':
      return `Skriv litt meir, minst ${fault.least} ord, så andre forstår det.`;
    case 'too-many':
      return `Det er plass til ${fault.most}. Ta bort nokre.`;
    case 'place-unknown':
      return `Eg finn ingen kommune som heiter «${fault.is}».${near(fault.near, quoted, 'eller', (names) => `Meinte du ${names}?`)}`;
    case 'place-several':
      return `«${fault.is}» kan vere fleire kommunar.${near(fault.near, quoted, 'eller', (names) => `Skriv han slik: ${names}.`)}`;
    case 'tag-unknown':
      return `Eg kjenner ikkje stikkordet «${fault.is}».${near(fault.near, quoted, 'eller', (names) => `Det næraste er ${names}.`) || ' Skriv eit anna, eller lat feltet stå tomt.'}`;
    case 'link-scheme':
      return `«${fault.is}» er ikkje ei vanleg nettadresse. Berre lenkjer som byrjar med http eller https, kan delast.`;
    case 'link-broken':
      return `Eg forstår ikkje lenkja «${fault.is}». Lim inn heile adressa, éi på kvar linje.`;
  }
};

const MISSING: Partial<Record<string, string>> = {
  title: 'Skriv ein tittel med minst fem teikn.',
  problem: 'Skriv kva behovet var.',
  done: 'Skriv kva de gjorde.',
  place: 'Skriv kva kommune det gjeld.',
  systems: 'Skriv namnet på systemet med minst to teikn.',
  topic: 'Vel eit tema.',
  role: 'Skriv ei rolle òg, eller lat begge stå tomme.',
  office: 'Skriv ei eining òg, eller lat begge stå tomme.',
};
