import { beforeAll, describe, expect, test } from 'vitest';
import { type FillCard, loadCards } from '../../src/cards.ts';
import type { Screen } from '../../src/form-card.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { type Lang, langs } from '../../src/knowledge/model.ts';
import type { Outgoing } from '../../src/messages.ts';
import { steps } from '../../src/share/actions.ts';
import type { Names } from '../../src/share/desk-deps.ts';
import { entryCard, sureCard } from '../../src/share/entry-card.ts';
import { mineCard, versionCard, versionsCard, waitingCard } from '../../src/share/list-cards.ts';
import type { Content } from '../../src/share/model.ts';
import { createNotices } from '../../src/share/notice-cards.ts';
import { discardCard, previewCard } from '../../src/share/preview-card.ts';
import type { Fault } from '../../src/share/reading.ts';
import { decisions, entryStates, type Refusal } from '../../src/share/rules.ts';
import type { Entry } from '../../src/share/store/entries.ts';
import { startCard, stepCard } from '../../src/share/wizard-card.ts';
import { FIELDS, fieldNames, kept } from '../../src/share/written.ts';
import { textsIn } from '../../src/texts/texts.ts';
import { checkCard } from '../card-check.ts';
import { plainOf } from './staged.ts';

/** Every card of sharing, in three languages, held to what Teams takes and people can read. */

let fill: FillCard;
let names: Names;
beforeAll(async () => {
  fill = loadCards('cards');
  const { tags, facets } = await loadKnowledge('knowledge');
  names = { nameOf: () => 'Lillestrøm', tags, facets };
});

const HOSTILE = '**[Trykk her](javascript:alert(1))** <b>fet</b> ';
const part = (HOSTILE + 'ord '.repeat(140)).slice(0, 1_800);
const content: Content = {
  kind: 'experience',
  title: 'Felles [vaktordning](https://x.no) i **Lillestrøm** og omegn',
  language: 'nb',
  problem: part,
  done: `${part}\n\nEt avsnitt til.`,
  result: part,
  again: part,
  otherwise: part,
  summary: { nb: 'Kort fortalt på bokmål.', en: 'Briefly told in English.' },
  municipalities: ['3205'],
  year: 2025,
  procedure: 'konkurransepreget-dialog',
  systems: Array.from({ length: 10 }, (_, n) => `System nummer ${n}`),
  dpia: { done: 'yes', link: 'https://lillestrom.kommune.no/dpia_(1)' },
  agreement: { done: 'not-relevant', link: '' },
  links: Array.from({ length: 10 }, (_, n) => ({
    title: `Dokument ${n}`,
    url: `https://lillestrom.kommune.no/${'x'.repeat(200)}/${n}`,
  })),
  topic: 'digitalisering',
  tags: ['velferdsteknologi', 'et-gammelt-stikkord'],
  contact: { role: 'innkjøpsrådgiver', office: 'innkjøp, Lillestrøm kommune' },
};
const at = new Date('2026-11-30T09:00:00Z');
const entry: Entry = {
  id: '8e8f7a52-0000-4000-8000-000000000001',
  tenant: 't',
  person: 'p',
  state: 'waiting',
  version: 3,
  published: 2,
  publishedOn: '2026-11-29',
  slug: 'delt-felles-vaktordning',
  asked: 3,
  decision: { what: 'changes', by: 'Eva *Editor*', reason: 'Si mer om [pris](x).', on: '2026-11-30' },
  batches: [],
  changedAt: at,
  content,
};
const written = Object.fromEntries(fieldNames.map((name) => [name, 'å'.repeat(Math.min(kept(name), 1_500))]));
const versions = [3, 2, 1].map((number) => ({ number, made: 'corrected' as const, content, at }));

const screenOf = (out: Outgoing): Screen => {
  if (out.kind !== 'card') throw new Error('no card');
  return { card: out.card, summary: out.summary, title: '' };
};

