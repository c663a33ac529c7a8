import { beforeAll, describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/ask/language.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { type Municipalities, openMunicipalities } from '../../src/knowledge/municipalities.ts';
import { solutionAsArticle } from '../../src/knowledge/solution.ts';
import { readShareCommand } from '../../src/share/commands.ts';
import { readLinks } from '../../src/share/links.ts';
import type { Content } from '../../src/share/model.ts';
import { neutral } from '../../src/share/neutral.ts';
import { readPlaces } from '../../src/share/places.ts';
import { personalIn, readWritten, type World } from '../../src/share/reading.ts';
import { writtenOf } from '../../src/share/rewritten.ts';
import {
  correcting,
  deciding,
  entryStates,
  restoring,
  stateAfter,
  withdrawing,
} from '../../src/share/rules.ts';
import { slugFor, solutionOf } from '../../src/share/solution.ts';
import { readSystems, readTags } from '../../src/share/subjects.ts';
import { fromMessage } from '../../src/share/wizard.ts';
import { type Written, writtenIn } from '../../src/share/written.ts';

let knowledge: Knowledge;
let norway: Municipalities;
beforeAll(async () => {
  knowledge = await loadKnowledge('knowledge');
  norway = openMunicipalities(knowledge.municipalities);
});

const world = (): World => ({
  norway,
  tags: knowledge.tags,
  facets: knowledge.facets,
  year: 2026,
  keptTags: [],
  languageOf: (text) => detectLanguage(text),
});

const TEXT =
  'Vi trengte en felles vaktordning for hjemmetjenesten, fordi hver sone hadde sin egen og ingen kunne hjelpe.';
const WRITTEN: Written = {
  kind: 'experience',
  title: 'Felles vaktordning',
  problem: TEXT,
  done: TEXT,
  place: 'Lillestrøm',
  topic: 'digitalisering',
};
const read = (change: Written = {}) => readWritten({ ...WRITTEN, ...change }, world(), 'nb');
const faultsOf = (change: Written) => read(change).faults.map(({ field, why }) => `${field} ${why}`);

describe('what is written', () => {
  test('is read whole when nothing is wrong', () => {
    const { content, faults } = read({
      year: '2025',
      procedure: 'konkurransepreget-dialog',
      systems: 'Fiks, SmartVakt',
      tags: 'Velferdsteknologi, joint procurement',
      dpia: 'yes',
      dpiaLink: 'lillestrom.kommune.no/dpia',
      agreement: 'not-relevant',
      links: 'Krav: https://lillestrom.kommune.no/krav\nwww.ks.no',
      role: 'innkjøpsrådgiver',
      office: 'innkjøp, Lillestrøm kommune',
      consent: 'yes',
    });
    expect(faults).toEqual([]);
    expect(content).toMatchObject({
      municipalities: ['3205'],
      year: 2025,
      procedure: 'konkurransepreget-dialog',
      systems: ['Fiks-plattformen', 'SmartVakt'],
      tags: ['velferdsteknologi', 'fellesanskaffelse'],
      dpia: { done: 'yes', link: 'https://lillestrom.kommune.no/dpia' },
      agreement: { done: 'not-relevant', link: '' },
      links: [
        { title: 'Krav', url: 'https://lillestrom.kommune.no/krav' },
        { title: 'www.ks.no', url: 'https://www.ks.no' },
      ],
      language: 'nb',
    });
  });

  test.each<[Written, string[]]>([
    [{ title: '' }, ['title missing']],
    [{ title: '*** ___' }, ['title missing']],
    [{ title: '**fet** '.repeat(700) }, ['title too-long']],
    [{ problem: 'For kort.' }, ['problem too-few-words']],
    [{ done: '' }, ['done missing']],
    [{ done: '', kind: 'need' }, []],
    [{ done: 'ord '.repeat(136) }, ['done too-many-words']],
    [{ done: `${TEXT} ${'x'.repeat(2_000)}` }, ['done too-long']],
    [{ result: 'Kort går bra her.' }, []],
    [{ place: '' }, ['place missing']],
    [{ place: 'Atlantis' }, ['place place-unknown']],
    [{ place: 'Våler' }, ['place place-several']],
    [{ year: '1812' }, ['year not-a-year']],
    [{ year: '2028' }, ['year not-a-year']],
    [{ year: 'i fjor' }, ['year not-a-year']],
    [{ topic: 'annet' }, ['topic missing']],
    [{ tags: 'velferdsteknolgi' }, ['tags tag-unknown']],
    [{ systems: 'a,'.repeat(3) }, ['systems missing']],
    [{ systems: '**' }, ['systems missing']],
    [{ systems: 'x'.repeat(121) }, ['systems too-long']],
    [{ title: 'a: '.repeat(30).trim() }, ['title too-long']],
    // Signs that are taken out are no words, and hide nobody.
    [{ problem: `<${TEXT}>` }, ['problem missing']],
    [{ role: '*Kari* *Nordmann*', office: 'innkjøp', consent: 'yes' }, ['role contact']],
    [{ en: '**Short**************************' }, ['en too-few-words']],
    [{ systems: Array.from({ length: 11 }, (_, n) => `System ${n}`).join(',') }, ['systems too-many']],
    [{ dpiaLink: 'javascript:alert(1)' }, ['dpiaLink link-scheme']],
    [{ links: 'JavaScript:alert(1)\nhttps://ks.no' }, ['links link-scheme']],
    [{ links: 'data:text/html,x' }, ['links link-scheme']],
    [{ links: 'se rapporten' }, ['links link-broken']],
    [{ role: 'Kari Nordmann', office: 'innkjøp', consent: 'yes' }, ['role contact']],
    [{ role: 'rådgiver', office: 'kari@kommune.no', consent: 'yes' }, ['office contact']],
    [{ role: 'rådgiver', office: 'innkjøp, 91234567', consent: 'yes' }, ['office contact']],
    [{ role: 'rådgiver', consent: 'yes' }, ['office missing']],
    [{ role: 'rådgiver', office: 'innkjøp' }, ['consent consent']],
    [{ en: 'Short.' }, ['en too-few-words']],
  ])('%o: %o', (change, faults) => {
    expect(faultsOf(change)).toEqual(faults);
  });

  test('comes back the same when it is written again', () => {
    const { content } = read({ tags: 'samarbeid', links: 'Krav https://ks.no/krav', year: '2024' });
    const nameOf = (number: string) => norway.byNumber(number)?.municipality.name ?? number;
    for (const lang of ['nb', 'nn', 'en'] as const) {
      const again = readWritten(writtenOf(content, { nameOf, tags: knowledge.tags }, lang), world(), lang);
      expect(again).toEqual({ content, faults: [] });
    }
  });

  test('comes only from fields on the card of the step, as text, and no longer than is kept', () => {
    const pressed = {
      'in-title': 'x'.repeat(9_000),
      'in-kind': 3,
      'in-problem': { a: 1 },
      'in-done': 'nei',
      do: 'x',
    };
    const { title, ...rest } = writtenIn('about', pressed);
    expect(title).toHaveLength(6_000);
    expect(rest).toEqual({ kind: '3', problem: '' });
    expect(writtenIn('facts', { 'in-year': 2025 })).toEqual({ year: '2025' });
  });
});

describe('municipalities', () => {
  test.each<[string, string[]]>([
    ['Lillestrøm', ['3205']],
    ['Skedsmo og Fet', ['3205']],
    ['Asker og Bærum', ['3203', '3201']],
    ['Asker, Bærum; 3205', ['3203', '3201', '3205']],
    ['Nore og Uvdal', ['3338']],
    ['Våler i Østfold', ['3114']],
    ['0231', ['3205']],
    ['Asker & Bærum', ['3203', '3201']],
  ])('“%s”', (text, numbers) => {
    expect(readPlaces(text, norway)).toEqual({ numbers, faults: [] });
  });

  test('one that never was does not hide behind one that is', () => {
    expect(readPlaces('Asker og Atlantis', norway)).toEqual({
      numbers: ['3203'],
      faults: [{ why: 'place-unknown', is: 'Atlantis', near: [] }],
    });
  });

  test('a name that several have says how to write each', () => {
    const [fault] = readPlaces('Våler', norway).faults;
    expect(fault).toMatchObject({ why: 'place-several', near: ['Våler i Østfold', 'Våler i Innlandet'] });
    for (const near of fault!.near) expect(readPlaces(near, norway).numbers).toHaveLength(1);
  });
});

describe('tags and systems', () => {
  test('are known by their names in any language and by other words for them', () => {
    const said = 'Welfare technology, #velferdsteknologi, tryggleiksteknologi, GDPR';
    expect(readTags(said, { ...world(), kept: [] }, 'nb')).toEqual({
      tags: ['velferdsteknologi', 'personvern'],
      faults: [],
    });
    expect(readSystems('chromebook; Noe Nytt', knowledge.facets)).toEqual([
      'Google Workspace for Education',
      'Noe Nytt',
    ]);
  });

  test('one that is not known is named with the nearest, in the language that is spoken', () => {
    const near = (lang: 'nb' | 'en') =>
      readTags('velferdsteknolgi, xyzzy plugh', { ...world(), kept: [] }, lang).faults.map(
        (fault) => fault.near,
      );
    expect(near('nb')).toEqual([['Velferdsteknologi'], []]);
    expect(near('en')).toEqual([['Welfare technology'], []]);
  });

  test('one it had before is kept, known or not', () => {
    expect(readTags('gammelt-ord', { ...world(), kept: ['gammelt-ord'] }, 'nb').tags).toEqual([
      'gammelt-ord',
    ]);
  });
});

test.each([
  ['https://ks.no/a?b=c#d', 'https://ks.no/a?b=c#d'],
  ['<https://ks.no>', 'https://ks.no'],
  ['- Rapporten (https://ks.no/x).', 'https://ks.no/x'],
  ['HTTPS://KS.NO', 'HTTPS://KS.NO'],
])('the link in “%s” is %s', (row, url) => {
  expect(readLinks(row)).toMatchObject({ links: [{ url }], faults: [] });
});

test.each([
  ['**fet** og _kursiv_ med `kode`', 'fet og kursiv med kode'],
  ['[trykk her](javascript:alert(1))', 'trykk her'],
  ['![bilde](https://x.no/y.png) etter', 'bilde etter'],
  ['# Overskrift\n> sitat', 'Overskrift\nsitat'],
  ['* en\n• to\n- tre', '- en\n- to\n- tre'],
  ['<b onclick="x">hei</b> fil_navn', 'hei fil_navn'],
  ['Fristen er {{DATE(2026-01-01T00:00:00Z)}} i {navn}', 'Fristen er DATE(2026-01-01T00:00:00Z) i {navn}'],
  ['Sum\n===\nDel\n---', 'Sum\n\nDel'],
  ['? et spørsmål\n\n\n\nslutt', 'et spørsmål\n\nslutt'],
])('“%s” stands as “%s”', (written, plain) => {
  expect(neutral(written)).toBe(plain);
});

test.each([
  ['kari`@`kommune.no', 'done'],
  ['Ring 9**1** 23 45 67', 'again'],
  ['Skjema https://ks.no/?til=kari%40kommune.no', 'links'],
  ['Skjema https://ks.no/?tlf=%2B4791234567', 'links'],
] as const)('“%s” is about a person, in %s', (text, field) => {
  expect(personalIn({ [field]: text })).toEqual([field]);
});

test('control characters and what turns the text around are not taken along', () => {
  expect(writtenIn('about', { 'in-title': 'Felles\u0007 \u202evakt\u0000' }).title).toBe('Felles vakt');
  expect(writtenIn('told', { 'in-done': 'Først\n\tså' }).done).toBe('Først\n\tså');
});

test('a page of brackets takes no longer than a page of words', () => {
  // Quadratic time would be minutes here.
  for (const sign of ['[', '[a](', '<', '[a]((', '_'])
    expect(neutral(sign.repeat(100_000))).not.toContain('[');
});

describe('as a solution', () => {
  const content = (change: Written = {}): Content => read(change).content;
  const nameOf = (number: string) => norway.byNumber(number)?.municipality.name ?? number;
  const solution = (change: Written = {}) =>
    solutionOf({ slug: 'delt-x', content: content(change), day: '2026-11-30' }, nameOf);

  test('is asked for in three languages, by title, municipality and system', () => {
    const { questions } = solution({ systems: 'SmartVakt' });
    expect(questions).toHaveLength(9);
    expect(questions).toEqual(
      expect.arrayContaining([
        'Hvem har erfaring med «Felles vaktordning»?',
        'Kva gjorde Lillestrøm med «Felles vaktordning»?',
        'Which municipalities have used SmartVakt?',
      ]),
    );
    const need = solution({ kind: 'need', systems: 'SmartVakt' });
    expect(need.questions[0]).toBe('Hvem trenger «Felles vaktordning»?');
    // Who needs something has used nothing.
    expect(need.questions.join()).not.toContain('har brukt');
  });

  test('says what is not told, and whom to ask when nobody is given', () => {
    const { thin, contact } = solution({ result: 'Det gikk bra.' });
    expect(thin).toBe(
      'Den som delte dette, har ikke skrevet noe om hva de ville gjort igjen eller hva de ville gjort annerledes.',
    );
    expect(contact).toEqual({ role: 'postmottaket', office: 'Lillestrøm kommune' });
  });

  test('has work with privacy in what was done, and its papers among the documents', () => {
    const { told, documents } = solution({ dpia: 'yes', agreement: 'no', dpiaLink: 'https://ks.no/dpia' });
    expect(told.find(({ part }) => part === 'done')?.text).toMatch(
      /\n\nVurdering av personvernkonsekvenser \(DPIA\) er gjort\. Databehandleravtale er ikke inngått\.$/,
    );
    expect(documents).toEqual([{ title: 'DPIA', url: 'https://ks.no/dpia' }]);
  });

  test('keeps an editor’s summary, and else begins as what was done does', () => {
    const { summary } = solution({ en: 'One shared rota for all of home care.' });
    expect(summary.en).toBe('One shared rota for all of home care.');
    expect(summary.nb).toBe(summary.nn);
    expect(TEXT.startsWith(summary.nb)).toBe(true);
    expect(summary.nb.length).toBeLessThanOrEqual(400);
  });

  test('has no Markdown of the sharer’s, and a title without a colon', () => {
    const made = solution({ title: '**Vakt**: [her](http://x.no)', done: `${TEXT} [x](javascript:y)` });
    expect(made.title).toBe('Vakt – her');
    expect(JSON.stringify(made)).not.toMatch(/javascript|\*\*|\]\(/);
    expect(solutionAsArticle(made).sections.map(({ id }) => id)).toEqual([
      'delt-x#behovet-hva-de-gjorde-og-det-som-ikke-er-fortalt',
    ]);
  });

  test('has an editor’s summary without Markdown, and that of a need from what is needed', () => {
    const summary = 'Les [hele saken](javascript:alert(1)) **her**\n\n# nå med en gang.';
    expect(solution({ nb: summary }).summary.nb).toBe('Les hele saken her nå med en gang.');
    expect(solution({ kind: 'need', done: 'Ingenting.' }).summary.nb).toBe(TEXT);
  });

  test('has links that end where they should, wherever Markdown is read', () => {
    const { sources } = solution({ links: 'Krav https://ks.no/x)[Innlogging](https://evil.example/))x' });
    expect(sources).toHaveLength(1);
    for (const { url } of sources) expect(url).not.toMatch(/[()[\]<>\\]/);
  });

  test('gets an id of its own', () => {
    expect(slugFor('Ærlig talt: Å få det til!', new Set())).toBe('delt-aerlig-talt-a-fa-det-til');
    expect(slugFor('x y z', new Set(['delt-x-y-z', 'delt-x-y-z-2']))).toBe('delt-x-y-z-3');
    expect(slugFor('🎉🎉🎉', new Set())).toBe('delt-uten-navn');
    expect(slugFor('ord '.repeat(60), new Set())).toMatch(/^delt-(ord-)*ord$/);
  });
});

describe('who may do what', () => {
  const entry = { tenant: 't', person: 'ola', state: 'waiting', version: 2, published: null } as const;
  const party = (person: string, editor = false, tenant = 't') => ({ who: { tenant, person }, editor });
  const [owner, editor, stranger] = [party('ola'), party('eva', true), party('siri', true, 'other')];

  test('sharers and editors of the same municipality correct; others do not', () => {
    expect([owner, editor, stranger].map((one) => correcting(one, entry))).toEqual([
      undefined,
      undefined,
      'not-yours',
    ]);
    expect(correcting(party('per'), entry)).toBe('not-yours');
    expect(correcting(owner, { ...entry, state: 'withdrawn' })).toBe('wrong-state');
    expect(correcting(owner, { ...entry, state: 'rejected' })).toBeUndefined();
  });

  test('only editors decide, on what waits, and only on what they have seen', () => {
    expect(deciding(owner, entry, 2)).toBe('not-editor');
    expect(deciding(stranger, entry, 2)).toBe('not-editor');
    expect(deciding(editor, entry, 1)).toBe('newer');
    expect(deciding(editor, entry, 2)).toBeUndefined();
    for (const state of entryStates.filter((one) => one !== 'waiting'))
      expect(deciding(editor, { ...entry, state }, 2)).toBe('decided');
  });

  test('withdrawing is once, and restoring is of versions that others do not see', () => {
    expect(withdrawing(owner, { ...entry, state: 'withdrawn' })).toBe('decided');
    expect(withdrawing(owner, { ...entry, state: 'rejected' })).toBe('wrong-state');
    const shown = { ...entry, state: 'approved', published: 2 } as const;
    const number = (number: number, seen = 2) => ({ number, seen });
    expect(restoring(editor, shown, number(2))).toBe('wrong-state');
    expect(restoring(editor, shown, number(1))).toBeUndefined();
    expect(restoring(editor, shown, number(1, 1))).toBe('newer');
    expect(restoring(editor, shown, number(3))).toBe('wrong-state');
    expect(restoring(owner, shown, number(1))).toBe('not-editor');
  });

  test('what is rejected leaves what was approved before', () => {
    expect(stateAfter('reject', { ...entry, published: 1 })).toBe('approved');
    expect(stateAfter('reject', entry)).toBe('rejected');
  });
});

describe('the commands', () => {
  test.each([
    ['Del en løsning', 'share'],
    ['del ei løysing!', 'share'],
    ['jeg vil gjerne dele en erfaring med andre', 'share'],
    ['Vi vil melde inn et behov', 'share'],
    ['share our experience', 'share'],
    ['I would like to share a solution with other municipalities', 'share'],
    ['ny løsning', 'share'],
    ['vil du dele', undefined],
    ['del noe', 'share'],
    ['Del løsningen vår', 'share'],
    ['Hvordan deler jeg en løsning?', 'share'],
    ['korleis kan vi melde inn eit behov', 'share'],
    ['How do we share a solution?', 'share'],
    ['Hvordan deler vi en rammeavtale?', undefined],
    ['Hvordan deler vi kostnadene i en løsning?', undefined],
    ['mine delinger', 'mine'],
    ['vis delingane mine', 'mine'],
    ['my shares', 'mine'],
    ['Til godkjenning', 'waiting'],
    ['kva ventar på godkjenning?', 'waiting'],
    ['waiting for approval', 'waiting'],
    ['Kan vi dele en avtale med en annen kommune?', undefined],
    ['hvilke løsninger er delt?', undefined],
    ['del inn kontrakten', undefined],
    [`del en løsning ${'x'.repeat(200)}`, undefined],
  ])('“%s” is %s', (text, meant) => {
    expect(readShareCommand(text)).toBe(meant);
  });
});

test('a message gives a title of its first sentence, cut between words', () => {
  expect(fromMessage('Kort. Resten.')).toEqual({ title: 'Kort', done: 'Kort. Resten.' });
  const { title } = fromMessage('ordene '.repeat(40));
  expect(title).toMatch(/ordene$/);
  expect(title!.length).toBeLessThanOrEqual(90);
});
