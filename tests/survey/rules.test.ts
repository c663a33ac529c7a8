import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseSurvey } from '../../src/knowledge/survey.ts';
import { missingPages, readAnswers } from '../../src/survey/answers.ts';
import { questionsOf } from '../../src/survey/form.ts';
import { formOf, layOut, MAX_OWN_QUESTIONS, renewed } from '../../src/survey/layout.ts';
import type { Plan, Question, RoundState } from '../../src/survey/model.ts';
import { nextRound } from '../../src/survey/repeat.ts';
import {
  audienceFault,
  changed,
  isAllowed,
  mayChange,
  type Refused,
  refusalToSend,
  reworded,
  type Standing,
  type Step,
  standing,
} from '../../src/survey/rules.ts';
import { choice, DEADLINE, form, question, scale } from './staged.ts';

const NOW = new Date('2026-11-30T09:00:00Z');
const LATER = new Date('2026-12-01T09:00:00Z');
const plan = (change: Partial<Plan> = {}): Plan => ({
  form: form([scale('a')]),
  anonymous: true,
  minGroup: 5,
  audience: { kind: 'everyone' },
  opensAt: null,
  closesAt: DEADLINE,
  remindDays: [3, 1],
  shownTo: 'sender',
  repeat: 'none',
  ...change,
});
const why = (outcome: Plan | Refused | undefined) => (outcome && 'why' in outcome ? outcome.why : undefined);
const templates = readdirSync('knowledge/surveys').map(
  (file) => parseSurvey(file, readFileSync(`knowledge/surveys/${file}`, 'utf8')).survey!,
);

describe('what is sent', () => {
  test.each<[string, Partial<Plan>, string | undefined]>([
    ['all is well', {}, undefined],
    ['a deadline in the past', { closesAt: new Date('2026-11-29T00:00:00Z') }, 'deadline-past'],
    ['a deadline just now', { closesAt: NOW }, 'deadline-past'],
    [
      'a deadline before it opens',
      { opensAt: new Date('2027-01-01'), closesAt: DEADLINE },
      'deadline-before-opening',
    ],
    ['no deadline', { closesAt: null }, 'no-deadline'],
    ['no audience', { audience: null }, 'no-audience'],
    ['no questions', { form: form([]) }, 'no-questions'],
    ['no title', { form: { ...form([scale('a')]), title: { nb: ' ', nn: '', en: '' } } }, 'no-title'],
    ['anonymous in groups of four', { minGroup: 4 }, 'min-group'],
    ['anonymous in groups of five and a half', { minGroup: 5.5 }, 'min-group'],
    ['anonymous in groups of no number', { minGroup: Number.NaN }, 'min-group'],
    ['named in groups of one', { anonymous: false, minGroup: 1 }, undefined],
    ['named in groups of none', { anonymous: false, minGroup: 0 }, 'min-group'],
  ])('%s', (_, change, refused) => {
    expect(refusalToSend(plan(change), NOW)?.why).toBe(refused);
  });

  test('too few for the minimum group are too few, unless it is named', () => {
    expect(audienceFault(plan(), 0)?.why).toBe('empty-audience');
    expect(audienceFault(plan(), 4)).toEqual({ why: 'audience-under-min-group', detail: '4' });
    expect(audienceFault(plan(), 5)).toBeUndefined();
    expect(audienceFault(plan({ anonymous: false }), 1)).toBeUndefined();
    expect(audienceFault(plan(), 50_001)?.why).toBe('too-many-people');
    expect(audienceFault(plan(), 50_000)).toBeUndefined();
  });
});

