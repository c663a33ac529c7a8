import type { Form, Question, Results, Round, Tally, Words } from '../../../src/survey/model.ts';
import { DONT_KNOW } from '../../../src/survey/model.ts';

/** The results of a closed round, whole: scores, rounds before, others, every kind of question, groups and free text. */
export function sampleResults(change: Partial<Results> = {}): Results {
  return {
    round: sampleRound(),
    closedAt: new Date('2026-11-20T15:00:00Z'),
    invited: 214,
    answered: 131,
    tooFew: false,
    scores: [
      score('ledelse', 3.42, 3.0, { median: 3.3, lower: 2.9, upper: 3.6, count: 14 }),
      score('kompetanse', 2.61, 2.94, { median: 3.1, lower: 2.8, upper: 3.4, count: 14 }),
      score('data', 3.05, 3.05, { median: 2.7, lower: 2.4, upper: 3.0, count: 14 }),
      score('sikkerhet', 3.88, undefined, undefined),
    ],
    tallies: [
      tally('ledelse-mal', [8, 19, 41, 38, 17], 6, 2),
      tally('ledelse-tid', [14, 28, 39, 30, 11], 7, 2),
      tally('kompetanse-verktoy', [3, 12, 35, 52, 26], 2, 1),
      tally('kompetanse-opplaering', [38, 44, 29, 12, 4], 3, 1),
      tally('kompetanse-alene', [9, 20, 31, 41, 24], 4, 2),
      tally('data-finne', [11, 25, 44, 31, 9], 8, 3),
      tally('data-kvalitet', [7, 22, 40, 27, 10], 22, 3),
      tally('sikkerhet-avvik', [2, 9, 21, 49, 46], 3, 1),
      { question: 'omrade', group: null, counts: { helse: 58, oppvekst: 47, teknisk: 17, '': 9 } },
      {
        question: 'verktoy',
        group: null,
        counts: { teams: 118, fagsystem: 74, papir: 33, annet: 12, '': 4 },
      },
      { question: 'timer', group: null, counts: { '0': 24, '1': 31, '2': 40, '5': 18, '10': 9, '': 9 } },
      {
        question: 'kurs',
        group: null,
        counts: { '2026-01-12': 44, '2025-09-01': 39, '2026-03-02': 21, '': 27 },
      },
      groupTally('ledelse-mal', 'helse', [5, 10, 19, 14, 7], 2, 1),
      groupTally('ledelse-mal', 'oppvekst', [2, 6, 14, 17, 6], 1, 1),
    ],
    groups: [
      {
        id: 'helse',
        text: words('Helse og omsorg', 'Helse og omsorg', 'Health and care'),
        answered: 58,
        scores: [part('ledelse', 3.2), part('kompetanse', 2.4), part('data', 2.9), part('sikkerhet', 3.9)],
      },
      {
        id: 'oppvekst',
        text: words('Oppvekst', 'Oppvekst', 'Schools and childhood'),
        answered: 47,
        scores: [
          part('ledelse', 3.6),
          part('kompetanse', 2.8),
          part('data', 3.2),
          part('sikkerhet', undefined),
        ],
      },
    ],
    heldBack: 1,
    texts: [
      {
        question: 'ord',
        texts: [
          'Vi trenger tid til opplæring, ikke flere systemer.',
          'Det har blitt mye bedre det siste året.\nTakk til dem som hjelper.',
          '<script>alert("hei")</script> & <b>fet</b>',
          '=HYPERLINK("http://example.org";"klikk")',
        ],
      },
    ],
    named: [],
    ...change,
  };
}

/** Fewer answered than the minimum group: nothing but how many is known. */
export const sampleTooFew = (): Results =>
  sampleResults({
    invited: 9,
    answered: 4,
    tooFew: true,
    scores: [],
    tallies: [],
    groups: [],
    heldBack: 0,
    texts: [],
  });

