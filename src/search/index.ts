import type { Article, Glossary, Section } from '../knowledge/model.ts';
import { wordsOf } from './analyse.ts';
import {
  askedEvidence,
  confidenceOf,
  type Evidence,
  evidenceAmong,
  ownEvidence,
  scopeOf,
} from './confidence.ts';
import { openDiscriminant } from './discriminant.ts';
import { sectionSettings } from './documents.ts';
import { bestOf, type Engine, openEngine } from './engine.ts';
import { featuresOf } from './features.ts';
import { openOutside } from './outside.ts';
import { nearnessTo } from './pointing.ts';
import { type Asked, type Unit, unfolded } from './query.ts';
import { rankOf, type SectionSignals, weights } from './sections.ts';
import { buildIndex, type Lexicon, lexiconOf, openShelf, type Shelf } from './shelf.ts';
import { namedBy } from './titles.ts';
import { tokenise } from './tokens.ts';
import { directionsBy, learntVectors } from './vectors.ts';
import type { Vocabulary } from './vocabulary.ts';
import { openWording } from './wording.ts';

export interface Hit {
  section: Section;
  article: Article;
  /** For ordering the hits of one question; not comparable between questions. */
  score: number;
  /** 0–1: how surely this answers what was asked. Comparable between questions. */
  confidence: number;
  /** 0–1: how surely what is asked is something the texts answer at all. */
  scope: number;
  /** What the confidence rests on. */
  evidence: Evidence;
  /** What the score rests on. */
  signals: SectionSignals;
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
  /** Whether the texts have this word, as it is written. */
  has(word: string): boolean;
}

/** From here on a question is more and more the same as a typical one, and not only like it. */
const ALIKE = 0.85;

/** As a logarithm; what lies below is out of the question, and how far below says nothing. */
const LEAST_LIKELY = -12;

/** Two pages. What is asked stands there; what is longer is a paste, or an attack. */
const LONGEST = 2_000;

/** Cut before and after one sign can become eighteen. */
const withinReason = (text: string): string => text.slice(0, LONGEST).normalize('NFKC').slice(0, LONGEST);

/** A search over articles that stay as they are. */
export function buildSearch(articles: Article[], glossary: Glossary, vectors = learntVectors()): Search {
  const lexicon = lexiconOf(glossary, vectors);
  return searchOver([openShelf(articles, buildIndex(articles, lexicon))], lexicon);
}

/**
 * Searches shelves as one. `gone` are places in the first shelf that are no longer found. How people ask in general is
 * what the first shelf says.
 */
export function searchOver(
  shelves: Shelf[],
  lexicon: Lexicon,
  gone: ReadonlySet<number> = new Set(),
  w: typeof weights = weights,
): Search {
  const engine = openEngine(
    shelves.map((shelf) => shelf.open),
    { ...lexicon, settings: sectionSettings, candidates: w.candidates, worthReading: w.worthReading },
    gone,
  );
  const places = shelves.flatMap((shelf) => shelf.places);
  const general = shelves[0]!.built.wording;
  const wordings = shelves.map((shelf) => openWording(shelf.built.wording, general));

  const directionOf = directionsBy(lexicon.vectors);
  const chancesBy = openDiscriminant(
    shelves.map((shelf) => shelf.built.discriminant),
    gone,
  );
  const likeliest = bestOf(w.likeliest);
  const outside = openOutside(shelves[0]!.built.outside, general);

  /** Asks each shelf about its own of the places, and gives the answers in the order of the places. */
  function byShelf<T>(passages: number[], of: (shelf: number, local: number[]) => T[]): T[] {
    if (shelves.length === 1) return of(0, passages);
    const answers: T[] = new Array(passages.length);
    let first = 0;
    shelves.forEach(({ places: own }, n) => {
      const mine = passages.flatMap((passage, i) =>
        passage >= first && passage < first + own.length ? [i] : [],
      );
      if (mine.length > 0) {
        const local = mine.map((i) => passages[i]! - first);
        of(n, local).forEach((answer, i) => {
          answers[mine[i]!] = answer;
        });
      }
      first += own.length;
    });
    return answers;
  }

  function search(text: string, { limit = 10, context = '', article = '' } = {}): Found {
    const question = withinReason(text);
    const { words, units: read } = engine.read(question);
    const units = read.map((unit) => lighter(unit, question, lexicon.places));
    const query = { words, units };
    if (units.length === 0) return { hits: [], corrected: [], empty: true };
    const asRead = wordsOf(readAs(question, units, engine.vocabulary));
    const said = featuresOf(asRead, lexicon);
    const direction = directionOf(said, asRead);
    const chances = chancesBy(direction);
    const boosts = boostsOf(withinReason(context), engine, w.context);
    const candidates = engine.retrieve(query, boosts, likeliest(chances));
    const found = candidates.map((candidate) => candidate.passage);
    const likes = byShelf(found, (n, local) =>
      shelves[n]!.questions.likeness({ words: asRead, units }, local),
    );
    const corrected = units.flatMap((unit) => unit.corrected);
    const worded = byShelf(found, (n, local) => wordings[n]!.of(said, local));
    const nearness = byShelf(found, (n, local) => nearnessTo(shelves[n]!.built.pointing, direction, local));
    const apart = outside.of(said);
    const overviews = overviewsOf(candidates, units, places);
    const likest = bestOfArticle(candidates, likes, places);
    const ranked = candidates.map((candidate, i) => {
      const { article: of, section } = places[candidate.passage]!;
      const [heading, body, title, asked, about] = candidate.told as [number, number, number, number, number];
      const { covered } = candidate;
      const { proximity, exact, kin, document } = candidate.evidence;
      const like = likes[i]!;
      const likely = Math.max(LEAST_LIKELY, Math.log(chances[candidate.passage]!));
      const signals: SectionSignals = {
        score: Math.log(candidate.score),
        covered: Math.log(covered + 1e-6),
        like,
        same: Math.max(0, like - ALIKE) / (1 - ALIKE),
        wording: worded[i]!.section,
        articleWording: worded[i]!.article,
        likely,
        chance: chances[candidate.passage]!,
        ...nearness[i]!,
        heading,
        body,
        title,
        questions: asked,
        about,
        overview: overviews[i]!,
        articleLike: likest.get(of)!,
        proximity,
        exact,
        kin,
        document,
        experience: of.authority === 'experience' ? 1 : 0,
      };
      const rank = rankOf(signals, w.rank);
      const score = of.id === article ? rank * w.sameArticle : rank;
      return { section, article: of, score, signals, covered };
    });
    const asked = askedEvidence(units);
    const hits = ranked.filter((hit) => hit.score > 0).sort((a, b) => b.score - a.score);
    return {
      hits: hits.slice(0, limit).map((hit): Hit => {
        const { section, article, score, signals, covered } = hit;
        const evidence = { ...ownEvidence(asked, signals, covered), ...apart, ...evidenceAmong(hit, hits) };
        const [confidence, scope] = [confidenceOf(evidence), scopeOf(evidence)];
        return { section, article, score, confidence, scope, evidence, signals };
      }),
      corrected,
      empty: false,
    };
  }

  return { search, has: (word) => tokenise(word).every((one) => engine.vocabulary.written(one) > 0) };
}

