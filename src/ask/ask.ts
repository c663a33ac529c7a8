import { articlesOf } from '../knowledge/articles.ts';
import { type Article, type Knowledge, type Lang, topics } from '../knowledge/model.ts';
import { openMunicipalities } from '../knowledge/municipalities.ts';
import { findPersonalData } from '../personal-data.ts';
import type { Search } from '../search/index.ts';
import type { Answer, FoundAnswer, Quote } from './answer.ts';
import { isClaim } from './claim.ts';
import { detectLanguage, languageOfLocale } from './language.ts';
import { wantsList } from './list.ts';
import { listCsv } from './lists/csv.ts';
import { entryOf } from './lists/entries.ts';
import type { ListQuery } from './lists/filter.ts';
import { listOf } from './lists/list.ts';
import { openNames } from './lists/names.ts';
import { openReader, readList } from './lists/read.ts';
import { changesIn } from './places.ts';
import { decide, onePerArticle, quoted } from './rules.ts';

interface Asker {
  /** The language the person has fixed. */
  fixed?: Lang | undefined;
  /** Their Teams locale, for questions that do not show a language. */
  locale?: string | undefined;
  /** The section the conversation was last about; asked for only when the question leans on it. */
  lastSection?: () => Promise<string | undefined>;
}

/** JOB 1: the door. Nothing here knows Teams, cards or the terminal. */
export interface Ask {
  ask(question: string, asker?: Asker): Promise<Answer>;
  /** A section as an answer of its own, when someone chose it; undefined when it is no longer there. */
  quote(section: string, lang: Lang): FoundAnswer | undefined;
  /** Answers to pick from, one for each article, best first: for search as one types. */
  find(text: string, lang: Lang, limit: number): FoundAnswer[];
  article(id: string): Article | undefined;
  /** All articles on a topic or a tag, to be shown from number `from`. */
  list(subject: string, lang: Lang, from: number): Answer | undefined;
  /** The shared solutions that fit, to be shown from row `from`; undefined when what is asked for is no longer known. */
  solutions(query: ListQuery, lang: Lang, from: number): Answer | undefined;
  /** The same as a file (lists/csv.ts). */
  csv(query: ListQuery, lang: Lang): string | undefined;
}

export interface AskDeps {
  knowledge: Knowledge;
  /** All that can be quoted, as the search has it; made from the knowledge when left out. */
  articles?: Article[];
  search: Search;
  now: () => Date;
}

/** A question longer than this is a pasted text; Teams lets people send 28 000 characters and more. */
export const MAX_QUESTION = 2_000;
/** The person looks through what `find` gives, so what is less sure than an answer may be there too. */
const OFFERED = 0.2;

