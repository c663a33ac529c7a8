import { joinedBy } from '../words.ts';
import type { PeopleTexts } from './texts.ts';

export const nb: PeopleTexts = {
  role: { staff: 'ansatt', leader: 'leder', editor: 'redaktør', admin: 'administrator' },
  purpose: {
    editors: 'redaktørene',
    anskaffelser: 'spørsmål om anskaffelser',
    personvern: 'spørsmål om personvern',
    samarbeid: 'spørsmål om samarbeid',
    digitalisering: 'spørsmål om digitalisering',
  },
  someone: 'Noen',
  mayNot: (what, admins) => {
    const whose = {
      'survey.send': 'Undersøkelser sendes av dem som har rollen leder.',
      'benchmark.choose': 'Administratorer velger om kommunen er med i sammenligningen.',
      'share.approve': 'Det som deles, godkjennes av dem som har rollen redaktør.',
      'roles.give': 'Roller gis og tas bort av administratorer.',
      'municipality.choose': 'Administratorer velger hvilken kommune dere hører til.',
      'channels.choose': 'Administratorer velger hvilke kanaler som er for hva.',
      'gaps.read': 'Lista over det Samvit ikke hadde svar på, er for dem som har rollen redaktør.',
      'audit.read': 'Loggen kan leses av administratorer.',
      'delivery.mend': 'Utsendinger som ikke kom fram, følges opp av administratorer.',
    }[what];
    const whom =
      admins.length > 0
        ? joinedBy(admins.slice(0, 3), 'eller')
        : 'den som har satt opp Samvit i kommunen, for eksempel IT-avdelingen';
    return `${whose} Trenger du hjelp med dette, kan du spørre ${whom}.`;
  },
  help: {
    surveys: 'Du kan sende undersøkelser. Skriv «ny undersøkelse» for å lage en.',
    roles:
      'Du er administrator. Skriv «hvem har roller», «vis logg», «hvilke kanaler er valgt» eller «kommunen er …». Roller gir du i en kanal eller gruppe: «@Samvit gi @Kari rollen leder».',
  },
  roles: {
    given: (name, role) => `${name} har fått rollen ${role}.`,
    held: (name, role) => `${name} hadde allerede rollen ${role}.`,
    taken: (name, role) => `${name} har ikke lenger rollen ${role}.`,
    notHeld: (name, role) => `${name} hadde ikke rollen ${role}.`,
    lastAdmin: (name) =>
      `${name} er den eneste administratoren, så den rollen ble stående. Gi den til en annen først.`,
    set: (name) =>
      `${name} er administrator gjennom innstillingen ADMINS. Den endres av den som drifter Samvit, ikke her i chatten.`,
    notFound: (name) =>
      `Jeg fant ikke ${name} blant medlemmene her. Prøv i et team eller en gruppe der dere begge er med.`,
    unclear: {
      whom: 'Hvem gjelder det? Skriv i en kanal eller gruppe der jeg er med, og nevn personen med @: «@Samvit gi @Kari rollen leder».',
      which: 'Den rollen kjenner jeg ikke. Rollene er leder, redaktør og administrator.',
      both: 'Det var to ting på en gang. Skriv én melding for det du vil gi, og én for det du vil ta bort.',
    },
    mine: (roles) =>
      roles.length === 0
        ? 'Du har ingen særskilt rolle i Samvit. Alle ansatte kan spørre og svare på undersøkelser.'
        : `Du har ${roles.length === 1 ? 'rollen' : 'rollene'} ${joinedBy(roles, 'og')}.`,
    title: 'Roller i Samvit',
    line: (role, names) => `**${role.charAt(0).toUpperCase()}${role.slice(1)}:** ${joinedBy(names, 'og')}`,
    none: 'Ingen har fått en rolle ennå.',
    someSet: 'Den som drifter Samvit, kan også ha satt administratorer i innstillingen ADMINS.',
    how: 'Gi en rolle i en kanal eller gruppe der jeg er med: «@Samvit gi @Kari rollen leder». Rollene er leder, redaktør og administrator.',
    take: 'Ta bort en rolle',
    holds: (name, role) => `${name}: ${role}`,
    next: (left) => `Vis flere (${left} igjen)`,
    confirm: {
      title: (name, role) => `Ta bort rollen ${role} fra ${name}?`,
      body: 'Endringen gjelder med en gang og føres i loggen.',
      yes: 'Ja, ta bort',
    },
  },
  channels: {
    here: (name) => (name ? `Kanalen «${name}»` : 'Denne kanalen'),
    there: (name) => (name ? `kanalen «${name}»` : 'en kanal uten eget navn'),
    several: (purposes) => joinedBy(purposes, 'og'),
    chosen: (channel, purposes) => `${channel} er valgt for ${purposes}.`,
    useEditors: 'Her kommer det som skal godkjennes, og beskjed når kunnskapsbasen har feil.',
    useTopics: 'Her kommer spørsmål jeg ikke kan svare på, når den som spurte vil sende dem hit.',
    replaced: (channel, purpose) => `Før var ${channel} valgt for ${purpose}.`,
    dropped: (purposes) => `Denne kanalen er ikke lenger valgt for ${purposes}.`,
    notChosen:
      'Denne kanalen er ikke valgt for det. Skriv «hvilke kanaler er valgt» for å se dem som er det.',
    title: 'Disse kanalene er valgt:',
    line: (purpose, channel) => `For ${purpose}: ${channel}`,
    none: 'Ingen kanaler er valgt ennå. Da kan ingen sende spørsmål videre til fagfolk.',
    without: (purposes) => `Ingen kanal er valgt for ${purposes}.`,
    how: 'Velg en kanal ved å skrive i den: «@Samvit bruk denne kanalen for redaktører», «… for spørsmål om personvern» eller «… for alle spørsmål». «@Samvit slutt å bruke denne kanalen» tar den bort.',
    inChannel:
      'Skriv det i kanalen du mener, med @Samvit først: «@Samvit bruk denne kanalen for redaktører». Jeg må være lagt til i teamet.',
    unclear:
      'Hva skal kanalen brukes til? Den kan være for redaktører, for spørsmål om anskaffelser, personvern, samarbeid eller digitalisering, eller for alle spørsmål.',
  },
  municipality: {
    is: (name) => `Dere hører til ${name}.`,
    none: 'Jeg vet ikke hvilken kommune dere hører til ennå.',
    how: 'En administrator kan velge med for eksempel «kommunen er Lillestrøm».',
    chosen: (name) => `Kommunen er ${name}`,
    use: 'Det brukes når undersøkelsene deres sammenlignes med andre kommuners.',
    already: (name) => `Kommunen er allerede ${name}`,
    confirm: {
      title: (name) => `Bytte kommune til ${name}?`,
      body: (from, to) =>
        `I dag hører dere til ${from}. Bytter dere, sammenlignes undersøkelsene deres som ${to} fra nå av.`,
      yes: (name) => `Ja, bytt til ${name}`,
    },
    which: { title: 'Hvilken kommune mener du?', body: 'Flere kommuner passer. Velg den dere hører til.' },
    unknown: {
      title: (asked) => `Jeg finner ingen kommune som heter «${asked}»`,
      near: 'Kanskje du mener en av disse?',
      body: 'Skriv navnet eller kommunenummeret, for eksempel «kommunen er Lillestrøm» eller «kommunen er 3205».',
    },
    inCounty: (county) => `i ${county}`,
  },
  audit: {
    title: 'Logg',
    kept: 'Loggen viser hva administratorer, ledere og redaktører har gjort. Hver linje slettes etter to år.',
    empty: 'Ingenting er ført i loggen ennå.',
    personal: 'Loggen viser jeg bare i vår egen chat, siden andre kan lese med her. Skriv «vis logg» der.',
    deed: (actor, deed) => {
      switch (deed.what) {
        case 'role.given':
          return `${actor} ga ${deed.name} rollen ${nb.role[deed.role]}.`;
        case 'role.taken':
          return `${actor} tok bort rollen ${nb.role[deed.role]} fra ${deed.name}.`;
        case 'municipality.chosen':
          return `${actor} valgte kommunen ${deed.name} (${deed.number}).`;
        case 'channel.chosen':
          return `${actor} valgte kanalen ${deed.name || 'uten navn'} for ${nb.purpose[deed.purpose]}.`;
        case 'channel.dropped':
          return `${actor} tok bort kanalen for ${nb.purpose[deed.purpose]}.`;
        case 'benchmark.joined':
          return `${actor} meldte kommunen på sammenligningen.`;
        case 'benchmark.left':
          return `${actor} meldte kommunen av sammenligningen.`;
        case 'survey.sent':
          return `${actor} sendte undersøkelsen «${deed.title}».`;
        case 'survey.closed':
          return `${actor} avsluttet undersøkelsen «${deed.title}».`;
        case 'survey.extended':
          return `${actor} forlenget undersøkelsen «${deed.title}».`;
        case 'survey.corrected':
          return `${actor} rettet en tekst i undersøkelsen «${deed.title}».`;
        case 'survey.withdrawn':
          return `${actor} trakk undersøkelsen «${deed.title}».`;
        case 'share.approved':
          return `${actor} godkjente «${deed.title}».`;
        case 'share.changes':
          return `${actor} ba om endringer i «${deed.title}».`;
        case 'share.rejected':
          return `${actor} avviste «${deed.title}».`;
        case 'share.corrected':
          return `${actor} rettet «${deed.title}».`;
        case 'share.withdrawn':
          return `${actor} trakk tilbake «${deed.title}».`;
        case 'share.restored':
          return `${actor} hentet fram en tidligere versjon av «${deed.title}».`;
      }
    },
    unreadable: 'Denne linjen er låst med en tidligere nøkkel og kan ikke leses.',
    older: 'Eldre',
    newer: 'Nyere',
  },
  no: 'Nei, la det være',
  unchanged: { title: 'Ingenting er endret', body: 'Alt er som det var. Si fra om det er noe annet.' },
};
