import { expect, test } from 'vitest';
import { openEngine } from '../../src/search/engine.ts';
import { compileGlossary } from '../../src/search/glossary.ts';
import type { Evidence } from '../../src/search/reading.ts';
import { buildSegment, openSegment, type Settings } from '../../src/search/segment.ts';

const settings: Settings = { fields: { text: 1 }, parts: 0.4, k1: 1, b: 0.3 };
const concepts = compileGlossary([]);

interface Text {
  text: string;
  title?: string;
  document?: number;
}

/** What speaks for each of the texts when the question is asked of them all. */
function signalsOf(question: string, texts: (string | Text)[]): (Evidence & { share: number })[] {
  const passages = texts.map((given, n) => {
    const { text, title = '', document = n } = typeof given === 'string' ? { text: given } : given;
    return { document, title, fields: {}, text };
  });
  const engine = openEngine([openSegment(buildSegment(passages, concepts, settings))], {
    concepts,
    everyday: () => [],
    settings,
    candidates: 50,
    worthReading: 0,
  });
  const found = engine.retrieve(engine.read(question));
  return passages.map((_, n) => {
    const candidate = found.find(({ passage }) => passage === n);
    if (!candidate) throw new Error(`text ${n} is not found`);
    return { ...candidate.evidence, share: candidate.share };
  });
}

const FILLER = 'hest sau ku gris høne and gås kalkun rein elg';

test('words beside each other are nearer than words apart', () => {
  const [beside, apart] = signalsOf('tunnel brann', [
    `Tunnel brann ${FILLER} ${FILLER}.`,
    `Tunnel ${FILLER} ${FILLER} brann.`,
  ]);
  expect(beside!.proximity).toBeCloseTo(1, 5);
  expect(apart!.proximity).toBeLessThan(0.1);
  // As many words, as often: by counts alone they are the same.
  expect(beside!.share).toBeCloseTo(apart!.share, 5);
});

test('words in one sentence say more than the same words in two', () => {
  const [one, two] = signalsOf('tunnel brann', [
    `Tunnel og så brann. ${FILLER}. ${FILLER}.`,
    `Tunnel og så ${FILLER}. Brann ${FILLER}.`,
  ]);
  expect(one!.sentence).toBeGreaterThan(two!.sentence);
});

test('what the title says is said in each sentence', () => {
  const [titled, plain] = signalsOf('tunnel brann', [
    { title: 'Tunnel', text: `Ved brann ring 110. ${FILLER}.` },
    { title: 'Bro', text: `Ved brann ring 110. ${FILLER}. Tunnel.` },
  ]);
  expect(titled!.sentence).toBeGreaterThan(plain!.sentence);
});

test('a short sentence with the words says more than a long one', () => {
  const [short, long] = signalsOf('tunnel brann', [
    `Brann i tunnel. ${FILLER} ${FILLER}.`,
    `Brann i tunnel ${FILLER} ${FILLER} ${FILLER}.`,
  ]);
  expect(short!.sentence).toBeGreaterThan(long!.sentence);
});

test('words as they were written gain', () => {
  const [first, last] = signalsOf('tunnelen', [`Tunnelen ${FILLER}.`, `${FILLER} tunneler.`]);
  expect(first!.exact).toBeCloseTo(1, 5);
  expect(last!.exact).toBe(0);
});

test('small words beside the large ones count in a question, in the order asked, and not in words to look for', () => {
  const texts = [
    'Ordføreren er siktet for brann.',
    'Siktet for brann. Ordføreren.',
    'Brann. Siktet. Ordføreren.',
  ];
  const [asSaid, apart, none] = signalsOf('Hva er ordføreren siktet for?', texts);
  expect(asSaid!.phrase).toBeGreaterThan(apart!.phrase);
  expect(apart!.phrase).toBeGreaterThan(none!.phrase);
  expect(none!.phrase).toBe(0);
  expect(signalsOf('ordføreren siktet for', texts).map((one) => one.phrase)).toEqual([0, 0, 0]);
});

test('a part of the word asked for is told apart from the word', () => {
  const [part, whole] = signalsOf('Hva kostet tunnelbygging?', [
    'Tunnel til en høy pris.',
    'Tunnelbygging til en høy pris.',
    'Bygging av tunnel.',
  ]);
  expect(part!.faint).toBeGreaterThan(0.3);
  expect(whole!.faint).toBe(0);
});

test('the first passage of a document says what it is about', () => {
  const told = [
    { document: 0, title: 'Tunnel', text: 'En tunnel er gravd ut.' },
    { document: 0, title: 'Tunnel', text: 'En tunnel er dyr.' },
  ];
  expect(signalsOf('Hva er en tunnel?', told).map((one) => [one.lead, one.what])).toEqual([
    [1, 1],
    [0, 0],
  ]);
  expect(signalsOf('Hva koster en tunnel?', told).map((one) => [one.lead, one.what])).toEqual([
    [1, 0],
    [0, 0],
  ]);
});

