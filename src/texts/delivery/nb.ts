import type { DeliveryTexts } from './texts.ts';

const ABOUT = {
  survey: 'om en undersøkelse',
  share: 'om en delt løsning',
  handoff: 'om et spørsmål til fagnettverket',
  knowledge: 'om feil i kunnskapsbasen',
};

export const nb: DeliveryTexts = {
  title: 'Ikke levert',
  none: 'Ingenting har feilet. Alt som skulle sendes, er levert eller på vei.',
  count: (count, cause) => `${count === 1 ? 'Én melding' : `${count} meldinger`} ${ABOUT[cause]}`,
  trouble: {
    busy: () => 'Teams svarte ikke, selv etter mange forsøk. Send en påminnelse eller en ny melding senere.',
    access: () =>
      'Teams slapp ikke Samvit til. Sjekk at appen er godkjent i administrasjonssenteret for Teams, og at den er installert hos mottakerne.',
    large: () => 'Meldingen var for stor for Teams. Gjør teksten kortere, og send på nytt.',
    address: () =>
      'Adressen kunne ikke leses, trolig fordi hemmeligheten til Samvit er byttet. Be mottakerne skrive en melding til Samvit, og send på nytt.',
    other: (reason) => `Teams avviste meldingen. Oppgi koden ${reason} til den som drifter Samvit.`,
  },
  kept: 'Listen viser bare antall, ikke hvem. Den tømmes når undersøkelsen er avsluttet.',
};
