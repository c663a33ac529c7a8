import { WIDTH } from './vectors.ts';

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

/** Lays out the directions of sections, one after the other. */
export function pointingLayout() {
  const sections: Int8Array[] = [];
  return {
    /** A section of so many lines; each direction is read before the next is asked for. */
    add(lines: number, directionAt: (line: number) => Float64Array): void {
      const all = new Int8Array(lines * WIDTH);
      for (let line = 0; line < lines; line++) {
        directionAt(line).forEach((one, k) => {
          all[line * WIDTH + k] = Math.round(MOST * one);
        });
      }
      sections.push(all);
    },
    laidOut(): Pointing {
      const starts = new Int32Array(sections.length + 1);
      sections.forEach((all, n) => {
        starts[n + 1] = starts[n]! + all.length / WIDTH;
      });
      const directions = new Int8Array(starts[sections.length]! * WIDTH);
      sections.forEach((all, n) => {
        directions.set(all, starts[n]! * WIDTH);
      });
      return { starts, directions };
    },
  };
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
