import { joinedBy } from '../words.ts';
import type { FollowTexts } from './texts.ts';

const WEEKDAYS = ['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'søndag'];
const clock = (at: string) => `kl. ${at.replace(':', '.')}`;

export const nn: FollowTexts = {
  how: 'Skriv «@Samvit abonner» i ein kanal eller ei gruppe for å få vite om nye løysingar der. Sjølv kan du skrive «følg Lillestrøm» eller «mine varsel».',
  welcome:
    'Eg kan seie frå når andre kommunar deler noko nytt. Skriv «abonner» i ein kanal, eller «følg velferdsteknologi» her.',
  everything: 'alt som blir delt',
  solution: (title) => `«${title}»`,
  joined: (names) => joinedBy(names, 'og'),
  rhythm: ({ every, at, weekday, daysOff }) => {
    if (every === 'now') return 'med ein gong';
    if (every === 'day')
      return `kvar dag ${clock(at)}${daysOff ? '' : ', men ikkje i helger og på heilagdagar'}`;
    return `kvar ${WEEKDAYS[weekday - 1]} ${clock(at)}${daysOff ? '' : ', eller neste arbeidsdag når det er heilagdag'}`;
  },

  form: {
    title: {
      channel: 'Abonner i denne kanalen',
      group: 'Abonner i denne gruppa',
      person: 'Vel kva du vil følgje',
    },
    change: { channel: 'Endre abonnementet', group: 'Endre abonnementet', person: 'Endre varsla dine' },
    lead: {
      channel:
        'Kanalen får vite det når nokon deler ei løysing, ei erfaring eller eit behov som passar med minst eitt av vala under.',
      group:
        'Gruppa får vite det når nokon deler ei løysing, ei erfaring eller eit behov som passar med minst eitt av vala under.',
      person:
        'Du får vite det når nokon deler ei løysing, ei erfaring eller eit behov som passar med minst eitt av vala under.',
    },
    what: 'Kva skal varsla handle om?',
    everything: 'Alt som blir delt',
    chosen: 'Det eg vel under',
    topics: 'Tema',
    tags: 'Stikkord',
    tagsHelp: 'Skil fleire med komma, som «velferdsteknologi, DPIA».',
    municipalities: 'Kommunar',
    municipalitiesHelp: 'Skil fleire med komma. Gamle kommunenamn går òg bra.',
    counties: 'Fylke',
    countiesHelp: 'Skil fleire med komma.',
    every: 'Når skal det kome?',
    now: 'Med ein gong',
    day: 'Samla kvar dag',
    week: 'Samla ein gong i veka',
    weekday: 'Vekedag, om det kjem ein gong i veka',
    weekdays: WEEKDAYS.map((day) => `${day.charAt(0).toUpperCase()}${day.slice(1)}`),
    at: 'Klokkeslett, om det kjem samla',
    daysOff: 'I helger og på heilagdagar, om det kjem samla',
    waits: 'Vent til neste arbeidsdag',
    comes: 'Send då òg',
    save: 'Abonner',
    keep: 'Lagre',
    cancel: 'Avbryt',
  },
  fault: {
    some: 'Noko må rettast før det kan lagrast.',
    nothing: 'Vel alt som blir delt, eller fyll ut minst eitt av felta under.',
    unknown: (text, near) =>
      `Eg kjenner ikkje «${text}».${near.length > 0 ? ` Meinte du ${joinedBy(near, 'eller')}?` : ''}`,
    several: (text, which) => `Fleire heiter ${text}. Skriv ${joinedBy(which, 'eller')}.`,
    time: 'Skriv klokkeslettet som 08:00.',
    weekend: 'Dagen er i helga. Vel ein annan vekedag, eller send òg i helger.',
    many: (most) => `Det er plass til ${most} val. Ta bort nokre.`,
  },
  today: (was, now) => `${was} er i dag ${joinedBy(now, 'og')}.`,

  shown: {
    title: { channel: 'Abonnement i denne kanalen', group: 'Abonnement i denne gruppa' },
    none: { channel: 'Kanalen har ikkje noko abonnement', group: 'Gruppa har ikkje noko abonnement' },
    noneBody:
      'Abonner på tema, stikkord, kommunar eller fylke, og få vite det her når nokon deler noko nytt.',
    follows: (names) => `Følgjer ${names}`,
    when: (rhythm) => `Kjem ${rhythm}`,
    maker: 'Laga av nokon her. Alle her kan endre eller stoppe det.',
    change: 'Endre',
    stop: 'Stopp',
    another: 'Abonner på meir',
    make: 'Abonner',
  },
  done: {
    made: { channel: 'Kanalen abonnerer no', group: 'Gruppa abonnerer no', person: 'Varsla dine er lagra' },
    changed: 'Abonnementet er endra',
    stopped: { channel: 'Abonnementet i kanalen er stoppa', group: 'Abonnementet i gruppa er stoppa' },
    stoppedBody: {
      channel: 'Kanalen får ikkje fleire varsel frå det.',
      group: 'Gruppa får ikkje fleire varsel frå det.',
    },
    again: 'Start det igjen',
    show: 'Vis abonnement',
    meanwhile: 'Nokon andre har endra abonnementet i mellomtida. Her er det slik det er no.',
    gone: 'Abonnementet er alt stoppa',
    goneBody: 'Nokon har stoppa det. Du kan lage eit nytt.',
    known: 'Det fanst alt eit abonnement på det same. Det gjeld framleis, med tidspunktet du valde no.',
    full: 'Det er ikkje plass til fleire abonnement her. Endre eller stopp eitt av dei.',
  },

  mine: {
    title: 'Mine varsel',
    none: 'Du følgjer ingenting enno. Skriv til dømes «følg Lillestrøm» eller «følg velferdsteknologi».',
    lead: (rhythm) => `Du får vite om nye delingar ${rhythm}. Trykk på det du ikkje vil følgje lenger.`,
    stopRow: 'Slutt å følgje',
    followRow: 'Følg',
    rhythm: 'Endre',
    more: 'Følg noko',
    stopAll: 'Stopp alle',
    stopped: (names) => `Du følgjer ikkje lenger ${names}.`,
    stoppedAll: 'Alle varsla dine er stoppa.',
    again: 'Følg igjen',
    started: (names) => `Du følgjer no ${names}`,
    already: (names) => `Du følgjer alt ${names}`,
    unreachable:
      'Eg kan ikkje skrive til deg enno. Opne Samvit i din eigen samtale og skriv hei, så kjem varsla dit.',
    also: 'Følg òg',
    all: 'Mine varsel',
    full: 'Du følgjer så mykje som det er plass til. Ta bort noko under «Mine varsel» først.',
    unknown: (text) => `Eg veit ikkje kva «${text}» er`,
    unknownBody: 'Du kan følgje tema, stikkord, kommunar og fylke, som «følg Agder» eller «følg DPIA».',
    noSolution: 'Dette er ikkje delt lenger',
    noSolutionBody: 'Det er trekt tilbake, eller det heiter noko anna no.',
    personal: 'Skriv det til meg i vår eigen samtale, så er det berre du som ser kva du følgjer.',
  },

  notice: {
    kicker: {
      solution: { new: 'Ny løysing delt', changed: 'Ei løysing er endra' },
      experience: { new: 'Ny erfaring delt', changed: 'Ei erfaring er endra' },
      need: { new: 'Nytt behov delt', changed: 'Eit behov er endra' },
    },
    why: {
      channel: (names) => `Dette kjem fordi kanalen følgjer ${names}.`,
      group: (names) => `Dette kjem fordi gruppa følgjer ${names}.`,
      person: (names) => `Du får dette fordi du følgjer ${names}.`,
    },
    open: 'Opne',
    follow: 'Følg',
    stop: 'Stopp',
    withdrawn: 'Trekt tilbake',
    withdrawnBody: 'Dei som delte dette, har trekt det tilbake. Det gjeld ikkje lenger.',
    summary: (title) => `Delt: ${title}`,
  },
  digest: {
    title: (count) => (count === 1 ? 'Éi nyheit frå andre kommunar' : `${count} nyheiter frå andre kommunar`),
    lead: 'Dette er nytt sidan sist.',
    changed: ', endra',
    because: (names) => `Blir følgt: ${names}`,
    also: 'Òg delt',
    more: (count) => `${count} til`,
    why: {
      channel: 'Dette kjem fordi kanalen abonnerer. Alle her kan endre eller stoppe det.',
      group: 'Dette kjem fordi gruppa abonnerer. Alle her kan endre eller stoppe det.',
      person: 'Du får dette fordi du følgjer det. Du kan endre eller stoppe det når du vil.',
    },
    show: 'Endre',
    stop: 'Stopp',
  },
  closed: {
    title: 'Eit abonnement er avslutta',
    place: (home, name) => {
      if (home === 'group') return 'ei gruppe';
      return name ? `kanalen «${name}»` : 'ein kanal';
    },
    gone: (place) => `Eg slepp ikkje lenger til i ${place}, så abonnementet du laga der, er avslutta.`,
    deleted: (place) => `Eg ser at ${place} er sletta, så abonnementet du laga der, er avslutta.`,
    stopped: (place) => `Nokon har stoppa abonnementet du laga i ${place}.`,
    followed: (names) => `Det følgde ${names}.`,
    how: 'Vil du ha det ein annan stad, skriv du «@Samvit abonner» der.',
  },
};
