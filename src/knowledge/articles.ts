import type { Article, Knowledge, Origin } from './model.ts';
import { type Solution, solutionAsArticle } from './solution.ts';

/** All that is indexed, found and quoted: the articles, and after them the shared solutions, always in the same order. */
export function articlesOf({ articles, solutions, municipalities }: Knowledge): Article[] {
  const names = new Map(municipalities.municipalities.map((m) => [m.number, m.name]));
  return [...articles, ...solutions.map((s) => ({ ...solutionAsArticle(s), origin: originOf(s, names) }))];
}

/** `names`: of municipalities, by number. */
export function originOf(solution: Solution, names: ReadonlyMap<string, string>): Origin {
  const { kind, municipalities, networks, owner, year } = solution;
  return {
    kind,
    by: [
      ...municipalities.flatMap((number) => names.get(number) ?? []),
      ...networks,
      ...(owner ? [owner] : []),
    ],
    ...(year !== undefined && { year }),
  };
}
