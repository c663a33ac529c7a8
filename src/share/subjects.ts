import type { Facets } from '../knowledge/facets.ts';
import { type Lang, langs, type Tags } from '../knowledge/model.ts';
import { distance, LONGEST } from '../search/spelling.ts';

/** Tags and systems as people write them, read as those there are. Pure. */

export interface TagFault {
  why: 'tag-unknown';
  is: string;
  near: string[];
}

/** A misspelling this far from a tag is more likely another word. */
const NEAR = 3;
const SHOWN = 60;

/** Names in any language, and other words for them, with commas between. `kept` are slugs it has, known or not. */
export function readTags(
  text: string,
  { tags, facets, kept }: { tags: Tags; facets: Facets; kept: readonly string[] },
  lang: Lang,
): { tags: string[]; faults: TagFault[] } {
  const known = namesOf(tags, facets);
  const read = listed(text).map((written) => {
    const slug = kept.includes(written) ? written : known.get(keyOf(written));
    return { written, slug };
  });
  return {
    tags: [...new Set(read.flatMap(({ slug }) => slug ?? []))],
    faults: read
      .filter(({ slug }) => slug === undefined)
      .map(({ written }) => {
        const near = nearest(keyOf(written), known);
        return {
          why: 'tag-unknown',
          is: written.slice(0, SHOWN),
          near: near ? [tags.get(near)?.[lang] ?? near] : [],
        };
      }),
  };
}

/** What a tag is called; one that is no longer known goes by its slug. */
export const tagName = (slug: string, tags: Tags, lang: Lang): string => tags.get(slug)?.[lang] ?? slug;

/** By the names that solutions write. */
export function readSystems(text: string, { systems }: Facets): string[] {
  const known = new Map(
    Object.entries(systems).flatMap(([name, also]) => [name, ...also].map((one) => [keyOf(one), name])),
  );
  return [...new Set(listed(text).map((written) => known.get(keyOf(written)) ?? written))];
}

const listed = (text: string): string[] =>
  text
    .split(/[,;\n]+/)
    .map((one) => one.replace(/^\s*#/, '').trim())
    .filter(Boolean);

function namesOf(tags: Tags, facets: Facets): Map<string, string> {
  const names = new Map<string, string>();
  // What a tag is called itself goes before what another is called as well.
  for (const [slug, words] of Object.entries(facets.subjects))
    if (tags.has(slug)) for (const word of words) names.set(keyOf(word), slug);
  for (const [slug, labels] of tags)
    for (const name of [slug, ...langs.map((lang) => labels[lang])]) names.set(keyOf(name), slug);
  return names;
}

const keyOf = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();

function nearest(written: string, names: Map<string, string>): string | undefined {
  if (written.length > LONGEST) return undefined;
  let found: { slug: string; away: number } | undefined;
  for (const [name, slug] of names) {
    if (name.length > LONGEST) continue;
    const inside = written.length >= 4 && (name.includes(written) || written.includes(name));
    const away = Math.min(inside ? NEAR - 0.5 : NEAR + 1, distance(written, name, NEAR));
    if (away <= NEAR && away < (found?.away ?? NEAR + 1)) found = { slug, away };
  }
  return found?.slug;
}
