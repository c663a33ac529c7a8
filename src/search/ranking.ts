import type { Evidence } from './reading.ts';

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
  // Written out: twenty passages of each question are weighed, and names looked up one by one take longer than the sum.
  return (
    ranking.score * signals.score +
    ranking.toBest * signals.toBest +
    ranking.proximity * signals.proximity +
    ranking.exact * signals.exact +
    ranking.early * signals.early +
    ranking.kin * signals.kin +
    ranking.sentence * signals.sentence +
    ranking.document * signals.document +
    ranking.when * signals.when +
    ranking.many * signals.many +
    ranking.counted * signals.counted +
    ranking.who * signals.who +
    ranking.where * signals.where +
    ranking.why * signals.why +
    ranking.extent * signals.extent +
    ranking.age * signals.age
  );
}
