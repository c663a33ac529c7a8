import { describe, expect, test } from 'vitest';
import { answeredIn, createCounter } from '../../src/survey/counting.ts';
import type { Answers, Form, Question } from '../../src/survey/model.ts';
import { scoresOf, spread } from '../../src/survey/scores.ts';
import { holdBack, type Shown, showable } from '../../src/survey/suppression.ts';
import { choice, form, question, scale } from './staged.ts';

const MIN = 5;
const GROUPS = ['a', 'b', 'c', 'd', 'e'];
const dimension = {
  id: 'd',
  title: { nb: 'd', nn: 'd', en: 'd' },
  advice: { nb: '', nn: '', en: '' },
  articles: [],
  tags: [],
};
const asked: Form = {
  ...form(
    [choice('hvor', GROUPS), scale('q1', 'd'), scale('q2', 'd', true), { ...scale('q3'), required: false }],
    'hvor',
  ),
  dimensions: [dimension],
};

/** A random survey: groups of many sizes, and questions that some leave open. */
function respondents(random: () => number): Answers[] {
  const groups = GROUPS.slice(0, 1 + Math.floor(random() * GROUPS.length));
  const silent = random() < 0.5 ? 0 : random() * 0.5;
  const sizes = groups.map(() => Math.floor(random() * random() * 24));
  const people = groups.flatMap((group, i) =>
    Array.from({ length: sizes[i]! }, () => group as string | null),
  );
  const nowhere = Math.floor(random() * random() * 9);
  for (let i = 0; i < nowhere; i++) people.push(null);
  return people.map((group) => ({
    ...(group !== null && { hvor: group }),
    ...Object.fromEntries(
      ['q1', 'q2', 'q3'].flatMap((id) => (random() < silent ? [] : [[id, 1 + Math.floor(random() * 5)]])),
    ),
  }));
}

function counted(people: Answers[], of = asked) {
  const counter = createCounter(of);
  for (const answers of people) counter.add(answers);
  return counter.counted();
}

/** Who is counted in each set that is shown of a question: the whole, and each group, of those who answered it. */
function setsOf(shown: Shown, people: Answers[], id: string): boolean[][] {
  return shown.tallies
    .filter((tally) => tally.question === id)
    .map(({ group }) => people.map((a) => a[id] !== undefined && (group === null || a.hvor === group)));
}

/** Every sum and difference of the sets, each taken once, against or not at all, that is again a set of people. */
function* derived(sets: boolean[][]): Iterable<number> {
  const people = sets[0]?.length ?? 0;
  for (let code = 1; code < 3 ** sets.length; code++) {
    const signs = sets.map((_, i) => (Math.floor(code / 3 ** i) % 3) - 1);
    let size = 0;
    let isSet = true;
    for (let p = 0; p < people && isSet; p++) {
      const times = sets.reduce((sum, set, i) => sum + (set[p] ? signs[i]! : 0), 0);
      isSet = times === 0 || times === 1;
      size += times;
    }
    if (isSet) yield size;
  }
}

describe('whatever is reckoned from what is shown', () => {
  test('never comes down to fewer than the minimum group, over thousands of random surveys', () => {
    const random = mulberry(20261121);
    let held = 0;
    let shownGroups = 0;
    for (let run = 0; run < 3_000; run++) {
      const people = respondents(random);
      const all = counted(people);
      const shown = holdBack(asked, all, MIN);
      held += shown.heldBack;
      shownGroups += shown.groups.length;
      const groups = shown.groups.map(({ id }) => people.map((answers) => answers.hvor === id));
      const everyone = people.map(() => true);
      const families = [[everyone, ...groups], ...['q1', 'q2', 'q3'].map((id) => setsOf(shown, people, id))];
      if (people.length < MIN) families.shift();
      for (const sets of families)
        for (const size of derived(sets))
          expect(size === 0 || size >= MIN, `${size} in run ${run}`).toBe(true);
    }
    // It would be easy to hold back everything, or to have nothing to hold back.
    expect(held).toBeGreaterThan(500);
    expect(shownGroups).toBeGreaterThan(1_000);
  });

  test('the attack finds what is wrong when nothing is held back', () => {
    const people = [...Array(7).fill({ hvor: 'a' }), { hvor: 'b' }].map((a) => ({ ...a, q1: 3 }));
    const all = counted(people);
    const everything: Shown = { tallies: all.tallies, groups: [], heldBack: 0 };
    expect([...derived(setsOf(everything, people, 'q1'))]).toContain(1);
    // The small one alone is not enough: it is the whole less the large one.
    const without = { ...everything, tallies: all.tallies.filter(({ group }) => group !== 'b') };
    expect([...derived(setsOf(without, people, 'q1'))]).toContain(1);
  });

  test('no set of groups that may be shown is larger than the one that is', () => {
    const random = mulberry(7);
    for (let run = 0; run < 3_000; run++) {
      const sizes = new Map(GROUPS.map((id) => [id, Math.floor(random() * 14)]));
      const whole = [...sizes.values()].reduce((a, b) => a + b, Math.floor(random() * 7));
      const chosen = showable(sizes, whole, MIN);
      const most = subsets(GROUPS)
        .filter((subset) => subset.every((id) => sizes.get(id)! >= MIN))
        .filter((subset) => {
          const rest = whole - subset.reduce((sum, id) => sum + sizes.get(id)!, 0);
          return rest === 0 || rest >= MIN;
        })
        .reduce((best, subset) => Math.max(best, subset.length), 0);
      expect(chosen.size).toBe(most);
    }
  });
});

