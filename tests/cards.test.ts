import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ActionData } from '../src/actions.ts';
import type { Answer } from '../src/ask/answer.ts';
import { type Ask, createAsk } from '../src/ask/ask.ts';
import { answerCard, insertedCard, moreCard } from '../src/ask/card.ts';
import { entryOf } from '../src/ask/lists/entries.ts';
import type { Filter, ListQuery } from '../src/ask/lists/filter.ts';
import { type Nameable, openNames } from '../src/ask/lists/names.ts';
import { escapeMarkdown, type FillCard, loadCards, loadCardsSeen } from '../src/cards.ts';
import { helpCard, privacyCard, welcomeCard } from '../src/greetings.ts';
import { guideButton, guideCard, guidesCard } from '../src/guide/card.ts';
import { createGuides } from '../src/guide/guide.ts';
import { articlesOf } from '../src/knowledge/articles.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { type Knowledge, langs, topics } from '../src/knowledge/model.ts';
import { openMunicipalities } from '../src/knowledge/municipalities.ts';
import type { Card, Reply } from '../src/messages.ts';
import { buildSearch } from '../src/search/index.ts';
import { checkCard as check } from './card-check.ts';
import { actionsOf, textOf } from './connector.ts';

let knowledge: Knowledge;
let fill: FillCard;
beforeAll(async () => {
  knowledge = await loadKnowledge('knowledge');
  fill = loadCards('cards');
});

test('every section of every article makes a right card in all three languages', () => {
  const ask = createAsk({
    knowledge,
    search: buildSearch([], knowledge.glossary),
    now: () => new Date('2028-01-01'),
  });
  for (const article of articlesOf(knowledge)) {
    for (const lang of langs) {
      check(moreCard(article, lang, fill).card, article.id);
      for (const section of article.sections) {
        const answer = ask.quote(section.id, lang)!;
        const misspelt = { ...answer, corrected: [['konkuranse', 'konkurranse']] as [string, string][] };
        check(answerCard(misspelt, fill, 'Hva er *dette*?').card, section.id);
        check(insertedCard(answer, fill).card, section.id);
      }
    }
  }
});

