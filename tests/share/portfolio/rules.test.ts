import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import type { Solution } from '../../../src/knowledge/solution.ts';
import { everyoneOf, fitting, moreOf, needsOf, type Said } from '../../../src/share/portfolio/rules.ts';
import { made } from './made.ts';

const said = (all: Record<string, Partial<Said>>): Map<string, Said> =>
  new Map(Object.entries(all).map(([id, some]) => [id, { uses: [], needs: [], ...some }]));

describe('how many more use it', () => {
  const solution = made('a', { municipalities: ['3203'] });

  test('leaves out those whose it is', () => {
    expect(moreOf(solution, said({}))).toBe(0);
    expect(moreOf(solution, said({ a: { uses: ['3203', '3205', '0301'] } }))).toBe(2);
  });

  test('of a need it is how many more need it', () => {
    const need = { ...solution, kind: 'need' as const };
    expect(moreOf(need, said({ a: { uses: ['0301'], needs: ['3203', '3205'] } }))).toBe(1);
  });
});

describe('everyone', () => {
  test('is named once, under what weighs most', () => {
    const all = [
      made('a', { municipalities: ['3203', '3205'], networks: ['DigiAgder'] }),
      made('b', { municipalities: ['3205'], networks: ['DigiAgder'], owner: 'KS' }),
    ];
    expect(
      everyoneOf(
        all,
        said({
          a: { uses: ['3205', '0301'], needs: ['0301', '4601'] },
          b: { uses: ['0301', '5001'] },
          c: { uses: ['1103'] },
        }),
      ),
    ).toEqual({
      shared: { municipalities: ['3203', '3205'], others: ['DigiAgder', 'KS'] },
      uses: ['0301', '5001'],
      needs: ['4601'],
      count: { municipalities: 4, networks: 1 },
    });
  });

  test('of a need are those who reported it and those who need the same', () => {
    const need = made('a', { kind: 'need', municipalities: ['3203'] });
    expect(everyoneOf([need], said({ a: { needs: ['3203', '0301'] } }))).toMatchObject({
      needs: ['0301'],
      count: { municipalities: 2, networks: 0 },
    });
  });

  test('is as many as a plain count over all rows gives, whoever says what', () => {
    const numbers = Array.from({ length: 12 }, (_, n) => `32${String(n + 10)}`);
    let state = 7;
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state % below;
    };
    const some = () => numbers.filter(() => random(3) === 0);
    for (let round = 0; round < 200; round++) {
      const all = ['a', 'b', 'c'].map((id) => made(id, { municipalities: some() }));
      const rows = said(Object.fromEntries(all.map(({ id }) => [id, { uses: some(), needs: some() }])));
      const using = new Set(all.flatMap((s) => [...s.municipalities, ...(rows.get(s.id)?.uses ?? [])]));
      const everyone = everyoneOf(all, rows);
      expect(everyone.count.municipalities).toBe(using.size);
      const named = [...everyone.shared.municipalities, ...everyone.uses, ...everyone.needs];
      expect(new Set(named).size).toBe(named.length);
    }
  });
});

describe('what most need', () => {
  const need = (id: string, municipalities: string[]) => made(id, { kind: 'need', municipalities });

  test('comes by the number of municipalities, each counted once', () => {
    const all = [need('few', ['3203']), need('many', ['3203', '3205']), need('most', ['3203'])];
    const network = made('network', {
      kind: 'need',
      networks: ['DigiAgder', '17 kommuner i Agder'],
      owner: 'KS',
    });
    expect(needsOf([network], said({}))[0]).toMatchObject({
      others: ['DigiAgder', '17 kommuner i Agder', 'KS'],
      count: { municipalities: 0, networks: 1 },
    });
    const ranked = needsOf(all, said({ most: { needs: ['3203', '0301', '4601'] } }));
    expect(ranked.map(({ solution, municipalities }) => [solution.id, municipalities.length])).toEqual([
      ['most', 3],
      ['many', 2],
      ['few', 1],
    ]);
  });

  test('has the solutions someone says they need, and not those who have them', () => {
    const all = [made('a', { municipalities: ['3203'] }), made('b', {})];
    const ranked = needsOf(all, said({ a: { uses: ['3205', '4601'], needs: ['3203', '0301', '4601'] } }));
    expect(ranked.map(({ solution, municipalities }) => [solution.id, municipalities])).toEqual([
      ['a', ['0301']],
    ]);
  });
});

describe('what may meet a need', () => {
  const need = made('n', { kind: 'need', tags: ['dpia', 'samarbeid', 'skole'] });

  test('is about the same by two tags or more, the nearest first', () => {
    const all = [
      need,
      made('one', { tags: ['samarbeid', 'helse'] }),
      made('two', { tags: ['dpia', 'samarbeid'] }),
      made('three', { tags: ['dpia', 'samarbeid', 'skole'] }),
      made('other-need', { kind: 'need', tags: ['dpia', 'samarbeid', 'skole'] }),
    ];
    expect(fitting(need, all).map(({ id }) => id)).toEqual(['three', 'two']);
  });

  test('is by its one tag where it has but one', () => {
    const all = [made('one', { tags: ['dpia'] }), made('none', { tags: ['skole'] })];
    expect(fitting({ ...need, tags: ['dpia'] }, all).map(({ id }) => id)).toEqual(['one']);
  });

  test('in the base is neither nothing nor everything', async () => {
    const { solutions } = await loadKnowledge('knowledge');
    for (const real of solutions.filter(({ kind }: Solution) => kind === 'need')) {
      const fits = fitting(real, solutions);
      expect(fits.length, real.id).toBeGreaterThan(0);
      expect(fits.length, real.id).toBeLessThan(solutions.length / 3);
    }
  });
});
