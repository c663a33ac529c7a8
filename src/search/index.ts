import lunr from 'lunr';
import type { Article, Glossary, Section } from '../knowledge/model.ts';
import { confidenceOf, type Evidence, evidenceAmong, ownEvidence } from './confidence.ts';
import { documentsOf, type Fields } from './documents.ts';
import { compileEveryday, compileGlossary } from './glossary.ts';
import { layOut, openPostings, type PostingLists } from './postings.ts';
import { readQuery, type Unit } from './query.ts';
import { type CompiledQuestions, compileQuestions, openQuestions } from './questions.ts';
import { buildVocabulary } from './vocabulary.ts';

export interface Hit {
  section: Section;
  article: Article;
  /** For ordering the hits of one question; not comparable between questions. */
  score: number;
  /** 0–1: how surely this answers what was asked. Comparable between questions. */
  confidence: number;
  /** What the confidence rests on. */
  evidence: Evidence;
}

export interface Found {
  hits: Hit[];
  /** Words that were read as another word: [as written, as read]. */
  corrected: [string, string][];
  /** Nothing was left to search for when question words were taken out. */
  empty: boolean;
}

export interface Search {
  /**
   * The best sections, best first. `context` is what the conversation was about: it weighs less than the question.
   * `article` is the one it came from: its sections go before others that answer as well.
   * Any text is safe: it is never handed to lunr's own query language, which throws on ordinary Norwegian.
   */
  search(question: string, options?: { limit?: number; context?: string; article?: string }): Found;
}

/** Set on tests/golden/tuning.jsonl, never on the golden questions. */
export const weights = {
  k1: 0.5,
  b: 0.3,
  /** Build-time; lunr normalises query-time weights across fields away. */
  fields: { heading: 2.5, questions: 2.4, title: 2.4, about: 2.2, body: 2.2, parts: 0.4 } satisfies Record<
    keyof Fields,
    number
  >,
  /** How much what the conversation was about weighs beside what is asked. */
  context: 0.5,
  /** How much a section of the article just talked about gains. */
  sameArticle: 8,
  /** How many of lunr's best are looked at closely. */
  candidates: 24,
  rank: { lunr: 1.2, covered: 1.5, like: 2.2, heading: 0.8, body: 0.7, title: 1.2, overview: 1.3 },
  /** A typical question of the article weighs less for the sections it is not nearest to. */
  ofArticle: 0.1,
};

/** What an index is made of when it is built. Plain data: it is kept on disk between starts. */
export interface BuiltIndex {
  /** How many sections each term stands in. */
  counts: Map<string, number>;
  /** For each stem the shortest word it came from, nearest to what a dictionary has: what people are shown. */
  words: Map<string, string>;
  /** Which section of which article each place in the index is. */
  sections: { article: number; section: number }[];
  postings: PostingLists;
  questions: CompiledQuestions;
}

/** The slow part: a second or so for five hundred sections. */
export function buildIndex(articles: Article[], glossary: Glossary, w: typeof weights = weights): BuiltIndex {
  const concepts = compileGlossary(glossary.entries);
  const words = new Map<string, string>();
  const documents = articles.flatMap((article) =>
    documentsOf(article, concepts, w.ofArticle, (stem, word) => {
      if (word.length < (words.get(stem)?.length ?? Number.POSITIVE_INFINITY)) words.set(stem, word);
    }),
  );
  const counts = countSections(documents.map((d) => d.fields));
  const vocabulary = buildVocabulary(counts);
  for (const { fields } of documents) {
    fields.parts = [...fields.heading, ...fields.title, ...fields.questions, ...fields.body].flatMap(
      vocabulary.parts,
    );
  }
  return {
    counts,
    words,
    sections: articles.flatMap((a, article) => a.sections.map((_, section) => ({ article, section }))),
    postings: layOut(lunrIndex(documents, w)),
    questions: compileQuestions(
      documents.map((d) => d.asked),
      concepts,
      rarityIn(counts, documents.length),
    ),
  };
}

const rarityIn = (counts: Map<string, number>, sections: number) => (term: string) =>
  Math.log(1 + sections / ((counts.get(term) ?? 0) + 1));

export function buildSearch(articles: Article[], glossary: Glossary, w: typeof weights = weights): Search {
  return openSearch(articles, glossary, buildIndex(articles, glossary, w), w);
}

