/** Set on tests/golden/tuning.jsonl, never on the golden questions. */
export const weights = {
  /** How much what the conversation was about weighs beside what is asked. */
  context: 0.5,
  /** How much a section of the article just talked about gains. */
  sameArticle: 30,
  /** How many of the best by BM25 are looked at closely; all of them, for each has more than BM25 to say for it. */
  candidates: 12,
  worthReading: 0,
  /** How many of those likeliest by where the question points are too. */
  likeliest: 8,
  /** Fitted by `npm run -s fit:sections`. */
  rank: {
    score: 0.03,
    covered: 0.91,
    like: 1.12,
    same: 0.74,
    wording: 0.46,
    articleWording: 0.3,
    likely: 0.09,
    chance: -0.33,
    nearest: 4.08,
    nearestFew: 3.47,
    heading: -0.53,
    body: 0.56,
    title: 0.51,
    questions: 0.57,
    about: 0.45,
    overview: 2,
    articleLike: 0.71,
    proximity: 0.62,
    exact: 0.67,
    kin: 0.43,
    document: 0.72,
    experience: 0.3,
  },
};

/** What orders the sections of one question. */
export type SectionSignals = Record<keyof (typeof weights)['rank'], number>;

/**
 * BM25 adds up single words. A section that speaks of the whole question should stand before one that repeats a part of
 * it, one that does so in one place before one that does so here and there, and the one whose typical question this is
 * before them all.
 */
export function rankOf(signals: SectionSignals, w: SectionSignals): number {
  // Written out, as in ranking.ts.
  return Math.exp(
    w.score * signals.score +
      w.covered * signals.covered +
      w.like * signals.like +
      w.same * signals.same +
      w.wording * signals.wording +
      w.articleWording * signals.articleWording +
      w.likely * signals.likely +
      w.chance * signals.chance +
      w.nearest * signals.nearest +
      w.nearestFew * signals.nearestFew +
      w.heading * signals.heading +
      w.body * signals.body +
      w.title * signals.title +
      w.questions * signals.questions +
      w.about * signals.about +
      w.overview * signals.overview +
      w.articleLike * signals.articleLike +
      w.proximity * signals.proximity +
      w.exact * signals.exact +
      w.kin * signals.kin +
      w.document * signals.document +
      w.experience * signals.experience,
  );
}
