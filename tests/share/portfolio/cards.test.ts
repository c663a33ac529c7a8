import { beforeAll, expect, test } from 'vitest';
import type { ActionData } from '../../../src/actions.ts';
import { createAsk } from '../../../src/ask/ask.ts';
import { answerCard } from '../../../src/ask/card.ts';
import { type FillCard, loadCards } from '../../../src/cards.ts';
import type { Also } from '../../../src/follow/deps.ts';
import type { Told } from '../../../src/follow/model.ts';
import { noticeMessages } from '../../../src/follow/notice-card.ts';
import type { View } from '../../../src/follow/store/told.ts';
import { articlesOf } from '../../../src/knowledge/articles.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { type Knowledge, langs } from '../../../src/knowledge/model.ts';
import { buildSearch } from '../../../src/search/index.ts';
import { sayButton, whoButton } from '../../../src/share/portfolio/buttons.ts';
import { needsCard } from '../../../src/share/portfolio/needs-card.ts';
import { everyoneOf, needsOf, type Said, stands } from '../../../src/share/portfolio/rules.ts';
import { type Outcome, saidCard } from '../../../src/share/portfolio/said-card.ts';
import { type Shown, whoCard } from '../../../src/share/portfolio/who-card.ts';
import { textsIn } from '../../../src/texts/texts.ts';
import { checkCard as check } from '../../card-check.ts';
import { actionsOf, textOf } from '../../connector.ts';
import { made } from './made.ts';

let knowledge: Knowledge;
let fill: FillCard;
beforeAll(async () => {
  knowledge = await loadKnowledge('knowledge');
  fill = loadCards('cards');
});

const nobody: Map<string, Said> = new Map();
const nameOf = (number: string) =>
  knowledge.municipalities.municipalities.find((m) => m.number === number)?.name ?? number;

test('everyone who uses or needs each solution makes a right card in all three languages', () => {
  const all = knowledge.solutions;
  for (const solution of all)
    for (const lang of langs) {
      const about = { of: { solution: solution.id }, solutions: [solution] };
      const everyone = everyoneOf([solution], nobody);
      const { card } = whoCard({ about, everyone, all, nameOf, from: 0 }, lang, fill);
      check(card, `${solution.id} ${lang}`);
      for (const number of solution.municipalities) expect(textOf(card)).toContain(nameOf(number));
      expect(actionsOf(card).map(({ title }) => title)).toContain(sayButton(solution, lang).label);
    }
});

test('all of Norway is reached page by page, with every name once', () => {
  const numbers = knowledge.municipalities.municipalities.map(({ number }) => number);
  const solutions = ['a', 'b', 'c'].map((id) =>
    made(id, { systems: ['System'], municipalities: numbers.slice(0, 200), title: '*'.repeat(90) }),
  );
  const said = new Map([['a', { uses: numbers.slice(100, 300), needs: numbers.slice(250) }]]);
  const shown: Omit<Shown, 'from'> = {
    about: { of: { system: 'system' }, system: 'System', solutions },
    everyone: everyoneOf(solutions, said),
    all: solutions,
    nameOf: (number) => `k${number}`,
  };
  for (const lang of langs) {
    const seen: string[] = [];
    for (let from = 0, next: number | undefined = 0; next !== undefined; from = next) {
      const { card } = whoCard({ ...shown, from }, lang, fill);
      check(card, `${from} ${lang}`);
      seen.push(...(textOf(card).match(/k\d{4}/g) ?? []));
      const pages = actionsOf(card)
        .map(({ data }) => data as ActionData)
        .flatMap((data) => (data.do === 'portfolio.who' && data.here ? [data.from ?? 0] : []));
      next = pages.find((page) => page > from);
      if (next === undefined) break;
    }
    expect(seen.sort()).toEqual(numbers.map((number) => `k${number}`).sort());
  }
});

test('a system in a hundred solutions is read page by page, with every solution once', () => {
  const solutions = Array.from({ length: 100 }, (_, n) =>
    made(`s-${n}`, {
      systems: ['System'],
      municipalities: ['3203'],
      title: '*'.repeat(90),
      summary: { nb: 'æ'.repeat(300), nn: 'æ'.repeat(300), en: 'æ'.repeat(300) },
    }),
  );
  const shown: Omit<Shown, 'from'> = {
    about: { of: { system: 'system' }, system: 'System', solutions },
    everyone: everyoneOf(solutions, nobody),
    all: solutions,
    nameOf,
  };
  const seen = new Set<string>();
  let next: number | undefined = 0;
  while (next !== undefined) {
    const from: number = next;
    const { card } = whoCard({ ...shown, from }, 'nb', fill);
    check(card, `${from}`);
    const pressed = actionsOf(card).map(({ data }) => data as ActionData);
    const pages = pressed.flatMap((data) =>
      data.do === 'portfolio.who' && data.here ? [data.from ?? 0] : [],
    );
    for (const data of pressed)
      if (data.do === 'portfolio.who' && 'solution' in data.of) seen.add(data.of.solution);
    next = pages.find((page) => page > from);
  }
  expect(seen.size).toBe(100);
});