test('a title that is all asked for gains, when something is asked', () => {
  const told = [
    { title: 'Tunnel', text: `Dyr ${FILLER}.` },
    { title: 'Tunnel og bro i nord', text: `Dyr ${FILLER}.` },
  ];
  const [all, some] = signalsOf('Hvorfor er en tunnel dyr?', told);
  expect(all!.entitled).toBe(1);
  expect(some!.entitled).toBeLessThan(0.5);
  expect(signalsOf('dyr tunnel', told).map((one) => one.entitled)).toEqual([0, 0]);
});

test('what the passage before meets is counted in, and what stands within some lines', () => {
  const [first, second, near, far] = signalsOf('tunnel brann', [
    { document: 0, text: `Tunnel ${FILLER}.` },
    { document: 0, text: `Brann ${FILLER}.` },
    { document: 1, text: 'Tunnel med brann.' },
    { document: 2, text: `Tunnel ${`${FILLER} `.repeat(60)} brann.` },
  ]);
  expect(first!.before).toBe(first!.met);
  expect(second!.before).toBeCloseTo(1, 5);
  expect(second!.met).toBeLessThan(0.7);
  expect(near!.together).toBeCloseTo(1, 5);
  expect(far!.met).toBeCloseTo(1, 5);
  expect(far!.together).toBeLessThan(0.7);
});

test('passages of one document meet a question together', () => {
  const [together, , alone] = signalsOf('tunnel brann', [
    { document: 0, text: `Tunnel ${FILLER}.` },
    { document: 0, text: `Brann ${FILLER}.` },
    { document: 1, text: `Tunnel ${FILLER}.` },
  ]);
  expect(together!.document).toBeCloseTo(1, 5);
  expect(alone!.document).toBeLessThan(0.7);
});

test.each([
  ['when', 'Når åpnet tunnelen?', 'Tunnelen åpnet i mai 1998.', 'Tunnelen åpnet med musikk.'],
  ['many', 'Hvor mange biler går i tunnelen?', 'I tunnelen går 4000 biler.', 'I tunnelen går biler.'],
  ['extent', 'Hvor lang er tunnelen?', 'Tunnelen er 12 kilometer.', 'Tunnelen er smal.'],
  [
    'who',
    'Hvem bygde tunnelen?',
    'Tunnelen ble bygd av Veidekke Entreprenør.',
    'Tunnelen ble bygd av stein.',
  ],
  ['where', 'Hvor ligger tunnelen?', 'Tunnelen ligger ved Drammen.', 'Tunnelen ligger trygt.'],
  ['why', 'Hvorfor stengte tunnelen?', 'Tunnelen stengte fordi vann rant inn.', 'Tunnelen stengte brått.'],
  ['age', 'Hvor gammel er tunnelen?', 'Tunnelen er tretti år.', 'Tunnelen er fin.'],
] as const)('%s: “%s” is answered by “%s”', (kind, question, answer, other) => {
  const [right, wrong] = signalsOf(question, [answer, other]);
  expect(right![kind]).toBe(1);
  expect(wrong![kind]).toBe(0);
});

test('a name of one word says less of who than a name of two', () => {
  const [two, one] = signalsOf('Hvem bygde tunnelen?', [
    'Tunnelen ble bygd av Kari Veidekke.',
    'Tunnelen ble bygd av Mesta.',
  ]);
  expect(one!.who).toBeGreaterThan(0);
  expect(one!.who).toBeLessThan(two!.who);
});

test('a date far from what is asked counts less, and none when no date is asked for', () => {
  const far = `Tunnelen åpnet. ${FILLER} ${FILLER} ${FILLER}. Broen kom i mai 1998.`;
  const [near, away] = signalsOf('Når åpnet tunnelen?', ['Tunnelen åpnet i mai 1998.', far]);
  expect(away!.when).toBeGreaterThan(0);
  expect(away!.when).toBeLessThan(near!.when);
  expect(signalsOf('Hva er tunnelen?', ['Tunnelen åpnet i mai 1998.'])[0]!.when).toBe(0);
});

test('one question leaves nothing behind for the next', () => {
  const segment = openSegment(
    buildSegment(
      [`Tunnel brann ${FILLER}.`, `Bro ${FILLER}.`].map((text, document) => ({
        document,
        title: '',
        fields: {},
        text,
      })),
      concepts,
      settings,
    ),
  );
  const engine = openEngine([segment], {
    concepts,
    everyday: () => [],
    settings,
    candidates: 50,
    worthReading: 0,
  });
  const ask = (question: string) => engine.retrieve(engine.read(question));
  const before = ask('bro');
  ask('når brant tunnelen');
  ask('tunnel brann hest sau');
  expect(ask('bro')).toEqual(before);
  expect(segment.table.roleOf.every((role) => role === 0)).toBe(true);
  expect(segment.table.weightOf.every((weight) => weight === 0)).toBe(true);
});
