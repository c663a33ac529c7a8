import { beforeAll, describe, expect, test } from 'vitest';
import { type FillCard, loadCards } from '../../src/cards.ts';
import type { Screen } from '../../src/form-card.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { type Knowledge, type Lang, langs } from '../../src/knowledge/model.ts';
import type { Outgoing } from '../../src/messages.ts';
import { steps } from '../../src/survey/actions.ts';
import { askedCard, pageCard, pausedCard } from '../../src/survey/answer-card.ts';
import { invitationCard } from '../../src/survey/invitation-card.ts';
import type { Answers, Plan, Round, RoundState } from '../../src/survey/model.ts';
import { createNotices } from '../../src/survey/notice-cards.ts';
import { lookCard, previewCard } from '../../src/survey/preview-card.ts';
import { groupsCard, questionCard, questionsCard } from '../../src/survey/question-card.ts';
import { type ResultExtras, resultsCard } from '../../src/survey/results-card.ts';
import { manageCard, mineCard, statusCard } from '../../src/survey/status-card.ts';
import { discardCard, startCard, stepCard } from '../../src/survey/wizard-card.ts';
import { textsIn } from '../../src/texts/texts.ts';
import { checkCard } from '../card-check.ts';
import { actionsOf, textOf } from '../connector.ts';
import { sampleNamed, sampleResults, sampleTooFew } from './report/sample.ts';

/** Every card of surveys, in three languages, held to what Teams takes and people can read. */

let fill: FillCard;
let knowledge: Knowledge;
beforeAll(async () => {
  fill = loadCards('cards');
  knowledge = await loadKnowledge('knowledge');
});

const closed = sampleResults().round;
const roundIn = (state: RoundState, plan: Partial<Plan> = {}): Round => ({
  ...closed,
  state,
  plan: { ...closed.plan, ...plan },
});
const named = { anonymous: false };
const extras: ResultExtras = {
  own: true,
  read: [
    {
      label: 'Bedre bestillerkompetanse',
      text: 'Veiledning',
      data: { do: 'quote', section: 'a#b', lang: 'nb' },
    },
  ],
  links: ['Rapport', 'CSV', 'Excel'].map((label) => ({
    label,
    url: `https://samvit.example/d/${'x'.repeat(300)}`,
  })),
};

/** Inputs need labels and ids; buttons are at most five. */
function check({ card, summary, title }: Screen, what: string): void {
  checkCard(card, what);
  expect(summary, what).toMatch(/\S/);
  expect(title, what).toMatch(/\S/);
  const inputs = inputsOf(card);
  for (const input of inputs) {
    expect(input, what).toMatchObject({ id: expect.stringMatching(/./), label: expect.stringMatching(/./) });
    expect(input.errorMessage, what).toMatch(/./);
    // A client that holds on to what is required would refuse the button back.
    expect(input, what).not.toHaveProperty('isRequired');
  }
  expect(new Set(inputs.map(({ id }) => id)).size, what).toBe(inputs.length);
  expect((card.actions as unknown[]).length, what).toBeLessThanOrEqual(5);
}

function inputsOf(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(inputsOf);
  if (!node || typeof node !== 'object') return [];
  const { type } = node as { type?: string };
  return type?.startsWith('Input.')
    ? [node as Record<string, unknown>]
    : Object.values(node).flatMap(inputsOf);
}

const inEach = (make: (lang: Lang) => Screen, what: string) => {
  for (const lang of langs) check(make(lang), `${what} ${lang}`);
};

