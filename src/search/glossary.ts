import type { GlossaryEntry } from '../knowledge/model.ts';
import { stem } from './stem.ts';
import { tokenise } from './tokens.ts';

/** Finds glossary words and phrases in a row of stems. Every way of saying one thing gives the same concept. */
export interface Concepts {
  /** Concepts from position `at`, the longest phrase first; `length` counts stems. */
  at(stems: string[], at: number): { concepts: string[]; length: number } | undefined;
}

export function compileGlossary(glossary: GlossaryEntry[]): Concepts {
  const phrases = new Map<string, Set<string>>();
  let longest = 1;
  glossary.forEach((entry, n) => {
    for (const phrase of [entry.term, ...entry.variants]) {
      const stems = tokenise(phrase).map(stem);
      if (stems.length === 0) continue;
      longest = Math.max(longest, stems.length);
      const key = stems.join(' ');
      const concepts = phrases.get(key) ?? new Set();
      // "=" cannot occur in a token, so a concept is never mistaken for a word.
      concepts.add(`=${n}`);
      phrases.set(key, concepts);
    }
  });
  return {
    at(stems, at) {
      for (let length = Math.min(longest, stems.length - at); length > 0; length--) {
        const found = phrases.get(length === 1 ? (stems[at] ?? '') : stems.slice(at, at + length).join(' '));
        if (found) return { concepts: [...found], length };
      }
      return undefined;
    },
  };
}
