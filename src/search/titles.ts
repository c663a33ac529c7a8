import { meantBy, phrasesOf, type ReadWords } from './analyse.ts';
import type { Concepts } from './glossary.ts';

/** What an article is called: each thing its title names, by any of some terms, with how rare it is. Plain data. */
export type Title = { terms: string[]; rarity: number }[];

export function compileTitle(
  title: string,
  concepts: Concepts,
  rarity: (term: string) => number,
  read: ReadWords,
): Title {
  return phrasesOf(read(nameIn(title)), concepts)
    .map(meantBy)
    .filter((terms) => terms.length > 0)
    .map((terms) => ({ terms, rarity: Math.max(...terms.map(rarity)) }));
}

/** What stands before a colon is what an article is called; what stands after it, what it says. */
const nameIn = (title: string): string => title.split(':')[0]!;

/**
 * How much of a title is asked for, 0–1 by rarity: who asks for "rammeavtale" asks for all of "Rammeavtaler", and for
 * half of "Minikonkurranse under rammeavtale".
 */
export function namedBy(asked: ReadonlySet<string>, title: Title): number {
  let met = 0;
  let whole = 0;
  for (const { terms, rarity } of title) {
    if (terms.some((term) => asked.has(term))) met += rarity;
    whole += rarity;
  }
  return whole > 0 ? met / whole : 0;
}
