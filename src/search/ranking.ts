import type { Evidence } from './closeness.ts';

/** What orders passages: BM25F as a share of the most there could be and of the best passage's, and closeness. */
export type Signals = Evidence & { score: number; toBest: number };

/**
 * How much each signal says, fitted by `npm run -s fit:ranking -- --data DIR` on training questions, never on those
 * that are reported.
 */
export const ranking: Record<keyof Signals, number> = {
  score: 2.78,
  toBest: 3.61,
  proximity: 1.47,
  exact: 1.75,
  early: 1,
  kin: 7.03,
  sentence: 3.29,
  document: 4.89,
  when: 1.6,
  many: 1.08,
  counted: 0.38,
  who: 0.75,
  where: 1.29,
  why: 1.71,
  extent: 2.46,
  age: 2.14,
};

/** Higher is likelier to answer. Comparable within one question only. */
export function weigh(signals: Signals): number {
  let sum = 0;
  for (const name in ranking) sum += ranking[name as keyof Signals] * signals[name as keyof Signals];
  return sum;
}
