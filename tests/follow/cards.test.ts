import { beforeAll, describe, expect, test } from 'vitest';
import { loadCards } from '../../src/cards.ts';
import { digestCard } from '../../src/follow/digest-card.ts';
import type { Home, Interest, Told } from '../../src/follow/model.ts';
import { type Names, openNames } from '../../src/follow/names.ts';
import { noticeMessages } from '../../src/follow/notice-card.ts';
import type { Item, View } from '../../src/follow/store/told.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { type Knowledge, langs } from '../../src/knowledge/model.ts';
import { openMunicipalities } from '../../src/knowledge/municipalities.ts';
import type { Card, Outgoing } from '../../src/messages.ts';
import { checkCard } from '../card-check.ts';
import { actionsOf, textOf } from '../connector.ts';
import { says } from './staged.ts';

const fill = loadCards('cards');
let knowledge: Knowledge;
let names: Names;
beforeAll(async () => {
  knowledge = await loadKnowledge('knowledge');
  names = openNames(knowledge, openMunicipalities(knowledge.municipalities));
});

const HOSTILE = '**[fet](javascript:alert(1))** _lang_ # `x` > | ~ '.repeat(100);
const told = (n: number, change: Partial<Told> = {}): Told => ({
  id: `losning-${n}`,
  title: `Felles alarmer ${n}`,
  kind: 'solution',
  by: ['Kristiansand', 'DigiAgder'],
  year: 2026,
  summary: { nb: 'Kjøpt sammen.', nn: 'Kjøpt saman.', en: 'Bought together.' },
  section: `losning-${n}#behovet`,
  withdrawn: false,
  ...change,
});
const long: Partial<Told> = {
  title: HOSTILE,
  by: Array.from({ length: 30 }, (_, n) => `Kommune nummer ${n}`),
  summary: { nb: HOSTILE, nn: HOSTILE, en: HOSTILE },
};
const reasons: Interest[] = ['tag:velferdsteknologi', 'county:42'];
const cardOf = (outgoing: Outgoing | undefined): Card => (outgoing as { card: Card }).card;
const noticeOf = (solution: Told, view: Partial<View> = {}): Card => {
  const whole: View = { change: 'new', lang: 'nb', home: 'channel', reasons, ...view };
  return cardOf(noticeMessages(solution, names, fill)({ it: whole }).it);
};
const digestOf = (items: Item[], lang: 'nb' | 'nn' | 'en' = 'nb', home: Home = 'channel'): Card =>
  cardOf(
    digestCard(items, { subscription: '5e0c2f8a-0000-4000-8000-000000000001', lang, home }, names, fill),
  );
const items = (count: number, change: Partial<Told> = {}): Item[] =>
  Array.from({ length: count }, (_, n) => ({ solution: told(n, change), change: 'new', reasons }));

describe.each(langs)('what is sent unasked in %s', (lang) => {
  test.each(['channel', 'group', 'person'] as const)('can be read by everyone, to a %s', (home) => {
    const every: Interest[] = [...knowledge.tags.keys()].slice(0, 15).map((tag): Interest => `tag:${tag}`);
    for (const kind of ['solution', 'experience', 'need'] as const)
      for (const change of ['new', 'changed'] as const)
        checkCard(noticeOf(told(1, { kind }), { change, lang, home }), `${kind} ${change}`);
    checkCard(noticeOf(told(1, long), { lang, home, reasons: every }), 'long notice');
    checkCard(noticeOf(told(1, { ...long, withdrawn: true }), { lang, home }), 'withdrawn');
    for (const count of [1, 3, 9, 200]) checkCard(digestOf(items(count), lang, home), `digest of ${count}`);
    checkCard(digestOf(items(200, long), lang, home), 'long digest');
    checkCard(digestOf(items(3, { withdrawn: true }), lang, home), 'withdrawn digest');
    const some = [...items(60, { ...long, withdrawn: true }), ...items(60, long)];
    checkCard(digestOf(some, lang, home), 'long digest, some of it withdrawn');
  });
});

describe('a notice', () => {
  test('shows what people wrote as it was written', () => {
    const text = textOf(noticeOf(told(1, long)));
    expect(text).toContain('\\[fet\\]');
    expect(text).not.toMatch(/(?<!\\)\[fet/);
  });

  test('offers to follow the solution to those who do not', () => {
    const titles = (view: Partial<View>) => actionsOf(noticeOf(told(1), view)).map(({ title }) => title);
    expect(titles({})).toEqual(['Åpne', 'Følg', 'Stopp']);
    expect(titles({ reasons: ['solution:losning-1'] })).toEqual(['Åpne', 'Stopp']);
  });
});

describe('a digest', () => {
  test('has a row for each, and the titles of the rest', () => {
    const card = digestOf(items(12));
    expect(says(card)).toContain('12 nyheter fra andre kommuner');
    for (let n = 0; n < 12; n++) expect(says(card)).toContain(`Felles alarmer ${n}`);
    expect(says(digestOf(items(200)))).toContain('200 nyheter');
    expect(says(digestOf(items(200)))).toMatch(/og \d+ til/);
  });

  test('of withdrawn ones says so', () => {
    expect(says(digestOf(items(1, { withdrawn: true })))).toMatch(/Trukket tilbake[\s\S]*Felles alarmer 0/);
  });
});