/** Where something is says little of what is asked ("Hva er karens i Hurum?"), and so does a letter alone. */
function lighter(unit: Asked, question: string, places: ReadonlySet<string>): Asked {
  const word = unit.words[0] ?? '';
  if (unit.words.length !== 1) return unit;
  // Hol and Time are places with a capital letter only.
  const place = places.has(word) && question.includes(word[0]!.toUpperCase() + word.slice(1));
  return place || /^\p{L}$/u.test(word) ? { ...unit, known: true, rarity: unit.rarity * LIGHT } : unit;
}

const LIGHT = 0.2;

/** The question as it was read: rightly spelt, and compounds as one word. */
function readAs(question: string, units: Asked[], vocabulary: Vocabulary): string {
  const read = new Map(units.flatMap((unit) => unit.read));
  const words = tokenise(question);
  const text: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const joined = read.get(`${word} ${words[i + 1]}`);
    if (joined !== undefined) i++;
    // "Far" is a father, and not "får" without its letter.
    const plain = vocabulary.written(word) === 0 ? unfolded.get(word) : undefined;
    text.push(joined ?? read.get(word) ?? plain ?? word);
  }
  return text.join(' ');
}

/** What the conversation was about, as terms that add to the score of what speaks of it too. */
function boostsOf(context: string, engine: Engine, by: number): Map<string, number> {
  const boosts = new Map<string, number>();
  if (!context) return boosts;
  for (const { term, weight } of engine.read(context).units.flatMap((unit: Unit) => unit.terms)) {
    boosts.set(term, Math.max(boosts.get(term) ?? 0, weight * by));
  }
  return boosts;
}

/**
 * Nothing is asked beyond what the article is called: its first section says what the thing is. 1 for the one that more
 * of its name is asked for than of any other's, less for the others.
 */
function overviewsOf(
  candidates: { passage: number; told: number[] }[],
  units: Unit[],
  places: Shelf['places'],
): number[] {
  const asked = new Set(units.flatMap(({ terms, own }) => terms.slice(0, own).map(({ term }) => term)));
  const named = candidates.map(({ passage, told }) => {
    const { article, section, title } = places[passage]!;
    return section === article.sections[0] && told[TITLE]! > ALL_OF_IT ? namedBy(asked, title) : 0;
  });
  const most = Math.max(...named);
  return named.map((one) => (most > 0 ? one / most : 0));
}

/** Where the title stands in what is told of a candidate (documents.ts). */
const TITLE = sectionSettings.told!.indexOf('title');
/** All but what is hardly worth asking. */
const ALL_OF_IT = 0.85;

/** The best likeness to a typical question that any section of each article has. */
function bestOfArticle(
  candidates: { passage: number }[],
  likes: number[],
  places: { article: Article }[],
): Map<Article, number> {
  const best = new Map<Article, number>();
  candidates.forEach(({ passage }, i) => {
    const { article } = places[passage]!;
    best.set(article, Math.max(best.get(article) ?? 0, likes[i]!));
  });
  return best;
}
