import lunr from 'lunr';
import type { Article, Glossary, Section } from '../knowledge/model.ts';
import { documentsOf, type Fields } from './documents.ts';
import { compileGlossary } from './glossary.ts';
import { readQuery, type Unit } from './query.ts';
import { askingMarks, buildQuestions } from './questions.ts';
import { buildVocabulary } from './vocabulary.ts';

export interface Hit {
  section: Section;
  article: Article;
  /** For ordering the hits of one question; not comparable between questions. */
  score: number;
  /** 0–1: how surely this answers what was asked. Comparable between questions. */
  confidence: number;
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
   * Any text is safe: it is never handed to lunr's own query language, which throws on ordinary Norwegian.
   */
  search(question: string, options?: { limit?: number; context?: string }): Found;
}

/** Set on tests/golden/tuning.jsonl, never on the golden questions. */
export const weights = {
  k1: 0.5,
  b: 0.4,
  /** Build-time; lunr normalises query-time weights across fields away. */
  fields: { heading: 2.5, questions: 2.4, title: 2.4, about: 1.5, body: 2.2, parts: 0.4 } satisfies Record<
    keyof Fields,
    number
  >,
  /** How much what the conversation was about weighs beside what is asked. */
  context: 0.5,
  /** How many of lunr's best are looked at closely. */
  candidates: 40,
  /** How much a section gains when its typical question is the very one that was asked. */
  typical: 1.3,
  /** A typical question of the article weighs less for the sections it is not nearest to. */
  ofArticle: 0.1,
};

export function buildSearch(articles: Article[], glossary: Glossary, w: typeof weights = weights): Search {
  const concepts = compileGlossary(glossary.entries);
  const documents = articles.flatMap((article) => documentsOf(article, concepts, w.ofArticle));
  const vocabulary = buildVocabulary(countSections(documents.map((d) => d.fields)));
  for (const { fields } of documents) {
    fields.parts = [...fields.heading, ...fields.title, ...fields.questions, ...fields.body].flatMap(vocabulary.parts);
  }
  const terms = documents.map((d) => new Set(Object.values(d.fields).flat()));
  const rarity = (term: string) => Math.log(1 + documents.length / (vocabulary.count(term) + 1));
  const questions = buildQuestions(
    documents.flatMap((d, section) => d.asked.map((asked) => ({ ...asked, section }))),
    concepts,
    rarity,
    documents.length,
  );
  const index = buildIndex(documents, w);

  function search(question: string, { limit = 10, context = '' } = {}): Found {
    const units = readQuery(question, concepts, vocabulary).map((unit) => ({ ...unit, rarity: rarityOf(unit, rarity) }));
    if (units.length === 0) return { hits: [], corrected: [], empty: true };
    const boosts = new Map<string, number>();
    const add = (list: Unit[], factor: number) => {
      for (const { term, weight } of list.flatMap((u) => u.terms)) {
        boosts.set(term, Math.max(boosts.get(term) ?? 0, weight * factor));
      }
    };
    if (context) add(readQuery(context, concepts, vocabulary), w.context);
    add(units, 1);
    const results = index.query((query) => {
      for (const [term, boost] of boosts) query.term(term, { boost, usePipeline: false });
    });
    const likeness = questions.match(units, askingMarks(question));
    const hits: Hit[] = [];
    for (const { ref, score } of results.slice(0, w.candidates)) {
      if (score === 0) continue;
      const n = Number(ref);
      const covered = coverage(units, terms[n]!);
      const like = likeness[n]!;
      hits.push({
        section: documents[n]!.section,
        article: documents[n]!.article,
        // Lunr adds up single words; a section that speaks of the whole question should stand before one that repeats
        // a part of it, and one whose typical question this is before both.
        score: score * covered * (1 + w.typical * like ** 2),
        confidence: confidenceOf(covered, like),
      });
    }
    hits.sort((a, b) => b.score - a.score);
    return {
      hits: hits.slice(0, limit),
      corrected: units.filter((u) => u.readAs).map((u) => [u.words, u.readAs!]),
      empty: false,
    };
  }

  return { search };
}

function buildIndex(documents: { fields: Fields }[], w: typeof weights): lunr.Index {
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

type Asked = Unit & { rarity: number };

/** The share of the question, weighed by rarity, that a section's terms speak of. Unknown words count as the rarest. */
function coverage(units: Asked[], terms: Set<string>): number {
  let asked = 0;
  let met = 0;
  for (const unit of units) {
    asked += unit.rarity;
    const best = unit.terms.reduce((most, t) => (terms.has(t.term) && t.weight > most ? t.weight : most), 0);
    met += unit.rarity * Math.min(1, best * 1.25);
  }
  return asked === 0 ? 0 : met / asked;
}

function rarityOf(unit: Unit, rarity: (term: string) => number): number {
  return unit.terms.length > 0 ? Math.max(...unit.terms.map((t) => rarity(t.term))) : rarity('');
}

function confidenceOf(covered: number, like: number): number {
  return 0.5 * covered + 0.5 * like;
}
