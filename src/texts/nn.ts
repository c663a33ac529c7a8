import { nn as delivery } from './delivery/nn.ts';
import { nn as faults } from './faults/nn.ts';
import { nn as follow } from './follow/nn.ts';
import { nn as handoff } from './handoff/nn.ts';
import { nn as lists } from './lists/nn.ts';
import { nn as people } from './people/nn.ts';
import { nn as portfolio } from './portfolio/nn.ts';
import { nn as report } from './report/nn.ts';
import { nn as share } from './share/nn.ts';
import { nn as survey } from './survey/nn.ts';
import type { Texts } from './texts.ts';
import { dateIn, joinedAtMost, joinedBy, numbered } from './words.ts';

const MONTHS = 'januar februar mars april mai juni juli august september oktober november desember'.split(
  ' ',
);
const LANGUAGE = { nb: 'bokmål', nn: 'nynorsk', en: 'engelsk' };
const date = dateIn(MONTHS, '.');

export const nn: Texts = {
  languageName: 'nynorsk',
  date,
  topic: {
    anskaffelser: 'Anskaffingar',
    personvern: 'Personvern',
    samarbeid: 'Samarbeid mellom kommunar',
    digitalisering: 'Digitalisering',
  },
  authority: { law: 'Lov og forskrift', guide: 'Rettleiing', experience: 'Røynsler frå kommunar' },
  origin: ({ kind, by, year }) =>
    `${{ solution: 'Løysing', experience: 'Røynsle', need: 'Ønske' }[kind]} frå ${joinedAtMost(by, 'og', 'fleire')}${year ? `, ${year}` : ''}`,
  personalData: {
    nationalId: 'eit fødselsnummer eller D-nummer',
    account: 'eit kontonummer',
    phone: 'eit telefonnummer',
    email: 'ei e-postadresse',
  },
  answer: {
    question: 'Spørsmål',
    quoted: (language) => `Sitert på ${LANGUAGE[language]}`,
    sources: 'Kjelder',
    checked: (day) => `sjekka ${date(day)}`,
    validFrom: (day) => `Gjeld frå ${date(day)}`,
    stale: (day) =>
      `Teksten vart sist gjennomgått ${date(day)}, for meir enn eitt år sidan. Sjekk kjelda før du bruker svaret.`,
    readAs: (words) => `Viser svar for ${joinedBy(words, 'og')}.`,
    more: 'Meir om dette',
    related: 'Andre lurer òg på',
    open: (title) => `Opne ${title}`,
    general:
      'Dette er generell rettleiing. Spør innkjøpseininga eller personvernombodet om den konkrete saka.',
    summary: (title) => `Svar: ${title}`,
  },
  more: { title: (article) => `Meir om: ${article}` },
  list: { title: (count, of) => `${count} artiklar om ${of}`, next: (left) => `Vis fleire (${left} igjen)` },
  lists,
  change: ({ kind, was, number, county, year, now }) => {
    const name = `${was}${county ? ` i ${county}` : ''}${number ? ` (${number})` : ''}`;
    const names = joinedBy(
      now.map((m) => m.name),
      'og',
    );
    switch (kind) {
      case 'merged':
        return `${name} er i dag ein del av ${names} (frå ${year}).`;
      case 'renamed':
        return `${name} heiter i dag ${names} (frå ${year}).`;
      case 'split':
        return `${name} vart i ${year} delt mellom ${names}.`;
      case 'renumbered':
        return `Kommunenummer ${was} gjekk ut av bruk i ${year}. I dag er det ${numbered(now, 'og')}.`;
    }
  },
  unsure: { title: 'Kva meiner du?', choose: 'Fleire tekstar kan svare på dette. Vel den som passar best.' },
  nothing: {
    title: 'Det veit eg ikkje',
    body: 'Eg finn ikkje noko sikkert svar på dette i kunnskapsbasen, og gissar ikkje. Prøv gjerne med andre ord.',
    topics: 'Dette kan eg svare på',
  },
  blocked: {
    title: 'Eg stoppa spørsmålet ditt',
    body: (kinds) =>
      `Det ser ut til at teksten inneheld ${kinds}. Difor har eg korkje søkt med han, lagra han eller loggført han.`,
    again: 'Spør gjerne på nytt utan opplysningar om personar. Slett òg meldinga di her i chatten.',
  },
  guide: {
    how: 'Skriv «vegvisar» for å bli leidd til eit svar, eitt spørsmål om gongen.',
    title: 'Vegvisarar',
    choose:
      'Vel det du lurer på. Du får eitt spørsmål om gongen og kan gå tilbake. Svara dine blir ikkje lagra.',
    summary: (title) => `Vegvisar: ${title}`,
    open: (title) => `Gå gjennom steg for steg: ${title}`,
    back: 'Tilbake',
    restart: 'Start på nytt',
    ask: (whom) => `Ikkje avgjer dette åleine. Spør ${whom}.`,
    why: 'Kvifor',
    answered: 'Dette svarte du',
    read: 'Les meir',
    soFar: 'Så langt',
    number: (max) => `Svar med eit tal frå 1 til ${max}. 0 er tilbake.`,
    reviewed: (day) => `Vegvisaren vart sist gjennomgått ${date(day)}.`,
    note: 'Svaret er rettleiing og inga avgjerd. Det byggjer berre på det du har valt.',
    lost: {
      title: 'Vegvisaren er endra',
      body: 'Knappen høyrde til ei tidlegare utgåve, så svara dine passar ikkje lenger. Start gjerne på nytt.',
    },
    gone: {
      title: 'Denne vegvisaren er ikkje her lenger',
      body: 'Kanskje ein av desse kan hjelpe deg vidare.',
    },
  },
  form: {
    fallback: 'Opne Teams i ei nyare utgåve for å svare.',
    required: 'Vel eitt av alternativa.',
    text: 'Skriv ein kortare tekst.',
    number: 'Skriv eit tal.',
    date: 'Vel ein dato.',
    time: 'Vel eit klokkeslett.',
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
    title: 'Hei, eg er Samvit',
    what: 'Eg svarer på spørsmål om offentlege anskaffingar, personvern og samarbeid mellom kommunar. Svara er henta frå ein felles kunnskapsbase, med paragraf, kjelde og datoen kjelda vart sjekka.',
    who: 'Eg er for alle som jobbar i ein kommune. Veit eg ikkje svaret, seier eg det.',
    stored:
      'Eg lagrar ikkje spørsmåla dine. Skriv «personvern hos Samvit» for å sjå kva som blir lagra, og «slett mine data» for å slette det.',
    start: 'Prøv til dømes',
    examples: [
      'Kva er terskelverdiane for kommunar?',
      'Når må vi gjere ein DPIA?',
      'Kan følgjekommunar bli med på kontrakten?',
    ],
  },
  help: {
    title: 'Slik bruker du Samvit',
    ask: 'Skriv spørsmålet med vanlege ord, på bokmål, nynorsk eller engelsk. I ein kanal eller ei gruppe skriv du @Samvit først.',
    follow:
      'Still gjerne eit oppfølgingsspørsmål, som «og fristane?». Eg hugsar kva vi snakka om i ein halvtime.',
    compose: 'Du kan òg søkje frå skrivefeltet i kva samtale som helst og setje inn eit svar der.',
    language:
      'Skriv «språk bokmål» om du alltid vil ha svar på bokmål. «Språk automatisk» lèt meg følgje språket ditt att.',
    privacy:
      'Skriv «personvern hos Samvit» for å sjå kva som blir lagra om deg, og «slett mine data» for å slette det.',
  },
  hello: 'Hei. Kva lurer du på om anskaffingar, personvern eller samarbeid mellom kommunar?',
  thanks: 'Berre hyggeleg. Spør gjerne igjen.',
  noText: 'Eg kan berre lese tekst. Skriv spørsmålet ditt, så ser eg kva eg finn.',
  emoji: 'Eg forstår ord best. Kva lurer du på?',
  tooLong: (max) =>
    `Det var mykje tekst på ein gong. Skriv spørsmålet med høgst ${max} teikn, så finn eg svaret lettare.`,
  languageSet: 'Då svarer eg på nynorsk.',
  languageFollowed: 'Då følgjer eg språket i spørsmåla dine.',
  languageUnknown:
    'Eg kan bokmål, nynorsk og engelsk. Skriv til dømes «språk bokmål», eller «språk automatisk» for å følgje språket i spørsmålet.',
  privacy: {
    title: 'Personvern hos Samvit',
    lines: [
      'Spørsmåla dine blir ikkje lagra, og dei står ikkje i loggen. Får eit spørsmål ikkje svar, blir det berre talt under eit tema, i 90 dagar.',
      'Sender du sjølv eit spørsmål til fagnettverket, blir det lagra låst til 30 dagar etter at det er svart på eller lukka. Kven som spurde, blir sletta etter ei veke.',
      'Språket du har valt, blir lagra saman med ein kode som ikkje kan lesast tilbake til deg utan ein eigen nøkkel.',
      'Kva artikkel du sist fekk svar frå, blir hugsa i 30 minutt, så du kan stille oppfølgingsspørsmål.',
      'For kvart svar blir det lagra kva slags svar det var og kva artikkel det kom frå, i høgst 30 dagar. Tommel opp eller ned blir lagra utan kven som gav han, i høgst 180 dagar.',
      'Har du meg i din eigen chat, blir det hugsa kvar eg kan skrive til deg, låst med ein nøkkel. E-postadressa di blir berre hugsa som ein kode.',
      'Utkast til det du vil dele, blir lagra låst i 30 dagar, og berre du ser dei. Det du sender inn, er meint for alle kommunar og høyrer til din. At det var du som delte, blir berre lagra som ein kode.',
      'Det du følgjer, blir lagra med den same koden til du stoppar det. Kva du har fått varsel om, blir sletta etter 90 dagar.',
      'Roller du har fått, og det leiarar og administratorar har gjort, blir ført av kommunen. Loggen blir sletta etter to år.',
      'Skriv «slett mine data» for å slette språkvalet, det eg hugsar av samtalen og kvar eg kan skrive til deg.',
    ],
  },
  terms: {
    title: 'Vilkår for bruk',
    lines: [
      'Samvit gir generell rettleiing, ikkje juridiske råd i ei konkret sak. Kommunen har sjølv ansvaret for avgjerdene sine.',
      'Svara viser kva kjelde dei byggjer på og når kjelda vart sjekka. Reglar kan ha blitt endra sidan.',
      'Ikkje skriv opplysningar om personar i spørsmåla dine.',
    ],
  },
  forgotten:
    'No er språkvalet ditt, det eg hugsa av samtalen, spørsmål du har sendt til fagnettverket, utkast til det du ville dele, og kvar eg kan skrive til deg, sletta. Roller du har fått i kommunen og linjer i loggen blir ståande: dei er oversikta til kommunen, og roller kan takast bort av ein administrator. Det du har delt, blir òg ståande, men ikkje at det var du. Skriv du til meg seinare, hugsar eg igjen kvar eg kan nå deg.',
  feedback: {
    like: 'Takk for tilbakemeldinga.',
    dislike: 'Takk for at du seier frå. Det hjelper oss å gjere svara betre.',
  },
  compose: {
    placeholder: 'Søk etter anskaffingar eller personvern',
    none: 'Fann ingen svar. Prøv med andre ord.',
    blocked: 'Teksten ser ut til å innehalde personopplysningar. Søk utan dei.',
  },
  pressed: 'Svaret står nedst i samtalen.',
  stalePress: 'Denne knappen er ikkje lenger i bruk. Still gjerne spørsmålet på nytt.',
  notUnderstood: 'Dette forstod eg ikkje. Skriv «hjelp» for å sjå kva eg kan.',
  failed: (reference) =>
    `Orsak, noko gjekk gale hos meg. Prøv igjen om litt. Skjer det igjen, oppgje referansen ${reference} til den som driftar Samvit.`,
};
