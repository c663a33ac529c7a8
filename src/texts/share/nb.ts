import { near } from './near.ts';
import type { ShareTexts } from './texts.ts';

const quoted = (name: string): string => `«${name}»`;

export const nb: ShareTexts = {
  help: 'Har dere løst noe andre kan lære av? Skriv «del en løsning». «Mine delinger» viser det du har delt.',
  helpEditors: 'Du er redaktør. Skriv «til godkjenning» for å se det som venter.',
  title: 'Del en løsning',
  lead: 'Fortell kort hva dere har gjort eller trenger, så slipper andre kommuner å begynne på nytt. En redaktør leser det før andre ser det.',
  kind: { solution: 'Løsning', experience: 'Erfaring', need: 'Behov' },
  kindText: {
    solution: 'Noe dere har tatt i bruk, og som andre kan bruke',
    experience: 'Noe dere har gjort eller kjøpt, og det dere lærte',
    need: 'Noe dere trenger, og som kanskje flere trenger',
  },
  state: {
    waiting: 'Venter på godkjenning',
    changes: 'Redaktøren ber om endringer',
    approved: 'Godkjent',
    rejected: 'Avvist',
    withdrawn: 'Trukket tilbake',
  },
  made: {
    shared: 'Sendt inn',
    corrected: 'Rettet',
    restored: 'Hentet fram igjen',
    withdrawn: 'Trukket tilbake',
  },
  answer: { yes: 'Ja', no: 'Nei', 'not-relevant': 'Ikke aktuelt' },
  refusal: {
    gone: 'Denne finnes ikke lenger. Kanskje er utkastet slettet; utkast tas vare på i 30 dager.',
    'not-yours':
      'Denne hører til noen andre. Bare den som delte den, og redaktørene i samme kommune kan åpne den her.',
    'not-editor': 'Det er redaktørene i kommunen som godkjenner det som deles.',
    decided: 'Dette er allerede avgjort. Under ser du hvordan det står nå.',
    newer:
      'Noen har rettet teksten etter at du åpnet den. Les den nye versjonen, og gjør det så en gang til om du fortsatt vil.',
    'wrong-state': 'Det kan ikke gjøres slik det står nå.',
    incomplete: 'Noe mangler før du kan sende inn.',
  },
  fault: (fault) => {
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
  },
  faults: 'Noe må rettes før du går videre. Alt du har skrevet, er tatt vare på.',
  personal: (kinds) =>
    `Det ser ut til at du har skrevet ${kinds}. Derfor er ingenting på denne siden lagret, og teksten det gjelder, er tatt bort. Skriv den på nytt uten opplysninger om personer.`,
  personalField: 'Her så det ut til å stå opplysninger om en person.',
  personalMessage: (kinds) =>
    `Meldingen ser ut til å inneholde ${kinds}. Derfor har jeg ikke tatt den med. Skriv det du vil dele, uten opplysninger om personer.`,
  and: 'og',
  next: 'Neste',
  back: 'Tilbake',
  cancel: 'Nei, la det være',
  older: 'Vis flere',
  mine: {
    title: 'Mine delinger',
    lead: 'Utkastene dine og det du har sendt inn. Bare du ser utkastene, og de slettes etter 30 dager.',
    none: 'Du har ikke delt noe ennå. Trykk under for å begynne.',
    draft: 'Utkast',
    untitled: 'Uten tittel',
    at: (day) => `sist endret ${day}`,
  },
  waiting: {
    title: 'Til godkjenning',
    lead: 'Det som har ventet lengst, står først.',
    none: 'Ingenting venter på godkjenning.',
    row: (kind, day) => `${kind}, sendt inn ${day}`,
  },
  step: {
    of: (step, of) => `Del en løsning · steg ${step} av ${of}`,
    heading: {
      about: 'Hva vil du dele?',
      told: 'Hva gjorde dere?',
      facts: 'Hvor, når og med hva?',
      privacy: 'Personvern og lenker',
      contact: 'Hvem kan andre spørre?',
      summary: 'Sammendrag',
      preview: 'Se over og send inn',
    },
    lead: {
      told: 'Skriv kort. Har dere meldt et behov, kan dette stå tomt.',
      contact: 'En rolle og en enhet, aldri en person. Står dette tomt, vises kommunens postmottak.',
      summary: 'Står dette tomt, brukes begynnelsen av teksten på alle språk.',
    },
    field: {
      kind: 'Hva slags?',
      title: 'Tittel',
      problem: 'Hva var behovet?',
      done: 'Hva gjorde dere?',
      result: 'Hvordan gikk det?',
      again: 'Hva ville dere gjort igjen?',
      otherwise: 'Hva ville dere gjort annerledes?',
      place: 'Kommune',
      year: 'Årstall',
      procedure: 'Prosedyre, hvis noe ble kjøpt',
      systems: 'Systemer',
      topic: 'Tema',
      tags: 'Stikkord',
      dpia: 'Er det vurdert hva det betyr for personvernet (DPIA)?',
      dpiaLink: 'Lenke til vurderingen',
      agreement: 'Er det inngått databehandleravtale?',
      agreementLink: 'Lenke til avtalen',
      links: 'Lenker til mer',
      role: 'Rolle',
      office: 'Enhet',
      consent: 'Samtykke',
      nb: 'På bokmål',
      nn: 'På nynorsk',
      en: 'På engelsk',
    },
    hint: {
      title: 'Felles digital vaktordning i hjemmetjenesten',
      place: 'Lillestrøm',
      year: '2026',
      systems: 'SmartVakt, Fiks-plattformen',
      tags: 'velferdsteknologi, fellesanskaffelse',
      dpiaLink: 'https://',
      agreementLink: 'https://',
      links: 'Kravspesifikasjon https://…',
      role: 'innkjøpsrådgiver',
      office: 'innkjøp, Lillestrøm kommune',
    },
    help: {
      title: 'Høyst 90 tegn.',
      problem: 'Mellom 15 og 150 ord.',
      done: 'Mellom 15 og 135 ord.',
      place: 'Navn eller nummer. Flere skilles med komma. Gamle navn går også bra.',
      systems: 'Skill med komma.',
      tags: 'Skill med komma. Bokmål, nynorsk eller engelsk.',
      links: 'Én på hver linje.',
    },
    choose: 'Ikke valgt',
    consent: 'Rollen og enheten kan vises for alle kommuner',
    kept: 'Det du skriver, tas vare på når du går videre. Bare du ser det før du sender inn.',
  },
  preview: {
    similar: 'Er det denne?',
    ready: 'Slik blir det lest. En redaktør ser på det først.',
    submit: 'Send inn',
    discard: 'Forkast utkastet',
    sure: 'Vil du forkaste utkastet?',
    sureBody: 'Det du har skrevet, blir slettet.',
    discarded: 'Utkastet er slettet.',
  },
  fact: {
    kind: 'Slag',
    place: 'Kommune',
    year: 'År',
    procedure: 'Prosedyre',
    systems: 'Systemer',
    topic: 'Tema',
    tags: 'Stikkord',
    lostTags: (slugs) =>
      slugs.length === 1
        ? `Stikkordet «${slugs[0]}» finnes ikke lenger. Det virker som før, men bør byttes.`
        : `Stikkordene ${slugs.map(quoted).join(', ')} finnes ikke lenger. De virker som før, men bør byttes.`,
    dpia: 'DPIA',
    agreement: 'Databehandleravtale',
    links: 'Lenker',
    contact: 'Kontakt',
    summary: 'Sammendrag',
  },
  part: {
    problem: 'Behovet',
    done: 'Hva de gjorde',
    result: 'Resultatet',
    again: 'Ville gjort igjen',
    otherwise: 'Ville gjort annerledes',
  },
  sent: {
    channel: 'Takk for at du deler. Den er sendt til redaktørene, og du får beskjed når de har sett på den.',
    people: 'Takk for at du deler. Redaktørene har fått beskjed, og du hører fra meg når de har sett på den.',
    nobody: 'Takk for at du deler. Den er tatt vare på, men kommunen har ingen redaktør jeg kan nå ennå.',
  },
  decided: (what, by, day) => {
    const did = {
      approve: 'godkjente dette',
      changes: 'ba om endringer',
      reject: 'avviste dette',
      withdraw: 'trakk dette tilbake',
      restore: 'hentet fram en tidligere versjon',
    }[what];
    return `${by} ${did} ${day}.`;
  },
  reason: (reason) => `Begrunnelse: ${reason}`,
  someone: 'Noen',
  open: {
    kicker: (state, version) => `${state} · versjon ${version}`,
    shown: 'Andre ser den forrige godkjente versjonen til denne er avgjort.',
    what: 'Hva vil du gjøre?',
  },
  act: {
    approve: 'Godkjenn',
    changes: 'Be om endringer',
    reject: 'Avvis',
    withdraw: 'Trekk tilbake',
    correct: 'Rett teksten',
    versions: 'Se tidligere versjoner',
    restore: 'Hent fram denne versjonen',
  },
  sure: {
    approve: {
      heading: 'Godkjenn endringen',
      body: 'Den nye versjonen tar plassen til den forrige. Kort som er sendt før, blir rettet uansett.',
      yes: 'Godkjenn',
    },
    changes: {
      heading: 'Hva bør endres?',
      body: 'Den som delte, får meldingen din og kan rette og sende inn igjen.',
      yes: 'Be om endringer',
    },
    reject: {
      heading: 'Hvorfor passer den ikke?',
      body: 'Den som delte, får begrunnelsen din. Er noe godkjent fra før, blir det stående.',
      yes: 'Avvis',
    },
    withdraw: {
      heading: 'Trekk tilbake?',
      body: 'Den blir ikke lenger funnet i søk, og kort som er sendt, sier at den er trukket tilbake.',
      yes: 'Trekk tilbake',
    },
    restore: {
      heading: 'Hent fram denne versjonen?',
      body: 'Den blir godkjent med en gang og tar plassen til den andre ser nå.',
      yes: 'Hent fram',
    },
  },
  ask: {
    reason: 'Begrunnelse',
    reasonMissing: 'Skriv noen ord om hvorfor.',
    reasonPersonal: 'Det ser ut til at begrunnelsen inneholder personopplysninger. Skriv den uten.',
    tell: 'Skal de som følger, få beskjed?',
    tellYes: 'Ja, fortell dem om endringen',
    tellNo: 'Nei, det er bare en liten retting',
  },
  done: {
    approve: 'Godkjent. Alle kommuner finner den om noen sekunder.',
    changes: 'Den som delte, har fått beskjed om hva som bør endres.',
    reject: 'Avvist. Den som delte, har fått begrunnelsen.',
    withdraw: 'Trukket tilbake.',
    restore: 'Versjonen er hentet fram og godkjent.',
  },
  versions: {
    title: 'Tidligere versjoner',
    lead: 'Alt som er sendt inn, rettet eller trukket tilbake, den nyeste først.',
    row: (number) => `Versjon ${number}`,
    shown: 'den andre ser',
    of: (number) => `Versjon ${number}`,
  },
  notice: {
    waits: (title) => `«${title}» venter på godkjenning`,
    decide: 'Les og avgjør',
    whyChannel:
      'Dette kommer til redaktørene i kommunen. En administrator kan velge kanal for dem, eller ta bort rollen redaktør.',
    settled: (title) => `«${title}» er avgjort`,
    see: 'Åpne',
    sharer: {
      approve: {
        heading: (title) => `«${title}» er godkjent`,
        body: 'Takk. Alle kommuner kan nå finne den når de spør meg.',
      },
      changes: {
        heading: (title) => `Redaktøren ber om endringer i «${title}»`,
        body: 'Rett det du er enig i, og send inn igjen.',
      },
      reject: {
        heading: (title) => `«${title}» ble ikke godkjent`,
        body: 'Teksten ligger fortsatt under «mine delinger».',
      },
      withdraw: {
        heading: (title) => `«${title}» er trukket tilbake`,
        body: 'Andre finner den ikke lenger.',
      },
      restore: {
        heading: (title) => `En tidligere versjon av «${title}» er hentet fram`,
        body: 'Det er den andre kommuner ser nå.',
      },
    },
    mend: 'Rett og send inn igjen',
    whySharer: 'Du får dette fordi du delte den. Skriv «slett mine data» hvis du ikke vil ha flere slike.',
  },
};

const MISSING: Partial<Record<string, string>> = {
  title: 'Skriv en tittel med minst fem tegn.',
  problem: 'Skriv hva behovet var.',
  done: 'Skriv hva dere gjorde.',
  place: 'Skriv hvilken kommune det gjelder.',
  topic: 'Velg et tema.',
  role: 'Skriv en rolle også, eller la begge stå tomme.',
  office: 'Skriv en enhet også, eller la begge stå tomme.',
};
