import { near } from './near.ts';
import type { ShareTexts } from './texts.ts';

const quoted = (name: string): string => `«${name}»`;

/** What is wrong with a field, and what to do about it. */
export const fault: ShareTexts['fault'] = (fault) => {
  switch (fault.why) {
    case 'missing':
      return MISSING[fault.field] ?? 'Fyll ut dette feltet.';
    case 'not-a-year':
      return 'Skriv et årstall med fire siffer, fra 1990 til neste år.';
    case 'contact':
      return fault.field === 'role'
        ? 'Skriv en rolle med små bokstaver, som «innkjøpsrådgiver». Ikke navn, e-post eller telefonnummer.'
        : 'Skriv en enhet, som «innkjøp, Lillestrøm kommune». Ikke e-post eller telefonnummer.';
    case 'consent':
      return 'Kryss av for at rolle og enhet kan vises, eller la begge stå tomme.';
    case 'too-long':
      return fault.field === 'title'
        ? `Tittelen kan ha høyst ${fault.most} tegn. Alt du har skrevet, er tatt vare på: kort den ned, og flytt resten til et annet felt.`
        : `Dette kan ha høyst ${fault.most} tegn. Det du har skrevet, er tatt vare på.`;
    case 'too-many-words':
      return `Teksten har ${fault.words} ord. Kort den ned til ${fault.most}, så blir den lettere å lese. Det du har skrevet, er tatt vare på.`;
    case 'too-few-words':
      return `Skriv litt mer, minst ${fault.least} ord, så andre forstår det.`;
    case 'too-many':
      return `Det er plass til ${fault.most}. Ta bort noen.`;
    case 'place-unknown':
      return `Jeg finner ingen kommune som heter «${fault.is}».${near(fault.near, quoted, 'eller', (names) => `Mente du ${names}?`)}`;
    case 'place-several':
      return `«${fault.is}» kan være flere kommuner.${near(fault.near, quoted, 'eller', (names) => `Skriv den slik: ${names}.`)}`;
    case 'tag-unknown':
      return `Jeg kjenner ikke stikkordet «${fault.is}».${near(fault.near, quoted, 'eller', (names) => `Det nærmeste er ${names}.`) || ' Skriv et annet, eller la feltet stå tomt.'}`;
    case 'link-scheme':
      return `«${fault.is}» er ikke en vanlig nettadresse. Bare lenker som begynner med http eller https, kan deles.`;
    case 'link-broken':
      return `Jeg forstår ikke lenken «${fault.is}». Lim inn hele adressen, én på hver linje.`;
  }
};

const MISSING: Partial<Record<string, string>> = {
  title: 'Skriv en tittel med minst fem tegn.',
  problem: 'Skriv hva behovet var.',
  done: 'Skriv hva dere gjorde.',
  place: 'Skriv hvilken kommune det gjelder.',
  systems: 'Skriv navnet på systemet med minst to tegn.',
  topic: 'Velg et tema.',
  role: 'Skriv en rolle også, eller la begge stå tomme.',
  office: 'Skriv en enhet også, eller la begge stå tomme.',
};
