import type { Article, Glossary, Section } from '../knowledge/model.ts';
import { rememberingWords } from './analyse.ts';
import { type CompiledDiscriminant, compileDiscriminant } from './discriminant.ts';
import { type Document, documentsOf, sectionSettings } from './documents.ts';
import { featuresOf, type Meanings } from './features.ts';
import { compileEveryday, compileGlossary, compileGroups, stemsOf } from './glossary.ts';
import { type CompiledOutside, compileOutside } from './outside.ts';
import { type Pointing, pointingLayout } from './pointing.ts';
import { type CompiledQuestions, compileQuestions, openQuestions, type QuestionIndex } from './questions.ts';
import { buildingSegment, type OpenSegment, openSegment, type Segment } from './segment.ts';
import { atOnce, type Steps } from './steps.ts';
import { compileTitle, type Title } from './titles.ts';
import { directionsBy, learntVectors, type Vectors } from './vectors.ts';
import { type CompiledWording, wordingCounter } from './wording.ts';

/** What an index is made of when it is built. Plain data: it is kept on disk between starts. */
export interface BuiltIndex {
  segment: Segment;
  questions: CompiledQuestions;
  wording: CompiledWording;
  pointing: Pointing;
  discriminant: CompiledDiscriminant;
  /** Of each article. */
  titles: Title[];
  /** Empty on all shelves but the first. */
  outside: CompiledOutside;
}

/** Some articles, ready to be searched. */
export interface Shelf {
  built: BuiltIndex;
  open: OpenSegment;
  questions: QuestionIndex;
  places: { article: Article; section: Section; title: Title }[];
}

/** The slow part, all at once: some milliseconds an article. */
export const buildIndex = (...given: Parameters<typeof buildingIndex>): BuiltIndex =>
  atOnce(buildingIndex(...given));

/** The slow part, by sections. `beside` is the shelf it will stand beside, when it is not the first. */
export function* buildingIndex(articles: Article[], lexicon: Lexicon, beside?: Shelf): Steps<BuiltIndex> {
  const { concepts } = lexicon;
  // Each line is counted by lunr, kept as a typical question, counted as wording, and points somewhere.
  const read = rememberingWords();
  const documents: Document[] = [];
  for (const [number, article] of articles.entries()) {
    documents.push(...documentsOf(article, number, read));
    yield;
  }
  const segment = yield* buildingSegment(
    documents.map((document) => document.passage),
    concepts,
    sectionSettings,
    beside && { lengths: beside.built.segment.lengths, parts: beside.open.vocabulary.parts },
    read,
  );
  const wording = wordingCounter();
  const pointing = pointingLayout();
  const directionOf = directionsBy(lexicon.vectors, { remember: true });
  for (const { passage, lines } of documents) {
    const said = lines.map((line) => featuresOf(read(line), lexicon));
    wording.add(passage.document, said);
    yield;
    pointing.add(lines.length, (n) => directionOf(said[n]!, read(lines[n]!)));
    yield;
  }
  const counts = new Map(segment.terms.map((term, n) => [term, segment.counts[n]!]));
  const [count, size] = beside
    ? [beside.open.vocabulary.count, beside.built.segment.size]
    : [(term: string) => counts.get(term) ?? 0, segment.size];
  const rarity = (term: string) => Math.log(1 + size / (count(term) + 1));
  const asked = documents.map((document) => document.questions);
  const questions = compileQuestions(asked, concepts, rarity, read);
  yield;
  const worded = wording.compiled();
  yield;
  const pointed = pointing.laidOut();
  const discriminant = compileDiscriminant(pointed, beside?.built.discriminant);
  yield;
  return {
    segment,
    questions,
    wording: worded,
    pointing: pointed,
    discriminant,
    titles: articles.map(({ title }) => compileTitle(title, concepts, rarity, read)),
    outside: compileOutside(beside ? [] : lexicon.outside, lexicon),
  };
}

/** The fast part. `built` must be of the same articles. */
export function openShelf(articles: Article[], built: BuiltIndex): Shelf {
  return {
    built,
    open: openSegment(built.segment),
    questions: openQuestions(built.questions),
    places: articles.flatMap((article, n) =>
      article.sections.map((section) => ({ article, section, title: built.titles[n]! })),
    ),
  };
}

/** What the glossary makes of words, compiled once, and what was learnt of them. */
export interface Lexicon extends Meanings {
  everyday(term: string): string[];
  places: ReadonlySet<string>;
  /** Questions the base does not answer, as they are written. */
  outside: string[];
  vectors: Vectors;
}

/** What words have in common, without what is learnt by it. */
export const meaningsOf = (glossary: Glossary): Meanings => ({
  concepts: compileGlossary(glossary.entries),
  groups: compileGroups(stemsOf(glossary.everyday)),
  thresholds: glossary.thresholds ?? [],
});

export function lexiconOf(glossary: Glossary, vectors = learntVectors()): Lexicon {
  return {
    ...meaningsOf(glossary),
    everyday: compileEveryday(stemsOf(glossary.everyday)),
    places: new Set(glossary.places),
    outside: glossary.outside ?? [],
    vectors,
  };
}
