import { curves } from './curves.ts';
import type { Outside } from './outside.ts';
import type { Asked } from './query.ts';
import type { SectionSignals } from './sections.ts';

/** What speaks for a section being the answer, in numbers that mean the same from question to question. */
export type Evidence = Omit<SectionSignals, 'covered'> & Question & Company & ReturnType<Outside['of']>;

/** What the question and one section tell. */
interface Question {
  /** 0–1: the share of the question that the section speaks of, rare words weighing most. */
  covered: number;
  /** 0–1: the share of the question that no text has a word for, and 1 when there is any. */
  unknown: number;
  anyUnknown: number;
  /** Logarithm of how many things are asked about. */
  length: number;
  /** How much rare matter is met: a question of common words alone can be covered by chance. */
  met: number;
  /** 1 when the question has a professional term from the glossary. */
  concept: number;
  /** 0–1: the share of the question that is such terms. */
  concepts: number;
  /** Being nearly all covered, alike or worded says more than the sum of the parts. */
  coveredTwice: number;
  coveredLength: number;
  likeTwice: number;
  wordingTwice: number;
}

/** What the other hits tell. */
interface Company {
  /** 0–1: how many of the five next best are of the same article, and of the same topic: chance hits are scattered. */
  sameArticle: number;
  sameTopic: number;
  /** 0–1: how far ahead of the best hit of another article; 0 when it is not ahead. */
  ahead: number;
  /** Logarithm of how many times better than the next best, at most MOST_AHEAD. */
  gap: number;
}

const MOST_AHEAD = 3;

/** What a question tells of itself, the same for all sections. */
export interface AskedEvidence {
  /** Summed rarity of what is asked. */
  asked: number;
  unknown: number;
  length: number;
  concepts: number;
}

export function askedEvidence(units: Asked[]): AskedEvidence {
  let asked = 0;
  let unknown = 0;
  let concepts = 0;
  for (const unit of units) {
    asked += unit.rarity;
    if (!unit.known) unknown += unit.rarity;
    if (unit.concept) concepts += unit.rarity;
  }
  return { asked, unknown, length: Math.log(units.length), concepts };
}

export function ownEvidence(
  { asked, unknown, length, concepts }: AskedEvidence,
  signals: SectionSignals,
  covered: number,
) {
  return {
    ...signals,
    covered,
    unknown: unknown / asked,
    anyUnknown: Number(unknown > 0),
    length,
    met: Math.log(1 + covered * asked),
    concept: Number(concepts > 0),
    concepts: concepts / asked,
    coveredTwice: covered ** 2,
    coveredLength: covered * length,
    likeTwice: signals.like ** 2,
    wordingTwice: Math.max(0, signals.articleWording) ** 2 / 10,
  };
}

interface Ranked {
  article: { id: string; topic: string };
  score: number;
}

/** What the company of a hit tells. `hits` are all hits, best first, and `hit` is one of them. */
export function evidenceAmong(hit: Ranked, hits: Ranked[]): Company {
  const others = hits
    .slice(0, 6)
    .filter((h) => h !== hit)
    .slice(0, 5);
  const rival = hits.find((h) => h.article.id !== hit.article.id);
  const next = others[0]?.score ?? 0;
  return {
    sameArticle: others.filter((h) => h.article.id === hit.article.id).length / 5,
    sameTopic: others.filter((h) => h.article.topic === hit.article.topic).length / 5,
    ahead: Math.max(0, 1 - (rival?.score ?? 0) / hit.score),
    gap: Math.max(-MOST_AHEAD, Math.min(MOST_AHEAD, Math.log(hit.score / next))),
  };
}

/** From here on what is asked is a typical question, but for a word or two. */
const SAME = 0.85;

/** The chance, 0–1, that the section is the right one. */
export function confidenceOf(evidence: Evidence): number {
  const chance = chanceOf(evidence, curves.right);
  return evidence.like >= SAME ? Math.max(chance, evidence.like) : chance;
}

/** The chance, 0–1, that what is asked is something the texts answer at all. */
export function scopeOf(evidence: Evidence): number {
  const chance = chanceOf(evidence, curves.scope);
  return evidence.like >= SAME ? Math.max(chance, evidence.like) : chance;
}

/** A logistic curve over the evidence. */
function chanceOf(evidence: Evidence, curve: Record<keyof Evidence | 'start', number>): number {
  let z = curve.start;
  for (const name in curve)
    if (name !== 'start') z += curve[name as keyof Evidence] * evidence[name as keyof Evidence];
  return 1 / (1 + Math.exp(-z));
}