test('what most need makes right cards in all three languages, also by the hundred and when there is nothing', () => {
  const numbers = knowledge.municipalities.municipalities.map(({ number }) => number);
  const many = Array.from({ length: 100 }, (_, n) =>
    made(`n-${n}`, {
      kind: 'need',
      title: `Et behov med [en](http://x) *lang* tittel som går over flere linjer ${n}`,
      municipalities: numbers.slice(0, n),
    }),
  );
  for (const all of [[], knowledge.solutions, many])
    for (const lang of langs) {
      const needs = needsOf(all, nobody);
      for (let from = 0; from <= needs.length; from += 6) {
        const { card } = needsCard({ needs, all, from }, lang, fill);
        check(card, `${from} of ${needs.length} ${lang}`);
        expect(textOf(card)).not.toContain('[en](');
        const buttons = actionsOf(card).filter(({ title }) => title === textsIn(lang).portfolio.button.needs);
        expect(buttons).toHaveLength(Math.min(6, needs.length - from));
      }
    }
});

test('what came of a press makes a right card in all three languages', () => {
  const outcomes: Outcome[] = ['added', 'already', 'own', 'left', 'notThere'];
  for (const solution of [made('a'), made('b', { kind: 'need', title: 'Et [behov](http://x)' })])
    for (const outcome of outcomes)
      for (const kind of stands)
        for (const lang of langs) {
          const { card } = saidCard({ outcome, solution, kind, place: 'Våler' }, lang, fill);
          check(card, `${outcome} ${kind} ${lang}`);
          expect(textOf(card)).toContain('Våler');
          expect(textOf(card)).not.toContain('[behov](');
        }
});

test('an answer from something shared has how many more use it, and buttons of its own', () => {
  const ask = createAsk({
    knowledge,
    search: buildSearch([], knowledge.glossary),
    now: () => new Date('2026-11-30'),
  });
  const articles = new Map(articlesOf(knowledge).map((article) => [article.id, article]));
  for (const solution of knowledge.solutions)
    for (const lang of langs)
      for (const section of articles.get(solution.id)!.sections) {
        const said = textsIn(lang).portfolio.more.uses(4);
        const extra = { ...sayButton(solution, lang), label: 'Følg' };
        const shared = {
          used: { ...whoButton(solution, lang, said), text: '' },
          buttons: [sayButton(solution, lang), extra],
        };
        const { card } = answerCard(ask.quote(section.id, lang)!, fill, 'Hva?', { shared });
        check(card, section.id);
        expect(textOf(card)).toContain(said);
        expect(
          actionsOf(card)
            .slice(-2)
            .map(({ title }) => title),
        ).toEqual([shared.buttons[0]!.label, 'Følg']);
      }
});

test('a notice about something shared has the button too, and not once it is withdrawn', () => {
  const names = {
    of: (interest: string) => interest,
    understand: () => ({ interests: [], unknown: [], today: [] }),
  };
  for (const kind of ['solution', 'experience', 'need'] as const)
    for (const lang of langs)
      for (const withdrawn of [false, true]) {
        const told: Told = {
          id: 'delt-a',
          title: 'En løsning',
          kind,
          by: ['Asker'],
          summary: made('a').summary,
          section: 'delt-a#behovet',
          withdrawn,
        };
        const view: View = { change: 'new', lang, home: 'channel', reasons: ['tag:samarbeid'] };
        const also: Also = (solution, lang) => [sayButton(solution, lang)];
        const { sent } = noticeMessages(told, names, fill, also)({ sent: view });
        const card = sent?.kind === 'card' ? sent.card : {};
        check(card, `${kind} ${lang} ${withdrawn}`);
        const said = textsIn(lang).portfolio.button[kind === 'need' ? 'needs' : 'uses'];
        expect(actionsOf(card).some(({ title }) => title === said)).toBe(!withdrawn);
      }
});