/** A small survey of someone's own with names: a choice and a text, no scores. */
export const sampleNamed = (): Results => {
  const round = sampleRound();
  const lunch: Question = {
    id: 'dag',
    text: same('Hvilken dag passer best?'),
    required: true,
    kind: 'choice',
    options: [
      { id: 'tir', text: same('Tirsdag') },
      { id: 'ons', text: same('Onsdag') },
    ],
  };
  const form: Form = {
    ...round.plan.form,
    template: null,
    title: same('Samling før jul'),
    pages: [{ id: 'p1', title: same('Samling før jul'), description: same(''), questions: [lunch] }],
    dimensions: [],
    groupBy: null,
  };
  return sampleResults({
    round: { ...round, plan: { ...round.plan, form, anonymous: false } },
    invited: 8,
    answered: 6,
    scores: [],
    tallies: [{ question: 'dag', group: null, counts: { tir: 4, ons: 2 } }],
    groups: [],
    heldBack: 0,
    texts: [],
    named: [
      { name: '=Kari Nordmann', answers: { dag: 'tir' } },
      { name: 'Ola Nordmann', answers: { dag: 'ons' } },
    ],
  });
};

function sampleRound(): Round {
  return {
    id: 'round-1',
    tenant: 'tenant-1',
    owner: 'owner-1',
    ownerName: 'Anne Leder',
    state: 'closed',
    previous: 'round-0',
    plan: {
      form: sampleForm(),
      anonymous: true,
      minGroup: 5,
      audience: { kind: 'members', name: 'Ledergruppa' },
      opensAt: new Date('2026-11-02T07:00:00Z'),
      closesAt: new Date('2026-11-20T15:00:00Z'),
      remindDays: [3, 1],
      shownTo: 'leaders',
      repeat: 'year',
    },
  };
}

function sampleForm(): Form {
  return {
    template: 'digital-modenhet',
    title: words('Digital modenhet', 'Digital mognad', 'Digital maturity'),
    purpose: words(
      'Undersøkelsen viser hvor godt vi klarer å ha nytte av digitale løsninger, og hvor det hjelper mest å gjøre noe.',
      'Undersøkinga viser kor godt vi klarer å ha nytte av digitale løysingar, og kvar det hjelper mest å gjere noko.',
      'The survey shows how well we manage to benefit from digital solutions, and where action would help most.',
    ),
    groupBy: 'omrade',
    dimensions: [
      dimension('ledelse', words('Ledelse og strategi', 'Leiing og strategi', 'Leadership and strategy')),
      dimension('kompetanse', words('Kompetanse og kultur', 'Kompetanse og kultur', 'Skills and culture')),
      dimension('data', words('Data og informasjon', 'Data og informasjon', 'Data and information')),
      dimension(
        'sikkerhet',
        words('Sikkerhet og personvern', 'Tryggleik og personvern', 'Security and privacy'),
      ),
    ],
    pages: [
      page('ledelse', words('Ledelse og strategi', 'Leiing og strategi', 'Leadership and strategy'), [
        scale('ledelse-mal', 'ledelse', 'Vi har tydelige mål for hva digitalisering skal gi oss.'),
        scale(
          'ledelse-tid',
          'ledelse',
          'Vi får tid til å delta når nye digitale løsninger skal innføres, også når dagene er travle og mange er borte.',
        ),
      ]),
      page('kompetanse', words('Kompetanse og kultur', 'Kompetanse og kultur', 'Skills and culture'), [
        scale(
          'kompetanse-verktoy',
          'kompetanse',
          'Jeg kan bruke de digitale verktøyene jeg trenger i jobben.',
        ),
        scale(
          'kompetanse-opplaering',
          'kompetanse',
          'Vi får god opplæring når en ny digital løsning tas i bruk.',
        ),
        scale('kompetanse-alene', 'kompetanse', 'Jeg står alene når noe digitalt ikke virker.', true),
      ]),
      page('data', words('Data og informasjon', 'Data og informasjon', 'Data and information'), [
        scale('data-finne', 'data', 'Vi finner igjen informasjonen vi trenger.'),
        scale('data-kvalitet', 'data', 'Vi kan stole på tallene i systemene våre.'),
      ]),
      page('sikkerhet', words('Sikkerhet og personvern', 'Tryggleik og personvern', 'Security and privacy'), [
        scale('sikkerhet-avvik', 'sikkerhet', 'Jeg vet hvem jeg sier fra til hvis noe går galt.'),
        scale('sikkerhet-skjult', 'sikkerhet', 'Vi snakker åpent om feil.'),
      ]),
      page('om-deg', words('Om deg og dagen din', 'Om deg og dagen din', 'About you and your day'), [
        {
          ...question('omrade', words('Hvor jobber du?', 'Kvar jobbar du?', 'Where do you work?')),
          kind: 'choice',
          options: [
            { id: 'helse', text: words('Helse og omsorg', 'Helse og omsorg', 'Health and care') },
            { id: 'oppvekst', text: words('Oppvekst', 'Oppvekst', 'Schools and childhood') },
            { id: 'teknisk', text: words('Teknisk', 'Teknisk', 'Technical services') },
          ],
        },
        {
          ...question('verktoy', words('Hva bruker du?', 'Kva bruker du?', 'What do you use?')),
          kind: 'choices',
          options: [
            { id: 'teams', text: same('Teams') },
            { id: 'fagsystem', text: words('Fagsystem', 'Fagsystem', 'Specialist system') },
            { id: 'papir', text: words('Papir', 'Papir', 'Paper') },
            { id: 'annet', text: words('Annet', 'Anna', 'Other') },
          ],
        },
        {
          ...question(
            'timer',
            words(
              'Hvor mange timer i uka bruker du på manuelt arbeid?',
              'Kor mange timar i veka bruker du på manuelt arbeid?',
              'How many hours a week do you spend on manual work?',
            ),
          ),
          kind: 'number',
        },
        {
          ...question(
            'kurs',
            words('Når passer det med kurs?', 'Når passar det med kurs?', 'When would a course suit you?'),
          ),
          kind: 'date',
        },
        {
          ...question(
            'ord',
            words(
              'Hva ville hjulpet deg mest?',
              'Kva ville hjelpt deg mest?',
              'What would help you the most?',
            ),
          ),
          kind: 'text',
        },
      ]),
    ],
  };
}

