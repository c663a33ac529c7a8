import { near } from './near.ts';
import type { ShareTexts } from './texts.ts';

const quoted = (name: string): string => `«${name}»`;

export const nn: ShareTexts = {
  help: 'Har de løyst noko andre kan lære av? Skriv «del ei løysing». «Delingane mine» viser det du har delt.',
  helpEditors: 'Du er redaktør. Skriv «til godkjenning» for å sjå det som ventar.',
  title: 'Del ei løysing',
  lead: 'Fortel kort kva de har gjort eller treng, så slepp andre kommunar å byrje på nytt. Ein redaktør les det før andre ser det.',
  kind: { solution: 'Løysing', experience: 'Erfaring', need: 'Behov' },
  kindText: {
    solution: 'Noko de har teke i bruk, og som andre kan bruke',
    experience: 'Noko de har gjort eller kjøpt, og det de lærte',
    need: 'Noko de treng, og som kanskje fleire treng',
  },
  state: {
    waiting: 'Ventar på godkjenning',
    changes: 'Redaktøren ber om endringar',
    approved: 'Godkjend',
    rejected: 'Avvist',
    withdrawn: 'Trekt tilbake',
  },
  made: { shared: 'Send inn', corrected: 'Retta', restored: 'Henta fram att', withdrawn: 'Trekt tilbake' },
  answer: { yes: 'Ja', no: 'Nei', 'not-relevant': 'Ikkje aktuelt' },
  refusal: {
    gone: 'Denne finst ikkje lenger. Kanskje er utkastet sletta; utkast blir tekne vare på i 30 dagar.',
    'not-yours':
      'Denne høyrer til nokon andre. Berre den som delte henne, og redaktørane i same kommune kan opne henne her.',
    'not-editor': 'Det er redaktørane i kommunen som godkjenner det som blir delt.',
    decided: 'Dette er alt avgjort. Under ser du korleis det står no.',
    newer:
      'Nokon har retta teksten etter at du opna han. Les den nye versjonen, og gjer det så ein gong til om du framleis vil.',
    'wrong-state': 'Det kan ikkje gjerast slik det står no.',
    incomplete: 'Noko manglar før du kan sende inn.',
  },
  fault: (fault) => {
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
  },
  faults: 'Noko må rettast før du går vidare. Alt du har skrive, er teke vare på.',
  personal: (kinds) =>
    `Det ser ut til at du har skrive ${kinds}. Difor er ingenting på denne sida lagra, og teksten det gjeld, er teken bort. Skriv han på nytt utan opplysningar om personar.`,
  personalField: 'Her såg det ut til å stå opplysningar om ein person.',
  personalMessage: (kinds) =>
    `Meldinga ser ut til å innehalde ${kinds}. Difor har eg ikkje teke henne med. Skriv det du vil dele, utan opplysningar om personar.`,
  and: 'og',
  next: 'Neste',
  back: 'Tilbake',
  cancel: 'Nei, lat det vere',
  older: 'Vis fleire',
  mine: {
    title: 'Delingane mine',
    lead: 'Utkasta dine og det du har sendt inn. Berre du ser utkasta, og dei blir sletta etter 30 dagar.',
    none: 'Du har ikkje delt noko enno. Trykk under for å byrje.',
    draft: 'Utkast',
    untitled: 'Utan tittel',
    at: (day) => `sist endra ${day}`,
  },
  waiting: {
    title: 'Til godkjenning',
    lead: 'Det som har venta lengst, står først.',
    none: 'Ingenting ventar på godkjenning.',
    row: (kind, day) => `${kind}, send inn ${day}`,
  },
  step: {
    of: (step, of) => `Del ei løysing · steg ${step} av ${of}`,
    heading: {
      about: 'Kva vil du dele?',
      told: 'Kva gjorde de?',
      facts: 'Kvar, når og med kva?',
      privacy: 'Personvern og lenkjer',
      contact: 'Kven kan andre spørje?',
      summary: 'Samandrag',
      preview: 'Sjå over og send inn',
    },
    lead: {
      told: 'Skriv kort. Har de meldt eit behov, kan dette stå tomt.',
      contact: 'Ei rolle og ei eining, aldri ein person. Står dette tomt, blir postmottaket i kommunen vist.',
      summary: 'Står dette tomt, blir byrjinga av teksten brukt på alle språk.',
    },
    field: {
      kind: 'Kva slag?',
      title: 'Tittel',
      problem: 'Kva var behovet?',
      done: 'Kva gjorde de?',
      result: 'Korleis gjekk det?',
      again: 'Kva ville de gjort igjen?',
      otherwise: 'Kva ville de gjort annleis?',
      place: 'Kommune',
      year: 'Årstal',
      procedure: 'Prosedyre, om noko vart kjøpt',
      systems: 'System',
      topic: 'Tema',
      tags: 'Stikkord',
      dpia: 'Er det vurdert kva det har å seie for personvernet (DPIA)?',
      dpiaLink: 'Lenkje til vurderinga',
      agreement: 'Er det inngått databehandlaravtale?',
      agreementLink: 'Lenkje til avtalen',
      links: 'Lenkjer til meir',
      role: 'Rolle',
      office: 'Eining',
      consent: 'Samtykke',
      nb: 'På bokmål',
      nn: 'På nynorsk',
      en: 'På engelsk',
    },
    hint: {
      title: 'Felles digital vaktordning i heimetenesta',
      place: 'Kinn',
      year: '2026',
      systems: 'SmartVakt, Fiks-plattforma',
      tags: 'velferdsteknologi, fellesanskaffing',
      dpiaLink: 'https://',
      agreementLink: 'https://',
      links: 'Kravspesifikasjon https://…',
      role: 'innkjøpsrådgivar',
      office: 'innkjøp, Kinn kommune',
    },
    help: {
      title: 'Høgst 90 teikn.',
      problem: 'Mellom 15 og 150 ord.',
      done: 'Mellom 15 og 135 ord.',
      place: 'Namn eller nummer. Fleire skil du med komma. Gamle namn går òg bra.',
      systems: 'Skil med komma.',
      tags: 'Skil med komma. Bokmål, nynorsk eller engelsk.',
      links: 'Éi på kvar linje.',
    },
    choose: 'Ikkje valt',
    consent: 'Rolla og eininga kan visast for alle kommunar',
    kept: 'Det du skriv, blir teke vare på når du går vidare. Berre du ser det før du sender inn.',
  },
  preview: {
    similar: 'Er det denne?',
    ready: 'Slik blir det lese. Ein redaktør ser på det først.',
    submit: 'Send inn',
    discard: 'Forkast utkastet',
    sure: 'Vil du forkaste utkastet?',
    sureBody: 'Det du har skrive, blir sletta.',
    discarded: 'Utkastet er sletta.',
  },
  fact: {
    kind: 'Slag',
    place: 'Kommune',
    year: 'År',
    procedure: 'Prosedyre',
    systems: 'System',
    topic: 'Tema',
    tags: 'Stikkord',
    lostTags: (slugs) =>
      slugs.length === 1
        ? `Stikkordet «${slugs[0]}» finst ikkje lenger. Det verkar som før, men bør bytast.`
        : `Stikkorda ${slugs.map(quoted).join(', ')} finst ikkje lenger. Dei verkar som før, men bør bytast.`,
    dpia: 'DPIA',
    agreement: 'Databehandlaravtale',
    links: 'Lenkjer',
    contact: 'Kontakt',
    summary: 'Samandrag',
  },
  part: {
    problem: 'Behovet',
    done: 'Kva dei gjorde',
    result: 'Resultatet',
    again: 'Ville gjort igjen',
    otherwise: 'Ville gjort annleis',
  },
  sent: {
    channel: 'Takk for at du deler. Ho er send til redaktørane, og du får melding når dei har sett på henne.',
    people:
      'Takk for at du deler. Redaktørane har fått melding, og du høyrer frå meg når dei har sett på henne.',
    nobody: 'Takk for at du deler. Ho er teken vare på, men kommunen har ingen redaktør eg kan nå enno.',
  },
  decided: (what, by, day) => {
    const did = {
      approve: 'godkjende dette',
      changes: 'bad om endringar',
      reject: 'avviste dette',
      withdraw: 'trekte dette tilbake',
      restore: 'henta fram ein tidlegare versjon',
    }[what];
    return `${by} ${did} ${day}.`;
  },
  reason: (reason) => `Grunngiving: ${reason}`,
  someone: 'Nokon',
  open: {
    kicker: (state, version) => `${state} · versjon ${version}`,
    shown: 'Andre ser den førre godkjende versjonen til denne er avgjord.',
    what: 'Kva vil du gjere?',
  },
  act: {
    approve: 'Godkjenn',
    changes: 'Be om endringar',
    reject: 'Avvis',
    withdraw: 'Trekk tilbake',
    correct: 'Rett teksten',
    versions: 'Sjå tidlegare versjonar',
    restore: 'Hent fram denne versjonen',
  },
  sure: {
    approve: {
      heading: 'Godkjenn endringa',
      body: 'Den nye versjonen tek plassen til den førre. Kort som er sende før, blir retta uansett.',
      yes: 'Godkjenn',
    },
    changes: {
      heading: 'Kva bør endrast?',
      body: 'Den som delte, får meldinga di og kan rette og sende inn på nytt.',
      yes: 'Be om endringar',
    },
    reject: {
      heading: 'Kvifor passar ho ikkje?',
      body: 'Den som delte, får grunngivinga di. Er noko godkjent frå før, blir det ståande.',
      yes: 'Avvis',
    },
    withdraw: {
      heading: 'Trekkje tilbake?',
      body: 'Ho blir ikkje lenger funnen i søk, og kort som er sende, seier at ho er trekt tilbake.',
      yes: 'Trekk tilbake',
    },
    restore: {
      heading: 'Hente fram denne versjonen?',
      body: 'Han blir godkjend med ein gong og tek plassen til den andre ser no.',
      yes: 'Hent fram',
    },
  },
  ask: {
    reason: 'Grunngiving',
    reasonMissing: 'Skriv nokre ord om kvifor.',
    reasonPersonal: 'Det ser ut til at grunngivinga inneheld personopplysningar. Skriv henne utan.',
    tell: 'Skal dei som følgjer, få melding?',
    tellYes: 'Ja, fortel dei om endringa',
    tellNo: 'Nei, det er berre ei lita retting',
  },
  done: {
    approve: 'Godkjend. Alle kommunar finn henne om nokre sekund.',
    changes: 'Den som delte, har fått melding om kva som bør endrast.',
    reject: 'Avvist. Den som delte, har fått grunngivinga.',
    withdraw: 'Trekt tilbake.',
    restore: 'Versjonen er henta fram og godkjend.',
  },
  versions: {
    title: 'Tidlegare versjonar',
    lead: 'Alt som er sendt inn, retta eller trekt tilbake, det nyaste først.',
    row: (number) => `Versjon ${number}`,
    shown: 'den andre ser',
    of: (number) => `Versjon ${number}`,
  },
  notice: {
    waits: (title) => `«${title}» ventar på godkjenning`,
    decide: 'Les og avgjer',
    whyChannel:
      'Dette kjem til redaktørane i kommunen. Ein administrator kan velje kanal for dei, eller ta bort rolla redaktør.',
    settled: (title) => `«${title}» er avgjord`,
    see: 'Opne',
    sharer: {
      approve: {
        heading: (title) => `«${title}» er godkjend`,
        body: 'Takk. Alle kommunar kan no finne henne når dei spør meg.',
      },
      changes: {
        heading: (title) => `Redaktøren ber om endringar i «${title}»`,
        body: 'Rett det du er einig i, og send inn på nytt.',
      },
      reject: {
        heading: (title) => `«${title}» vart ikkje godkjend`,
        body: 'Teksten ligg framleis under «delingane mine».',
      },
      withdraw: {
        heading: (title) => `«${title}» er trekt tilbake`,
        body: 'Andre finn henne ikkje lenger.',
      },
      restore: {
        heading: (title) => `Ein tidlegare versjon av «${title}» er henta fram`,
        body: 'Det er den andre kommunar ser no.',
      },
    },
    mend: 'Rett og send inn på nytt',
    whySharer: 'Du får dette fordi du delte henne. Skriv «slett mine data» om du ikkje vil ha fleire slike.',
  },
};

const MISSING: Partial<Record<string, string>> = {
  title: 'Skriv ein tittel med minst fem teikn.',
  problem: 'Skriv kva behovet var.',
  done: 'Skriv kva de gjorde.',
  place: 'Skriv kva kommune det gjeld.',
  topic: 'Vel eit tema.',
  role: 'Skriv ei rolle òg, eller lat begge stå tomme.',
  office: 'Skriv ei eining òg, eller lat begge stå tomme.',
};
