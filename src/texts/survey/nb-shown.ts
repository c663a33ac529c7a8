import type { ShownTexts } from './texts-shown.ts';

export const shown: ShownTexts = {
  answer: {
    asks: (name) => `${name} ber deg svare på en undersøkelse`,
    until: (at) => `Svar innen ${at}`,
    takes: (minutes, questions) => `Tar ${minutes} (${questions})`,
    anonymous: (name, n) =>
      `Svarene er anonyme. De lagres uten navnet ditt, så verken ${name} eller andre kan se hva du har svart. Resultater vises bare for grupper på minst ${n}.`,
    named: (name) =>
      `Svarene lagres med navnet ditt, og ${name} kan se dem. Du kan endre dem fram til fristen.`,
    freeText: 'Skriv ikke noe i fritekst som viser hvem du eller andre er.',
    voluntary: (anonymous) =>
      anonymous
        ? 'Det er frivillig. Vil du ikke svare, kan du la det være. Ingen får vite hvem som har svart.'
        : 'Det er frivillig. Vil du ikke svare, kan du la det være.',
    channel: 'Trykk på Svar. Bare du ser svarene dine.',
    start: 'Svar',
    summary: (name, title) => `${name} ber deg svare: ${title}`,
    page: (page, of) => `Side ${page} av ${of}`,
    faults: 'Noe mangler på denne siden. Resten er lagret.',
    fault: {
      required: 'Dette spørsmålet må besvares.',
      number: 'Skriv et tall, for eksempel 12.',
      date: 'Velg en dato.',
      'too-long': 'Teksten er for lang. Skriv den kortere.',
      'personal-data': 'Det ser ut til at teksten inneholder personopplysninger. Skriv den uten.',
    },
    numberHint: 'Skriv et tall',
    pause: 'Lagre til senere',
    paused: 'Svarene så langt er lagret',
    pausedBody: (at) => `Fortsett når det passer, innen ${at}. Bare du kan se det du har svart.`,
    goOn: 'Fortsett',
    ready: 'Klar til å sende?',
    readyAnonymous:
      'Når du har sendt, kan ikke svarene endres eller slettes, for ingen vet hvilke som er dine.',
    readyNamed: 'Du kan endre svarene fram til fristen.',
    missing: (n) =>
      n === 1 ? 'Én side har spørsmål som må besvares.' : `${n} sider har spørsmål som må besvares.`,
    toPage: (page, title) => `Side ${page}: ${title}`,
    send: 'Send svarene',
    sent: 'Takk for svarene',
    sentAnonymous: (n) => `De er lagret uten navnet ditt. Resultater vises bare for grupper på minst ${n}.`,
    sentNamed: (at) => `De er lagret med navnet ditt. Du kan endre dem fram til ${at}.`,
    change: 'Endre svarene',
    already: 'Du har alt svart',
    alreadyBody: 'Takk. Svarene er anonyme, så de kan ikke hentes fram igjen.',
    late: 'Fristen er ute',
    lateBody: (title) => `Det er ikke lenger mulig å svare på «${title}». Takk for at du ville være med.`,
    notOpen: 'Den har ikke åpnet ennå',
    notOpenBody: (at) => `Du kan svare fra ${at}.`,
    notAsked: 'Denne er ikke til deg',
    notAskedBody:
      'Du er ikke blant dem som er spurt denne gangen. Mener du det er feil, kan du spørre den som sendte den.',
    withdrawn: 'Undersøkelsen er trukket tilbake',
    withdrawnBody: 'Du trenger ikke gjøre noe. Svar som var gitt, er slettet.',
    gone: 'Undersøkelsen finnes ikke lenger',
    goneBody: 'Du trenger ikke gjøre noe.',
  },

  results: {
    kicker: 'Resultater',
    rate: (answered, invited) =>
      `${answered} av ${invited} svarte (${invited > 0 ? Math.round((100 * answered) / invited) : 0} prosent).`,
    rateChannel: (answered) => `${answered} svarte.`,
    closed: (at) => `Avsluttet ${at}.`,
    tooFew: (n) => `Færre enn ${n} svarte. Derfor vises ingen resultater, så ingen kan kjennes igjen.`,
    scores: 'Skår for hvert tema',
    scoresLead: 'Fra 1 (lavt) til 5 (høyt).',
    dimension: 'Tema',
    score: 'Skår',
    change: 'Endring',
    others: 'Andre',
    changeOthers: 'Endring / andre',
    changeNote: 'Endring er siden forrige runde.',
    othersNote: (n, lower, upper) =>
      `Andre er medianen for ${n} andre kommuner. Halvparten av dem ligger mellom ${lower} og ${upper} på det svakeste temaet.`,
    nothing: 'Her er det ingenting som kan vises. Det kan være for få svar.',
    about: 'Om tallene',
    answers: 'Svar',
    numberOf: (n, of) => `${n} av ${of}`,
    few: 'For få',
    weakest: (title) => `Start her: ${title}`,
    see: 'Se mer',
    read: 'Dette kan hjelpe',
    heldBack: (n) =>
      n === 1
        ? 'Én gruppe vises ikke, fordi for få svarte i den eller fordi den kunne regnes ut.'
        : `${n} grupper vises ikke, fordi for få svarte i dem eller fordi de kunne regnes ut.`,
    groups: 'Grupper',
    groupsLead: (n) => `Bare grupper der minst ${n} svarte, vises.`,
    group: 'Gruppe',
    distribution: (title) => `Fordeling: ${title}`,
    chart: 'Fordeling av svarene',
    noChart: 'Diagrammet kan ikke vises her. Tallene står i tabellen.',
    option: 'Svar',
    count: 'Antall',
    other: 'Andre svar',
    texts: 'Fritekst',
    textsLead: 'I tilfeldig rekkefølge.',
    noTexts: (n) => `Fritekst vises bare når minst ${n} har svart.`,
    more: (n) => `Vis flere (${n} igjen)`,
    named: 'Hvem som svarte hva, står i regnearket.',
    overview: 'Oversikt',
    report: 'Rapport',
    csv: 'CSV',
    xlsx: 'Excel',
    links:
      'Lenkene virker en stund og gir tilgang til den som har dem. Del dem bare med dem som skal se resultatene.',
    summary: (title) => `Resultater: ${title}`,
  },

  notice: {
    reminder: 'En liten påminnelse',
    reminderBody: (at) => `Undersøkelsen er åpen til ${at}. Passer det ikke, kan du la den være.`,
    results: 'Resultatene er klare',
    resultsBody: (title) => `«${title}» er avsluttet, og du kan se hva som kom fram.`,
    next: (title) => `Snart ny runde av «${title}»`,
    nextBody: (at) =>
      `Den er planlagt til ${at}, med de samme spørsmålene og mottakerne. Se over den, endre den eller forkast den før den sendes.`,
    notOpened: (title) => `«${title}» ble ikke sendt`,
    notOpenedBody: 'Den ligger som et utkast. Rett det som mangler, og send den på nytt.',
    why: 'Du får denne meldingen fordi du er blant dem som er spurt.',
    see: 'Se over den nye runden',
  },

  compare: {
    on: 'Da er kommunen med i sammenligningen. Bare skår for hele kommunen teller med, uten navn, og bare når minst fem andre kommuner er med. Skriv «ikke sammenlign oss» for å gå ut igjen.',
    off: 'Da er kommunen ikke med i sammenligningen. Skriv «sammenlign oss med andre» for å bli med igjen.',
  },
};