export function createAsk({ knowledge, articles = articlesOf(knowledge), search, now }: AskDeps): Ask {
  const norway = openMunicipalities(knowledge.municipalities);
  const entries = knowledge.solutions.map((solution) => entryOf(solution, knowledge.facets, norway));
  const names = openNames(knowledge, norway);
  // Not before it is asked for: a start waits for none of it, and samvit.ts asks once when the start is over.
  const reader = once(() => openReader(knowledge, names, entries, search, norway));
  const byId = new Map(articles.map((a) => [a.id, a]));
  const sections = new Map(
    articles.flatMap((a) => a.sections.map((s) => [s.id, { section: s, article: a }] as const)),
  );
  const today = () => now().toISOString().slice(0, 10);
  const questionIn = once(() => compileQuestions(articles));
  const topicsHere = topics.filter((t) => articles.some((a) => a.topic === t));
  const ambiguous = compileAmbiguous(knowledge);

  function relatedTo(article: Article, lang: Lang): string[] {
    return article.related.flatMap((id) => questionIn()(id, lang) ?? []).slice(0, 3);
  }

  async function ask(question: string, asker: Asker = {}): Promise<Answer> {
    const locale = languageOfLocale(asker.locale);
    const lang = asker.fixed ?? detectLanguage(question, locale) ?? locale ?? 'nb';
    const kinds = findPersonalData(question);
    if (kinds.length > 0) return { kind: 'blocked', lang, corrected: [], kinds };
    const text = question.slice(0, MAX_QUESTION);
    const wanted = readList(text, today(), reader());
    const answer = (wanted && solutions(wanted, lang, 0)) ?? (await answerTo(text, lang, asker));
    const changes = changesIn([...norway.find(text), ...(wanted?.found ?? [])]);
    return changes.length > 0 ? { ...answer, changes } : answer;
  }

  async function answerTo(text: string, lang: Lang, asker: Asker): Promise<Answer> {
    const list = wantsList(text, knowledge.articles);
    if (list) return { kind: 'list', lang, corrected: [], from: 0, ...list };
    const readings = ambiguous(text);
    if (readings) {
      return { kind: 'unsure', lang, corrected: [], readings: readings.map((a) => firstOf(a, today())) };
    }

    const asked = { lang, today: today(), topics: topicsHere, relatedTo, claim: isClaim(text) };
    if (leansOnLast(text)) {
      const context = await contextOf(asker);
      const followed =
        context && decide({ ...asked, followsUp: true, found: search.search(stripLead(text), context) });
      if (followed && followed.kind !== 'nothing') return settled(followed, context.article, lang);
      const wanted = readList(stripLead(text), today(), reader());
      const listed = wanted && solutions(wanted, lang, 0);
      if (listed) return listed;
    }
    const answer = decide({ ...asked, found: search.search(text) });
    if (answer.kind !== 'unsure') return answer;
    return settled(answer, (await contextOf(asker))?.article, lang);
  }

  /** Of several readings, what we just talked about may settle which. */
  function settled(answer: Answer, article: string | undefined, lang: Lang): Answer {
    const reading =
      answer.kind === 'unsure' ? answer.readings.find((one) => one.article.id === article) : undefined;
    return reading ? found(reading, lang) : answer;
  }

  const listDeps = { entries, names, article: (id: string) => byId.get(id) };

  function solutions({ where, by }: ListQuery, lang: Lang, from: number): Answer | undefined {
    const listed = listOf({ where, by }, lang, listDeps);
    if (!listed) return undefined;
    const articles = listed.found.flatMap(({ solution }) => byId.get(solution.id) ?? []);
    return { kind: 'list', lang, corrected: [], of: { shared: listed.list }, articles, from };
  }

  function found(quote: Quote, lang: Lang): FoundAnswer {
    const { article } = quote;
    return {
      kind: 'found',
      lang,
      corrected: [],
      lead: article.summary[lang],
      quote,
      others: [],
      related: relatedTo(article, lang),
    };
  }

  async function contextOf(asker: Asker): Promise<{ context: string; article: string } | undefined> {
    const last = await asker.lastSection?.();
    const known = last ? sections.get(last) : undefined;
    return known && { context: `${known.article.title} ${known.section.heading}`, article: known.article.id };
  }

  return {
    ask,
    quote(id, lang) {
      const known = sections.get(id);
      return known && found(quoted({ ...known, score: 1 }, today()), lang);
    },
    find(text, lang, limit) {
      const hits = search.search(text.slice(0, MAX_QUESTION), { limit: limit * 3 }).hits;
      return onePerArticle(hits.filter((h) => h.confidence >= OFFERED))
        .slice(0, limit)
        .map((hit) => found(quoted(hit, today()), lang));
    },
    article: (id) => byId.get(id),
    list(subject, lang, from) {
      const list =
        wantsList(subject, knowledge.articles) ?? wantsList(`alt om ${subject}`, knowledge.articles);
      return list && { kind: 'list', lang, corrected: [], from, ...list };
    },
    solutions,
    csv(query, lang) {
      const listed = listOf(query, lang, listDeps);
      return listed && listCsv(listed.found, lang, names);
    },
  };
}

/** "Og fristene?", "hva med rammeavtaler?": says nothing without what came before. */
const LEAD =
  /^(?:ja |ok |okei )?(?:og|men|enn|samt|hva med|kva med|hva da med|and|but|what about|how about|hva så med|same for|samme for|gjelder det(?:te)? også|gjeld det(?:te)? òg)\b[ ,]*/iu;

function leansOnLast(text: string): boolean {
  return LEAD.test(text.trim()) && text.trim().split(/\s+/).length <= 12;
}

const stripLead = (text: string): string => text.trim().replace(LEAD, '');

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function firstOf(article: Article, today: string): Quote {
  return quoted({ article, section: article.sections[0]!, score: 1 }, today);
}

/** The typical question of an article in a language: its own if it has one there, else the first. */
function compileQuestions(articles: Article[]) {
  const byLang = new Map<string, string>();
  for (const article of articles) {
    for (const question of article.questions) {
      const key = `${article.id} ${detectLanguage(question) ?? article.language}`;
      if (!byLang.has(key)) byLang.set(key, question);
    }
  }
  return (id: string, lang: Lang): string | undefined =>
    byLang.get(`${id} ${lang}`) ?? byLang.get(`${id} nb`) ?? byLang.get(`${id} nn`);
}

/** "Protokoll?" alone is two things in two laws; the glossary says which, and the person chooses. */
function compileAmbiguous({ glossary, articles }: Knowledge) {
  const byWord = new Map(
    glossary.ambiguous.flatMap((entry) => entry.words.map((w) => [w, entry.articles] as const)),
  );
  return (text: string): Article[] | undefined => {
    const plain = text
      .toLowerCase()
      .replace(QUESTION_WORDS, ' ')
      .replace(/[^\p{L}\p{N} ]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const ids = byWord.get(plain);
    const found = ids?.flatMap((id) => articles.find((a) => a.id === id) ?? []);
    return found && found.length > 1 ? found : undefined;
  };
}

const QUESTION_WORDS =
  /(?<!\p{L})(?:hva|kva|what|er|is|betyr|tyder|en|ein|ei|et|eit|a|an|the|menes med|what does|mean|fortell(?: meg)? om|tell me about)(?!\p{L})/giu;
