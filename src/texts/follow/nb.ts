import { joinedBy } from '../words.ts';
import type { FollowTexts } from './texts.ts';

const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];
const clock = (at: string) => `kl. ${at.replace(':', '.')}`;

export const nb: FollowTexts = {
  how: 'Skriv «@Samvit abonner» i en kanal eller gruppe for å få vite om nye løsninger der. Selv kan du skrive «følg Lillestrøm» eller «mine varsler».',
  welcome:
    'Jeg kan si fra når andre kommuner deler noe nytt. Skriv «abonner» i en kanal, eller «følg velferdsteknologi» her.',
  everything: 'alt som deles',
  solution: (title) => `«${title}»`,
  joined: (names) => joinedBy(names, 'og'),
  rhythm: ({ every, at, weekday, daysOff }) => {
    if (every === 'now') return 'med en gang';
    if (every === 'day')
      return `hver dag ${clock(at)}${daysOff ? '' : ', men ikke i helger og på helligdager'}`;
    return `hver ${WEEKDAYS[weekday - 1]} ${clock(at)}${daysOff ? '' : ', eller neste arbeidsdag når det er helligdag'}`;
  },

  form: {
    title: {
      channel: 'Abonner i denne kanalen',
      group: 'Abonner i denne gruppa',
      person: 'Velg hva du vil følge',
    },
    change: { channel: 'Endre abonnementet', group: 'Endre abonnementet', person: 'Endre varslene dine' },
    lead: {
      channel:
        'Kanalen får vite det når noen deler en løsning, en erfaring eller et behov som passer med minst ett av valgene under.',
      group:
        'Gruppa får vite det når noen deler en løsning, en erfaring eller et behov som passer med minst ett av valgene under.',
      person:
        'Du får vite det når noen deler en løsning, en erfaring eller et behov som passer med minst ett av valgene under.',
    },
    what: 'Hva skal varslene handle om?',
    everything: 'Alt som deles',
    chosen: 'Det jeg velger under',
    topics: 'Temaer',
    tags: 'Stikkord',
    tagsHelp: 'Skill flere med komma, som «velferdsteknologi, DPIA».',
    municipalities: 'Kommuner',
    municipalitiesHelp: 'Skill flere med komma. Gamle kommunenavn går også bra.',
    counties: 'Fylker',
    countiesHelp: 'Skill flere med komma.',
    every: 'Når skal det komme?',
    now: 'Med en gang',
    day: 'Samlet hver dag',
    week: 'Samlet en gang i uka',
    weekday: 'Ukedag, hvis det kommer en gang i uka',
    weekdays: WEEKDAYS.map((day) => `${day.charAt(0).toUpperCase()}${day.slice(1)}`),
    at: 'Klokkeslett, hvis det kommer samlet',
    daysOff: 'I helger og på helligdager, hvis det kommer samlet',
    waits: 'Vent til neste arbeidsdag',
    comes: 'Send da også',
    save: 'Abonner',
    keep: 'Lagre',
    cancel: 'Avbryt',
  },
  fault: {
    some: 'Noe må rettes før det kan lagres.',
    nothing: 'Velg alt som deles, eller fyll ut minst ett av feltene under.',
    unknown: (text, near) =>
      `Jeg kjenner ikke «${text}».${near.length > 0 ? ` Mente du ${joinedBy(near, 'eller')}?` : ''}`,
    several: (text, which) => `Flere heter ${text}. Skriv ${joinedBy(which, 'eller')}.`,
    time: 'Skriv klokkeslettet som 08:00.',
    weekend: 'Dagen er i helgen. Velg en annen ukedag, eller send også i helger.',
    many: (most) => `Det er plass til ${most} valg. Ta bort noen.`,
  },
  today: (was, now) => `${was} er i dag ${joinedBy(now, 'og')}.`,

  shown: {
    title: { channel: 'Abonnement i denne kanalen', group: 'Abonnement i denne gruppa' },
    none: { channel: 'Kanalen har ikke noe abonnement', group: 'Gruppa har ikke noe abonnement' },
    noneBody:
      'Abonner på temaer, stikkord, kommuner eller fylker, og få vite det her når noen deler noe nytt.',
    follows: (names) => `Følger ${names}`,
    when: (rhythm) => `Kommer ${rhythm}`,
    maker: 'Laget av noen her. Alle her kan endre eller stoppe det.',
    change: 'Endre',
    stop: 'Stopp',
    another: 'Abonner på mer',
    make: 'Abonner',
  },
  done: {
    made: {
      channel: 'Kanalen abonnerer nå',
      group: 'Gruppa abonnerer nå',
      person: 'Varslene dine er lagret',
    },
    changed: 'Abonnementet er endret',
    stopped: { channel: 'Abonnementet i kanalen er stoppet', group: 'Abonnementet i gruppa er stoppet' },
    stoppedBody: {
      channel: 'Kanalen får ikke flere varsler fra det.',
      group: 'Gruppa får ikke flere varsler fra det.',
    },
    again: 'Start det igjen',
    show: 'Vis abonnement',
    meanwhile: 'Noen andre har endret abonnementet i mellomtiden. Her er det slik det er nå.',
    gone: 'Abonnementet er allerede stoppet',
    goneBody: 'Noen har stoppet det. Du kan lage et nytt.',
    known:
      'Det fantes allerede et abonnement på det samme. Det gjelder fortsatt, med tidspunktet du valgte nå.',
    full: 'Det er ikke plass til flere abonnement her. Endre eller stopp ett av dem.',
  },

  mine: {
    title: 'Mine varsler',
    none: 'Du følger ingenting ennå. Skriv for eksempel «følg Lillestrøm» eller «følg velferdsteknologi».',
    lead: (rhythm) => `Du får vite om nye delinger ${rhythm}. Trykk på det du ikke vil følge lenger.`,
    stopRow: 'Slutt å følge',
    followRow: 'Følg',
    rhythm: 'Endre',
    more: 'Følg noe',
    stopAll: 'Stopp alle',
    stopped: (names) => `Du følger ikke lenger ${names}.`,
    stoppedAll: 'Alle varslene dine er stoppet.',
    again: 'Følg igjen',
    started: (names) => `Du følger nå ${names}`,
    already: (names) => `Du følger allerede ${names}`,
    unreachable:
      'Jeg kan ikke skrive til deg ennå. Åpne Samvit i din egen samtale og skriv hei, så kommer varslene dit.',
    also: 'Følg også',
    all: 'Mine varsler',
    full: 'Du følger så mye som det er plass til. Ta bort noe under «Mine varsler» først.',
    unknown: (text) => `Jeg vet ikke hva «${text}» er`,
    unknownBody: 'Du kan følge temaer, stikkord, kommuner og fylker, som «følg Agder» eller «følg DPIA».',
    noSolution: 'Dette er ikke delt lenger',
    noSolutionBody: 'Det er trukket tilbake, eller det heter noe annet nå.',
    personal: 'Skriv det til meg i vår egen samtale, så er det bare du som ser hva du følger.',
  },

  notice: {
    kicker: {
      solution: { new: 'Ny løsning delt', changed: 'En løsning er endret' },
      experience: { new: 'Ny erfaring delt', changed: 'En erfaring er endret' },
      need: { new: 'Nytt behov delt', changed: 'Et behov er endret' },
    },
    why: {
      channel: (names) => `Dette kommer fordi kanalen følger ${names}.`,
      group: (names) => `Dette kommer fordi gruppa følger ${names}.`,
      person: (names) => `Du får dette fordi du følger ${names}.`,
    },
    open: 'Åpne',
    follow: 'Følg',
    stop: 'Stopp',
    withdrawn: 'Trukket tilbake',
    withdrawnBody: 'De som delte dette, har trukket det tilbake. Det gjelder ikke lenger.',
    summary: (title) => `Delt: ${title}`,
  },
  digest: {
    title: (count) => (count === 1 ? 'Én nyhet fra andre kommuner' : `${count} nyheter fra andre kommuner`),
    lead: 'Dette er nytt siden sist.',
    changed: ', endret',
    because: (names) => `Følges: ${names}`,
    also: 'Også delt',
    more: (count) => `${count} til`,
    why: {
      channel: 'Dette kommer fordi kanalen abonnerer. Alle her kan endre eller stoppe det.',
      group: 'Dette kommer fordi gruppa abonnerer. Alle her kan endre eller stoppe det.',
      person: 'Du får dette fordi du følger det. Du kan endre eller stoppe det når du vil.',
    },
    show: 'Endre',
    stop: 'Stopp',
  },
  closed: {
    title: 'Et abonnement er avsluttet',
    place: (home, name) => {
      if (home === 'group') return 'en gruppe';
      return name ? `kanalen «${name}»` : 'en kanal';
    },
    gone: (place) => `Jeg slipper ikke lenger til i ${place}, så abonnementet du laget der, er avsluttet.`,
    deleted: (place) => `Jeg ser at ${place} er slettet, så abonnementet du laget der, er avsluttet.`,
    stopped: (place) => `Noen har stoppet abonnementet du laget i ${place}.`,
    followed: (names) => `Det fulgte ${names}.`,
    how: 'Vil du ha det et annet sted, skriver du «@Samvit abonner» der.',
  },
};
