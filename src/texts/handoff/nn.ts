import { joinedBy } from '../words.ts';
import type { HandoffTexts } from './texts.ts';

export const nn: HandoffTexts = {
  help: 'Du kan sjå kva som manglar i kunnskapsbasen. Skriv «kva fekk vi ikkje svar på».',
  offer: {
    label: 'Spør fagnettverket',
    text: 'Fagfolk i kommunen kan svare. Du ser teksten og kven som får lese han, før noko blir sendt.',
    hint: 'Du kan òg spørje fagfolk i kommunen. Vel «Spør fagnettverket» nedst.',
  },
  disliked: {
    title: 'Vart du ikkje hjelpt?',
    body: (topic) => `Takk for at du sa frå. Du kan spørje fagfolk i kommunen som svarer på ${topic}.`,
    note: 'Du får dette fordi du gav tommel ned til eit svar. Vil du ikkje spørje, treng du ikkje gjere noko.',
  },
  about: {
    anskaffelser: 'spørsmål om anskaffingar',
    personvern: 'spørsmål om personvern',
    samarbeid: 'spørsmål om samarbeid',
    digitalisering: 'spørsmål om digitalisering',
  },
  channel: (name) => (name ? `kanalen «${name}»` : 'kanalen til fagnettverket'),
  someone: 'Ein kollega',

  ask: {
    kicker: 'Fagnettverket',
    title: 'Spør fagnettverket',
    lead: 'Skriv spørsmålet slik du vil at dei skal lese det. Ingenting er sendt enno.',
    readBy: (channel) =>
      `Spørsmålet blir lagt ut i ${channel}. Alle som er med der, kan lese det og svare på det.`,
    pick: 'Vel kva det handlar om. Då blir spørsmålet lagt ut i den kanalen som svarer på det, og alle som er med der, kan lese det.',
    topic: 'Kva handlar spørsmålet om?',
    question: 'Spørsmålet',
    hint: 'Kva lurer du på?',
    help: 'Ikkje skriv opplysningar om personar.',
    name: 'Skal dei sjå kven som spør?',
    named: 'Ja, vis namnet mitt, så dei kan spørje meg om noko er uklart',
    nameless: 'Nei, send utan namn',
    own: 'Svaret kjem til deg i vår eigen chat.',
    here: 'Svaret kjem til deg i vår eigen chat viss du har meg der. Elles kjem det hit, der andre kan lese det.',
    kept: 'Spørsmålet blir lagra låst, og sletta 30 dagar etter at det er svart på eller lukka. Du kan trekkje det når som helst.',
    send: 'Send spørsmålet',
    no: 'Nei takk',
    declined: 'Då er ingenting sendt.',
    empty: 'Skriv spørsmålet først.',
    noTopic: 'Vel kva spørsmålet handlar om, så hamnar det hos dei som kan svare.',
    long: (max) => `Det vart litt langt. Kort ned spørsmålet til høgst ${max} teikn.`,
    none: 'Kommunen har ingen kanal for slike spørsmål akkurat no. Ein administrator kan velje ein.',
    many: (most) =>
      `Du har ${most} spørsmål som ventar på svar. Vent til eit av dei er svart på, eller trekk eit av dei først.`,
    old: 'Dette skjemaet er gammalt, og det kan ha kome andre til å lese. Sjå over teksten og send på nytt.',
  },
  sent: {
    title: 'Spørsmålet er sendt',
    body: (channel) => `Det ligg no i ${channel}.`,
    own: 'Eg seier frå i vår eigen chat når nokon tek det, og når dei svarer.',
    here: 'Eg seier frå her når nokon tek det, og når dei svarer.',
    nowhere: 'Skriv ei melding til meg i vår eigen chat, så kan eg seie frå der når nokon svarer.',
    withdraw: 'Trekk spørsmålet',
    sure: 'Trekkje spørsmålet?',
    sureBody:
      'Då blir spørsmålet teke bort frå kanalen og sletta hos meg. Eit svar som er gitt, blir òg sletta.',
    keep: 'Nei, la det stå',
    withdrawn: 'Spørsmålet er trekt',
    withdrawnBody: 'Det er teke bort frå kanalen og sletta hos meg.',
  },

  card: {
    kicker: (topic) => `Fagnettverket · ${topic}`,
    again: 'Dette spørsmålet ventar framleis',
    title: {
      open: 'Nytt spørsmål',
      taken: 'Spørsmålet er teke',
      answered: 'Spørsmålet er svart på',
      closed: 'Spørsmålet er lukka',
      withdrawn: 'Spørsmålet er trekt',
    },
    from: 'Frå',
    nameless: 'ein kollega som ikkje har vist namnet sitt',
    sent: 'Sendt',
    state: 'Status',
    status: {
      open: 'ventar på at nokon tek det',
      taken: (by) => `teke av ${by}`,
      answered: (by) => `svart på av ${by}`,
      closed: (by) => `lukka av ${by}`,
    },
    helped: 'Den som spurde, seier at dette svarte på spørsmålet.',
    more: 'Den som spurde, legg til',
    answer: 'Svar',
    before: 'Svaret som vart gitt',
    reason: 'Kvifor det er lukka',
    link: 'Lenkje',
    withdrawnBody: 'Den som spurde, har trekt spørsmålet. Det treng ikkje svar.',
    take: 'Eg tek det',
    reply: 'Svar',
    close: 'Lukk',
    reopen: 'Opne igjen',
    putBack: 'Legg det tilbake',
    draft: 'Lag artikkelutkast',
    share: 'Del som erfaring',
    why: (topic) =>
      `De får dette fordi ein administrator har valt kanalen for ${topic}. Ein administrator kan skrive «@Samvit slutt å bruke denne kanalen» for å stoppe det.`,
  },
  answerForm: {
    title: 'Svar på spørsmålet',
    lead: (asker) =>
      asker
        ? `Svaret går til ${asker}, og står her i kanalen.`
        : 'Svaret går til den som spurde, og står her i kanalen.',
    text: 'Svaret',
    link: 'Lenkje (frivillig)',
    linkHelp: 'Til dømes til ei lov, ein rettleiar eller ein mal.',
    send: 'Send svaret',
  },
  closeForm: {
    title: 'Lukk spørsmålet',
    lead: 'Den som spurde, får vite kvifor.',
    reason: 'Kvifor blir det lukka?',
    hint: 'Til dømes at det høyrer til ein annan stad',
    send: 'Lukk spørsmålet',
  },
  back: 'Tilbake',
  done: {
    taken: 'Du har teke spørsmålet. Den som spurde, får vite det.',
    answered: 'Svaret er sendt til den som spurde.',
    closed: 'Spørsmålet er lukka, og den som spurde, får vite kvifor.',
    reopened: 'Spørsmålet er opna igjen.',
  },
  fault: {
    answer: 'Skriv svaret først.',
    link: 'Lenkja må vere ei adresse til ei nettside, som https://lovdata.no.',
    reason: 'Skriv kort kvifor, så skjønar den som spurde det.',
    long: (max) => `Det vart litt langt. Kort ned til høgst ${max} teikn.`,
    personal: (kinds) =>
      `Det ser ut til at teksten inneheld ${joinedBy(kinds, 'og')}. Derfor er han verken send eller lagra. Ta det bort, og send på nytt.`,
  },
  late: {
    taken: (by) => `${by} tok spørsmålet rett før deg.`,
    mine: 'Du har allereie teke spørsmålet.',
    answered: (by) => `${by} har allereie svart.`,
    closed: (by) => `${by} har allereie lukka spørsmålet.`,
    open: 'Spørsmålet er allereie ope.',
  },
  written: 'Dette skreiv du',
  refused: {
    gone: {
      title: 'Spørsmålet er ikkje her lenger',
      body: 'Det er sletta eller trekt tilbake. Spørsmål blir sletta 30 dagar etter at dei er svart på eller lukka.',
    },
    elsewhere: {
      title: 'Spørsmålet høyrer til ein annan kanal',
      body: 'Dei som er med i kanalen der det no ligg, kan ta det og svare.',
    },
    'not-asker': {
      title: 'Dette er for den som spurde',
      body: 'Berre den som sende spørsmålet, kan seie om svaret hjelpte eller trekkje det, og berre ei veke etter at det er svart på eller lukka. Still gjerne eit nytt spørsmål.',
    },
  },

  notice: {
    taken: (by) => `${by} har teke spørsmålet ditt`,
    takenBody: (channel) => `Det skjedde i ${channel}. Du får beskjed når svaret kjem.`,
    answered: (by) => `${by} har svart på spørsmålet ditt`,
    answeredBody: (channel) => `Svaret er gitt i ${channel}. Hjelpte det deg?`,
    closed: (by) => `${by} har lukka spørsmålet ditt`,
    closedBody: 'Er du ikkje ferdig med det, kan du opne det igjen.',
    reopened: 'Spørsmålet ditt er opna igjen',
    reopenedBody: (channel) => `Det ligg på nytt i ${channel}, og ventar på at nokon tek det.`,
    asked: 'Du spurde',
    reason: 'Grunngiving',
    yes: 'Dette svarte på spørsmålet',
    notYet: 'Ikkje enno',
    more: 'Manglar det noko? (frivillig)',
    moreHint: 'Skriv kva du framleis lurer på',
    why: 'Du får dette fordi du sende eit spørsmål til fagnettverket. Trekkjer du spørsmålet, høyrer du ikkje meir om det.',
    thanks: 'Så bra',
    thanksBody: 'Dei som svarte, får vite at svaret hjelpte.',
    again: 'Spørsmålet er opna igjen',
    againBody: (channel) => `Det ligg på nytt i ${channel}. Eg seier frå når nokon tek det.`,
    over: 'Spørsmålet har fått ein ny status sidan dette kortet kom.',
  },

  draft: {
    title: 'Artikkelutkast',
    lead: (file) =>
      `Kopier teksten til ${file} i kunnskapsbasen, og skriv ferdig det som er merkt FYLL UT. Ingenting er lagra.`,
    text: 'Utkastet',
    share: 'Del som erfaring',
    noTitle: 'Spørsmålet er for kort til å bli ein tittel. Lag utkastet med npm run knowledge:new.',
    gone: 'Spørsmålet har ikkje noko svar å lage utkast av enno.',
  },
  gaps: {
    csv: 'Tala som fil (CSV)',
    csvName: 'Utan svar',
    columns: ['Tema', 'Svar', 'Utan svar', 'Tommel ned'],
    title: 'Dette fekk vi ikkje svar på',
    lead: (days) =>
      `Tala gjeld dei siste ${days} dagane: spørsmål eg ikkje fann svar på, og svar som fekk tommel ned. Spørsmåla sjølve blir ikkje lagra.`,
    none: 'Ingenting å vise: alt eg vart spurd om, fekk eit svar, og ingen gav tommel ned.',
    other: 'Anna',
    line: (unanswered, disliked) =>
      [
        unanswered > 0 ? (unanswered === 1 ? 'eitt utan svar' : `${unanswered} utan svar`) : '',
        disliked > 0 ? (disliked === 1 ? 'éin tommel ned' : `${disliked} tommel ned`) : '',
      ]
        .filter(Boolean)
        .join(', '),
    questions: 'Spørsmål som er sende til fagfolk',
    noQuestions: 'Ingen spørsmål er sende vidare til fagfolk.',
    articles: 'Svar som fekk flest tommel ned',
    article: (title, count) => `${title} (${count})`,
    personal: 'Lista viser eg berre i vår eigen chat. Skriv «kva fekk vi ikkje svar på» der.',
    kept: 'Kven som spurde, står ikkje her. Spørsmål som er sende til fagfolk, blir sletta 30 dagar etter at dei er svart på eller lukka.',
    waiting: 'Sjå kva som ventar på svar',
    next: (left) => `Vis fleire (${left} att)`,
  },
  waiting: {
    title: 'Spørsmål som ventar på svar',
    lead: (count) =>
      count === 1
        ? 'Eitt spørsmål ventar. Eg minner om det i kanalen annankvar arbeidsdag, høgst fem gonger.'
        : `${count} spørsmål ventar. Eg minner om dei i kanalane annankvar arbeidsdag, høgst fem gonger.`,
    none: 'Ingen spørsmål ventar på svar.',
    row: (topic, state, since, reminded) =>
      `${topic} · ${state} · sendt ${since}${reminded > 0 ? ` · minna om ${reminded} gonger utan svar` : ''}`,
    noChannel: 'Ingen kanal er vald for dette temaet.',
  },
};
