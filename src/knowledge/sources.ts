import type { Knowledge } from './model.ts';

/** One address and what rests on it. */
export interface SourceUse {
  url: string;
  /** Ids of articles, solutions, guides and surveys, in alphabetical order. */
  usedBy: string[];
  /** The longest ago any of them was compared with it, as "2026-11-21". */
  checked: string;
}

/** Every address the base rests on, the one unchecked for longest first, so that a reviewer can begin at the top. */
export function sourceUses({ articles, solutions, guides, surveys }: Knowledge): SourceUse[] {
  const uses = new Map<string, SourceUse>();
  for (const { id, sources } of [...articles, ...solutions, ...guides, ...surveys]) {
    for (const { url, checked } of sources) {
      const known = uses.get(url) ?? { url, usedBy: [], checked };
      uses.set(url, {
        url,
        usedBy: [...new Set([...known.usedBy, id])].sort(),
        checked: [known.checked, checked].sort()[0]!,
      });
    }
  }
  return [...uses.values()].sort((a, b) => compare(a.checked, b.checked) || compare(a.url, b.url));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
