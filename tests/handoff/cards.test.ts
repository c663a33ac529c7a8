import { describe, expect, test } from 'vitest';
import { loadCards } from '../../src/cards.ts';
import type { Screen } from '../../src/form-card.ts';
import { answerForm, closeForm } from '../../src/handoff/answer-form.ts';
import { askForm } from '../../src/handoff/ask-form.ts';
import { askerCard, saidCard, sentCard, withdrawCard } from '../../src/handoff/asker-card.ts';
import { channelCard } from '../../src/handoff/channel-card.ts';
import { draftOf } from '../../src/handoff/draft.ts';
import { gapsCard, waitingCard } from '../../src/handoff/gaps-card.ts';
import type { Content, Handoff } from '../../src/handoff/model.ts';
import { MAX, type State } from '../../src/handoff/rules.ts';
import { paragraphs, saidLink, shortened } from '../../src/handoff/said.ts';
import { type Lang, langs, topics } from '../../src/knowledge/model.ts';
import { textsIn } from '../../src/texts/texts.ts';
import { checkCard } from '../card-check.ts';
import { actionsOf, textOf } from '../connector.ts';
import { channel } from './staged.ts';

const fill = loadCards('cards');
const STATES: State[] = ['open', 'taken', 'answered', 'closed', 'withdrawn'];

function handoff(state: State, content: Partial<Content> = {}): Handoff {
  const done = state === 'answered' || state === 'closed';
  return {
    id: '3f0e1d2c-0000-4000-8000-000000000001',
    tenant: 't',
    topic: 'personvern',
    state,
    version: 3,
    channel: 'c',
    asker: 'a',
    actor: 'b',
    place: null,
    posts: 1,
    reminded: 0,
    sentAt: new Date('2026-11-30T09:00:00Z'),
    endedAt: done ? new Date('2026-12-01T09:00:00Z') : null,
    content: {
      question: 'Må vi spørre før vi setter opp kamera på rådhuset?',
      more: '',
      askerName: 'Kari',
      lang: 'nb',
      place: null,
      channelName: 'Personvern',
      channelLang: 'nb',
      by: 'Ola',
      answer: done ? { text: 'Ja.\n\nSpør personvernombudet.', link: 'https://lovdata.no/' } : null,
      reason: state === 'closed' ? 'Svart i møtet.' : '',
      helped: false,
      ...content,
    },
  };
}

/** As much as there can be, of what costs most on a card. */
const FULL: Partial<Content> = {
  question: '*æ'.repeat(MAX.question / 2),
  more: '*\n'.repeat(MAX.more / 2),
  answer: { text: '*\n'.repeat(MAX.answer / 2), link: `https://x.no/${'('.repeat(480)}` },
  reason: '#'.repeat(MAX.reason),
  askerName: 'K'.repeat(80),
  by: 'O'.repeat(80),
  channelName: 'P'.repeat(50),
};

const FILE = `https://x.no/d/${'x'.repeat(400)}`;
const blank = { id: crypto.randomUUID(), made: 1, topic: undefined, named: true, own: true };
const everyChannel = topics.map((topic) => ({ ...channel('x'.repeat(50), topic), purpose: topic }));

