import { isNetwork } from '../../knowledge/facets.ts';
import type { Solution } from '../../knowledge/solution.ts';

/** Pure: who uses and needs what, counted and ranked. */

/** What a municipality says of something that another has shared. */
export const stands = ['uses', 'needs'] as const;
export type Stand = (typeof stands)[number];

/** The numbers of the municipalities that say so. */
export type Said = Record<Stand, string[]>;
export type SaidOf = ReadonlyMap<string, Said>;

/** What the button on a shared solution says: nobody uses a need. */
export const standOn = ({ kind }: Pick<Solution, 'kind'>): Stand => (kind === 'need' ? 'needs' : 'uses');

/** How many say the same besides those whose it is. */
export function moreOf(solution: Pick<Solution, 'id' | 'kind' | 'municipalities'>, said: SaidOf): number {
  const all = said.get(solution.id)?.[standOn(solution)] ?? [];
  return all.filter((number) => !solution.municipalities.includes(number)).length;
}

/** Whose a shared solution is. `others` are networks and whoever else is named, such as who owns it. */
interface Behind {
  municipalities: string[];
  others: string[];
}

/** How many have it; who owns it, or "17 kommuner", is no number of these. */
export interface Count {
  municipalities: number;
  networks: number;
}

/** Everyone who has to do with some shared solutions, each named once: under what weighs most. */
export interface Everyone {
  shared: Behind;
  uses: string[];
  needs: string[];
  /** How many use it, or need it where it is a need: those who shared it, and those who say the same. */
  count: Count;
}

export function everyoneOf(solutions: Solution[], said: SaidOf): Everyone {
  const shared: Behind = {
    municipalities: unique(solutions.flatMap((solution) => solution.municipalities)),
    others: unique(solutions.flatMap(othersOf)),
  };
  const saying = (stand: Stand) => unique(solutions.flatMap(({ id }) => said.get(id)?.[stand] ?? []));
  const uses = without(saying('uses'), shared.municipalities);
  const needs = without(saying('needs'), shared.municipalities, uses);
  const same = solutions.every(({ kind }) => kind === 'need') ? needs : uses;
  return {
    shared,
    uses,
    needs,
    count: {
      municipalities: shared.municipalities.length + same.length,
      networks: unique(solutions.flatMap(networksOf)).length,
    },
  };
}

/** Something that is needed, and by whom. */
export interface Need {
  solution: Solution;
  municipalities: string[];
  others: string[];
  count: Count;
}

/**
 * What is needed, by most municipalities first: the needs that are shared, by those who shared them and those who need
 * the same; and solutions by those who say they need one, for whoever has it needs it no more.
 */
export function needsOf(solutions: Solution[], said: SaidOf): Need[] {
  return solutions
    .map((solution): Need => {
      const own = solution.kind === 'need';
      const { needs = [], uses = [] } = said.get(solution.id) ?? {};
      const municipalities = own
        ? unique([...solution.municipalities, ...needs])
        : without(needs, solution.municipalities, uses);
      return {
        solution,
        municipalities,
        others: own ? othersOf(solution) : [],
        count: { municipalities: municipalities.length, networks: own ? networksOf(solution).length : 0 },
      };
    })
    .filter(({ solution, municipalities }) => solution.kind === 'need' || municipalities.length > 0)
    .sort(
      (a, b) =>
        b.municipalities.length - a.municipalities.length ||
        b.count.networks - a.count.networks ||
        isNeed(b) - isNeed(a) ||
        a.solution.title.localeCompare(b.solution.title, 'nb'),
    );
}

const isNeed = ({ solution }: Need): number => Number(solution.kind === 'need');

/** Shared solutions that may meet a need: those that are about the same, by most tags in common first. */
export function fitting(need: Solution, solutions: Solution[]): Solution[] {
  const least = Math.min(COMMON, need.tags.length);
  return solutions
    .filter(({ id, kind }) => kind !== 'need' && id !== need.id)
    .map((solution) => ({
      solution,
      common: solution.tags.filter((tag) => need.tags.includes(tag)).length,
    }))
    .filter(({ common }) => common >= least)
    .sort((a, b) => b.common - a.common || (b.solution.year ?? 0) - (a.solution.year ?? 0))
    .map(({ solution }) => solution);
}

/** One tag in common, such as "samarbeid", says too little. */
const COMMON = 2;

const networksOf = ({ networks }: Solution): string[] => networks.filter(isNetwork);

const othersOf = ({ networks, owner }: Solution): string[] =>
  unique([...networks, ...(owner ? [owner] : [])]);

const unique = (all: string[]): string[] => [...new Set(all)];

const without = (all: string[], ...others: string[][]): string[] => {
  const known = new Set(others.flat());
  return all.filter((one) => !known.has(one));
};