describe('a leader is shown right cards', () => {
  test('to begin with, and at every step', () => {
    inEach((lang) => startCard(knowledge.surveys, lang, fill), 'start');
    for (const state of ['draft', 'open'] as const) {
      const round = roundIn(state);
      for (const scope of ['personal', 'group', 'channel'] as const) {
        const view = { round, plan: round.plan, scope, warning: 'Noe mangler.' };
        for (const step of ['about', 'audience', 'time'] as const)
          inEach((lang) => stepCard(step, view, lang, fill), `${step} ${scope}`);
        inEach((lang) => questionsCard(view, lang, fill), `questions ${scope}`);
        inEach((lang) => groupsCard(view, { text: '', options: 'A\nB' }, lang, fill), 'groups');
      }
    }
    inEach((lang) => discardCard(roundIn('draft'), lang, fill), 'discard');
  });

  test('with an empty plan as well', () => {
    const plan: Partial<Plan> = {
      form: {
        ...closed.plan.form,
        title: { nb: '', nn: '', en: '' },
        pages: [],
        dimensions: [],
        groupBy: null,
      },
      audience: null,
      opensAt: null,
      closesAt: null,
      remindDays: [],
      repeat: 'none',
    };
    const round = roundIn('draft', plan);
    const view = { round, plan: round.plan, scope: 'personal', warning: '' } as const;
    for (const step of ['about', 'audience', 'time'] as const)
      inEach((lang) => stepCard(step, view, lang, fill), `${step} empty`);
    inEach((lang) => questionsCard(view, lang, fill), 'questions empty');
    inEach((lang) => previewCard(round, undefined, '', lang, fill), 'preview empty');
    inEach((lang) => lookCard(round, undefined, lang, fill), 'look empty');
    inEach((lang) => statusCard(round, undefined, {}, lang, fill), 'status empty');
  });

  test.each(['scale', 'choice', 'choices', 'number', 'date', 'text'] as const)(
    'for a question of kind %s',
    (kind) => {
      const view = { round: closed, plan: closed.plan, scope: 'personal', warning: '' } as const;
      const draft = { kind, id: undefined, text: 'Hva?', options: 'Ja\nNei', required: true };
      inEach((lang) => questionCard(view, draft, lang, fill), kind);
    },
  );

  test('before sending, with who is reached and who is not, each page as it will be seen', () => {
    const round = roundIn('draft', { opensAt: null });
    const unknown = Array.from({ length: 300 }, (_, i) => `ukjent.person.${i}@kommunen.example`);
    for (const plan of [
      {},
      named,
      { opensAt: null },
      { audience: { kind: 'emails', emails: unknown } as const },
    ])
      inEach(
        (lang) =>
          previewCard(roundIn('draft', plan), { reached: 120, unreachable: 1, unknown }, '', lang, fill),
        'preview',
      );
    for (const page of [undefined, ...round.plan.form.pages.keys()])
      inEach((lang) => lookCard(round, page, lang, fill), `look ${page}`);
    const { card } = previewCard(round, { reached: 1, unreachable: 3, unknown }, '', 'nb', fill);
    expect(textOf(card)).toContain('Når én person');
    expect(textOf(card)).toContain('ukjent.person.0@kommunen.example');
    expect(textOf(card)).toContain('og 280 til');
  });

  test('while it is open, and after', () => {
    const delivery = { planned: 214, sent: 200, gone: 3, failed: 1, cancelled: 0, paused: false };
    for (const state of ['draft', 'scheduled', 'open', 'closed', 'withdrawn'] as const)
      for (const few of [true, false])
        inEach(
          (lang) =>
            statusCard(
              roundIn(state),
              { invited: 214, answered: few ? 0 : 131, few, delivery },
              {},
              lang,
              fill,
            ),
          state,
        );
    for (const what of ['remind', 'hold', 'release', 'extend', 'close', 'correct', 'withdraw'] as const)
      inEach((lang) => manageCard(what, roundIn('open'), 'Noe mangler.', lang, fill), what);
    inEach((lang) => mineCard([], '', 0, lang, fill), 'none');
    const many = Array.from({ length: 30 }, (_, i) => roundIn(i % 2 ? 'open' : 'draft'));
    inEach((lang) => mineCard(many, many[0]!.owner, 0, lang, fill), 'many');
    const { card } = statusCard(
      roundIn('open'),
      { invited: 9, answered: 0, few: true, delivery },
      {},
      'nb',
      fill,
    );
    expect(textOf(card)).toContain('Færre enn 5 av 9');
  });
});

describe('whoever is asked is shown right cards', () => {
  test('the invitation, the reminder and the one in a channel', () => {
    for (const plan of [{}, named])
      for (const shown of [{}, { reminder: true }, { channel: true }])
        inEach((lang) => invitationCard(roundIn('open', plan), lang, fill, shown), 'invitation');
  });

  test('every page of every template, empty, answered and with faults', () => {
    for (const { pages, round } of templateRounds())
      for (const [number, page] of pages.entries()) {
        const answers: Answers = Object.fromEntries(page.questions.map(({ id }) => [id, 3]));
        const faults = Object.fromEntries(page.questions.map(({ id }) => [id, 'required' as const]));
        const asked = {
          kind: 'page',
          round,
          page,
          number,
          of: pages.length,
          answers: {},
          faults: {},
        } as const;
        for (const change of [{}, { answers }, { faults }])
          inEach((lang) => pageCard({ ...asked, ...change }, lang, fill), page.id);
      }
  });

  test('and wherever they are on the way', () => {
    for (const plan of [{}, named]) {
      const round = roundIn('open', plan);
      for (const kind of ['sent', 'already', 'late', 'not-open', 'not-asked'] as const)
        inEach((lang) => askedCard({ kind, round }, lang, fill), kind);
      for (const missing of [[], [0, 2]])
        inEach((lang) => askedCard({ kind: 'ready', round, missing }, lang, fill), 'ready');
      inEach((lang) => pausedCard(round, lang, fill), 'paused');
    }
    for (const kind of ['withdrawn', 'gone'] as const)
      inEach((lang) => askedCard({ kind }, lang, fill), kind);
  });

  test('where something is left out there is no way to send, but one to the page', () => {
    const { card } = askedCard({ kind: 'ready', round: closed, missing: [1] }, 'nb', fill);
    const buttons = actionsOf(card);
    expect(buttons.map(({ title }) => title)).not.toContain('Send svarene');
    expect(buttons[0]).toMatchObject({ data: { do: 'survey.answer', page: 1 } });
  });
});

