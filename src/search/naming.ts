import type { Glossary } from '../knowledge/model.ts';
import { type Word, wordsOf } from './analyse.ts';
import { compileGlossary } from './glossary.ts';
import { distance, LONGEST } from './spelling.ts';

/** Things that have names, and the other words the glossary has for them. */
export interface Naming<T> {
  /** What the words name from position `at`, the longest name; `length` counts words. */
  at(words: Word[], at: number): { values: T[]; length: number } | undefined;
  /** The word of a name, or of those understood beside them, that this one may be a misspelling of. */
  nearest(word: string): string | undefined;
}

interface Named<T> {
  value: T;
  names: string[];
}

/** `more` are words that are understood beside the names, as they are written. */
export function openNaming<T>(named: Named<T>[], glossary: Glossary, more: Iterable<string>): Naming<T> {
  const synonyms = synonymsIn(glossary);
  const widened = named.map(({ value, names }) => ({ value, names: names.flatMap(synonyms) }));
  const own = compile(named);
  const others = compile(widened);
  const known = new Set(
    [...named, ...widened]
      .flatMap(({ names }) => names)
      .concat([...more])
      .flatMap((text) => wordsOf(text).map((word) => word.text)),
  );
  return {
    at(words, at) {
      const terms = words.map((word) => word.term);
      const [first, second] = [own(terms, at), others(terms, at)];
      // What a thing is called itself goes before what the glossary calls the same.
      return first && first.length >= (second?.length ?? 0) ? first : second;
    },
    nearest(word) {
      if (word.length < SHORTEST || word.length > LONGEST) return undefined;
      let nearest: string | undefined;
      let least = word.length < LONG ? NEAR : FAR;
      for (const one of known) {
        if (Math.abs(one.length - word.length) > FAR || one.length > LONGEST) continue;
        const far = distance(word, one, least);
        if (far > least || (far === least && nearest !== undefined)) continue;
        nearest = one;
        least = far;
      }
      return nearest;
    },
  };
}

function compile<T>(named: Named<T>[]) {
  const concepts = compileGlossary(named.map(({ names: [term = '', ...variants] }) => ({ term, variants })));
  const values = new Map(named.map(({ value }, n) => [`=${n}`, value]));
  return (terms: string[], at: number): { values: T[]; length: number } | undefined => {
    const found = concepts.at(terms, at);
    return (
      found && {
        values: found.concepts.flatMap((concept) => values.get(concept) ?? []),
        length: found.length,
      }
    );
  };
}

/** A shorter word is as likely another word. */
const SHORTEST = 5;
const LONG = 9;
const NEAR = 1;
const FAR = 1.7;

/** For a name, all that the glossary calls the same. */
function synonymsIn({ entries }: Glossary): (name: string) => string[] {
  const keyOf = (text: string) =>
    wordsOf(text)
      .map((word) => word.term)
      .join(' ');
  const byName = new Map<string, string[]>();
  for (const { term, variants } of entries) {
    const all = [term, ...variants];
    for (const key of new Set(all.map(keyOf))) byName.set(key, [...(byName.get(key) ?? []), ...all]);
  }
  return (name) => byName.get(keyOf(name)) ?? [];
}
