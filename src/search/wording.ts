import { featuresOf, type Meanings } from './features.ts';

/**
 * How each section is asked for. From its typical questions and its own sentences we know how often each word, asking
 * words too, and each pair of words is said of it: "hva skal stå i" is said of one section of an article and "når må vi"
 * of another, although both have all the words. Naive Bayes, smoothed from section to article to all articles.
 */
export interface Wording {
  /** For each of the sections, how much likelier the words are of it than of its article, and of its article than of all. */
  of(asked: ReadonlySet<string>, sections: number[]): { section: number; article: number }[];
}

/** What is said of one section or article, as numbers of features in rising order, and how often. Plain data. */
interface Said {
  lines: number;
  features: Int32Array;
  times: Float32Array;
}

export interface CompiledWording {
  /** Features by name, with how often they are said of anything. */
  features: Map<string, number>;
  times: Float64Array;
  lines: number;
  sections: Said[];
  articles: Said[];
  articleOf: Int32Array;
}

/** What is said of one section: each a question, the heading or a sentence of the text. */
export interface Lines {
  article: number;
  lines: string[];
}

/** How many lines of the article a section is taken to have said, and of all texts an article. */
const FROM_ARTICLE = 8;
const FROM_ALL = 20;
/** No single word may say more than this, in natural logarithms. */
const MOST_OF_SECTION = 2;
const MOST_OF_ARTICLE = 4;
const LEAST_OF_ARTICLE = -1;

export function compileWording(all: Lines[], meanings: Meanings): CompiledWording {
  const named = all.map(({ lines }) => lines.map((line) => featuresOf(line, meanings)));
  const everywhere = new Map<string, number>();
  for (const lines of named) {
    for (const line of lines) for (const name of line) everywhere.set(name, (everywhere.get(name) ?? 0) + 1);
  }
  const features = new Map<string, number>();
  const times: number[] = [];
  for (const [name, count] of everywhere) {
    // A pair of words that is said once is two words; most pairs are, and they would be most of the memory.
    if (count === 1 && name.includes(' ')) continue;
    features.set(name, times.length);
    times.push(count);
  }
  const counted = named.map((lines) => {
    const counts = new Map<number, number>();
    for (const name of lines.flatMap((line) => [...line])) {
      const feature = features.get(name);
      if (feature !== undefined) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    }
    return counts;
  });
  const articles = new Map<number, { lines: number; counts: Map<number, number> }>();
  all.forEach(({ article, lines }, n) => {
    const of = articles.get(article) ?? { lines: 0, counts: new Map<number, number>() };
    of.lines += lines.length;
    for (const [feature, count] of counted[n]!) of.counts.set(feature, (of.counts.get(feature) ?? 0) + count);
    articles.set(article, of);
  });
  const numbers = [...articles.keys()];
  const placeOf = new Map(numbers.map((article, place) => [article, place]));
  return {
    features,
    times: Float64Array.from(times),
    lines: all.reduce((sum, { lines }) => sum + lines.length, 0),
    sections: counted.map((counts, n) => saidOf(all[n]!.lines.length, counts)),
    articles: numbers.map((article) => {
      const { lines, counts } = articles.get(article)!;
      return saidOf(lines, counts);
    }),
    articleOf: Int32Array.from(all, ({ article }) => placeOf.get(article)!),
  };
}

function saidOf(lines: number, counts: Map<number, number>): Said {
  const sorted = [...counts].sort((a, b) => a[0] - b[0]);
  return {
    lines,
    features: Int32Array.from(sorted, ([feature]) => feature),
    times: Float32Array.from(sorted, ([, count]) => count),
  };
}

/** `all` is what is said in general; it may be the same or of more articles. */
export function openWording(
  { features, times, sections, articles, articleOf }: CompiledWording,
  all: CompiledWording,
): Wording {
  const same = all.features === features;
  /** How often a line says it, of anything; where only these articles say it, what they say is all there is. */
  function generally(name: string, feature: number): number {
    const known = same ? feature : all.features.get(name);
    return (known === undefined ? times[feature]! : all.times[known]!) / all.lines;
  }

  return {
    of(names, places) {
      const asked = [...names].flatMap((name) => {
        const feature = features.get(name);
        return feature === undefined ? [] : [{ feature, general: generally(name, feature) }];
      });
      const length = Math.sqrt(names.size) || 1;
      const byArticle = new Map<number, number>();
      return places.map((place) => {
        const at = articleOf[place]!;
        let article = byArticle.get(at);
        if (article === undefined) {
          article = likelierOfArticle(articles[at]!, asked);
          byArticle.set(at, article);
        }
        const section = likelierOfSection(sections[place]!, articles[at]!, asked);
        return { section: section / length, article: article / length };
      });
    },
  };
}

type Features = { feature: number; general: number }[];

function likelierOfArticle(article: Said, asked: Features): number {
  let sum = 0;
  for (const { feature, general } of asked) {
    const here = (timesOf(article, feature) + FROM_ALL * general) / (article.lines + FROM_ALL);
    sum += Math.max(LEAST_OF_ARTICLE, Math.min(MOST_OF_ARTICLE, Math.log(here / general)));
  }
  return sum;
}

function likelierOfSection(section: Said, article: Said, asked: Features): number {
  let sum = 0;
  for (const { feature } of asked) {
    const times = timesOf(article, feature);
    if (times === 0) continue;
    const general = times / article.lines;
    const here = (timesOf(section, feature) + FROM_ARTICLE * general) / (section.lines + FROM_ARTICLE);
    sum += Math.max(-MOST_OF_SECTION, Math.min(MOST_OF_SECTION, Math.log(here / general)));
  }
  return sum;
}

function timesOf({ features, times }: Said, feature: number): number {
  let [low, high] = [0, features.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (features[middle]! < feature) low = middle + 1;
    else high = middle;
  }
  return features[low] === feature ? times[low]! : 0;
}
