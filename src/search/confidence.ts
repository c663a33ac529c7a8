import type { Asked } from './query.ts';

/** What speaks for a section being the answer, in numbers that mean the same from question to question. */
export interface Evidence {
  /** 0–1: the share of the question that the section speaks of, rare words weighing most. */
  covered: number;
  /** 0–1: likeness to the section's likest typical question. */
  like: number;
  /** How much rare matter is met: a question of common words alone can be covered by chance. */
  met: number;
  /** 0–1: the share of the question that is professional terms from the glossary. */
  concepts: number;
}

export function evidenceOf(units: Asked[], covered: number, like: number): Evidence {
  let asked = 0;
  let concepts = 0;
  for (const unit of units) {
    asked += unit.rarity;
    if (unit.terms.some((t) => t.weight === 1 && t.term.startsWith('='))) concepts += unit.rarity;
  }
  return { covered, like, met: Math.log(1 + covered * asked), concepts: concepts / asked };
}

/** Fitted by `npm run -s fit:confidence` on tests/golden/tuning.jsonl; run it again when search or knowledge changes much. */
const curve = { start: -8.29, covered: 1.92, like: 3.66, met: 1.85, concept: 1.01, concepts: 2.5 };

/** The chance, 0–1, that the section is the right one: a logistic curve over the evidence. */
export function confidenceOf(e: Evidence): number {
  const z =
    curve.start +
    curve.covered * e.covered +
    curve.like * e.like +
    curve.met * e.met +
    curve.concept * Number(e.concepts > 0) +
    curve.concepts * e.concepts;
  return 1 / (1 + Math.exp(-z));
}
