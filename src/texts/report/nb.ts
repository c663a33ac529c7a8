import { NO_BREAK, numbersIn } from './numbers.ts';
import type { ReportTexts } from './texts.ts';

const { number, percent, change } = numbersIn(',', NO_BREAK, `${NO_BREAK}%`);

export const nb: ReportTexts = {
  number,
  percent,
  change,
  title: (survey) => `Resultater: ${survey}`,
  skip: 'Gå til innholdet',
  languages: 'Språk',
  contents: 'På denne siden',
  notShown: 'vises ikke',
  brief: {
    title: 'Kort fortalt',
    rate: (answered, invited, share) =>
      `${number(answered, 0)} av ${number(invited, 0)} svarte. Det er ${percent(share)}.`,
    answered: (count) => `${number(count, 0)} svarte.`,
    best: (dimension, score) => `Høyest poeng har ${dimension}, med ${number(score, 1)} av 5.`,
    weakest: (dimension, score) => `Lavest poeng har ${dimension}, med ${number(score, 1)} av 5.`,
    changed: (dimension, by) => `Størst endring siden forrige gang har ${dimension}: ${change(by)}.`,
  },
  tooFew: {
    title: 'For få svarte',
    body: (minGroup) =>
      `Færre enn ${minGroup} svarte, så resultatet vises ikke. Med så få svar kunne noen gjettet hvem som svarte hva.`,
  },
  scores: {
    title: 'Poeng for hvert område',
    intro: 'Poengene går fra 1 til 5. Høyere er bedre.',
    caption: 'Poeng for hvert område, fra 1 til 5',
    chart: 'Søylediagram over poengene for hvert område. Tallene står i tabellen under.',
    dimension: 'Område',
    score: 'Poeng',
    before: 'Forrige gang',
    change: 'Endring',
    theirs: 'Andre kommuner',
    median: 'Andre kommuner, median',
    quartiles: 'Midtre halvdel av andre kommuner',
    between: (lower, upper) => `${number(lower, 1)}–${number(upper, 1)}`,
    answers: 'Svar i poenget',
    others: (count) =>
      `Sammenlignet med ${number(count, 0)} andre kommuner. Medianen er kommunen i midten. Halvparten av kommunene ligger innenfor det som står under «midtre halvdel».`,
    noOthers: (min) =>
      `Sammenligning med andre kommuner vises når minst ${min} andre har sagt ja til å være med.`,
    firstTime: 'Det finnes ikke noe tidligere resultat å sammenligne med.',
  },
  next: {
    title: 'Her kan dere begynne',
    intro: (dimension, score) =>
      `${dimension} har lavest poeng (${number(score, 1)}). Et tiltak her gir trolig mest igjen.`,
    advice: 'Råd',
    articles: 'Verdt å lese',
    solutions: 'Det andre kommuner har gjort',
    noSolutions: 'Ingen kommuner har delt noe om dette ennå.',
    source: 'Kilde',
  },
  answers: {
    intro: 'Slik fordelte svarene seg. Prosenten er av dem som svarte på spørsmålet.',
    caption: (page) => `Svar på «${page}»`,
    chart: (page) => `Diagram over svarene på «${page}». Tallene står i tabellen under.`,
    statement: 'Utsagn',
    answer: 'Svar',
    count: 'Antall',
    share: 'Andel',
    dontKnow: 'Vet ikke',
    notAnswered: 'Ikke svart',
    reversed: 'Her er det best å være uenig. Svarene er snudd i poenget.',
    several: 'Her kunne man velge flere svar, så andelene kan bli mer enn 100 prosent til sammen.',
    hidden: 'Svarene vises ikke, fordi for få svarte.',
    textBelow: 'Svarene står under «Med egne ord».',
  },
  groups: {
    title: 'Forskjeller mellom grupper',
    intro: (question) => `Delt etter svarene på «${question}».`,
    caption: 'Poeng for hver gruppe, fra 1 til 5',
    group: 'Gruppe',
    answered: 'Antall svar',
    heldBack: (count, minGroup) =>
      count === 1
        ? `Én gruppe vises ikke. Enten svarte færre enn ${minGroup} i den, eller den kunne blitt regnet ut fra de andre.`
        : `${number(count, 0)} grupper vises ikke. Enten svarte færre enn ${minGroup} i gruppen, eller den kunne blitt regnet ut fra de andre.`,
    none: 'Ingen grupper er store nok til å vises.',
  },
  free: {
    title: 'Med egne ord',
    intro: 'Svarene står i tilfeldig rekkefølge og er ikke endret.',
    few: (min) => `Fritekst vises når minst ${min} har svart på undersøkelsen.`,
  },
  about: {
    title: 'Om undersøkelsen',
    askedBy: 'Sendt av',
    municipality: 'Kommune',
    period: 'Når',
    fromTo: (from, to) => `Fra ${from} til ${to}`,
    closed: (day) => `Avsluttet ${day}`,
    questions: 'Antall spørsmål',
    kind: 'Svarene',
    anonymous: 'Anonyme',
    named: 'Med navn',
  },
  privacy: {
    title: 'Slik er svarene vernet',
    anonymous: (minGroup, minText) => [
      'Undersøkelsen er anonym. Hvert svar ble lagret uten navn og uten tidspunkt.',
      'Da undersøkelsen ble avsluttet, ble svarene slått sammen til antall, og de enkelte svarene ble slettet.',
      `Tall vises bare for grupper der minst ${minGroup} har svart, og bare når ingen mindre gruppe kan regnes ut fra dem.`,
      `Fritekst vises bare når minst ${minText} har svart, og i tilfeldig rekkefølge.`,
    ],
    named: (minGroup) => [
      'Undersøkelsen ble besvart med navn, og det sto på kortet før folk svarte.',
      'Denne siden viser ikke hvem som har svart hva.',
      `Grupper med færre enn ${minGroup} svar vises ikke her.`,
    ],
  },
  method: {
    title: 'Slik er poengene regnet',
    lines: (minOthers) => [
      'Poenget for et område er gjennomsnittet av svarene fra 1 til 5 på alle utsagnene i området.',
      '«Vet ikke» og ubesvarte spørsmål regnes ikke med.',
      'Der det er best å være uenig, er svaret snudd, slik at 5 alltid er best.',
      'Poeng vises med én desimal. Endringen er regnet av tallene slik de vises.',
      `Andre kommuner er med bare når de har sagt ja til det, og bare når det er minst ${minOthers} av dem. Ingen kommune vises alene.`,
    ],
  },
  files: { title: 'Ta med tallene', xlsx: 'Last ned som Excel-fil', csv: 'Last ned som CSV-fil' },
  footer: 'Laget av Samvit.',
  expires: (day) => `Lenken til siden virker til ${day}.`,
  file: {
    part: 'Del av resultatet',
    overview: 'Oversikt',
    questions: 'Spørsmål',
    groups: 'Grupper',
    free: 'Fritekst',
    content: 'Innhold',
    question: 'Spørsmål',
    value: 'Verdi',
    survey: 'Undersøkelse',
    invited: 'Spurt',
    answered: 'Svart',
    rate: 'Svarandel (%)',
    everyone: 'Alle',
    lower: 'Andre, nedre kvartil',
    upper: 'Andre, øvre kvartil',
    municipalities: 'Antall andre kommuner',
    minGroup: 'Minste gruppe som vises',
    heldBack: 'Grupper som ikke vises',
    text: 'Tekst',
  },
  gone: {
    title: 'Resultatet finnes ikke lenger',
    body: 'Undersøkelsen er trukket tilbake eller slettet, og det er svarene også. Spør den som sendte deg lenken, hvis du lurer på noe.',
  },
  expired: {
    title: 'Lenken er for gammel',
    body: 'Lenker til resultater virker bare en tid. Be den som sendte deg lenken, om en ny. Den lages i Samvit i Teams.',
  },
  wrong: {
    title: 'Lenken virker ikke',
    body: 'Kanskje ble ikke hele lenken med. Prøv å kopiere den på nytt, eller be om en ny fra den som sendte den.',
  },
};
