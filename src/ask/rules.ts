import { type Article, authorities, type Lang, type Topic } from '../knowledge/model.ts';
import type { Found, Hit } from '../search/index.ts';
import type { Answer, Quote } from './answer.ts';

/**
 * From what search found to an answer. Pure: reads no clock and no files.
 *
 * Scope, the chance that what is asked is something we answer, decides whether we answer at all, and confidence, the
 * chance of being right, whether the person should choose; `npm run -s fit:confidence` shows what each limit refuses and
 * keeps. Where people ask, four of five questions are in scope. At that mix the limits from 0.5 to 0.6 give as many right
 * answers and refusals together, and a wrong answer costs more than "vet ikke": 0.6 keeps 98 per cent of the right
 * answers.
 */
const POSSIBLE = 0.6;
/** A question that leans on what was just answered says little by itself, and is hardly ever about something else. */
const POSSIBLE_AFTER = 0.1;
/** Below this a question is about something else altogether, and what it comes nearest to says nothing of it. */
const RELATED = 0.2;
/** Below this we answer only if no other article comes near; else the person chooses between the readings. */
const SURE = 0.5;
/**
 * Below this the person always chooses when they have made a claim: what is answered beside the point would be taken for
 * a yes. Of the claims in tuning 71 of the 73 above it are answered right, and of the eight below three.
 */
const SURE_OF_CLAIM = 0.8;
const NEAR = 0.8;
/** Scores this near each other answer equally well, and then the law goes before a guide, a guide before experience. */
const EQUAL = 0.97;
const STALE_MONTHS = 12;

export interface Asked {
  found: Found;
  lang: Lang;
  /** Today, ISO. */
  today: string;
  topics: Topic[];
  relatedTo(article: Article, lang: Lang): string[];
  /** It leans on the last answer, and was searched for with it. */
  followsUp?: boolean;
  /** It was said, to be confirmed, and not asked. */
  claim?: boolean;
}

export function decide({
  found,
  lang,
  today,
  topics,
  relatedTo,
  followsUp = false,
  claim = false,
}: Asked): Answer {
  const hits = rank(found.hits);
  const best = hits[0];
  const corrected = found.corrected;
  // Which of two sections answers may be in doubt where it is not that one of them does.
  const scope = Math.max(0, ...hits.slice(0, 2).map((hit) => hit.scope));
  if (!best || scope < (followsUp ? POSSIBLE_AFTER : POSSIBLE))
    return { kind: 'nothing', lang, corrected: [], topics, ...near(best) };
  const quote = (hit: Hit): Quote => quoted(hit, today);
  const readings = claim
    ? hits.slice(0, 3)
    : onePerArticle(hits.filter((h) => h.score >= best.score * NEAR)).slice(0, 3);
  if (best.confidence < (claim ? SURE_OF_CLAIM : SURE) && readings.length > 1) {
    return { kind: 'unsure', lang, corrected, readings: readings.map(quote) };
  }
  return {
    kind: 'found',
    lang,
    corrected,
    lead: best.article.summary[lang],
    quote: quote(best),
    others: hits.slice(1, 5).map(quote),
    related: relatedTo(best.article, lang),
  };
}

const near = (best: Hit | undefined) => (best && best.scope >= RELATED ? { near: best.article.topic } : {});

/** Best first; where two answer equally well, the stronger authority first. */
function rank(hits: Hit[]): Hit[] {
  const top = hits[0];
  if (!top) return [];
  const equal = hits.filter((h) => h.score >= top.score * EQUAL && h.confidence >= top.confidence);
  const strongest = equal.reduce((a, b) => (strength(b) < strength(a) ? b : a), top);
  return strongest === top ? hits : [strongest, ...hits.filter((h) => h !== strongest)];
}

const strength = (hit: Hit): number => authorities.indexOf(hit.article.authority);

export function onePerArticle(hits: Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter((hit) => !seen.has(hit.article.id) && seen.add(hit.article.id));
}

export function quoted(hit: Pick<Hit, 'section' | 'article' | 'score'>, today: string): Quote {
  return {
    section: hit.section,
    article: hit.article,
    score: hit.score,
    stale: isStale(hit.article.reviewed, today),
  };
}

/** More than twelve months between two ISO dates; exactly twelve is not. */
export function isStale(reviewed: string, today: string): boolean {
  const limit = new Date(`${reviewed}T00:00:00Z`);
  limit.setUTCMonth(limit.getUTCMonth() + STALE_MONTHS);
  return today > limit.toISOString().slice(0, 10);
}