describe.each(langs)('in %s', (lang: Lang) => {
  const check = (screen: Screen, what: string) => {
    checkCard(screen.card, `${lang} ${what}`);
    expect(screen.summary, what).toMatch(/\S/);
    expect(JSON.stringify(screen.card), what).not.toMatch(/undefined|\[object/);
  };

  test('the steps, with all that can be wrong', () => {
    check(startCard(lang, fill), 'start');
    for (const step of steps) {
      const faults = FIELDS[step].map((field): Fault => ({ field, why: 'too-long', most: 90 }));
      const view = { entry: entry.id, written, editor: true, warning: 'x', faults, stopped: [] };
      check(stepCard(step, view, lang, names, fill), step);
      check(stepCard(step, { ...view, written: {}, faults: [], warning: '' }, lang, names, fill), step);
    }
    check(discardCard(entry.id, lang, fill), 'discard');
  });

  test('5,000 characters in a title, with the rest of the step full', () => {
    const full = { title: '**Fet** '.repeat(700).slice(0, 5_000), problem: 'ærlig '.repeat(300) };
    const view = { entry: entry.id, written: full, editor: false, warning: 'x', faults: [], stopped: [] };
    check(stepCard('about', view, lang, names, fill), 'long title');
  });

  test.each(['å', '"', '\n'])(
    'all that is kept of a step, with “%s” for every letter, is still a card',
    (sign) => {
      const full = Object.fromEntries(fieldNames.map((name) => [name, sign.repeat(kept(name))]));
      for (const step of steps) {
        const faults = FIELDS[step].map(
          (field): Fault => ({ field, why: 'too-many-words', most: 9, words: 99 }),
        );
        const view = { entry: entry.id, written: full, editor: true, warning: 'x', faults, stopped: [] };
        check(stepCard(step, view, lang, names, fill), step);
      }
    },
  );

  test('the preview, with what is like it', () => {
    const similar = [
      { label: 'Lik *denne*', text: 'Erfaring', data: { do: 'quote', section: 'a#b', lang } as const },
    ];
    const look = { entry: entry.id, editor: false, content, similar, warning: '' };
    check(previewCard(look, lang, names, fill), 'preview');
  });

  test.each(entryStates)('an entry that is %s', (state) => {
    for (const viewer of [
      { editor: true, owner: false },
      { editor: false, owner: true },
    ])
      check(entryCard({ ...entry, state }, viewer, { done: 'x' }, lang, names, fill), state);
  });

  test('an entry shows what was written as it was written', () => {
    const { card } = entryCard(entry, { editor: true, owner: false }, {}, lang, names, fill);
    expect(plainOf(card)).toContain('[Trykk her](javascript:alert(1))');
    // The fallback is read as it stands, the body as Markdown.
    expect(JSON.stringify(card.body)).not.toMatch(/[^\\]\]\(javascript/);
    expect(plainOf(card)).toContain('et-gammelt-stikkord');
    expect(JSON.stringify(card)).toContain('dpia_%281%29');
  });

  // Signs that stand escaped, take several bytes, or are escaped once more as the card is sent.
  test.each(['\\', '*', '€', '🎉', '"', 'å', '-'])(
    'all that can be filled in with “%s” is still a card',
    (sign) => {
      const of = (length: number) => sign.repeat(length).slice(0, length);
      const text = `${'ord '.repeat(15)}${of(1_700)}`;
      const full: Content = {
        ...content,
        title: `Felles ${of(80)}`,
        ...{ problem: text, done: text, result: text, again: text, otherwise: text },
        summary: { nb: of(400), nn: of(400), en: of(400) },
        systems: Array.from({ length: 10 }, () => of(120)),
        links: Array.from({ length: 10 }, () => ({
          title: of(120),
          url: `https://ks.no/${'x'.repeat(480)}`,
        })),
        contact: { role: of(120), office: of(120) },
      };
      const filled = { ...entry, content: full, decision: { ...entry.decision!, reason: of(500) } };
      check(entryCard(filled, { editor: true, owner: true }, { warning: 'x' }, lang, names, fill), sign);
      check(versionCard(filled, { ...versions[0]!, content: full }, lang, names, fill), sign);
      const look = { entry: entry.id, editor: true, content: full, similar: [], warning: 'x' };
      check(previewCard(look, lang, names, fill), sign);
      check(
        waitingCard(
          Array.from({ length: 20 }, () => filled),
          0,
          lang,
          fill,
        ),
        sign,
      );
      const notices = createNotices({ fill, names: () => names });
      check(screenOf(notices.toEditors({ ...filled, state: 'waiting' }, lang)), sign);
    },
  );

  test('ordinary text of all the length there is room for is shown whole', () => {
    const text = 'Kommunesamarbeidet '.repeat(90).trim();
    const whole = { problem: text, done: text, result: text, again: text, otherwise: text };
    const full = { ...content, ...whole, links: content.links.slice(0, 5), systems: ['SmartVakt'] };
    const { card } = entryCard(
      { ...entry, content: full },
      { editor: true, owner: false },
      {},
      lang,
      names,
      fill,
    );
    expect(plainOf(card).split(text)).toHaveLength(6);
  });

  test('a correction that was rejected says so, and what others see', () => {
    const turnedDown = { ...entry, state: 'approved', version: 3, published: 2 } as const;
    const t = textsIn(lang).share;
    const viewer = { editor: true, owner: false };
    const said = plainOf(entryCard(turnedDown, viewer, {}, lang, names, fill).card);
    expect(said).toContain(t.open.kicker(t.state.rejected, 3));
    expect(said).toContain(t.open.stays);
    const waits = plainOf(entryCard({ ...entry, state: 'waiting' }, viewer, {}, lang, names, fill).card);
    expect(waits).toContain(t.open.shown);
  });

  test('what is asked before it is done', () => {
    const data = { do: 'share.open', lang, entry: entry.id } as const;
    for (const what of ['approve', 'changes', 'reject', 'withdraw', 'restore'] as const)
      check(sureCard(what, entry, data, { warning: 'x', reason: 'y' }, lang, fill), what);
  });

  test('the lists', () => {
    const drafts = [{ id: entry.id, base: 0, written: { title: HOSTILE }, at }];
    const entries = Array.from({ length: 20 }, (_, n) => ({ ...entry, id: `${n}` }));
    check(mineCard({ drafts, entries }, 0, lang, fill, 'x'), 'mine');
    check(mineCard({ drafts: [], entries: [] }, 0, lang, fill), 'none of mine');
    check(waitingCard(entries, 8, lang, fill), 'waiting');
    check(waitingCard([], 0, lang, fill), 'none waiting');
    check(versionsCard({ entry, versions }, 0, lang, fill), 'versions');
    check(versionCard(entry, versions[0]!, lang, names, fill), 'version');
  });

  test('what is sent unasked says what happened, why it comes and how to stop it', () => {
    const notices = createNotices({ fill, names: () => names });
    const t = textsIn(lang).share;
    for (const state of entryStates) {
      const screen = screenOf(notices.toEditors({ ...entry, state }, lang));
      check(screen, `editors ${state}`);
      expect(plainOf(screen.card)).toContain(t.notice.whyChannel);
    }
    for (const what of decisions) {
      const decided = { ...entry, decision: { ...entry.decision!, what } };
      const screen = screenOf(notices.toSharer(decided, lang));
      check(screen, `sharer ${what}`);
      expect(plainOf(screen.card)).toContain(t.notice.whySharer);
      expect(plainOf(screen.card)).toContain('Eva *Editor*');
    }
  });

  test('every fault and refusal is a sentence', () => {
    const t = textsIn(lang).share;
    const near = ['A', 'B'];
    const faults: Fault[] = [
      ...fieldNames.map((field): Fault => ({ field, why: 'missing' })),
      { field: 'year', why: 'not-a-year' },
      { field: 'role', why: 'contact' },
      { field: 'office', why: 'contact' },
      { field: 'consent', why: 'consent' },
      { field: 'title', why: 'too-long', most: 90 },
      { field: 'systems', why: 'too-long', most: 120 },
      { field: 'tags', why: 'too-many', most: 10 },
      { field: 'done', why: 'too-many-words', most: 150, words: 200 },
      { field: 'done', why: 'too-few-words', least: 15 },
      { field: 'place', why: 'place-unknown', is: 'X', near },
      { field: 'place', why: 'place-unknown', is: 'X', near: [] },
      { field: 'place', why: 'place-several', is: 'X', near },
      { field: 'tags', why: 'tag-unknown', is: 'X', near },
      { field: 'tags', why: 'tag-unknown', is: 'X', near: [] },
      { field: 'links', why: 'link-scheme', is: 'X' },
      { field: 'links', why: 'link-broken', is: 'X' },
    ];
    const refusals: Refusal[] = [
      'gone',
      'not-yours',
      'not-editor',
      'decided',
      'newer',
      'wrong-state',
      'incomplete',
    ];
    const said = [...faults.map(t.fault), ...refusals.map((why) => t.refusal[why])];
    for (const sentence of said) expect(sentence).toMatch(/^[«“\p{Lu}].*[.?]$/u);
  });
});