const words = (nb: string, nn: string, en: string): Words => ({ nb, nn, en });
const same = (text: string): Words => words(text, text, text);

const question = (id: string, text: Words) => ({ id, text, required: false });

const LABELS = [
  words('Stemmer ikke', 'Stemmer ikkje', 'Not true'),
  words('Stemmer i liten grad', 'Stemmer i liten grad', 'Slightly true'),
  words('Stemmer delvis', 'Stemmer delvis', 'Partly true'),
  words('Stemmer i stor grad', 'Stemmer i stor grad', 'Largely true'),
  words('Stemmer helt', 'Stemmer heilt', 'Fully true'),
];

const scale = (id: string, dimension: string, text: string, reversed = false): Question => ({
  ...question(id, same(text)),
  kind: 'scale',
  labels: LABELS,
  dimension,
  reversed,
});

const page = (id: string, title: Words, questions: Question[]) => ({
  id,
  title,
  description: words(
    'Om dagen slik den er hos oss.',
    'Om dagen slik han er hos oss.',
    'About the working day as it is here.',
  ),
  questions,
});

const dimension = (id: string, title: Words) => ({
  id,
  title,
  advice: words(
    'Velg to eller tre mål sammen med lederne, og skriv dem så kort at alle husker dem.',
    'Vel to eller tre mål saman med leiarane, og skriv dei så kort at alle hugsar dei.',
    'Choose two or three goals together with the leaders, and write them so briefly that everyone remembers them.',
  ),
  articles: ['digital-modenhet'],
  tags: ['kompetanse'],
});

type Scored = Results['scores'][number];

const score = (
  dimension: string,
  value: number,
  before: number | undefined,
  others: Scored['others'],
): Scored => ({ dimension, score: value, answers: 240, before, others });

const part = (dimension: string, value: number | undefined) => ({
  dimension,
  score: value,
  answers: value === undefined ? 0 : 90,
});

const groupTally = (
  question: string,
  group: string,
  scale: number[],
  dontKnow: number,
  silent: number,
): Tally => ({ ...tally(question, scale, dontKnow, silent), group });

function tally(question: string, scale: number[], dontKnow: number, silent: number): Tally {
  const counts = Object.fromEntries(scale.map((count, at) => [String(at + 1), count]));
  return { question, group: null, counts: { ...counts, [DONT_KNOW]: dontKnow, '': silent } };
}