/** The fast part. `built` must be of the same articles and glossary. */
export function openSearch(
  articles: Article[],
  glossary: Glossary,
  built: BuiltIndex,
  w: typeof weights = weights,
): Search {
  const { counts, words, sections } = built;
  const vocabulary = buildVocabulary(counts);
  const reader = {
    concepts: compileGlossary(glossary.entries),
    vocabulary,
    everyday: compileEveryday(glossary.everyday),
  };
  const rarity = rarityIn(counts, sections.length);
  const postings = openPostings(built.postings, sections.length);
  const questions = openQuestions(built.questions);

  function search(question: string, { limit = 10, context = '', article = '' } = {}): Found {
    const units = readQuery(question, reader).map((unit) => ({ ...unit, rarity: rarityOf(unit, rarity) }));
    if (units.length === 0) return { hits: [], corrected: [], empty: true };
    const boosts = new Map<string, number>();
    const add = (list: Unit[], factor: number) => {
      for (const { term, weight } of list.flatMap((u) => u.terms)) {
        boosts.set(term, Math.max(boosts.get(term) ?? 0, weight * factor));
      }
    };
    if (context) add(readQuery(context, reader), w.context);
    add(units, 1);
    const found = postings.evaluate(units, boosts);
    const candidates = best(found.score, w.candidates);
    const likes = questions.likeness(units, question, candidates);
    const ranked = candidates.map((n, i) => {
      const place = sections[n]!;
      const of = articles[place.article]!;
      const section = of.sections[place.section]!;
      const [covered, like] = [found.covered[n]!, likes[i]!];
      const rank = rankOf(
        {
          lunr: found.score[n]!,
          covered,
          like,
          heading: found.heading[n]!,
          body: found.body[n]!,
          title: found.title[n]!,
          // Nothing is asked beyond what the article is called: its first section says what the thing is.
          overview: place.section === 0 && found.title[n]! > 0.95 ? 1 : 0,
        },
        w.rank,
      );
      const score = of.id === article ? rank * w.sameArticle : rank;
      return { section, article: of, score, own: ownEvidence(units, covered, like) };
    });
    const hits = ranked.filter((hit) => hit.score > 0).sort((a, b) => b.score - a.score);
    return {
      hits: hits.slice(0, limit).map((hit): Hit => {
        const { own, ...rest } = hit;
        const evidence = { ...own, ...evidenceAmong(hit, hits) };
        return { ...rest, confidence: confidenceOf(evidence), evidence };
      }),
      corrected: units.flatMap((u) => u.corrected).map(([word, stem]) => [word, words.get(stem) ?? stem]),
      empty: false,
    };
  }

  return { search };
}

function lunrIndex(documents: { fields: Fields }[], w: typeof weights): lunr.Index {
  return lunr(function () {
    // Terms are made by us, with pipeline and tokeniser off: lunr holds the postings and the scores.
    this.pipeline.reset();
    this.searchPipeline.reset();
    this.tokenizer = tokensAsGiven as unknown as typeof lunr.tokenizer;
    this.k1(w.k1);
    this.b(w.b);
    this.ref('n');
    for (const [name, boost] of Object.entries(w.fields)) this.field(name, { boost });
    documents.forEach(({ fields }, n) => {
      this.add({ n, ...fields });
    });
  });
}

function tokensAsGiven(terms: string[]): lunr.Token[] {
  return terms.map((term) => new lunr.Token(term, {}));
}

function countSections(all: Fields[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const fields of all) {
    for (const term of new Set(Object.values(fields).flat())) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** The places of the highest numbers above zero, highest first, at most `most`. */
function best(numbers: Float64Array, most: number): number[] {
  const places: number[] = [];
  for (let n = 0; n < numbers.length; n++) {
    const number = numbers[n]!;
    if (number === 0 || (places.length === most && number <= numbers[places.at(-1)!]!)) continue;
    if (places.length === most) places.pop();
    let at = places.length;
    while (at > 0 && numbers[places[at - 1]!]! < number) at--;
    places.splice(at, 0, n);
  }
  return places;
}

/** How rare the words themselves are; everyday words near to them say nothing of that. */
function rarityOf(unit: Unit, rarity: (term: string) => number): number {
  return unit.own > 0 ? Math.max(...unit.terms.slice(0, unit.own).map((t) => rarity(t.term))) : rarity('');
}

/**
 * Lunr adds up single words. A section that speaks of the whole question should stand before one that repeats a part of
 * it, one that does so in its heading before one that does so in passing, and the one whose typical question this is
 * before them all.
 */
function rankOf(f: Record<keyof (typeof weights)['rank'], number>, w: (typeof weights)['rank']): number {
  return (
    f.lunr ** w.lunr *
    f.covered ** w.covered *
    Math.exp(
      w.like * f.like + w.heading * f.heading + w.body * f.body + w.title * f.title + w.overview * f.overview,
    )
  );
}
