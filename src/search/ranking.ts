import type { Evidence } from './reading.ts';

/** What orders passages: BM25F as a share of the most there could be and of the best passage's, and closeness. */
export type Signals = Evidence & { score: number; toBest: number };

/**
 * How much each signal says, fitted by `npm run -s fit:ranking -- --data DIR` on training questions, never on those
 * that are reported.
 */
export const ranking: Record<keyof Signals, number> = {
  score: 2.48,
  toBest: 4.06,
  proximity: 0.47,
  exact: 1.42,
  kin: 11.32,
  sentence: 2.31,
  met: -5.3,
  before: 3.93,
  document: 3.78,
  together: 2.94,
  entitled: 1.83,
  lead: 0.36,
  phrase: 2.94,
  faint: 2.9,
  what: 1.48,
  when: 1.63,
  many: 1.44,
  who: 0.69,
  where: 1.36,
  why: 2.08,
  extent: 2.78,
  age: 2.76,
};

/** Higher is likelier to answer. Comparable within one question only. */
export function weigh(score: number, toBest: number, evidence: Evidence): number {
  // Written out: twenty passages of each question are weighed, and names looked up one by one take longer than the sum.
  return (
    ranking.score * score +
    ranking.toBest * toBest +
    ranking.proximity * evidence.proximity +
    ranking.exact * evidence.exact +
    ranking.kin * evidence.kin +
    ranking.sentence * evidence.sentence +
    ranking.met * evidence.met +
    ranking.before * evidence.before +
    ranking.document * evidence.document +
    ranking.together * evidence.together +
    ranking.entitled * evidence.entitled +
    ranking.lead * evidence.lead +
    ranking.phrase * evidence.phrase +
    ranking.faint * evidence.faint +
    ranking.what * evidence.what +
    ranking.when * evidence.when +
    ranking.many * evidence.many +
    ranking.who * evidence.who +
    ranking.where * evidence.where +
    ranking.why * evidence.why +
    ranking.extent * evidence.extent +
    ranking.age * evidence.age
  );
}
