import { joinedBy } from '../words.ts';
import type { PeopleTexts } from './texts.ts';

export const nn: PeopleTexts = {
  role: { staff: 'tilsett', leader: 'leiar', editor: 'redaktør', admin: 'administrator' },
  purpose: {
    editors: 'redaktørane',
    anskaffelser: 'spørsmål om anskaffingar',
    personvern: 'spørsmål om personvern',
    samarbeid: 'spørsmål om samarbeid',
    digitalisering: 'spørsmål om digitalisering',
  },
  someone: 'Nokon',
  mayNot: (what, admins) => {
    const whose = {
      'survey.send': 'Undersøkingar blir sende av dei som har rolla leiar.',
      'benchmark.choose': 'Administratorar vel om kommunen er med i samanlikninga.',
      'share.approve': 'Det som blir delt, blir godkjent av dei som har rolla redaktør.',
      'roles.give': 'Roller blir gitt og tekne bort av administratorar.',
      'municipality.choose': 'Administratorar vel kva kommune de høyrer til.',
      'channels.choose': 'Administratorar vel kva kanalar som er for kva.',
      'gaps.read': 'Lista over det Samvit ikkje hadde svar på, er for dei som har rolla redaktør.',
      'audit.read': 'Loggen kan lesast av administratorar.',
      'delivery.mend': 'Utsendingar som ikkje kom fram, blir følgde opp av administratorar.',
    }[what];
    const whom =
      admins.length > 0
        ? joinedBy(admins.slice(0, 3), 'eller')
        : 'den som har sett opp Samvit i kommunen, til dømes IT-avdelinga';
    return `${whose} Treng du hjelp med dette, kan du spørje ${whom}.`;
  },
  help: {
    surveys: 'Du kan sende undersøkingar. Skriv «ny undersøking» for å lage ei.',
    roles:
      'Du er administrator. Skriv «kven har roller», «vis logg», «kva kanalar er valde» eller «kommunen er …». Roller gir du i ein kanal eller ei gruppe: «@Samvit gi @Kari rolla leiar».',
  },
  roles: {
    given: (name, role) => `${name} har fått rolla ${role}.`,
    held: (name, role) => `${name} hadde alt rolla ${role}.`,
    taken: (name, role) => `${name} har ikkje lenger rolla ${role}.`,
    notHeld: (name, role) => `${name} hadde ikkje rolla ${role}.`,
    lastAdmin: (name) =>
      `${name} er den einaste administratoren, så den rolla vart ståande. Gi ho til ein annan først.`,
    set: (name) =>
      `${name} er administrator gjennom innstillinga ADMINS. Ho blir endra av den som driftar Samvit, ikkje her i chatten.`,
    notFound: (name) =>
      `Eg fann ikkje ${name} blant medlemmene her. Prøv i eit team eller ei gruppe der de begge er med.`,
    unclear: {
      whom: 'Kven gjeld det? Skriv i ein kanal eller ei gruppe der eg er med, og nemn personen med @: «@Samvit gi @Kari rolla leiar».',
      which: 'Den rolla kjenner eg ikkje. Rollene er leiar, redaktør og administrator.',
      both: 'Det var to ting på ein gong. Skriv éi melding for det du vil gi, og éi for det du vil ta bort.',
    },
    mine: (roles) =>
      roles.length === 0
        ? 'Du har inga særskild rolle i Samvit. Alle tilsette kan spørje og svare på undersøkingar.'
        : `Du har ${roles.length === 1 ? 'rolla' : 'rollene'} ${joinedBy(roles, 'og')}.`,
    title: 'Roller i Samvit',
    line: (role, names) => `**${role.charAt(0).toUpperCase()}${role.slice(1)}:** ${joinedBy(names, 'og')}`,
    none: 'Ingen har fått ei rolle enno.',
    someSet: 'Den som driftar Samvit, kan òg ha sett administratorar i innstillinga ADMINS.',
    how: 'Gi ei rolle i ein kanal eller ei gruppe der eg er med: «@Samvit gi @Kari rolla leiar». Rollene er leiar, redaktør og administrator.',
    take: 'Ta bort ei rolle',
    holds: (name, role) => `${name}: ${role}`,
    next: (left) => `Vis fleire (${left} att)`,
    confirm: {
      title: (name, role) => `Ta bort rolla ${role} frå ${name}?`,
      body: 'Endringa gjeld med ein gong og blir ført i loggen.',
      yes: 'Ja, ta bort',
    },
  },
  channels: {
    here: (name) => (name ? `Kanalen «${name}»` : 'Denne kanalen'),
    there: (name) => (name ? `kanalen «${name}»` : 'ein kanal utan eige namn'),
    several: (purposes) => joinedBy(purposes, 'og'),
    chosen: (channel, purposes) => `${channel} er vald for ${purposes}.`,
    useEditors: 'Her kjem det som skal godkjennast, og beskjed når kunnskapsbasen har feil.',
    useTopics: 'Her kjem spørsmål eg ikkje kan svare på, når den som spurde vil sende dei hit.',
    replaced: (channel, purpose) => `Før var ${channel} vald for ${purpose}.`,
    dropped: (purposes) => `Denne kanalen er ikkje lenger vald for ${purposes}.`,
    notChosen: 'Denne kanalen er ikkje vald for det. Skriv «kva kanalar er valde» for å sjå dei som er det.',
    title: 'Desse kanalane er valde:',
    line: (purpose, channel) => `For ${purpose}: ${channel}`,
    none: 'Ingen kanalar er valde enno. Då kan ingen sende spørsmål vidare til fagfolk.',
    without: (purposes) => `Ingen kanal er vald for ${purposes}.`,
    how: 'Vel ein kanal ved å skrive i han: «@Samvit bruk denne kanalen for redaktørar», «… for spørsmål om personvern» eller «… for alle spørsmål». «@Samvit slutt å bruke denne kanalen» tek han bort.',
    inChannel:
      'Skriv det i kanalen du meiner, med @Samvit først: «@Samvit bruk denne kanalen for redaktørar». Eg må vere lagd til i teamet.',
    unclear:
      'Kva skal kanalen brukast til? Han kan vere for redaktørar, for spørsmål om anskaffingar, personvern, samarbeid eller digitalisering, eller for alle spørsmål.',
  },
  municipality: {
    is: (name) => `De høyrer til ${name}.`,
    none: 'Eg veit ikkje kva kommune de høyrer til enno.',
    how: 'Ein administrator kan velje med til dømes «kommunen er Lillestrøm».',
    chosen: (name) => `Kommunen er ${name}`,
    use: 'Det blir brukt når undersøkingane dykkar blir samanlikna med dei frå andre kommunar.',
    already: (name) => `Kommunen er alt ${name}`,
    confirm: {
      title: (name) => `Byte kommune til ${name}?`,
      body: (from, to) =>
        `I dag høyrer de til ${from}. Byter de, blir undersøkingane dykkar samanlikna som ${to} frå no av.`,
      yes: (name) => `Ja, byt til ${name}`,
    },
    which: { title: 'Kva kommune meiner du?', body: 'Fleire kommunar passar. Vel den de høyrer til.' },
    unknown: {
      title: (asked) => `Eg finn ingen kommune som heiter «${asked}»`,
      near: 'Kanskje du meiner ein av desse?',
      body: 'Skriv namnet eller kommunenummeret, til dømes «kommunen er Lillestrøm» eller «kommunen er 3205».',
    },
    inCounty: (county) => `i ${county}`,
  },
  audit: {
    title: 'Logg',
    kept: 'Loggen viser kva administratorar, leiarar og redaktørar har gjort. Kvar linje blir sletta etter to år.',
    empty: 'Ingenting er ført i loggen enno.',
    personal: 'Loggen viser eg berre i vår eigen chat, sidan andre kan lese med her. Skriv «vis logg» der.',
    deed: (actor, deed) => {
      switch (deed.what) {
        case 'role.given':
          return `${actor} gav ${deed.name} rolla ${nn.role[deed.role]}.`;
        case 'role.taken':
          return `${actor} tok bort rolla ${nn.role[deed.role]} frå ${deed.name}.`;
        case 'municipality.chosen':
          return `${actor} valde kommunen ${deed.name} (${deed.number}).`;
        case 'channel.chosen':
          return `${actor} valde kanalen ${deed.name || 'utan namn'} for ${nn.purpose[deed.purpose]}.`;
        case 'channel.dropped':
          return `${actor} tok bort kanalen for ${nn.purpose[deed.purpose]}.`;
        case 'benchmark.joined':
          return `${actor} melde kommunen på samanlikninga.`;
        case 'benchmark.left':
          return `${actor} melde kommunen av samanlikninga.`;
        case 'survey.sent':
          return `${actor} sende undersøkinga «${deed.title}».`;
        case 'survey.closed':
          return `${actor} avslutta undersøkinga «${deed.title}».`;
        case 'survey.extended':
          return `${actor} forlengde undersøkinga «${deed.title}».`;
        case 'survey.corrected':
          return `${actor} retta ein tekst i undersøkinga «${deed.title}».`;
        case 'survey.withdrawn':
          return `${actor} trekte undersøkinga «${deed.title}».`;
        case 'share.approved':
          return `${actor} godkjende «${deed.title}».`;
        case 'share.changes':
          return `${actor} bad om endringar i «${deed.title}».`;
        case 'share.rejected':
          return `${actor} avviste «${deed.title}».`;
        case 'share.corrected':
          return `${actor} retta «${deed.title}».`;
        case 'share.withdrawn':
          return `${actor} trekte tilbake «${deed.title}».`;
        case 'share.restored':
          return `${actor} henta fram ein tidlegare versjon av «${deed.title}».`;
      }
    },
    unreadable: 'Denne linja er låst med ein tidlegare nøkkel og kan ikkje lesast.',
    older: 'Eldre',
    newer: 'Nyare',
  },
  no: 'Nei, lat det vere',
  unchanged: { title: 'Ingenting er endra', body: 'Alt er som det var. Sei frå om det er noko anna.' },
};
