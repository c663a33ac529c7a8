import { NO_BREAK, numbersIn } from './numbers.ts';
import type { ReportTexts } from './texts.ts';

const { number, percent, change } = numbersIn(',', NO_BREAK, `${NO_BREAK}%`);

export const nn: ReportTexts = {
  number,
  percent,
  change,
  title: (survey) => `Resultat: ${survey}`,
  skip: 'Gå til innhaldet',
  languages: 'Språk',
  contents: 'På denne sida',
  notShown: 'blir ikkje vist',
  brief: {
    title: 'Kort fortalt',
    rate: (answered, invited, share) =>
      `${number(answered, 0)} av ${number(invited, 0)} svarte. Det er ${percent(share)}.`,
    answered: (count) => `${number(count, 0)} svarte.`,
    best: (dimension, score) => `Høgast poeng har ${dimension}, med ${number(score, 1)} av 5.`,
    weakest: (dimension, score) => `Lågast poeng har ${dimension}, med ${number(score, 1)} av 5.`,
    changed: (dimension, by) => `Størst endring sidan førre gong har ${dimension}: ${change(by)}.`,
  },
  tooFew: {
    title: 'For få svarte',
    body: (minGroup) =>
      `Færre enn ${minGroup} svarte, så resultatet blir ikkje vist. Med så få svar kunne nokon gjetta kven som svarte kva.`,
  },
  scores: {
    title: 'Poeng for kvart område',
    intro: 'Poenga går frå 1 til 5. Høgare er betre.',
    caption: 'Poeng for kvart område, frå 1 til 5',
    chart: 'Søylediagram over poenga for kvart område. Tala står i tabellen under.',
    dimension: 'Område',
    score: 'Poeng',
    before: 'Førre gong',
    change: 'Endring',
    theirs: 'Andre kommunar',
    median: 'Andre kommunar, median',
    quartiles: 'Midtre halvdel av andre kommunar',
    between: (lower, upper) => `${number(lower, 1)}–${number(upper, 1)}`,
    answers: 'Svar i poenget',
    others: (count) =>
      `Samanlikna med ${number(count, 0)} andre kommunar. Medianen er kommunen i midten. Halvparten av kommunane ligg innanfor det som står under «midtre halvdel».`,
    noOthers: (min) =>
      `Samanlikning med andre kommunar blir vist når minst ${min} andre har sagt ja til å vere med.`,
    firstTime: 'Det finst ikkje noko tidlegare resultat å samanlikne med.',
  },
  next: {
    title: 'Her kan de byrje',
    intro: (dimension, score) =>
      `${dimension} har lågast poeng (${number(score, 1)}). Eit tiltak her gir truleg mest att.`,
    advice: 'Råd',
    articles: 'Verdt å lese',
    solutions: 'Det andre kommunar har gjort',
    noSolutions: 'Ingen kommunar har delt noko om dette enno.',
    source: 'Kjelde',
  },
  answers: {
    intro: 'Slik fordelte svara seg. Prosenten er av dei som svarte på spørsmålet.',
    caption: (page) => `Svar på «${page}»`,
    chart: (page) => `Diagram over svara på «${page}». Tala står i tabellen under.`,
    statement: 'Utsegn',
    answer: 'Svar',
    count: 'Tal på svar',
    share: 'Del',
    dontKnow: 'Veit ikkje',
    notAnswered: 'Ikkje svart',
    reversed: 'Her er det best å vere usamd. Svara er snudde i poenget.',
    several: 'Her kunne ein velje fleire svar, så delane kan bli meir enn 100 prosent til saman.',
    hidden: 'Svara blir ikkje viste, fordi for få svarte.',
    textBelow: 'Svara står under «Med eigne ord».',
  },
  groups: {
    title: 'Skilnader mellom grupper',
    intro: (question) => `Delt etter svara på «${question}».`,
    caption: 'Poeng for kvar gruppe, frå 1 til 5',
    group: 'Gruppe',
    answered: 'Tal på svar',
    heldBack: (count, minGroup) =>
      count === 1
        ? `Éi gruppe blir ikkje vist. Anten svarte færre enn ${minGroup} i henne, eller ho kunne blitt rekna ut frå dei andre.`
        : `${number(count, 0)} grupper blir ikkje viste. Anten svarte færre enn ${minGroup} i gruppa, eller ho kunne blitt rekna ut frå dei andre.`,
    none: 'Ingen grupper er store nok til å bli viste.',
  },
  free: {
    title: 'Med eigne ord',
    intro: 'Svara står i tilfeldig rekkjefølgje og er ikkje endra.',
    few: (min) => `Fritekst blir vist når minst ${min} har svart på undersøkinga.`,
  },
  about: {
    title: 'Om undersøkinga',
    askedBy: 'Send av',
    municipality: 'Kommune',
    period: 'Når',
    fromTo: (from, to) => `Frå ${from} til ${to}`,
    closed: (day) => `Avslutta ${day}`,
    questions: 'Tal på spørsmål',
    kind: 'Svara',
    anonymous: 'Anonyme',
    named: 'Med namn',
  },
  privacy: {
    title: 'Slik er svara verna',
    anonymous: (minGroup, minText) => [
      'Undersøkinga er anonym. Kvart svar vart lagra utan namn og utan tidspunkt.',
      'Då undersøkinga vart avslutta, vart svara slått saman til tal, og dei enkelte svara vart sletta.',
      `Tal blir viste berre for grupper der minst ${minGroup} har svart, og berre når inga mindre gruppe kan reknast ut frå dei.`,
      `Fritekst blir vist berre når minst ${minText} har svart, og i tilfeldig rekkjefølgje.`,
    ],
    named: (minGroup) => [
      'Undersøkinga vart svart på med namn, og det stod på kortet før folk svarte.',
      'Denne sida viser ikkje kven som har svart kva.',
      `Grupper med færre enn ${minGroup} svar blir ikkje viste her.`,
    ],
  },
  method: {
    title: 'Slik er poenga rekna',
    lines: (minOthers) => [
      'Poenget for eit område er gjennomsnittet av svara frå 1 til 5 på alle utsegnene i området.',
      '«Veit ikkje» og spørsmål utan svar er ikkje rekna med.',
      'Der det er best å vere usamd, er svaret snudd, slik at 5 alltid er best.',
      'Poeng blir viste med éin desimal. Endringa er rekna av tala slik dei blir viste.',
      `Andre kommunar er med berre når dei har sagt ja til det, og berre når det er minst ${minOthers} av dei. Ingen kommune blir vist åleine.`,
    ],
  },
  files: { title: 'Ta med tala', xlsx: 'Last ned som Excel-fil', csv: 'Last ned som CSV-fil' },
  footer: 'Laga av Samvit.',
  expires: (day) => `Lenkja til sida verkar til ${day}.`,
  file: {
    part: 'Del av resultatet',
    overview: 'Oversikt',
    questions: 'Spørsmål',
    groups: 'Grupper',
    free: 'Fritekst',
    content: 'Innhald',
    question: 'Spørsmål',
    value: 'Verdi',
    survey: 'Undersøking',
    invited: 'Spurde',
    answered: 'Svarte',
    rate: 'Svardel (%)',
    everyone: 'Alle',
    lower: 'Andre, nedre kvartil',
    upper: 'Andre, øvre kvartil',
    municipalities: 'Tal på andre kommunar',
    minGroup: 'Minste gruppe som blir vist',
    heldBack: 'Grupper som ikkje blir viste',
    text: 'Tekst',
  },
  gone: {
    title: 'Resultatet finst ikkje lenger',
    body: 'Undersøkinga er trekt tilbake eller sletta, og det er svara òg. Spør den som sende deg lenkja, om du lurer på noko.',
  },
  expired: {
    title: 'Lenkja er for gammal',
    body: 'Lenkjer til resultat verkar berre ei tid. Be den som sende deg lenkja, om ei ny. Ho blir laga i Samvit i Teams.',
  },
  wrong: {
    title: 'Lenkja verkar ikkje',
    body: 'Kanskje kom ikkje heile lenkja med. Prøv å kopiere henne på nytt, eller be om ei ny frå den som sende henne.',
  },
};
