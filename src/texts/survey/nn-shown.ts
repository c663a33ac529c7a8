import type { ShownTexts } from './texts-shown.ts';

export const shown: ShownTexts = {
  answer: {
    asks: (name) => `${name} ber deg svare på ei undersøking`,
    until: (at) => `Svar innan ${at}`,
    takes: (minutes, questions) => `Tek ${minutes} (${questions})`,
    anonymous: (name, n) =>
      `Svara er anonyme. Dei blir lagra utan namnet ditt, så verken ${name} eller andre kan sjå kva du har svart. Resultat blir viste berre for grupper på minst ${n}.`,
    named: (name) =>
      `Svara blir lagra med namnet ditt, og ${name} kan sjå dei. Du kan endre dei fram til fristen.`,
    freeText: 'Skriv ikkje noko i fritekst som viser kven du eller andre er.',
    voluntary: (anonymous) =>
      anonymous
        ? 'Det er frivillig. Vil du ikkje svare, kan du la det vere. Ingen får vite kven som har svart.'
        : 'Det er frivillig. Vil du ikkje svare, kan du la det vere.',
    channel: 'Trykk på Svar. Berre du ser svara dine.',
    start: 'Svar',
    summary: (name, title) => `${name} ber deg svare: ${title}`,
    page: (page, of) => `Side ${page} av ${of}`,
    faults: 'Noko manglar på denne sida. Resten er lagra.',
    fault: {
      required: 'Dette spørsmålet må svarast på.',
      number: 'Skriv eit tal, til dømes 12.',
      date: 'Vel ein dato.',
      'too-long': 'Teksten er for lang. Skriv han kortare.',
      'personal-data': 'Det ser ut til at teksten inneheld personopplysningar. Skriv han utan.',
    },
    numberHint: 'Skriv eit tal',
    pause: 'Lagre til seinare',
    paused: 'Svara så langt er lagra',
    pausedBody: (at) => `Hald fram når det passar, innan ${at}. Berre du kan sjå det du har svart.`,
    goOn: 'Hald fram',
    ready: 'Klar til å sende?',
    readyAnonymous:
      'Når du har sendt, kan ikkje svara endrast eller slettast, for ingen veit kva for nokre som er dine.',
    readyNamed: 'Du kan endre svara fram til fristen.',
    missing: (n) =>
      n === 1 ? 'Éi side har spørsmål som må svarast på.' : `${n} sider har spørsmål som må svarast på.`,
    toPage: (page, title) => `Side ${page}: ${title}`,
    send: 'Send svara',
    sent: 'Takk for svara',
    sentAnonymous: (n) =>
      `Dei er lagra utan namnet ditt. Resultat blir viste berre for grupper på minst ${n}.`,
    sentNamed: (at) => `Dei er lagra med namnet ditt. Du kan endre dei fram til ${at}.`,
    change: 'Endre svara',
    already: 'Du har alt svart',
    alreadyBody: 'Takk. Svara er anonyme, så dei kan ikkje hentast fram igjen.',
    late: 'Fristen er ute',
    lateBody: (title) => `Det er ikkje lenger mogleg å svare på «${title}». Takk for at du ville vere med.`,
    notOpen: 'Ho har ikkje opna enno',
    notOpenBody: (at) => `Du kan svare frå ${at}.`,
    notAsked: 'Denne er ikkje til deg',
    notAskedBody:
      'Du er ikkje blant dei som er spurde denne gongen. Meiner du det er feil, kan du spørje den som sende ho.',
    withdrawn: 'Undersøkinga er trekt tilbake',
    withdrawnBody: 'Du treng ikkje gjere noko. Svar som var gitt, er sletta.',
    gone: 'Undersøkinga finst ikkje lenger',
    goneBody: 'Du treng ikkje gjere noko.',
  },

  results: {
    kicker: 'Resultat',
    rate: (answered, invited) =>
      `${answered} av ${invited} svarte (${invited > 0 ? Math.round((100 * answered) / invited) : 0} prosent).`,
    rateChannel: (answered) => `${answered} svarte.`,
    closed: (at) => `Avslutta ${at}.`,
    tooFew: (n) => `Færre enn ${n} svarte. Difor blir ingen resultat viste, så ingen kan kjennast igjen.`,
    scores: 'Skår for kvart tema',
    scoresLead: 'Frå 1 (lågt) til 5 (høgt).',
    dimension: 'Tema',
    score: 'Skår',
    change: 'Endring',
    others: 'Andre',
    changeOthers: 'Endring / andre',
    changeNote: 'Endring er sidan førre runde.',
    othersNote: (n, lower, upper) =>
      `Andre er medianen for ${n} andre kommunar. Halvparten av dei ligg mellom ${lower} og ${upper} på det svakaste temaet.`,
    nothing: 'Her er det ingenting som kan visast. Det kan vere for få svar.',
    about: 'Om tala',
    answers: 'Svar',
    numberOf: (n, of) => `${n} av ${of}`,
    few: 'For få',
    weakest: (title) => `Start her: ${title}`,
    see: 'Sjå meir',
    read: 'Dette kan hjelpe',
    heldBack: (n) =>
      n === 1
        ? 'Éi gruppe blir ikkje vist, fordi for få svarte i henne eller fordi ho kunne reknast ut.'
        : `${n} grupper blir ikkje viste, fordi for få svarte i dei eller fordi dei kunne reknast ut.`,
    groups: 'Grupper',
    groupsLead: (n) => `Berre grupper der minst ${n} svarte, blir viste.`,
    group: 'Gruppe',
    distribution: (title) => `Fordeling: ${title}`,
    chart: 'Fordeling av svara',
    noChart: 'Diagrammet kan ikkje visast her. Tala står i tabellen.',
    option: 'Svar',
    count: 'Tal på svar',
    other: 'Andre svar',
    texts: 'Fritekst',
    textsLead: 'I tilfeldig rekkjefølgje.',
    noTexts: (n) => `Fritekst blir vist berre når minst ${n} har svart.`,
    more: (n) => `Vis fleire (${n} igjen)`,
    named: 'Kven som svarte kva, står i reknearket.',
    overview: 'Oversikt',
    report: 'Rapport',
    csv: 'CSV',
    xlsx: 'Excel',
    links:
      'Lenkjene verkar ei stund og gir tilgang til den som har dei. Del dei berre med dei som skal sjå resultata.',
    summary: (title) => `Resultat: ${title}`,
  },

  notice: {
    reminder: 'Ei lita påminning',
    reminderBody: (at) => `Undersøkinga er open til ${at}. Passar det ikkje, kan du la ho vere.`,
    results: 'Resultata er klare',
    resultsBody: (title) => `«${title}» er avslutta, og du kan sjå kva som kom fram.`,
    next: (title) => `Snart ny runde av «${title}»`,
    nextBody: (at) =>
      `Han er planlagd til ${at}, med dei same spørsmåla og mottakarane. Sjå over han, endre han eller forkast han før han blir send.`,
    notOpened: (title) => `«${title}» vart ikkje send`,
    notOpenedBody: 'Ho ligg som eit utkast. Rett det som manglar, og send ho på nytt.',
    why: 'Du får denne meldinga fordi du er blant dei som er spurde.',
    see: 'Sjå over den nye runden',
  },

  compare: {
    on: 'Då er kommunen med i samanlikninga. Berre skår for heile kommunen tel med, utan namn, og berre når minst fem andre kommunar er med. Skriv «ikkje samanlikn oss» for å gå ut igjen.',
    off: 'Då er kommunen ikkje med i samanlikninga. Skriv «samanlikn oss med andre» for å bli med igjen.',
  },
};
