import type { ReadWords, Word } from './analyse.ts';
import { type DirectionOf, WIDTH } from './vectors.ts';
import type { Lines } from './wording.ts';

/**
 * Where each line that is said of a section points (vectors.ts): those of section n are from starts[n] to starts[n + 1],
 * each WIDTH numbers of -MOST to MOST. Plain data.
 */
export interface Pointing {
  starts: Int32Array;
  directions: Int8Array;
}

/** Stands for 1, the most that a number of a direction is. */
export const MOST = 127;

export function pointingOf(
  all: Lines[],
  read: ReadWords,
  featuresOf: (words: Word[]) => ReadonlySet<string>,
  directionOf: DirectionOf,
): Pointing {
  const starts = new Int32Array(all.length + 1);
  all.forEach(({ lines }, n) => {
    starts[n + 1] = starts[n]! + lines.length;
  });
  const directions = new Int8Array(starts[all.length]! * WIDTH);
  let at = 0;
  for (const line of all.flatMap(({ lines }) => lines)) {
    const words = read(line);
    for (const one of directionOf(featuresOf(words), words)) directions[at++] = Math.round(MOST * one);
  }
  return { starts, directions };
}

/** How near what is asked points to what is said of a section, -1 to 1: to the nearest line, and to the FEW nearest on average. */
export interface Nearness {
  nearest: number;
  nearestFew: number;
}

const FEW = 4;

export function nearnessTo(
  { starts, directions }: Pointing,
  direction: Float64Array,
  sections: number[],
): Nearness[] {
  return sections.map((section) => {
    let [first, second, third, fourth] = [-1, -1, -1, -1];
    const end = starts[section + 1]! * WIDTH;
    for (let at = starts[section]! * WIDTH; at < end; at += WIDTH) {
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let k = 0; k < WIDTH; k += 4) {
        a += direction[k]! * directions[at + k]!;
        b += direction[k + 1]! * directions[at + k + 1]!;
        c += direction[k + 2]! * directions[at + k + 2]!;
        d += direction[k + 3]! * directions[at + k + 3]!;
      }
      const near = (a + b + c + d) / MOST;
      if (near <= fourth) continue;
      if (near > first) [first, second, third, fourth] = [near, first, second, third];
      else if (near > second) [second, third, fourth] = [near, second, third];
      else if (near > third) [third, fourth] = [near, third];
      else fourth = near;
    }
    return { nearest: first, nearestFew: (first + second + third + fourth) / FEW };
  });
}
