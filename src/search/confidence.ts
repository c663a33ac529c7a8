import type { Asked } from './query.ts';

/** What speaks for a section being the answer, in numbers that mean the same from question to question. */
export interface Evidence {
  /** 0–1: the share of the question that the section speaks of, rare words weighing most. */
  covered: number;
  /** 0–1: likeness to the section's likest typical question. */
  like: number;
  /** How much rare matter is met: a question of common words alone can be covered by chance. */
  met: number;
  /** 1 when the question has a professional term from the glossary. */
  concept: number;
  /** 0–1: the share of the question that is such terms. */
  concepts: number;
  /** 0–1: how many of the five next best are of the same article, and of the same topic: chance hits are scattered. */
  sameArticle: number;
  sameTopic: number;
  /** 0–1: how far ahead of the best hit of another article; 0 when it is not ahead. */
  ahead: number;
  /** Logarithm of the score. */
  score: number;
}

/** What the question and one section tell; the rest is known when all hits are. */
export function ownEvidence(units: Asked[], covered: number, like: number) {
  let asked = 0;
  let concepts = 0;
  for (const unit of units) {
    asked += unit.rarity;
    if (unit.terms.some((t) => t.weight === 1 && t.term.startsWith('='))) concepts += unit.rarity;
  }
  return {
    covered,
    like,
    met: Math.log(1 + covered * asked),
    concept: Number(concepts > 0),
    concepts: concepts / asked,
  };
}

interface Ranked {
  article: { id: string; topic: string };
  score: number;
}

/** What the company of a hit tells. `hits` are all hits, best first, and `hit` is one of them. */
export function evidenceAmong(hit: Ranked, hits: Ranked[]) {
  const others = hits
    .slice(0, 6)
    .filter((h) => h !== hit)
    .slice(0, 5);
  const rival = hits.find((h) => h.article.id !== hit.article.id);
  return {
    sameArticle: others.filter((h) => h.article.id === hit.article.id).length / 5,
    sameTopic: others.filter((h) => h.article.topic === hit.article.topic).length / 5,
    ahead: Math.max(0, 1 - (rival?.score ?? 0) / hit.score),
    score: Math.log(1 + hit.score),
  };
}

/** Fitted by `npm run -s fit:confidence` on tests/golden/tuning.jsonl; run it again when search or knowledge changes much. */
const curve: Record<keyof Evidence | 'start', number> = {
  start: -8.97,
  covered: 0.11,
  like: 0.93,
  met: 0.99,
  concept: 1.03,
  concepts: -0.38,
  sameArticle: 1.43,
  sameTopic: 0.78,
  ahead: 0.41,
  score: 0.78,
};

/** From here on what is asked is a typical question, but for a word or two. */
const SAME = 0.85;

/** The chance, 0–1, that the section is the right one: a logistic curve over the evidence. */
export function confidenceOf(e: Evidence): number {
  const z = Object.entries(e).reduce(
    (sum, [name, value]) => sum + curve[name as keyof Evidence] * value,
    curve.start,
  );
  const chance = 1 / (1 + Math.exp(-z));
  return e.like >= SAME ? Math.max(chance, e.like) : chance;
}
