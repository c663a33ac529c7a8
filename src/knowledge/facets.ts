import { z } from 'zod';
import { type Fault, type Files, type Knowledge, slug, topics } from './model.ts';
import { openMunicipalities } from './municipalities.ts';
import { procedures } from './solution.ts';

const word = z.string().trim().min(2).max(80);
const also = z.array(word).default([]);
const namedSchema = z.strictObject({ names: z.strictObject({ nb: word, nn: word, en: word }), also });

/** knowledge/facets.yaml: what shared solutions are listed by, and what people call it. */
export const facetsSchema = z.strictObject({
  procedures: z.record(z.enum(procedures), namedSchema),
  networkKinds: z.record(slug, namedSchema),
  /** By the name solutions write; one that is left out goes by that name alone. */
  networks: z.record(
    word,
    z.strictObject({
      kind: slug.optional(),
      /** Counties and municipalities it lies in, where its name does not say so. */
      places: z.array(z.string().regex(/^(?:\d{2}|\d{4})$/)).default([]),
      also,
    }),
  ),
  /** Other names of systems, by the name solutions write. */
  systems: z.record(word, z.array(word)),
  /** Other words for topics and tags. */
  subjects: z.record(slug, z.array(word)),
  /** Tags that are proper names. */
  proper: z.array(slug),
});
export type Facets = z.infer<typeof facetsSchema>;

export const noFacets: Facets = {
  procedures: {} as Facets['procedures'],
  networkKinds: {},
  networks: {},
  systems: {},
  subjects: {},
  proper: [],
};

/** "17 kommuner i Møre og Romsdal" says who took part, and names no network. */
export const isNetwork = (name: string): boolean => !/^(?:\d|kommun)/iu.test(name);

/** Words in the file that should name something in another file, and do not. */
export function facetFaults(
  { facets, tags, municipalities }: Knowledge,
  folder: string,
  files: Files,
): Fault[] {
  const fault = faultsIn(`${folder}/facets.yaml`, files);
  const subjects = new Set<string>([...topics, ...tags.keys()]);
  const { counties, municipalities: all } = municipalities;
  const numbers = new Set([...counties, ...all].map((place) => place.number));
  // Without any, the list itself is what is broken.
  const known = (set: ReadonlySet<string>, value: string) => set.size === 0 || set.has(value);
  return [
    ...Object.entries(facets.networks).flatMap(([name, { kind, places }]) => [
      ...(kind === undefined || kind in facets.networkKinds
        ? []
        : [fault('networks', name, `«${kind}» står ikke i networkKinds`)]),
      ...places
        .filter((place) => !known(numbers, place))
        .map((place) => fault('networks', name, `${place} er ikke nummeret til et fylke eller en kommune`)),
    ]),
    ...Object.keys(facets.subjects)
      .filter((subject) => !known(subjects, subject))
      .map((subject) => fault('subjects', subject, `«${subject}» er verken et tema eller et stikkord`)),
    ...facets.proper
      .filter((subject) => !known(subjects, subject))
      .map((subject) => fault('proper', subject, `«${subject}» er verken et tema eller et stikkord`)),
  ];
}

/**
 * What makes lists less than they seem: networks that lie in no county, and so are in no list of one; and names of
 * networks and systems that no solution has, misspelt or no longer needed.
 */
export function facetGaps(
  { facets, solutions, municipalities }: Knowledge,
  folder: string,
  files: Files,
): Fault[] {
  const fault = faultsIn(`${folder}/facets.yaml`, files);
  const norway = openMunicipalities(municipalities);
  const used = {
    networks: new Set(solutions.flatMap((s) => s.networks)),
    systems: new Set(solutions.flatMap((s) => s.systems)),
  };
  const placed = (name: string) =>
    (facets.networks[name]?.places ?? []).length > 0 || norway.findCounty(apart(name)).length > 0;
  return [
    ...(['networks', 'systems'] as const).flatMap((field) =>
      Object.keys(facets[field])
        .filter((name) => !used[field].has(name))
        .map((name) => fault(field, name, `ingen løsning har «${name}» i ${field}`)),
    ),
    ...[...used.networks]
      .filter((name) => isNetwork(name) && !placed(name))
      .map((name) => fault('networks', name, `«${name}» ligger ikke i noe fylke: skriv hvilke i places`)),
  ];
}

/** DigiAgder is Agder's. */
export const apart = (name: string): string => name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');

const faultsIn =
  (file: string, files: Files) =>
  (field: string, name: string, rule: string): Fault => {
    const lines = (files.get(file) ?? '').split('\n');
    const from = Math.max(
      0,
      lines.findIndex((line) => line.startsWith(`${field}:`)),
    );
    const line = lines.findIndex((text, i) => i >= from && text.includes(name)) + 1;
    return { file, line: line || 1, field, rule };
  };
