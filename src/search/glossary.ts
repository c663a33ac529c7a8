import type { GlossaryEntry } from '../knowledge/model.ts';
import { stem } from './stem.ts';
import { tokenise } from './tokens.ts';

/** Finds glossary words and phrases in a row of stems. Every way of saying one thing gives the same concept. */
export interface Concepts {
  /** Concepts from position `at`, the longest phrase first; `length` counts stems. */
  at(stems: string[], at: number): { concepts: string[]; length: number } | undefined;
}

export function compileGlossary(glossary: GlossaryEntry[]): Concepts {
  const byFirst = new Map<string, { stems: string[]; concepts: string[] }[]>();
  glossary.forEach((entry, n) => {
    for (const phrase of [entry.term, ...entry.variants]) {
      const stems = tokenise(phrase).map(stem);
      const first = stems[0];
      if (first === undefined) continue;
      const phrases = byFirst.get(first) ?? [];
      const same = phrases.find((p) => p.stems.join(' ') === stems.join(' '));
      // "=" cannot occur in a token, so a concept is never mistaken for a word.
      const concept = `=${n}`;
      if (!same) phrases.push({ stems, concepts: [concept] });
      else if (!same.concepts.includes(concept)) same.concepts.push(concept);
      byFirst.set(first, phrases);
    }
  });
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.stems.length - a.stems.length);
  return {
    at(stems, at) {
      const found = byFirst.get(stems[at] ?? '')?.find((p) => p.stems.every((s, i) => stems[at + i] === s));
      return found && { concepts: found.concepts, length: found.stems.length };
    },
  };
}

/** Groups of everyday words as stems, each once. */
export const stemsOf = (groups: string[][]): string[][] =>
  groups.map((group) => [...new Set(group.flatMap((word) => tokenise(word).map(stem)))]);

/** For a stem, the stems of everyday words that mean nearly the same. */
export function compileEveryday(groups: string[][]): (stem: string) => string[] {
  const near = new Map<string, Set<string>>();
  for (const stems of groups) {
    for (const one of stems) {
      const others = near.get(one) ?? new Set();
      for (const other of stems) if (other !== one) others.add(other);
      near.set(one, others);
    }
  }
  const lists = new Map([...near].map(([one, others]) => [one, [...others]]));
  return (one) => lists.get(one) ?? [];
}

/** For a stem, the groups of everyday words it is in, each by its own name. */
export function compileGroups(groups: string[][]): (stem: string) => string[] {
  const names = new Map<string, string[]>();
  groups.forEach((stems, n) => {
    for (const one of stems) {
      const known = names.get(one);
      // "~" cannot occur in a token, so a group is never mistaken for a word.
      if (known) known.push(`~${n}`);
      else names.set(one, [`~${n}`]);
    }
  });
  return (one) => names.get(one) ?? [];
}