describe('lists of shared solutions', () => {
  const query = (where: Filter, by: ListQuery['by'] = 'solution'): ListQuery => ({ where, by });

  /** The pages of a list, each reached by a button of the one before it. */
  function pagesOf(shown: Answer, ask: Ask): Answer[] {
    const at = shown.kind === 'list' ? shown.from : 0;
    const buttons = actionsOf(answerCard(shown, fill).card).map((action) => action.data as ActionData);
    const next = buttons.find((data) => data.do === 'solutions' && (data.from ?? 0) > at);
    if (next?.do !== 'solutions') return [shown];
    return [shown, ...pagesOf(ask.solutions(next, shown.lang, next.from ?? 0)!, ask)];
  }

  test('make right cards in all three languages, whatever they are of', () => {
    const search = buildSearch([], knowledge.glossary);
    const ask = createAsk({ knowledge, search, now: () => new Date('2026-11-25') });
    const { counties, municipalities } = knowledge.municipalities;
    const norway = openMunicipalities(knowledge.municipalities);
    const places = [...counties, ...municipalities.slice(0, 20)].map(({ number }) => number);
    const entries = knowledge.solutions.map((s) => entryOf(s, knowledge.facets, norway));
    const isUsed = ({ value }: Nameable) => entries.some(({ has }) => has[value.field].has(value.value));
    const filters: Filter[] = [
      ...places.map((number): Filter => [{ field: 'place', any: [number] }]),
      ...openNames(knowledge, norway)
        .all.filter(isUsed)
        .map(({ value }): Filter => [{ field: value.field, any: [value.value] }]),
      [{ field: 'year', from: 2015, to: 2020 }],
      [{ field: 'kind', any: ['need'] }],
      [
        { field: 'kind', any: ['solution', 'experience'] },
        { field: 'subject', any: ['samarbeid', 'skole'] },
        { field: 'network', any: ['digi-nettverk'] },
        { field: 'place', any: counties.map(({ number }) => number) },
        { field: 'year', from: 2010 },
      ],
    ];
    for (const lang of langs)
      for (const where of filters)
        for (const by of ['solution', 'municipality'] as const)
          check(
            answerCard(ask.solutions(query(where, by), lang, 0)!, fill).card,
            `${JSON.stringify(where)} ${lang}`,
          );
  });

  test('reach all there is, page by page', () => {
    const search = buildSearch([], knowledge.glossary);
    const ask = createAsk({ knowledge, search, now: () => new Date('2026-11-25') });
    for (const lang of langs)
      for (const by of ['solution', 'municipality'] as const) {
        const pages = pagesOf(ask.solutions(query([], by), lang, 0)!, ask);
        expect(pages.length).toBeGreaterThan(3);
        const shown = new Set<string>();
        for (const page of pages) {
          const { card } = answerCard(page, fill);
          check(card, `${by} ${lang}`);
          for (const text of textOf(card).split('\n')) shown.add(text);
        }
        const titles = knowledge.solutions.map(({ title }) => title);
        if (by === 'solution') expect([...shown]).toEqual(expect.arrayContaining(titles));
      }
  });

  test('by hundreds stay small enough to send', () => {
    const many = Array.from({ length: 120 }, (_, n) => ({
      ...knowledge.solutions[n % knowledge.solutions.length]!,
      id: `delt-${n}`,
      title: `${'En lang tittel på noe som er delt '.repeat(3).slice(0, 86)}${n}`,
      municipalities: knowledge.municipalities.municipalities.slice(2 * n, 2 * n + 8).map((m) => m.number),
    }));
    const large = { ...knowledge, solutions: many };
    const ask = createAsk({
      knowledge: large,
      search: buildSearch([], knowledge.glossary),
      now: () => new Date(),
    });
    for (const by of ['solution', 'municipality'] as const)
      for (const page of pagesOf(ask.solutions(query([], by), 'nb', 0)!, ask))
        check(answerCard(page, fill).card, by);
  });
});

test('every other kind of answer makes a right card in all three languages', () => {
  const quote = {
    article: knowledge.articles[0]!,
    section: knowledge.articles[0]!.sections[0]!,
    stale: false,
    score: 1,
  };
  for (const lang of langs) {
    const corrected: [string, string][] = [];
    check(
      answerCard({ kind: 'nothing', lang, corrected, topics: [...topics] }, fill).card,
      `nothing ${lang}`,
    );
    check(
      answerCard({ kind: 'unsure', lang, corrected, readings: [quote, quote, quote] }, fill).card,
      `unsure ${lang}`,
    );
    check(
      answerCard({ kind: 'blocked', lang, corrected, kinds: ['nationalId', 'phone'] }, fill).card,
      `blocked ${lang}`,
    );
    for (const topic of topics) {
      const articles = knowledge.articles.filter((a) => a.topic === topic);
      check(
        answerCard({ kind: 'list', lang, corrected, of: { topic }, articles, from: 0 }, fill).card,
        `list ${topic} ${lang}`,
      );
    }
    for (const make of [welcomeCard, helpCard, privacyCard])
      check(cardOf(make(lang, fill)), `${make.name} ${lang}`);
  }
});

