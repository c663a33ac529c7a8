import { apart, type Facets } from './facets.ts';
import type { Municipalities } from './municipalities.ts';
import type { Solution } from './solution.ts';

/** Where a shared solution belongs, by number: its municipalities, their counties, and where its networks lie. */
export function placesOf(
  { municipalities, networks, owner = '' }: Pick<Solution, 'municipalities' | 'networks' | 'owner'>,
  facets: Facets,
  norway: Municipalities,
): Set<string> {
  return new Set([
    ...municipalities,
    ...municipalities.map(countyOf),
    ...networks.flatMap((name) => facets.networks[name]?.places ?? []),
    ...[...networks, owner].flatMap((name) => norway.findCounty(apart(name)).map((county) => county.number)),
  ]);
}

/** A municipality number, or a county's own, to that of the county. */
export const countyOf = (number: string): string => number.slice(0, 2);
