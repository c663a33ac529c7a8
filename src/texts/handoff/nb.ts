import { joinedBy } from '../words.ts';
import type { HandoffTexts } from './texts.ts';

export const nb: HandoffTexts = {
  help: 'Du kan se hva som mangler i kunnskapsbasen. Skriv «hva fikk vi ikke svar på».',
  offer: {
    label: 'Spør fagnettverket',
    text: 'Fagfolk i kommunen kan svare. Du ser teksten og hvem som får lese den, før noe sendes.',
    hint: 'Du kan også spørre fagfolk i kommunen. Velg «Spør fagnettverket» nederst.',
  },
  disliked: {
    title: 'Ble du ikke hjulpet?',
    body: (topic) => `Takk for at du sa fra. Du kan spørre fagfolk i kommunen som svarer på ${topic}.`,
    note: 'Du får dette fordi du ga tommel ned til et svar. Vil du ikke spørre, trenger du ikke gjøre noe.',
  },
  about: {
    anskaffelser: 'spørsmål om anskaffelser',
    personvern: 'spørsmål om personvern',
    samarbeid: 'spørsmål om samarbeid',
    digitalisering: 'spørsmål om digitalisering',
  },
  channel: (name) => (name ? `kanalen «${name}»` : 'kanalen til fagnettverket'),
  someone: 'En kollega',

  ask: {
    kicker: 'Fagnettverket',
    title: 'Spør fagnettverket',
    lead: 'Skriv spørsmålet slik du vil at de skal lese det. Ingenting er sendt ennå.',
    readBy: (channel) =>
      `Spørsmålet blir lagt ut i ${channel}. Alle som er med der, kan lese det og svare på det.`,
    pick: 'Velg hva det handler om. Da blir spørsmålet lagt ut i den kanalen som svarer på det, og alle som er med der, kan lese det.',
    topic: 'Hva handler spørsmålet om?',
    question: 'Spørsmålet',
    hint: 'Hva lurer du på?',
    help: 'Ikke skriv opplysninger om personer.',
    name: 'Skal de se hvem som spør?',
    named: 'Ja, vis navnet mitt, så de kan spørre meg om noe er uklart',
    nameless: 'Nei, send uten navn',
    own: 'Svaret kommer til deg i vår egen chat.',
    here: 'Svaret kommer til deg i vår egen chat hvis du har meg der. Ellers kommer det hit, der andre kan lese det.',
    kept: 'Spørsmålet lagres låst, og slettes 30 dager etter at det er besvart eller lukket. Du kan trekke det når som helst.',
    send: 'Send spørsmålet',
    no: 'Nei takk',
    declined: 'Da er ingenting sendt.',
    empty: 'Skriv spørsmålet først.',
    noTopic: 'Velg hva spørsmålet handler om, så havner det hos dem som kan svare.',
    long: (max) => `Det ble litt langt. Kort ned spørsmålet til høyst ${max} tegn.`,
    none: 'Kommunen har ingen kanal for slike spørsmål akkurat nå. En administrator kan velge en.',
    many: (most) =>
      `Du har ${most} spørsmål som venter på svar. Vent til et av dem er besvart, eller trekk et av dem først.`,
    old: 'Dette skjemaet er gammelt, og det kan ha kommet andre til å lese. Se over teksten og send på nytt.',
  },
  sent: {
    title: 'Spørsmålet er sendt',
    body: (channel) => `Det ligger nå i ${channel}.`,
    own: 'Jeg sier fra i vår egen chat når noen tar det, og når de svarer.',
    here: 'Jeg sier fra her når noen tar det, og når de svarer.',
    nowhere: 'Skriv en melding til meg i vår egen chat, så kan jeg si fra der når noen svarer.',
    withdraw: 'Trekk spørsmålet',
    sure: 'Trekke spørsmålet?',
    sureBody: 'Da tas spørsmålet bort fra kanalen og slettes hos meg. Et svar som er gitt, slettes også.',
    keep: 'Nei, la det stå',
    withdrawn: 'Spørsmålet er trukket',
    withdrawnBody: 'Det er tatt bort fra kanalen og slettet hos meg.',
  },

  card: {
    kicker: (topic) => `Fagnettverket · ${topic}`,
    again: 'Dette spørsmålet venter fortsatt',
    title: {
      open: 'Nytt spørsmål',
      taken: 'Spørsmålet er tatt',
      answered: 'Spørsmålet er besvart',
      closed: 'Spørsmålet er lukket',
      withdrawn: 'Spørsmålet er trukket',
    },
    from: 'Fra',
    nameless: 'en kollega som ikke har vist navnet sitt',
    sent: 'Sendt',
    state: 'Status',
    status: {
      open: 'venter på at noen tar det',
      taken: (by) => `tatt av ${by}`,
      answered: (by) => `besvart av ${by}`,
      closed: (by) => `lukket av ${by}`,
    },
    helped: 'Den som spurte, sier at dette svarte på spørsmålet.',
    more: 'Den som spurte, legger til',
    answer: 'Svar',
    before: 'Svaret som ble gitt',
    reason: 'Hvorfor det er lukket',
    link: 'Lenke',
    withdrawnBody: 'Den som spurte, har trukket spørsmålet. Det trenger ikke svar.',
    take: 'Jeg tar det',
    reply: 'Svar',
    close: 'Lukk',
    reopen: 'Åpne igjen',
    putBack: 'Legg det tilbake',
    draft: 'Lag artikkelutkast',
    share: 'Del som erfaring',
    why: (topic) =>
      `Dere får dette fordi en administrator har valgt kanalen for ${topic}. En administrator kan skrive «@Samvit slutt å bruke denne kanalen» for å stoppe det.`,
  },
  answerForm: {
    title: 'Svar på spørsmålet',
    lead: (asker) =>
      asker
        ? `Svaret går til ${asker}, og står her i kanalen.`
        : 'Svaret går til den som spurte, og står her i kanalen.',
    text: 'Svaret',
    link: 'Lenke (frivillig)',
    linkHelp: 'For eksempel til en lov, en veileder eller en mal.',
    send: 'Send svaret',
  },
  closeForm: {
    title: 'Lukk spørsmålet',
    lead: 'Den som spurte, får vite hvorfor.',
    reason: 'Hvorfor lukkes det?',
    hint: 'For eksempel at det hører til et annet sted',
    send: 'Lukk spørsmålet',
  },
  back: 'Tilbake',
  done: {
    taken: 'Du har tatt spørsmålet. Den som spurte, får vite det.',
    answered: 'Svaret er sendt til den som spurte.',
    closed: 'Spørsmålet er lukket, og den som spurte, får vite hvorfor.',
    reopened: 'Spørsmålet er åpnet igjen.',
  },
  fault: {
    answer: 'Skriv svaret først.',
    link: 'Lenken må være en adresse til en nettside, som https://lovdata.no.',
    reason: 'Skriv kort hvorfor, så skjønner den som spurte det.',
    long: (max) => `Det ble litt langt. Kort ned til høyst ${max} tegn.`,
    personal: (kinds) =>
      `Det ser ut til at teksten inneholder ${joinedBy(kinds, 'og')}. Derfor er den verken sendt eller lagret. Ta det bort, og send på nytt.`,
  },
  late: {
    taken: (by) => `${by} tok spørsmålet rett før deg.`,
    mine: 'Du har allerede tatt spørsmålet.',
    answered: (by) => `${by} har allerede svart.`,
    closed: (by) => `${by} har allerede lukket spørsmålet.`,
    open: 'Spørsmålet er allerede åpent.',
  },
  written: 'Dette skrev du',
  refused: {
    gone: {
      title: 'Spørsmålet er ikke her lenger',
      body: 'Det er slettet eller trukket tilbake. Spørsmål slettes 30 dager etter at de er besvart eller lukket.',
    },
    elsewhere: {
      title: 'Spørsmålet hører til en annen kanal',
      body: 'De som er med i kanalen der det nå ligger, kan ta det og svare.',
    },
    'not-asker': {
      title: 'Dette er for den som spurte',
      body: 'Bare den som sendte spørsmålet, kan si om svaret hjalp eller trekke det, og bare en uke etter at det er besvart eller lukket. Still gjerne et nytt spørsmål.',
    },
  },

  notice: {
    taken: (by) => `${by} har tatt spørsmålet ditt`,
    takenBody: (channel) => `Det skjedde i ${channel}. Du får beskjed når svaret kommer.`,
    answered: (by) => `${by} har svart på spørsmålet ditt`,
    answeredBody: (channel) => `Svaret er gitt i ${channel}. Hjalp det deg?`,
    closed: (by) => `${by} har lukket spørsmålet ditt`,
    closedBody: 'Er du ikke ferdig med det, kan du åpne det igjen.',
    reopened: 'Spørsmålet ditt er åpnet igjen',
    reopenedBody: (channel) => `Det ligger på nytt i ${channel}, og venter på at noen tar det.`,
    asked: 'Du spurte',
    reason: 'Begrunnelse',
    yes: 'Dette svarte på spørsmålet',
    notYet: 'Ikke ennå',
    more: 'Mangler det noe? (frivillig)',
    moreHint: 'Skriv hva du fortsatt lurer på',
    why: 'Du får dette fordi du sendte et spørsmål til fagnettverket. Trekker du spørsmålet, hører du ikke mer om det.',
    thanks: 'Så bra',
    thanksBody: 'De som svarte, får vite at svaret hjalp.',
    again: 'Spørsmålet er åpnet igjen',
    againBody: (channel) => `Det ligger på nytt i ${channel}. Jeg sier fra når noen tar det.`,
    over: 'Spørsmålet har fått en ny status siden dette kortet kom.',
  },

  draft: {
    title: 'Artikkelutkast',
    lead: (file) =>
      `Kopier teksten til ${file} i kunnskapsbasen, og skriv ferdig det som er merket FYLL UT. Ingenting er lagret.`,
    text: 'Utkastet',
    share: 'Del som erfaring',
    noTitle: 'Spørsmålet er for kort til å bli en tittel. Lag utkastet med npm run knowledge:new.',
    gone: 'Spørsmålet har ikke noe svar å lage utkast av ennå.',
  },
  gaps: {
    csv: 'Tallene som fil (CSV)',
    csvName: 'Uten svar',
    columns: ['Tema', 'Svar', 'Uten svar', 'Tommel ned'],
    title: 'Dette fikk vi ikke svar på',
    lead: (days) =>
      `Tallene gjelder de siste ${days} dagene: spørsmål jeg ikke fant svar på, og svar som fikk tommel ned. Spørsmålene selv lagres ikke.`,
    none: 'Ingenting å vise: alt jeg ble spurt om, fikk et svar, og ingen ga tommel ned.',
    other: 'Annet',
    line: (unanswered, disliked) =>
      [
        unanswered > 0 ? (unanswered === 1 ? 'ett uten svar' : `${unanswered} uten svar`) : '',
        disliked > 0 ? (disliked === 1 ? 'én tommel ned' : `${disliked} tommel ned`) : '',
      ]
        .filter(Boolean)
        .join(', '),
    questions: 'Spørsmål som er sendt til fagfolk',
    noQuestions: 'Ingen spørsmål er sendt videre til fagfolk.',
    articles: 'Svar som fikk flest tommel ned',
    article: (title, count) => `${title} (${count})`,
    personal: 'Listen viser jeg bare i vår egen chat. Skriv «hva fikk vi ikke svar på» der.',
    kept: 'Hvem som spurte, står ikke her. Spørsmål som er sendt til fagfolk, slettes 30 dager etter at de er besvart eller lukket.',
    waiting: 'Se hva som venter på svar',
    next: (left) => `Vis flere (${left} igjen)`,
  },
  waiting: {
    title: 'Spørsmål som venter på svar',
    lead: (count) =>
      count === 1
        ? 'Ett spørsmål venter. Jeg minner om det i kanalen annenhver arbeidsdag, høyst fem ganger.'
        : `${count} spørsmål venter. Jeg minner om dem i kanalene annenhver arbeidsdag, høyst fem ganger.`,
    none: 'Ingen spørsmål venter på svar.',
    row: (topic, state, since, reminded) =>
      `${topic} · ${state} · sendt ${since}${reminded > 0 ? ` · minnet om ${reminded} ganger uten svar` : ''}`,
    noChannel: 'Ingen kanal er valgt for dette temaet.',
  },
};