function templateRounds() {
  return knowledge.surveys.map((template) => {
    const labels = template.scale.labels;
    const pages = template.dimensions.map(({ id, title, description, statements }) => ({
      id,
      title,
      description,
      questions: statements.map((s) => ({
        id: s.id,
        text: s.text,
        reversed: s.reversed,
        kind: 'scale' as const,
        labels,
        dimension: id,
        required: true,
      })),
    }));
    return { pages, round: roundIn('open', { form: { ...closed.plan.form, title: template.title, pages } }) };
  });
}

describe('results make right cards', () => {
  const kinds = { whole: sampleResults(), few: sampleTooFew(), named: sampleNamed() };
  test.each(Object.entries(kinds))('%s, all that is under them too', (what, results) => {
    for (const view of ['overview', 'groups', 'texts', ...results.round.plan.form.pages.keys()] as const)
      inEach((lang) => resultsCard(results, { view, from: 0 }, extras, lang, fill), `${what} ${view}`);
  });

  test('with a table beside every chart, three columns at most, and a text where there are no charts', () => {
    for (const view of ['overview', 0, 1] as const) {
      const json = JSON.stringify(resultsCard(kinds.whole, { view, from: 0 }, extras, 'nb', fill).card);
      const charts = [...json.matchAll(/"type":"Chart\.HorizontalBar\.Stacked"/g)].length;
      expect(charts).toBeGreaterThan(0);
      expect([...json.matchAll(/"type":"Table"/g)].length).toBeGreaterThanOrEqual(charts);
      expect([...json.matchAll(/"fallback":\{"type":"TextBlock"/g)]).toHaveLength(charts);
      for (const [, columns] of json.matchAll(/"columns":(\[[^\]]*\])/g))
        expect(JSON.parse(columns!).length).toBeLessThanOrEqual(3);
    }
  });

  test('say the score, the change, the others and where to begin', () => {
    const { card } = resultsCard(kinds.whole, { view: 'overview', from: 0 }, extras, 'nb', fill);
    const text = textOf(card).replaceAll('\u00a0', ' ');
    for (const part of [
      '131 av 214 svarte (61 prosent).',
      '3,4',
      '−0,3 / 3,1',
      'Start her: Kompetanse og kultur',
      'Én gruppe vises ikke',
    ])
      expect(text).toContain(part);
  });

  test('say nothing at all of too few, and hand out no link', () => {
    const { card } = resultsCard(
      kinds.few,
      { view: 'overview', from: 0 },
      { ...extras, links: [] },
      'nb',
      fill,
    );
    expect(textOf(card)).toContain('Færre enn 5 svarte');
    expect(textOf(card)).not.toMatch(/\b4\b/);
    expect(JSON.stringify(card)).not.toContain('https://samvit');
  });

  test('go on to the next card where there are more texts than one holds, and lose none', () => {
    const texts = Array.from({ length: 120 }, (_, i) => `Svar nummer ${i}: ${'ord '.repeat(90)}`);
    const results = sampleResults({ texts: [{ question: 'ord', texts }] });
    const seen: string[] = [];
    for (let from: number | undefined = 0; from !== undefined; ) {
      const screen = resultsCard(results, { view: 'texts', from }, extras, 'nb', fill);
      check(screen, `texts from ${from}`);
      seen.push(...(textOf(screen.card).match(/Svar nummer \d+/g) ?? []));
      const more = actionsOf(screen.card).find(({ title }) => title.startsWith('Vis flere'));
      from = (more?.data as { from: number } | undefined)?.from;
    }
    expect(seen).toEqual(texts.map((_, i) => `Svar nummer ${i}`));
  });
});

test('every notice is a right card in every language', () => {
  const notices = createNotices({ fill });
  const round = roundIn('open');
  for (const lang of langs) {
    const all: Record<string, Outgoing> = {
      invitation: notices.invitation(round, lang),
      channelInvitation: notices.channelInvitation(round, lang),
      reminder: notices.reminder(round, lang),
      results: notices.results(round, lang),
      coming: notices.coming(round, lang),
      notOpened: notices.notOpened(round, 'empty-audience', lang),
      withdrawn: notices.withdrawn(round, lang),
    };
    for (const [name, { kind, ...notice }] of Object.entries(all)) {
      expect(kind).toBe('card');
      check({ title: name, ...notice } as Screen, `${name} ${lang}`);
    }
  }
});

test('what people write stands as they wrote it, and is not read as a link, a heading or bold', () => {
  const wild = '**[Klikk](https://x.example)** # <b>fet</b> ${hemmelig}';
  const form = { ...closed.plan.form, title: { nb: wild, nn: wild, en: wild } };
  const { card } = invitationCard({ ...roundIn('open', { form }), ownerName: wild }, 'nb', fill);
  expect(textOf(card)).not.toMatch(/(?<!\\)\[Klikk|(?<!\\)\*\*\\?\[/);
  expect(textOf(card)).toContain('hemmelig');
});

test('every step has its texts, and every refusal says what to do', () => {
  for (const lang of langs) {
    const t = textsIn(lang).survey;
    expect(steps.map((step) => t.step[step].heading)).not.toContain('');
    for (const sentence of Object.values(t.refusal)) expect(sentence).toMatch(/^\p{Lu}.{20,}\.$/u);
    expect(JSON.stringify(t)).not.toContain('!');
  }
});
