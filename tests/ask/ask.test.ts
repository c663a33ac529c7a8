import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/ask/answer.ts';
import { type Ask, createAsk } from '../../src/ask/ask.ts';
import { answerCard, moreCard } from '../../src/ask/card.ts';
import type { Condition, ListQuery } from '../../src/ask/lists/filter.ts';
import { plainAnswer, readableAnswer } from '../../src/ask/plain.ts';
import { type FillCard, loadCards } from '../../src/cards.ts';
import { type Article, type Knowledge, type Lang, langs } from '../../src/knowledge/model.ts';
import { actionsOf, textOf } from '../connector.ts';
import { readBase } from '../kept.ts';

let knowledge: Knowledge;
let articles: Article[];
let ask: Ask;
let fill: FillCard;
beforeAll(async () => {
  const base = await readBase();
  ({ knowledge, articles } = base);
  const { search } = base;
  ask = createAsk({ knowledge, articles, search, now: () => new Date('2026-11-25') });
  fill = loadCards('cards');
});

/** Ids of all solutions that have one of these municipalities, straight from the base. */
const from = (...numbers: string[]) =>
  knowledge.solutions
    .filter((s) => s.municipalities.some((n) => numbers.includes(n)))
    .map((s) => s.id)
    .sort();
const listed = (answer: Awaited<ReturnType<Ask['ask']>>) =>
  answer.kind === 'list' ? answer.articles.map((a) => a.id).sort() : answer.kind;

