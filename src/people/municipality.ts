import {
  type Found,
  type Municipalities,
  type Municipality,
  type MunicipalityList,
  openMunicipalities,
} from '../knowledge/municipalities.ts';
import { distance, LONGEST } from '../search/spelling.ts';

/** What someone means by the name or number of a municipality. */
export type Meant =
  /** `found`: each way it was found, for why a name of before leads to it. */
  | { kind: 'one'; municipality: Municipality; found: Found[] }
  | { kind: 'several'; municipalities: Municipality[] }
  /** `near`: those it may be a misspelling of, the nearest first. */
  | { kind: 'none'; near: Municipality[] };

/** More than this and the card is a list to search in, which people do better by writing. */
const MOST = 6;
/** How far a misspelling may be from a name, as spelling.ts counts. */
const NEAR = 2;

export function meantBy(asked: string, norway: Municipalities): Meant {
  const number = /^\s*(\d{4})\s*$/.exec(asked)?.[1];
  // With the word for it, 2020 is a municipality and not a year.
  const found = norway.find(number ? `kommunenummer ${number}` : asked);
  const municipalities = [...new Map(found.map(({ municipality: m }) => [m.number, m])).values()];
  const [only] = municipalities;
  if (!only) return { kind: 'none', near: nearest(asked, norway.all) };
  if (municipalities.length > 1) return { kind: 'several', municipalities: municipalities.slice(0, MOST) };
  return { kind: 'one', municipality: only, found };
}

/** Opening the list takes some milliseconds, so it is done anew only when the files have changed. */
export function keptOpen(list: () => MunicipalityList): () => Municipalities {
  let was: MunicipalityList | undefined;
  let opened: Municipalities | undefined;
  return () => {
    const is = list();
    if (!opened || is !== was) opened = openMunicipalities(is);
    was = is;
    return opened;
  };
}

/** Whether what is written is a place and nothing else. */
export const isPlace = (asked: string, norway: Municipalities): boolean =>
  /^\s*\d{4}\s*$/.test(asked) || norway.onlyPlaces(asked);

function nearest(asked: string, all: Municipality[]): Municipality[] {
  const word = asked
    .toLowerCase()
    .replace(/ (?:kommune|municipality)$/, '')
    .slice(0, LONGEST);
  return all
    .map((municipality) => ({
      municipality,
      away: Math.min(
        ...namesOf(municipality).map((name) =>
          name.startsWith(word) && word.length >= 3 ? 0 : distance(word, name.slice(0, LONGEST), NEAR),
        ),
      ),
    }))
    .filter(({ away }) => away <= NEAR)
    .sort((a, b) => a.away - b.away)
    .slice(0, MOST)
    .map(({ municipality }) => municipality);
}

const namesOf = ({ name, former }: Municipality): string[] =>
  [name, ...former.map((f) => f.name)].map((n) => n.toLowerCase());