test('every way through every guide makes right cards in all three languages, and so does what is no longer there', () => {
  const guides = createGuides({ knowledge, now: () => new Date('2028-01-01') });
  const walk = (id: string, path: number[]): void => {
    const place = guides.at(id, path);
    for (const lang of langs) check(guideCard(place, guides, lang, fill).card, `${id} ${path} ${lang}`);
    if (place.kind === 'step' && place.step.node.kind === 'question')
      place.step.node.choices.forEach((_, choice) => {
        walk(id, [...path, choice]);
      });
  };
  for (const guide of guides.all) {
    walk(guide.id, []);
    walk(guide.id, [99]);
  }
  walk('finnes-ikke', []);
  for (const lang of langs) {
    check(guidesCard(guides, lang, fill).card, lang);
    for (const article of knowledge.articles) {
      const quote = { article, section: article.sections[0]!, stale: true, score: 1 };
      const guide = guides.offer('', article.id);
      if (!guide) continue;
      const offered = guideButton(guide, lang);
      const answers: Answer[] = [
        { kind: 'unsure', lang, corrected: [], readings: [quote, quote, quote] },
        { kind: 'nothing', lang, corrected: [], topics: [...topics] },
      ];
      for (const answer of answers)
        check(answerCard(answer, fill, '', { guide: offered }).card, `${answer.kind} ${guide.id}`);
    }
  }
});

test('an answer with a guide under it makes a right card', () => {
  const guides = createGuides({ knowledge, now: () => new Date('2028-01-01') });
  const ask = createAsk({
    knowledge,
    search: buildSearch([], knowledge.glossary),
    now: () => new Date('2028-01-01'),
  });
  for (const { id, sections } of knowledge.articles) {
    const guide = guides.offer('', id);
    for (const lang of guide ? langs : [])
      for (const section of sections) {
        const beside = { guide: guideButton(guide!, lang) };
        const { card } = answerCard(ask.quote(section.id, lang)!, fill, 'Hva?', beside);
        check(card, section.id);
        expect(textOf(card)).toContain(guide!.title[lang]);
      }
  }
});

const cardOf = (reply: Reply): Card => (reply.kind === 'card' ? reply.card : {});

const INFO = { lang: 'nb', fallback: 'x', title: 'x', lines: ['x'], subtitle: '', choices: [] };

describe('a template that is wrong fails at start', () => {
  const broken = async (content: string) => {
    const folder = await mkdtemp(join(tmpdir(), 'samvit-cards-'));
    await cp('cards', folder, { recursive: true });
    await writeFile(join(folder, 'answer.json'), content);
    const load = () => loadCards(folder);
    return { load, clean: () => rm(folder, { recursive: true }) };
  };

  test.each([
    [
      'a field the data does not have',
      '{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"${finnesIkke}"}]}',
      /finnesIkke/,
    ],
    ['no JSON', '{', /JSON/],
  ])('%s', async (_, content, said) => {
    const { load, clean } = await broken(content);
    expect(load).toThrow(said);
    await clean();
  });

  test('also when it was right at the last start, whose check is then kept for later', async () => {
    const [folder, cache] = await Promise.all(
      ['cards', 'cache'].map((name) => mkdtemp(join(tmpdir(), `samvit-${name}-`))),
    );
    await cp('cards', folder!, { recursive: true });
    await loadCardsSeen(folder!, cache!);
    const { fill: filled, checkLater } = await loadCardsSeen(folder!, cache!);
    expect(checkLater).not.toThrow();
    expect(textOf(filled('info', { ...INFO, title: 'Hei' }))).toContain('Hei');
    await writeFile(join(folder!, 'answer.json'), '{"type":"AdaptiveCard","body":[],"x":"${finnesIkke}"}');
    await expect(loadCardsSeen(folder!, cache!)).rejects.toThrow(/finnesIkke/);
    await Promise.all([folder!, cache!].map((one) => rm(one, { recursive: true })));
  });

  test('a missing one', () => {
    expect(() => loadCards('finnes-ikke')).toThrow(/ENOENT/);
  });
});

test('text from people stands on a card as it was written', () => {
  expect(escapeMarkdown('**a** [b](c) `d` # e\n- f')).toBe(
    '\\*\\*a\\*\\* \\[b\\]\\(c\\) \\`d\\` \\# e \\- f',
  );
});