describe('what is changed', () => {
  test('only what was changed is found fault with', () => {
    const old = plan({ closesAt: new Date('2026-01-01'), audience: null });
    expect(why(changed(old, { remindDays: [1] }, NOW))).toBeUndefined();
    expect(why(changed(old, { closesAt: new Date('2026-01-02') }, NOW))).toBe('deadline-past');
    expect(why(changed(plan(), { minGroup: 3 }, NOW))).toBe('min-group');
    expect(why(changed(plan({ anonymous: false, minGroup: 2 }), { anonymous: true }, NOW))).toBe('min-group');
  });

  test('reminders come once each, the earliest first', () => {
    expect(changed(plan(), { remindDays: [1, 7, 1, 3] }, NOW)).toMatchObject({ remindDays: [7, 3, 1] });
  });

  test('a survey of 200 questions is refused', () => {
    const many = Array.from({ length: 200 }, (_, i) => question(`q${i}`, 'text'));
    expect(why(changed(plan(), { form: form(many) }, NOW))).toBe('too-many-questions');
    expect(why(changed(plan(), { form: form(many.slice(0, MAX_OWN_QUESTIONS)) }, NOW))).toBeUndefined();
    expect(why(changed(plan(), { form: form(many.slice(0, MAX_OWN_QUESTIONS + 1)) }, NOW))).toBe(
      'too-many-questions',
    );
  });

  test('a page that is more than a card can hold is split, and one question that is, is refused', () => {
    const options = Array.from(
      { length: 40 },
      (_, i) => `Et alternativ med ganske mange ord i seg, nummer ${i}`,
    );
    const wide = Array.from({ length: 12 }, (_, i) => choice(`q${i}`, options));
    const laidOut = layOut(form(wide));
    if (laidOut.kind !== 'ok') throw new Error(laidOut.kind);
    const { pages } = laidOut.form;
    expect(pages.length).toBeGreaterThan(1);
    expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
    expect(questionsOf(laidOut.form)).toEqual(wide);
    for (const page of pages) {
      const asked = page.questions.map((q) => [
        q.text.nb,
        'options' in q && q.options.map((o) => [o.id, o.text.nb]),
      ]);
      expect(Buffer.byteLength(JSON.stringify(asked))).toBeLessThan(24 * 1024);
    }
    expect(layOut(laidOut.form)).toEqual(laidOut);
    const huge = choice(
      'stor',
      Array.from({ length: 400 }, (_, i) => `${options[0]} ${i}`),
    );
    expect(changed(plan(), { form: form([huge]) }, NOW)).toEqual({ why: 'page-too-large', detail: 'stor' });
  });

  test('results are cut only by a question that is asked, with one choice', () => {
    const cut = (questions: Question[]) => changed(plan(), { form: form(questions, 'hvor') }, NOW) as Plan;
    expect(cut([choice('hvor', ['a', 'b'])]).form.groupBy).toBe('hvor');
    expect(cut([question('hvor', 'text')]).form.groupBy).toBeNull();
    expect(cut([scale('a')]).form.groupBy).toBeNull();
  });

  test('a text is mended in all languages, and nothing else is', () => {
    const before = plan({ form: form([scale('a'), scale('b')]) });
    const after = reworded(before, 'b', 'Ny tekst')!;
    expect(questionsOf(after.form)[1]!.text).toEqual({ nb: 'Ny tekst', nn: 'Ny tekst', en: 'Ny tekst' });
    expect(questionsOf(after.form)[0]).toEqual(questionsOf(before.form)[0]);
    expect(reworded(before, 'c', 'x')).toBeUndefined();
  });

  test.each<[Step, RoundState[]]>([
    ['change', ['draft', 'scheduled']],
    ['send', ['draft']],
    ['close', ['open']],
    ['extend', ['open']],
    ['correct', ['draft', 'scheduled', 'open']],
    ['withdraw', ['open', 'closed']],
    ['discard', ['draft', 'scheduled']],
  ])('%s is for a round that is %j', (step, states) => {
    const all: RoundState[] = ['draft', 'scheduled', 'open', 'closed', 'withdrawn'];
    expect(all.filter((state) => isAllowed(step, state))).toEqual(states);
  });
});

describe('who opens a survey', () => {
  const at: Standing = {
    state: 'open',
    sameTenant: true,
    anonymous: true,
    inChannel: false,
    closesAt: LATER,
    asked: true,
    outstanding: true,
  };
  test.each<[string, Partial<Standing>, string]>([
    ['was asked', {}, 'answers'],
    ['has answered', { outstanding: false }, 'already'],
    ['has answered, and the deadline is past', { outstanding: false, closesAt: NOW }, 'already'],
    ['comes after the deadline', { closesAt: NOW }, 'late'],
    ['comes when it is closed', { state: 'closed', asked: false, outstanding: false }, 'late'],
    ['was not asked', { asked: false, outstanding: false }, 'not-asked'],
    ['is new in the channel', { asked: false, outstanding: false, inChannel: true }, 'newcomer'],
    ['is early', { state: 'scheduled', asked: false, outstanding: false }, 'not-open'],
    ['comes to what is withdrawn', { state: 'withdrawn' }, 'withdrawn'],
    ['is of another tenant', { sameTenant: false, state: 'withdrawn' }, 'gone'],
  ])('%s', (_, change, stands) => {
    expect(standing({ ...at, ...change }, NOW)).toBe(stands);
  });

  test('only a named answer may be changed, until the deadline', () => {
    const named = { ...at, outstanding: false, anonymous: false };
    expect(mayChange(named, NOW)).toBe(true);
    expect(mayChange({ ...named, anonymous: true }, NOW)).toBe(false);
    expect(mayChange({ ...named, closesAt: NOW }, NOW)).toBe(false);
    expect(mayChange({ ...named, state: 'closed' }, NOW)).toBe(false);
  });
});