function screens(lang: Lang): [string, Screen][] {
  const t = textsIn(lang).handoff;
  const kinds: ['take', 'answer', 'close', 'reopen'] = ['take', 'answer', 'close', 'reopen'];
  const page = { found: STATES.slice(0, 4).map((state) => handoff(state, FULL)), total: 30, from: 0 };
  return [
    ...STATES.flatMap((state): [string, Screen][] => [
      [`channel ${state}`, channelCard(handoff(state), lang, fill)],
      [
        `channel ${state}, full`,
        channelCard(handoff(state, FULL), lang, fill, { unsaved: 'x'.repeat(4_000) }),
      ],
      [
        `channel ${state}, editor`,
        channelCard(handoff(state, { helped: true }), lang, fill, { withoutAsker: true }),
      ],
    ]),
    ['again', channelCard(handoff('open'), lang, fill, { again: true })],
    ...kinds.flatMap((kind): [string, Screen][] => [
      [`asker ${kind}`, askerCard(handoff('answered'), kind, lang, fill)],
      [
        `asker ${kind}, full`,
        askerCard(handoff('answered', FULL), kind, lang, fill, { more: 'x'.repeat(1_000) }),
      ],
    ]),
    ...(['own', 'here', 'none'] as const).map((reach): [string, Screen] => [
      `sent ${reach}`,
      sentCard(handoff('open', FULL), reach, lang, fill),
    ]),
    ['withdraw', withdrawCard(handoff('open'), lang, fill)],
    ...Object.entries(t.refused).map(([why, said]): [string, Screen] => [why, saidCard(said, lang, fill)]),
    ['ask', askForm({ ...blank, channels: everyChannel.slice(0, 1), question: 'x' }, lang, fill)],
    [
      'ask, full',
      askForm({ ...blank, channels: everyChannel, question: FULL.question!, own: false }, lang, fill),
    ],
    ['answer', answerForm(handoff('open'), { text: '', link: '' }, undefined, lang, fill)],
    [
      'answer, full',
      answerForm(handoff('open', FULL), { text: '*'.repeat(4_000), link: 'x' }, { kind: 'link' }, lang, fill),
    ],
    ['close', closeForm(handoff('open', FULL), 'x'.repeat(1_000), { kind: 'empty' }, lang, fill)],
    ['gaps', gapsCard([], [], { found: [], total: 0, from: 0 }, FILE, lang, fill)],
    [
      'gaps, full',
      gapsCard(
        [...topics, null].map((topic) => ({ topic, unanswered: 12, disliked: 1 })),
        Array.from({ length: 5 }, (_, n) => ({ section: `a#${n}`, title: 'y'.repeat(90), count: n })),
        page,
        FILE,
        lang,
        fill,
      ),
    ],
    ['waiting', waitingCard(page, ({ state }) => state === 'open', lang, fill)],
    ['waiting, none', waitingCard({ found: [], total: 0, from: 0 }, () => true, lang, fill)],
  ];
}

describe.each(langs)('cards in %s', (lang) => {
  test.each(screens(lang))('%s', (what, screen) => {
    checkCard(screen.card, what);
    expect(screen.summary, what).toMatch(/\S/);
    expect(screen.summary.length, what).toBeLessThan(250);
    for (const { title } of actionsOf(screen.card)) expect(title.length, what).toBeLessThan(170);
  });
});

test('a notice says why it came and how to stop it, in every language', () => {
  for (const lang of langs) {
    const t = textsIn(lang).handoff;
    expect(textOf(channelCard(handoff('open'), lang, fill).card)).toContain('@Samvit');
    for (const kind of ['take', 'answer', 'close', 'reopen'] as const)
      expect(textOf(askerCard(handoff('answered'), kind, lang, fill).card)).toContain(t.notice.why);
  }
});

test('who asked without a name is named nowhere', () => {
  const card = channelCard(handoff('taken', { askerName: '' }), 'nb', fill).card;
  expect(textOf(card)).toContain('ikke har vist navnet sitt');
});

test('what people wrote stands as they wrote it, in lines', () => {
  expect(paragraphs('En *linje*\n\n\n  [to](http://x) \n')).toEqual([
    'En \\*linje\\*',
    '\\[to\\]\\(http://x\\)',
  ]);
  expect(paragraphs('x\n'.repeat(500))).toHaveLength(30);
  expect(shortened('Et ord og  et\nannet', 12)).toBe('Et ord og …');
  expect(saidLink('https://x.no/(a)')).toBe('[x.no/\\(a\\)](https://x.no/%28a%29)');
});

describe('an article draft', () => {
  test('keeps what could be read as YAML or as a pattern as it was written', () => {
    const made = draftOf(
      handoff('answered', { question: 'Hva: "er" $& dette?', answer: { text: 'Svar $1', link: '' } }),
      '2026-11-30',
      [],
    );
    if ('fault' in made) throw new Error(made.fault);
    expect(made.text).toContain('title: "Hva: \\"er\\" $& dette"');
    expect(made.text).toContain('  - "Hva: \\"er\\" $& dette?"');
    expect(made.text).toContain('\nSvar $1\n');
    expect(made.text).toContain('topic: personvern\n');
    expect(made.text).not.toContain('FYLL UT et spørsmål slik folk stiller det');
  });

  test('of a question that is too short, or an article there is, is not made', () => {
    expect(draftOf(handoff('answered', { question: 'Hm?' }), '2026-11-30', [])).toHaveProperty('fault');
    const taken = ['articles/hva-er-en-dpia.md'];
    expect(draftOf(handoff('answered', { question: 'Hva er en DPIA?' }), '2026-11-30', taken)).toHaveProperty(
      'fault',
    );
  });
});
