import { nb as delivery } from './delivery/nb.ts';
import { nb as faults } from './faults/nb.ts';
import { nb as follow } from './follow/nb.ts';
import { nb as handoff } from './handoff/nb.ts';
import { nb as lists } from './lists/nb.ts';
import { nb as people } from './people/nb.ts';
import { nb as portfolio } from './portfolio/nb.ts';
import { nb as report } from './report/nb.ts';
import { nb as share } from './share/nb.ts';
import { nb as survey } from './survey/nb.ts';
import type { Texts } from './texts.ts';
import { dateIn, joinedAtMost, joinedBy, numbered } from './words.ts';

const MONTHS = 'januar februar mars april mai juni juli august september oktober november desember'.split(
  ' ',
);
const LANGUAGE = { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' };
const date = dateIn(MONTHS, '.');

export const nb: Texts = {
  languageName: 'bokmål',
  date,
  topic: {
    anskaffelser: 'Anskaffelser',
    personvern: 'Personvern',
    samarbeid: 'Samarbeid mellom kommuner',
    digitalisering: 'Digitalisering',
  },
  authority: { law: 'Lov og forskrift', guide: 'Veiledning', experience: 'Erfaring fra kommuner' },
  origin: ({ kind, by, year }) =>
    `${{ solution: 'Løsning', experience: 'Erfaring', need: 'Ønske' }[kind]} fra ${joinedAtMost(by, 'og', 'flere')}${year ? `, ${year}` : ''}`,
  personalData: {
    nationalId: 'et fødselsnummer eller D-nummer',
    account: 'et kontonummer',
    phone: 'et telefonnummer',
    email: 'en e-postadresse',
  },
  answer: {
    question: 'Spørsmål',
    quoted: (language) => `Sitert på ${LANGUAGE[language]}`,
    sources: 'Kilder',
    checked: (day) => `sjekket ${date(day)}`,
    validFrom: (day) => `Gjelder fra ${date(day)}`,
    stale: (day) =>
      `Teksten ble sist gjennomgått ${date(day)}, for mer enn ett år siden. Sjekk kilden før du bruker svaret.`,
    readAs: (words) => `Viser svar for ${joinedBy(words, 'og')}.`,
    more: 'Mer om dette',
    related: 'Andre lurer også på',
    open: (title) => `Åpne ${title}`,
    general:
      'Dette er generell veiledning. Spør innkjøpsenheten eller personvernombudet om den konkrete saken.',
    summary: (title) => `Svar: ${title}`,
  },
  more: { title: (article) => `Mer om: ${article}` },
  list: { title: (count, of) => `${count} artikler om ${of}`, next: (left) => `Vis flere (${left} igjen)` },
  lists,
  change: ({ kind, was, number, county, year, now }) => {
    const name = `${was}${county ? ` i ${county}` : ''}${number ? ` (${number})` : ''}`;
    const names = joinedBy(
      now.map((m) => m.name),
      'og',
    );
    switch (kind) {
      case 'merged':
        return `${name} er i dag en del av ${names} (fra ${year}).`;
      case 'renamed':
        return `${name} heter i dag ${names} (fra ${year}).`;
      case 'split':
        return `${name} ble i ${year} delt mellom ${names}.`;
      case 'renumbered':
        return `Kommunenummer ${was} gikk ut av bruk i ${year}. I dag er det ${numbered(now, 'og')}.`;
    }
  },
  unsure: { title: 'Hva mener du?', choose: 'Flere tekster kan svare på dette. Velg den som passer best.' },
  nothing: {
    title: 'Det vet jeg ikke',
    body: 'Jeg finner ikke noe sikkert svar på dette i kunnskapsbasen, og gjetter ikke. Prøv gjerne med andre ord.',
    topics: 'Dette kan jeg svare på',
  },
  blocked: {
    title: 'Jeg stoppet spørsmålet ditt',
    body: (kinds) =>
      `Det ser ut til at teksten inneholder ${kinds}. Derfor har jeg verken søkt med den, lagret den eller loggført den.`,
    again: 'Spør gjerne på nytt uten opplysninger om personer. Slett også meldingen din her i chatten.',
  },
  guide: {
    how: 'Skriv «veiviser» for å bli ledet til et svar, ett spørsmål om gangen.',
    title: 'Veivisere',
    choose:
      'Velg det du lurer på. Du får ett spørsmål om gangen og kan gå tilbake. Svarene dine lagres ikke.',
    summary: (title) => `Veiviser: ${title}`,
    open: (title) => `Gå gjennom steg for steg: ${title}`,
    back: 'Tilbake',
    restart: 'Start på nytt',
    ask: (whom) => `Ikke avgjør dette alene. Spør ${whom}.`,
    why: 'Hvorfor',
    answered: 'Dette svarte du',
    read: 'Les mer',
    soFar: 'Så langt',
    number: (max) => `Svar med et tall fra 1 til ${max}. 0 er tilbake.`,
    reviewed: (day) => `Veiviseren ble sist gjennomgått ${date(day)}.`,
    note: 'Svaret er veiledning og ikke en avgjørelse. Det bygger bare på det du har valgt.',
    lost: {
      title: 'Veiviseren er endret',
      body: 'Knappen hørte til en tidligere utgave, så svarene dine passer ikke lenger. Start gjerne på nytt.',
    },
    gone: {
      title: 'Denne veiviseren er ikke her lenger',
      body: 'Kanskje en av disse kan hjelpe deg videre.',
    },
  },
  form: {
    fallback: 'Åpne Teams i en nyere utgave for å svare.',
    required: 'Velg ett av alternativene.',
    text: 'Skriv en kortere tekst.',
    number: 'Skriv et tall.',
    date: 'Velg en dato.',
    time: 'Velg et klokkeslett.',
  },
  delivery,
  faults,
  follow,
  handoff,
  share,
  people,
  portfolio,
  report,
  survey,
  welcome: {
    title: 'Hei, jeg er Samvit',
    what: 'Jeg svarer på spørsmål om offentlige anskaffelser, personvern og samarbeid mellom kommuner. Svarene er hentet fra en felles kunnskapsbase, med paragraf, kilde og datoen kilden ble sjekket.',
    who: 'Jeg er for alle som jobber i en kommune. Vet jeg ikke svaret, sier jeg det.',
    stored:
      'Jeg lagrer ikke spørsmålene dine. Skriv «personvern hos Samvit» for å se hva som lagres, og «slett mine data» for å slette det.',
    start: 'Prøv for eksempel',
    examples: [
      'Hva er terskelverdiene for kommuner?',
      'Når må vi gjøre en DPIA?',
      'Kan følgekommuner bli med på kontrakten?',
    ],
  },
  help: {
    title: 'Slik bruker du Samvit',
    ask: 'Skriv spørsmålet med vanlige ord, på bokmål, nynorsk eller engelsk. I en kanal eller gruppe skriver du @Samvit først.',
    follow:
      'Still gjerne et oppfølgingsspørsmål, som «og fristene?». Jeg husker hva vi snakket om i en halvtime.',
    compose: 'Du kan også søke fra skrivefeltet i en hvilken som helst samtale og sette inn et svar der.',
    language:
      'Skriv «språk nynorsk» hvis du alltid vil ha svar på nynorsk. «Språk automatisk» lar meg følge språket ditt igjen.',
    privacy:
      'Skriv «personvern hos Samvit» for å se hva som lagres om deg, og «slett mine data» for å slette det.',
  },
  hello: 'Hei. Hva lurer du på om anskaffelser, personvern eller samarbeid mellom kommuner?',
  thanks: 'Bare hyggelig. Spør gjerne igjen.',
  noText: 'Jeg kan bare lese tekst. Skriv spørsmålet ditt, så ser jeg hva jeg finner.',
  emoji: 'Jeg forstår best ord. Hva lurer du på?',
  tooLong: (max) =>
    `Det var mye tekst på en gang. Skriv spørsmålet med høyst ${max} tegn, så finner jeg svaret lettere.`,
  languageSet: 'Da svarer jeg på bokmål.',
  languageFollowed: 'Da følger jeg språket i spørsmålene dine.',
  languageUnknown:
    'Jeg kan bokmål, nynorsk og engelsk. Skriv for eksempel «språk nynorsk», eller «språk automatisk» for å følge språket i spørsmålet.',
  privacy: {
    title: 'Personvern hos Samvit',
    lines: [
      'Spørsmålene dine lagres ikke, og de står ikke i loggen. Får et spørsmål ikke svar, telles det bare under et tema, i 90 dager.',
      'Sender du selv et spørsmål til fagnettverket, lagres det låst til 30 dager etter at det er besvart eller lukket. Hvem som spurte, slettes etter en uke.',
      'Språket du har valgt lagres sammen med en kode som ikke kan leses tilbake til deg uten en egen nøkkel.',
      'Hvilken artikkel du sist fikk svar fra, huskes i 30 minutter, så du kan stille oppfølgingsspørsmål.',
      'For hvert svar lagres hva slags svar det var og hvilken artikkel det kom fra, i høyst 30 dager. Tommel opp eller ned lagres uten hvem som ga den, i høyst 180 dager.',
      'Har du meg i din egen chat, huskes det hvor jeg kan skrive til deg, låst med en nøkkel. E-postadressen din huskes bare som en kode.',
      'Utkast til det du vil dele, lagres låst i 30 dager, og bare du ser dem. Det du sender inn, er ment for alle kommuner og hører til din. At det var du som delte, lagres bare som en kode.',
      'Det du følger, lagres med den samme koden til du stopper det. Hva du har fått varsel om, slettes etter 90 dager.',
      'Roller du har fått, og det ledere og administratorer har gjort, føres av kommunen. Loggen slettes etter to år.',
      'Skriv «slett mine data» for å slette språkvalget, det jeg husker av samtalen og hvor jeg kan skrive til deg.',
    ],
  },
  terms: {
    title: 'Vilkår for bruk',
    lines: [
      'Samvit gir generell veiledning, ikke juridiske råd i en konkret sak. Kommunen har selv ansvaret for beslutningene sine.',
      'Svarene viser hvilken kilde de bygger på og når kilden ble sjekket. Regler kan ha blitt endret siden.',
      'Ikke skriv opplysninger om personer i spørsmålene dine.',
    ],
  },
  forgotten:
    'Nå er språkvalget ditt, det jeg husket av samtalen, spørsmål du har sendt til fagnettverket, utkast til det du ville dele, og hvor jeg kan skrive til deg, slettet. Roller du har fått i kommunen og linjer i loggen blir stående: de er kommunens oversikt, og roller kan tas bort av en administrator. Det du har delt, blir også stående, men ikke at det var du. Skriver du til meg senere, husker jeg igjen hvor jeg kan nå deg.',
  feedback: {
    like: 'Takk for tilbakemeldingen.',
    dislike: 'Takk for at du sier fra. Det hjelper oss å gjøre svarene bedre.',
  },
  compose: {
    placeholder: 'Søk etter anskaffelser eller personvern',
    none: 'Ingen svar funnet. Prøv med andre ord.',
    blocked: 'Teksten ser ut til å inneholde personopplysninger. Søk uten dem.',
  },
  pressed: 'Svaret står nederst i samtalen.',
  stalePress: 'Denne knappen er ikke lenger i bruk. Still gjerne spørsmålet på nytt.',
  notUnderstood: 'Dette forsto jeg ikke. Skriv «hjelp» for å se hva jeg kan.',
  failed: (reference) =>
    `Beklager, noe gikk galt hos meg. Prøv igjen om litt. Skjer det igjen, oppgi referansen ${reference} til den som drifter Samvit.`,
};