describe('what a municipality or a county has shared', () => {
  test.each<[string, Lang, string[]]>([
    ['Hva har Lillestrøm gjort?', 'nb', ['3205']],
    ['Hvilke løsninger har Skedsmo delt?', 'nb', ['3205']],
    ['Kva har Trondheim gjort?', 'nn', ['5001']],
    ['What has Asker shared?', 'en', ['3203']],
    ['Erfaringer fra Bergen', 'nb', ['4601']],
  ])('%s gives all of it', async (question, lang, numbers) => {
    const answer = await ask.ask(question);
    expect(answer.lang).toBe(lang);
    expect(from(...numbers).length).toBeGreaterThan(0);
    expect(listed(answer)).toEqual(from(...numbers));
  });

  test('a county gives those of its municipalities and of its network', async () => {
    expect(listed(await ask.ask('Hva har Agder delt?'))).toEqual([
      'agder-trygghetsalarmer',
      'digiagder-dugnad',
      'finn-ditt-digi-nettverk',
    ]);
  });

  test('the list has its count in the title, says that it is all, and whose each is', async () => {
    const count = from('3203').length;
    const said: Record<Lang, [string, string[]]> = {
      nb: [
        'Hva har Asker delt?',
        [
          `${count} løsninger og erfaringer fra Asker`,
          'Dette er alt som er lagt inn i kunnskapsbasen.',
          'Erfaring fra Asker og Bærum, 2015',
        ],
      ],
      nn: [
        'Kva har Asker delt?',
        [
          `${count} løysingar og røynsler frå Asker`,
          'Dette er alt som er lagt inn i kunnskapsbasen.',
          'Røynsle frå Asker og Bærum, 2015',
        ],
      ],
      en: [
        'What has Asker shared?',
        [
          `${count} solutions and experiences from Asker`,
          'This is everything in the knowledge base.',
          'Experience from Asker and Bærum, 2015',
        ],
      ],
    };
    for (const [question, lines] of Object.values(said)) {
      const answer = await ask.ask(question);
      const card = textOf(answerCard(answer, fill).card);
      for (const line of lines) {
        expect(card, question).toContain(line);
        expect(plainAnswer(answer), question).toContain(line);
      }
    }
  });

  test('each can be opened, and its parts read', async () => {
    const answer = await ask.ask('Hva har Lillestrøm gjort?');
    const actions = actionsOf(answerCard(answer, fill).card)
      .map((a) => a.data as Record<string, string>)
      .filter((action) => action.do === 'quote');
    expect(actions).toHaveLength(from('3205').length);
    for (const action of actions) {
      expect(action).toMatchObject({ lang: 'nb' });
      const opened = ask.quote(action.section!, 'nb')!;
      expect(from('3205')).toContain(opened.quote.article.id);
      const { id } = opened.quote.article;
      const parts = textOf(moreCard(ask.article(id)!, 'nb', fill).card);
      expect(parts).toContain(opened.quote.section.heading);
    }
  });

  test('a long list goes on with what was asked for, and back', async () => {
    const answer = await ask.ask('Hva har Viken gjort?');
    if (answer.kind !== 'list') throw new Error(answer.kind);
    expect(answer.articles.length).toBeGreaterThan(12);
    const where = [{ field: 'place' as const, any: ['31', '32', '33'] }];
    const query = { where, by: 'solution' as const };
    const page = (from: number) => ({ do: 'solutions', ...query, lang: 'nb', from });
    const buttons = (shown: Answer) => actionsOf(answerCard(shown, fill).card).map((action) => action.data);
    expect(buttons(answer)).toContainEqual(page(12));
    const next = ask.solutions(query, 'nb', 12)!;
    expect(next).toEqual({ ...answer, from: 12 });
    expect(buttons(next)).toContainEqual(page(0));
  });

  test('every filter that was understood is shown, with a button that takes it away', async () => {
    const said: Record<Lang, [string, string[]]> = {
      nb: ['erfaringer om skole fra Bergen siden 2019', ['skole', 'Bergen', 'siden 2019']],
      nn: ['røynsler om skule frå Bergen sidan 2019', ['skule', 'Bergen', 'sidan 2019']],
      en: ['experiences on school from Bergen since 2019', ['school', 'Bergen', 'since 2019']],
    };
    for (const [lang, [question, filters]] of Object.entries(said)) {
      const answer = await ask.ask(question);
      expect(answer.lang).toBe(lang);
      expect(listed(answer)).toEqual(['bergen-skoleapp', 'bergen-tofaktor', 'skolesec-nasjonal-dpia']);
      const { card } = answerCard(answer, fill);
      for (const filter of filters) expect(textOf(card)).toContain(`✕ ${filter}`);
      const removing = actionsOf(card).filter((a) =>
        filters.some((filter) => a.title.endsWith(`: ${filter}`)),
      );
      expect(removing).toHaveLength(3);
      for (const { data } of removing) {
        const { where, by } = data as ListQuery;
        expect(where).toHaveLength(2);
        const wider = ask.solutions({ where, by }, 'nb', 0)!;
        expect(listed(wider)).toEqual(expect.arrayContaining(listed(answer) as string[]));
      }
    }
  });

  test('it says how many do not say what was asked for', async () => {
    const answer = await ask.ask('Hvilke kommuner har brukt konkurransepreget dialog?');
    const silent = knowledge.solutions.filter((s) => s.procedure === undefined).length;
    const line = `${silent} sier ikke hvilken prosedyre, og er ikke med.`;
    expect(textOf(answerCard(answer, fill).card)).toContain(line);
    expect(plainAnswer(answer)).toContain(line);
  });

  test('municipalities are listed by name, with what each has, and no others than those asked for', async () => {
    const answer = await ask.ask('Hvilke kommuner i Trøndelag har erfaring med oppvekst?');
    expect(plainAnswer(answer)).toMatch(
      /^Én kommune har løsninger eller erfaringer om oppvekst fra Trøndelag\n.+\n- Trondheim:\n {2}- .+\n {2}- [^\n]+$/,
    );
    const next = actionsOf(answerCard(answer, fill).card).find(
      (action) => action.title === 'Trondheim',
    )?.data;
    const { where, by } = next as ListQuery;
    expect(listed(ask.solutions({ where, by }, 'nb', 0)!)).toEqual(listed(answer));
  });

  test('where nothing is shared it says so, and gives what is nearest', async () => {
    const said: Record<Lang, [string, string, string]> = {
      nb: [
        'Hva har Utsira gjort?',
        'Ingenting er delt fra Utsira ennå',
        'Dette ligger nærmest: 3 løsninger og erfaringer fra Rogaland',
      ],
      nn: [
        'Kva har Utsira gjort?',
        'Ingenting er delt frå Utsira enno',
        'Dette ligg nærmast: 3 løysingar og røynsler frå Rogaland',
      ],
      en: [
        'What has Utsira done?',
        'Nothing has been shared from Utsira yet',
        'This comes nearest: 3 solutions and experiences from Rogaland',
      ],
    };
    for (const [question, none, near] of Object.values(said)) {
      const answer = await ask.ask(question);
      expect(listed(answer)).toContain('stavanger-innovasjonspartnerskap');
      const { card, summary } = answerCard(answer, fill);
      expect(summary).toBe(none);
      expect(textOf(card)).toContain(near);
      expect(plainAnswer(answer)).toContain(`${none}\n${near}:\n- `);
    }
  });

  test('where nothing is near either it gives all there is', () => {
    const answer = ask.solutions({ where: [{ field: 'place', any: ['03'] }], by: 'solution' }, 'nb', 0)!;
    expect(listed(answer)).toHaveLength(knowledge.solutions.length);
    expect(plainAnswer(answer)).toMatch(/^Ingenting er delt fra Oslo ennå\nDette ligger nærmest: /);
  });

  test('one of several that has shared nothing is named', async () => {
    const answer = await ask.ask('Hva har Asker og Utsira gjort?');
    const card = textOf(answerCard(answer, fill).card);
    expect(card).toContain('løsninger og erfaringer fra Asker');
    expect(card).toContain('Fra Utsira er ingenting lagt inn ennå.');
  });

  test('“og Asker?” is a list when nothing was talked about before', async () => {
    expect(listed(await ask.ask('og Asker?'))).toEqual(from('3203'));
  });

  test.each<[string, Condition]>([
    ['place', { field: 'place', any: ['0231'] }],
    ['tag', { field: 'subject', any: ['borte'] }],
    ['kind', { field: 'kind', any: ['borte'] }],
  ])('a button with a %s that is no longer known gives nothing', (_, condition) => {
    expect(ask.solutions({ where: [condition], by: 'solution' }, 'nb', 0)).toBeUndefined();
  });
});

