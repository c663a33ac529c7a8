import { z } from 'zod';
import type { Municipalities } from '../knowledge/municipalities.ts';
import type { Solution } from '../knowledge/solution.ts';

/** Which shared solutions to list. A field left out asks for nothing; what is asked for must all be met. */
export const filterSchema = z.object({
  /** From any of these: municipality numbers of four digits, county numbers of two. */
  places: z
    .array(z.string().regex(/^(?:\d{2}|\d{4})$/))
    .max(60)
    .optional(),
});
export type Filter = z.infer<typeof filterSchema>;

/** A shared solution with the places it comes from: its municipalities, their counties, and counties its networks are named after. */
export interface Placed {
  solution: Solution;
  places: ReadonlySet<string>;
}

export function placed(solution: Solution, norway: Municipalities): Placed {
  const { municipalities, networks, owner = '' } = solution;
  // DigiAgder is Agder's.
  const named = [...networks, owner].map((name) => name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '));
  return {
    solution,
    places: new Set([
      ...municipalities,
      ...municipalities.map(countyOf),
      ...named.flatMap((name) => norway.findCounty(name).map((county) => county.number)),
    ]),
  };
}

/** All that fit, the newest first; those whose year no source gives come last. */
export function solutionsWhere(solutions: Placed[], { places }: Filter): Solution[] {
  return solutions
    .filter((s) => !places || places.some((place) => s.places.has(place)))
    .map((s) => s.solution)
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
}

/** A municipality number, or a county's own, to that of the county. */
const countyOf = (number: string): string => number.slice(0, 2);

export interface SolutionList {
  /** What the list is of. */
  where: Filter;
  solutions: Solution[];
  /** The places asked for, by their names today. */
  places: string[];
  /** Those of them that nothing is shared from. */
  empty: string[];
  /** When nothing is shared from any of them: the counties around them, which the list is of instead. */
  near: string[];
}

/** What is shared from the places asked for, else from around them. Undefined when one of them is not known. */
export function listSolutions(
  where: Filter,
  shared: Placed[],
  norway: Municipalities,
): SolutionList | undefined {
  const asked = where.places ?? [];
  const places = namesOf(asked, norway);
  if (asked.length === 0 || places.length < asked.length) return undefined;
  const solutions = solutionsWhere(shared, where);
  const empty = asked.filter((place) => solutionsWhere(shared, { places: [place] }).length === 0);
  const list = { where, solutions, places, empty: namesOf(empty, norway), near: [] };
  if (solutions.length > 0) return list;
  const around = { places: [...new Set(asked.map(countyOf))] };
  const near = solutionsWhere(shared, around);
  return near.length > 0
    ? { ...list, where: around, solutions: near, near: namesOf(around.places, norway) }
    : list;
}

/** The names of places today; those that are not known are left out. Two of one name have their county beside them. */
function namesOf(numbers: string[], { all, counties }: Municipalities): string[] {
  return numbers.flatMap((number) => {
    const municipality = all.find((m) => m.number === number);
    if (!municipality) return counties.find((c) => c.number === number)?.name ?? [];
    const { name, county } = municipality;
    return all.filter((m) => m.name === name).length > 1 ? `${name} (${county.name})` : name;
  });
}
