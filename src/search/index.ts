import lunr from 'lunr';
import type { Article, Glossary, Section } from '../knowledge/model.ts';
import { type Concepts, compileGlossary } from './glossary.ts';
import { readQuery, type Unit } from './query.ts';
import { stem } from './stem.ts';
import { stopwords } from './stopwords.ts';
import { tokenise } from './tokens.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

export interface Hit {
  section: Section;
  article: Article;
  /** Lunr's score, for ordering the hits of one query; not comparable between queries. */
  score: number;
  /** 0–1: how much of what was asked the section speaks of, rare words counting most. Comparable between queries. */
  coverage: number;
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

/** Build-time weights; lunr normalises query-time weights across fields away, so they must be set here. */
const FIELDS = { heading: 3, questions: 3, title: 2, about: 1, body: 1.5, parts: 0.4 } as const;
type Fields = Record<keyof typeof FIELDS, string[]>;

const K1 = 0.9;
const B = 0.4;
const CONTEXT = 0.5;
/** How much a section gains when its typical question is the very one that was asked. */
const TYPICAL = 1.2;
/** "Når" and "hvordan" tell little, but they tell two sections on the same thing apart. */
const QUESTION_WORD = 0.6;

export function buildSearch(articles: Article[], glossary: Glossary): Search {
  const concepts = compileGlossary(glossary.entries);
  const docs = articles.flatMap((article) => documents(article, concepts));
  const vocabulary = buildVocabulary(countSections(docs.map((d) => d.fields)));
  for (const doc of docs) doc.fields.parts = partsOf(doc.fields, vocabulary);

  const index = lunr(function () {
    // Terms are made by us, with positions and pipeline off: lunr holds postings and scores.
    this.pipeline.reset();
    this.searchPipeline.reset();
    this.tokenizer = tokensAsGiven as unknown as typeof lunr.tokenizer;
    this.k1(K1);
    this.b(B);
    this.ref('n');
    for (const [name, boost] of Object.entries(FIELDS)) this.field(name, { boost });
    docs.forEach((doc, n) => {
      this.add({ n, ...doc.fields });
    });
  });
  const terms = docs.map((doc) => new Set(Object.values(doc.fields).flat()));
  const rarity = (term: string) =>
    term.startsWith('?') ? QUESTION_WORD : Math.log(1 + docs.length / (vocabulary.count(term) + 1));

  function search(question: string, { limit = 10, context = '' } = {}): Found {
    const units = readQuery(question, concepts, vocabulary);
    if (units.length === 0) return { hits: [], corrected: [], empty: true };
    const extra = context ? readQuery(context, concepts, vocabulary) : [];
    const weights = new Map<string, number>();
    const add = (list: Unit[], factor: number) => {
      for (const { term, weight } of list.flatMap((u) => u.terms)) {
        weights.set(term, Math.max(weights.get(term) ?? 0, weight * factor));
      }
    };
    add(extra, CONTEXT);
    add(units, 1);
    const results = index.query((query) => {
      for (const [term, boost] of weights) query.term(term, { boost, usePipeline: false });
    });
    const hits = results
      .filter((r) => r.score > 0)
      .slice(0, Math.max(limit * 3, 30))
      .map((result) => {
        const n = Number(result.ref);
        const doc = docs[n]!;
        return {
          section: doc.section,
          article: doc.article,
          n,
          score: result.score,
          coverage: coverage(units, terms[n]!, vocabulary, docs.length),
        };
      });
    // Lunr adds up single words; a section that speaks of the whole question should stand before one that repeats a
    // part of it, and one whose typical question this is before both.
    const asked = new Set([...weights.keys(), ...questionWords(question)]);
    const ranked = hits
      .map(({ n, ...hit }) => ({
        ...hit,
        score: hit.score * (0.4 + 0.6 * hit.coverage) * (1 + TYPICAL * typical(docs[n]!, asked, rarity)),
      }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
    return {
      hits: ranked,
      corrected: units.filter((u) => u.readAs && u.known).map((u) => [u.words, u.readAs!]),
      empty: false,
    };
  }

  return { search };
}

interface Doc {
  section: Section;
  article: Article;
  fields: Fields;
  /** Typical questions as sets of terms; `own` when this section of the article is the one that answers it. */
  asked: { terms: Set<string>; own: boolean }[];
}

function documents(article: Article, concepts: Concepts): Doc[] {
  const analyse = (text: string) => termsOf(text, concepts);
  // Each term once: how often a word stands in three languages and six questions says nothing of the sections.
  const about = [
    ...new Set(
      analyse(
        [
          article.title,
          ...Object.values(article.summary),
          ...article.questions,
          article.tags.join(' '),
          refs(article),
        ].join('. '),
      ),
    ),
  ];
  const docs = article.sections.map((section) => ({
    section,
    article,
    fields: {
      heading: analyse(section.heading),
      title: analyse(article.title),
      body: analyse(section.text),
      questions: [] as string[],
      about,
      parts: [] as string[],
    },
    asked: [] as Doc['asked'],
  }));
  for (const doc of docs) {
    for (const question of doc.section.questions) {
      const asked = analyse(question);
      doc.fields.questions.push(...asked);
      doc.asked.push({ terms: new Set([...asked, ...questionWords(question)]), own: true });
    }
  }
  // A typical question of the article belongs to the section that answers it; which one that is shows in their words.
  for (const question of article.questions) {
    const asked = new Set(analyse(question));
    const best = docs
      .map((doc) => ({
        doc,
        shared: overlap(asked, doc.fields.heading) * 2 + overlap(asked, doc.fields.body),
      }))
      .reduce((a, b) => (b.shared > a.shared ? b : a));
    best.doc.fields.questions.push(...asked);
    const terms = new Set([...asked, ...questionWords(question)]);
    for (const doc of docs) doc.asked.push({ terms, own: doc === best.doc });
  }
  for (const doc of docs)
    doc.asked.push({
      terms: new Set([...analyse(doc.section.heading), ...questionWords(doc.section.heading)]),
      own: true,
    });
  return docs;
}

/** Words that ask, marked so that they are never mistaken for words that are searched. */
function questionWords(text: string): string[] {
  return tokenise(text).flatMap((token) => ASKING[token] ?? []);
}

const ASKING: Record<string, string> = Object.fromEntries(
  Object.entries({
    '?what': 'hva kva what',
    '?when': 'når when',
    '?how': 'hvordan korleis how',
    '?who': 'hvem kven who',
    '?where': 'hvor kor where',
    '?why': 'hvorfor kvifor why',
    '?which': 'hvilke hvilken hvilket which',
    '?many': 'mange mye mykje many much lenge lang lange long',
    '?may': 'kan can may lov lovlig allowed',
    '?must': 'må skal trenger treng must have need kreves krevst require required plikt',
  }).flatMap(([mark, words]) => words.split(' ').map((word) => [word, mark])),
);

/** 0–1: how near the question is to a typical question of the section; half as much for one of its article. */
function typical(doc: Doc, asked: Set<string>, rarity: (term: string) => number): number {
  let best = 0;
  for (const question of doc.asked) {
    let shared = 0;
    let all = 0;
    for (const term of asked) {
      const weight = rarity(term);
      all += weight;
      if (question.terms.has(term)) shared += weight;
    }
    for (const term of question.terms) if (!asked.has(term)) all += rarity(term);
    const likeness = all === 0 ? 0 : shared / all;
    best = Math.max(best, question.own ? likeness : likeness / 2);
  }
  return best;
}

const refs = (article: Article) => article.sources.map((s) => s.ref ?? '').join('. ');

function overlap(asked: Set<string>, terms: string[]): number {
  const have = new Set(terms);
  let n = 0;
  for (const term of asked) if (have.has(term)) n++;
  return n;
}

/** Stems of a text without stopwords, and after each glossary phrase its concept. */
function termsOf(text: string, concepts: Concepts): string[] {
  const tokens = tokenise(text);
  const stems = tokens.map(stem);
  const terms: string[] = [];
  let phraseEnd = 0;
  for (let i = 0; i < stems.length; i++) {
    if (i >= phraseEnd) {
      const phrase = concepts.at(stems, i);
      if (phrase) {
        terms.push(...phrase.concepts);
        phraseEnd = i + phrase.length;
      }
    }
    if (!stopwords.has(tokens[i]!)) terms.push(stems[i]!);
  }
  return terms;
}

function countSections(docs: Fields[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const fields of docs) {
    for (const term of new Set(Object.values(fields).flat())) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function partsOf(fields: Fields, vocabulary: Vocabulary): string[] {
  return [...fields.heading, ...fields.title, ...fields.questions, ...fields.body].flatMap((term) =>
    vocabulary.parts(term),
  );
}

function tokensAsGiven(terms: string[] | string): lunr.Token[] {
  return (Array.isArray(terms) ? terms : [String(terms)]).map((term) => new lunr.Token(term, {}));
}

/** The share of the question, weighed by rarity, that a section's terms speak of. Unknown words count as the rarest. */
function coverage(units: Unit[], terms: Set<string>, vocabulary: Vocabulary, sections: number): number {
  let asked = 0;
  let met = 0;
  for (const unit of units) {
    const rarity = rarityOf(unit, vocabulary, sections);
    asked += rarity;
    const best = unit.terms.reduce(
      (most, t) => (terms.has(t.term) ? Math.max(most, Math.min(1, t.weight * 1.25)) : most),
      0,
    );
    met += rarity * best;
  }
  return asked === 0 ? 0 : met / asked;
}

function rarityOf(unit: Unit, vocabulary: Vocabulary, sections: number): number {
  const counts = unit.terms.map((t) => vocabulary.count(t.term)).filter((n) => n > 0);
  const count = counts.length > 0 ? Math.min(...counts) : 0;
  return Math.log(1 + sections / (count + 1));
}
