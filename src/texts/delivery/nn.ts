import type { DeliveryTexts } from './texts.ts';

const ABOUT = {
  survey: 'om ei undersøking',
  share: 'om ei delt løysing',
  handoff: 'om eit spørsmål til fagnettverket',
  knowledge: 'om feil i kunnskapsbasen',
};

export const nn: DeliveryTexts = {
  title: 'Ikkje levert',
  none: 'Ingenting har feila. Alt som skulle sendast, er levert eller på veg.',
  count: (count, cause) => `${count === 1 ? 'Éi melding' : `${count} meldingar`} ${ABOUT[cause]}`,
  trouble: {
    busy: () =>
      'Teams svarte ikkje, sjølv etter mange forsøk. Send ei påminning eller ei ny melding seinare.',
    access: () =>
      'Teams sleppte ikkje Samvit til. Sjekk at appen er godkjend i administrasjonssenteret for Teams, og at han er installert hos mottakarane.',
    large: () => 'Meldinga var for stor for Teams. Gjer teksten kortare, og send på nytt.',
    address: () =>
      'Adressa kunne ikkje lesast, truleg fordi løyndomen til Samvit er bytt. Be mottakarane skrive ei melding til Samvit, og send på nytt.',
    other: (reason) => `Teams avviste meldinga. Gi koden ${reason} til den som driftar Samvit.`,
  },
  kept: 'Lista viser berre kor mange, ikkje kven. Ho blir tømd når undersøkinga er avslutta.',
};