describe('what is held back', () => {
  test('under the minimum group nothing is shown at all', () => {
    expect(holdBack(asked, counted(Array(4).fill({ q1: 3, hvor: 'a' })), MIN)).toEqual({
      tallies: [],
      groups: [],
      heldBack: 0,
    });
  });

  test('a question that too few answered is not shown, for the whole or any group', () => {
    const people = Array.from({ length: 20 }, (_, i) => ({
      hvor: 'a',
      q1: 3,
      q2: 3,
      ...(i < 4 && { q3: 1 }),
    }));
    const shown = holdBack(asked, counted(people), MIN);
    expect(shown.tallies.filter((tally) => tally.question === 'q3')).toEqual([]);
    expect(shown.tallies.filter((tally) => tally.question === 'q1')).toHaveLength(2);
  });

  test('a question that too few answered in a group is not shown there, and the group has no score from it', () => {
    const people = Array.from({ length: 30 }, (_, i) => ({
      hvor: i < 10 ? 'a' : 'b',
      q1: 3,
      ...((i < 3 || i >= 10) && { q2: 5 }),
    }));
    const shown = holdBack(asked, counted(people), MIN);
    expect(shown.groups).toHaveLength(2);
    const groups = shown.tallies.filter((tally) => tally.question === 'q2').map(({ group }) => group);
    // b would be a by subtraction, so neither is shown.
    expect(groups).toEqual([null]);
    expect(scoresOf(asked, shown.tallies, 'a', MIN)).toEqual([
      { dimension: 'd', score: undefined, answers: 0 },
    ]);
    expect(scoresOf(asked, shown.tallies, null, MIN)[0]!.score).toBeCloseTo((30 * 3 + 23 * 1) / 53);
  });

  test('numbers and dates are never cut by group, and are shown from ten answers on', () => {
    const of = form([choice('hvor', GROUPS), question('alder', 'number')], 'hvor');
    const people = (count: number) => Array.from({ length: count }, (_, i) => ({ hvor: 'a', alder: 20 + i }));
    expect(holdBack(of, counted(people(9), of), MIN).tallies.map(({ question: q }) => q)).toEqual(['hvor']);
    const shown = holdBack(of, counted(people(10), of), MIN).tallies.filter(
      (tally) => tally.question === 'alder',
    );
    expect(shown.map(({ group }) => group)).toEqual([null]);
  });
});

describe('counts and scores', () => {
  const several = { ...choice('flere', ['x', 'y']), kind: 'choices' } as Question;
  test('everyone is counted once in each question, and a choice of several in each of them', () => {
    const of = form([several, scale('s'), question('t', 'text')]);
    const all = counted([{ flere: ['x', 'y'], s: 'dont-know', t: 'Noe' }, { flere: ['x'] }, { s: 4 }], of);
    expect(all.tallies).toEqual([
      { question: 'flere', group: null, counts: { x: 2, y: 1, '': 1 } },
      { question: 's', group: null, counts: { 'dont-know': 1, '': 1, 4: 1 } },
    ]);
    expect(answeredIn(all.tallies[0]!, all.answered)).toBe(2);
  });

  test('reversed statements are turned round, “vet ikke” does not count, and too few numbers give no score', () => {
    const tallies = (q1: Record<string, number>, q2: Record<string, number>) =>
      Object.entries({ q1, q2 }).map(([id, counts]) => ({ question: id, group: null, counts }));
    const score = (...of: Parameters<typeof tallies>) => scoresOf(asked, tallies(...of), null, MIN)[0];
    expect(score({ 5: 6 }, { 1: 6 })).toEqual({ dimension: 'd', score: 5, answers: 12 });
    expect(score({ 5: 6, 'dont-know': 50 }, { 5: 6 })).toEqual({ dimension: 'd', score: 3, answers: 12 });
    expect(score({ 5: 4, 'dont-know': 50 }, { 5: 4 })!.score).toBeUndefined();
  });

  test('others are shown from five on, as median and quartiles', () => {
    expect(spread([1, 2, 3, 4])).toBeUndefined();
    expect(spread([5, 1, 4, 2, 3])).toEqual({ lower: 2, median: 3, upper: 4, count: 5 });
    expect(spread([1, 2, 3, 4, 5, 5])).toEqual({ lower: 2.3, median: 3.5, upper: 4.8, count: 6 });
  });
});

const subsets = (ids: string[]): string[][] =>
  Array.from({ length: 2 ** ids.length }, (_, code) => ids.filter((_id, i) => code & (1 << i)));

/** Chance that is the same each time. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