describe('what is answered', () => {
  const all = [
    scale('skala'),
    choice('valg', ['a', 'b']),
    { ...choice('flere', ['a', 'b', 'c']), kind: 'choices' } as Question,
    question('tall', 'number'),
    question('dato', 'date'),
    question('tekst', 'text'),
  ];
  const [page] = form(all).pages;
  test.each<[string, unknown, unknown]>([
    ['skala', '4', 4],
    ['skala', 5, 5],
    ['skala', 'dont-know', 'dont-know'],
    ['skala', '6', undefined],
    ['skala', '4.5', undefined],
    ['valg', 'b', 'b'],
    ['valg', 'c', undefined],
    ['valg', { id: 'a' }, undefined],
    ['flere', 'c,a', ['a', 'c']],
    ['flere', ['b', 'b', 'x'], ['b']],
    ['flere', 'x', undefined],
    ['tall', '3,5', 3.5],
    ['tall', '1 000', 1000],
    ['tall', 7, 7],
    ['dato', '2026-02-28', '2026-02-28'],
    ['tekst', '  Bra  ', 'Bra'],
    ['tekst', '   ', undefined],
  ])('%s: %j is read as %j', (id, given, read) => {
    const found = readAnswers(page!, { [id]: given });
    expect(found.answers).toEqual({ [id]: read });
    expect(found.faults).toEqual({});
  });

  test.each<[string, unknown, string]>([
    ['tall', 'mange', 'number'],
    ['tall', '1e13', 'number'],
    ['tall', 'Infinity', 'number'],
    ['dato', '2026-02-30', 'date'],
    ['dato', 'i går', 'date'],
    ['tekst', 'x'.repeat(2_001), 'too-long'],
    ['tekst', 'Kontakt ola.nordmann@kommune.no', 'personal-data'],
  ])('%s: %j is a fault, and what was written is given back', (id, given, fault) => {
    const found = readAnswers(page!, { [id]: given });
    expect(found).toEqual({ answers: {}, unread: { [id]: given }, faults: { [id]: fault } });
  });

  test('what is not asked is let go, and what is left out stays', () => {
    expect(readAnswers(page!, { annet: 'x', __proto__: { skala: 3 }, toString: 'y' }).answers).toEqual({});
  });

  test('“vet ikke” is an answer to a required question', () => {
    expect(missingPages(form(all), {})).toEqual([0]);
    expect(missingPages(form(all), { skala: 'dont-know' })).toEqual([]);
  });
});

describe('templates', () => {
  test.each(templates.map((template) => [template.id, template] as const))(
    '%s fits on its cards',
    (_, template) => {
      const made = formOf(template);
      expect(layOut(made)).toEqual({ kind: 'ok', form: made });
      expect(made.pages.length).toBe(
        template.dimensions.length + (template.openQuestions.length > 0 ? 1 : 0),
      );
    },
  );

  test('a repeat takes the template of that day, and keeps what the leader has added', () => {
    const [template] = templates;
    const made = formOf(template!);
    const own = choice('hvor', ['a', 'b']);
    const page = { id: 'groups', title: made.title, description: made.title, questions: [own] };
    const sent = { ...made, title: form([]).title, pages: [...made.pages, page], groupBy: 'hvor' };
    const { dimensions } = template!;
    const newer = { ...template!, dimensions: dimensions.slice(1) };
    const next = renewed(sent, newer);
    expect(next.pages).toEqual([...formOf(newer).pages, page]);
    expect(next).toMatchObject({ title: sent.title, groupBy: 'hvor' });
    expect(next.dimensions).toHaveLength(dimensions.length - 1);
    expect(renewed(sent, undefined)).toBe(sent);
  });

  test('the next round is as many months later by the clock, and always still to come', () => {
    const opensAt = new Date('2026-09-15T07:00:00Z');
    const kept = {
      round: {
        id: 'r',
        tenant: 't',
        owner: 'o',
        ownerName: 'n',
        state: 'open' as const,
        previous: null,
        plan: plan({ opensAt, repeat: 'half-year' }),
      },
      version: 4,
      renews: false,
      here: undefined,
      batches: ['b'],
      createdAt: NOW,
      closedAt: null,
      invited: 3,
      answered: 2,
      heldBack: 1,
    };
    const next = nextRound(kept, 'next', NOW)!;
    expect(next.round).toMatchObject({ id: 'next', state: 'scheduled', previous: 'r' });
    expect(next.round.plan.opensAt).toEqual(new Date('2027-03-15T08:00:00Z'));
    expect(next.round.plan.closesAt).toEqual(new Date('2027-06-11T14:00:00Z'));
    expect(next).toMatchObject({ batches: [], invited: 0, renews: true });
    expect(nextRound(kept, 'next', new Date('2027-04-01'))!.round.plan.opensAt).toEqual(
      new Date('2027-09-15T07:00:00Z'),
    );
    expect(
      nextRound({ ...kept, round: { ...kept.round, plan: plan({ opensAt }) } }, 'next', NOW),
    ).toBeUndefined();
  });
});
