import { slugOf } from '../../knowledge/article.ts';
import type { Knowledge } from '../../knowledge/model.ts';
import type { Municipalities } from '../../knowledge/municipalities.ts';
import { openNaming } from '../../search/naming.ts';
import { openNames } from './names.ts';
import { askedWords } from './words.ts';

/** What a text names and nothing besides: a system by its slug, or a shared solution by its id. */
type Named = { system: string } | { solution: string };

export type ReadName = (text: string) => Named | undefined;

/**
 * Systems by all they are called, and solutions by title or id; a misspelt word is read as what it is nearest to.
 * Opened when first asked, and anew when the knowledge is another: that takes some milliseconds.
 */
export function createNamed(knowledge: () => Knowledge, norway: () => Municipalities): ReadName {
  let of: Knowledge | undefined;
  let opened: ReadName | undefined;
  return (text) => {
    const is = knowledge();
    if (!opened || is !== of) opened = openNamed(is, norway());
    of = is;
    return opened(text);
  };
}

function openNamed(knowledge: Knowledge, norway: Municipalities): ReadName {
  const { solutions, glossary } = knowledge;
  const systems = openNames(knowledge, norway).all.flatMap(({ value: { field, value }, names }) =>
    field === 'system' ? [{ value: { system: value }, names }] : [],
  );
  const titles = solutions.map(({ id, title }) => ({ value: { solution: id }, names: [title] }));
  const naming = openNaming<Named>([...systems, ...titles], glossary, []);
  const ids = new Set(solutions.map(({ id }) => id));

  function whole(text: string): Named | undefined {
    const words = askedWords(text);
    const found = naming.at(words, 0);
    return found?.length === words.length ? found.values[0] : undefined;
  }

  return (text) => {
    const id = slugOf(text);
    if (ids.has(id)) return { solution: id };
    const corrected = text.replace(/[\p{L}\p{N}]+/gu, (word) => naming.nearest(word.toLowerCase()) ?? word);
    return whole(text) ?? whole(corrected);
  };
}
