import type { Asked } from './query.ts';
import type { OpenSegment } from './segment.ts';

/** An open segment among others: where its first passage stands among all. */
export type Placed = OpenSegment & { first: number };

/**
 * The terms of a question as places in one segment, looked up once for all that is done with them. Those of unit u
 * stand from starts[u] to starts[u + 1]; terms the segment has not are left out.
 */
export interface Terms {
  starts: number[];
  at: number[];
  weight: number[];
}

export function termsIn({ at: places }: OpenSegment, units: Asked[]): Terms {
  const starts = [0];
  const at: number[] = [];
  const weights: number[] = [];
  for (const { terms } of units) {
    for (let t = 0; t < terms.length; t++) {
      const { term, weight } = terms[t]!;
      const n = places.get(term);
      if (n === undefined) continue;
      at.push(n);
      weights.push(weight);
    }
    starts.push(at.length);
  }
  return { starts, at, weight: weights };
}
