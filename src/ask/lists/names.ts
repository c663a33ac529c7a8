import { slugOf } from '../../knowledge/article.ts';
import { apart, type Facets, isNetwork } from '../../knowledge/facets.ts';
import { type Knowledge, type Lang, langs } from '../../knowledge/model.ts';
import type { Municipalities } from '../../knowledge/municipalities.ts';
import type { Field } from './filter.ts';

/** Fields whose values have names of their own; kinds are for the texts. */
export type NamedField = Exclude<Field, 'kind'>;

/** What a question can name, with all it may be called. */
export interface Nameable {
  value: { field: NamedField; value: string /** A kind of network, and none of them. */; general?: true };
  names: string[];
}

export interface Names {
  /** What a value is called within a sentence; undefined when it is no longer known. */
  of(field: NamedField, value: string, lang: Lang): string | undefined;
  /** Every value but places, which are found by themselves. */
  all: Nameable[];
}

export function openNames(
  { facets, tags, solutions }: Pick<Knowledge, 'facets' | 'tags' | 'solutions'>,
  norway: Municipalities,
): Names {
  const networks = [...new Set([...solutions.flatMap((s) => s.networks), ...Object.keys(facets.networks)])];
  const systems = [...new Set([...solutions.flatMap((s) => s.systems), ...Object.keys(facets.systems)])];
  const named: (Nameable & { said: Record<Lang, string> })[] = [
    ...[...tags].map(([tag, names]) => ({
      value: { field: 'subject', value: tag } as const,
      names: [tag, ...langs.flatMap((lang) => inParts(names[lang])), ...(facets.subjects[tag] ?? [])],
      said: inSentence(names, facets.proper.includes(tag)),
    })),
    ...fromNamed('procedure', facets.procedures),
    ...fromNamed('network', facets.networkKinds).map((one) => ({
      ...one,
      value: { ...one.value, general: true } as const,
    })),
    ...networks.filter(isNetwork).map((name) => ({
      value: { field: 'network', value: slugOf(name) } as const,
      // What is a place too is found as a place.
      names: namesOfNetwork(name, facets).filter((one) => !norway.onlyPlaces(one)),
      said: alike(name),
    })),
    ...systems.map((name) => ({
      value: { field: 'system', value: slugOf(name) } as const,
      names: [name, ...(facets.systems[name] ?? [])],
      said: alike(name),
    })),
  ];
  const said = new Map(named.map(({ value: { field, value }, said }) => [`${field} ${value}`, said]));
  return {
    of: (field, value, lang) =>
      field === 'place' ? placeName(value, norway) : said.get(`${field} ${value}`)?.[lang],
    all: named.map(({ value, names }) => ({ value, names })).filter(({ names }) => names.length > 0),
  };
}

const alike = (name: string): Record<Lang, string> => ({ nb: name, nn: name, en: name });

function fromNamed(field: 'procedure' | 'network', all: Facets['networkKinds']) {
  return Object.entries(all).map(([value, { names, also }]) => ({
    value: { field, value } as const,
    names: [...langs.map((lang) => names[lang]), ...also],
    said: inSentence(names, false),
  }));
}

/** "Personvernkonsekvenser (DPIA)" is called both. */
const inParts = (name: string): string[] => [
  name,
  ...name
    .split(/[()]/)
    .map((part) => part.trim())
    .filter((part) => part.length > 1),
];

/** DigiAgder is written "Digi Agder" too. */
function namesOfNetwork(name: string, { networks }: Facets): string[] {
  return [...inParts(name), ...(networks[name]?.also ?? [])].flatMap((one) => [one, apart(one)]);
}

/** With a small first letter, but for names and what is written in capitals. */
function inSentence(names: Record<Lang, string>, proper: boolean): Record<Lang, string> {
  const small = (name: string) =>
    proper || /^\p{Lu}{2}/u.test(name) ? name : `${name[0]!.toLowerCase()}${name.slice(1)}`;
  return { nb: small(names.nb), nn: small(names.nn), en: small(names.en) };
}

/** The name of a place today. Two of one name have their county beside them. */
function placeName(number: string, { all, counties }: Municipalities): string | undefined {
  const municipality = all.find((m) => m.number === number);
  if (!municipality) return counties.find((c) => c.number === number)?.name;
  const { name, county } = municipality;
  return all.filter((m) => m.name === name).length > 1 ? `${name} (${county.name})` : name;
}