describe('a name of before', () => {
  const LINES: Record<Lang, string> = {
    nb: 'Hurum er i dag en del av Asker (fra 2020).',
    nn: 'Hurum er i dag ein del av Asker (frå 2020).',
    en: 'Hurum is now part of Asker (since 2020).',
  };

  test.each<[string, string, Lang]>([
    ['found', 'Hva er karens i Hurum?', 'nb'],
    ['found', 'Kva er karens i Hurum?', 'nn'],
    ['found', 'What is the standstill period in Hurum?', 'en'],
    ['list', 'Hva har Hurum gjort?', 'nb'],
    ['list', 'Kva har Hurum gjort?', 'nn'],
    ['list', 'What has Hurum done?', 'en'],
    ['nothing', 'Hva koster en hund på Hurum?', 'nb'],
    ['nothing', 'Kva kostar ein hund på Hurum?', 'nn'],
    ['nothing', 'How much is a dog in Hurum?', 'en'],
  ])('%s: %s', async (kind, question, lang) => {
    const answer = await ask.ask(question);
    expect(answer).toMatchObject({ kind, lang });
    const { card } = answerCard(answer, fill);
    expect(textOf(card)).toContain(LINES[lang]);
    expect(card.fallbackText).toContain(LINES[lang]);
    expect(readableAnswer(answer).split('\n')[0]).toBe(LINES[lang]);
  });

  test('stands with readings to choose between', async () => {
    const readings = knowledge.articles
      .slice(0, 2)
      .map((article) => ({ article, section: article.sections[0]!, stale: false, score: 1 }));
    const { changes = [] } = await ask.ask('Hva har Hurum gjort?');
    for (const lang of langs) {
      const { card } = answerCard({ kind: 'unsure', lang, corrected: [], readings, changes }, fill);
      expect(textOf(card)).toContain(LINES[lang]);
    }
  });

  test('a number of before too', async () => {
    expect(readableAnswer(await ask.ask('1903'))).toMatch(
      /^Kommunenummer 1903 gikk ut av bruk i 2020\. I dag er det Harstad \(5503\)\.\n\nIngenting er delt fra Harstad ennå\n/,
    );
  });

  test.each([
    'Hva er karens i Asker?',
    'Hvem har eid systemet, og er det fet skrift?',
    'Kan vi ringe 912 34 567 i Hurum?',
  ])('nothing is said of %s', async (question) => {
    expect(await ask.ask(question)).not.toHaveProperty('changes');
  });
});

describe('an answer quoted from a solution', () => {
  test.each<[string, Lang, string]>([
    ['asker-baerum-laeringsarena', 'nb', 'Erfaring fra Asker og Bærum, 2015'],
    ['asker-baerum-laeringsarena', 'nn', 'Røynsle frå Asker og Bærum, 2015'],
    ['asker-baerum-laeringsarena', 'en', 'Experience from Asker and Bærum, 2015'],
    ['agder-trygghetsalarmer', 'nb', 'Løsning fra Kristiansand og Kommunene i Agder, 2016'],
    ['lillestrom-felles-anskaffelse-oppvekst', 'en', 'Solution from Lillestrøm'],
    ['behov-felles-personverntiltak', 'nb', 'Ønske fra Molde og 17 kommuner i Møre og Romsdal, 2019'],
    [
      'finn-ditt-digi-nettverk',
      'nn',
      'Løysing frå DigiVestland, DigiRogaland, DigiAgder, DigiTrøndelag, DigiNordland og fleire',
    ],
  ])('%s in %s says whose it is', (id, lang, line) => {
    const { sections } = ask.article(id)!;
    const answer = ask.quote(sections[0]!.id, lang)!;
    const texts = textOf(answerCard(answer, fill).card).split('\n');
    expect(texts.some((text) => text === line || text.startsWith(`${line} · `))).toBe(true);
    expect(readableAnswer(answer)).toContain(`\n${line}. `);
  });

  test('is found by what it tells', async () => {
    const answer = await ask.ask('Hvem kjøpte trygghetsalarmer og alarmsentral sammen på Sørlandet?');
    expect(answer.kind === 'found' && answer.quote.article.id).toBe('agder-trygghetsalarmer');
  });

  test('an article still says its authority', () => {
    const { sections } = ask.article('karens')!;
    expect(textOf(answerCard(ask.quote(sections[0]!.id, 'nb')!, fill).card)).toContain('Lov og forskrift');
  });
});

test('lists of articles on a topic are of articles', async () => {
  const answer = await ask.ask('personvern');
  expect(answer.kind === 'list' && answer.articles.every((a) => !a.origin)).toBe(true);
});
