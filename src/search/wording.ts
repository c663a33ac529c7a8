/**
 * How each section is asked for. From its typical questions and its own sentences we know how often each word, asking
 * words too, and each pair of words is said of it: "hva skal stå i" is said of one section of an article and "når må vi"
 * of another, although both have all the words. Naive Bayes, smoothed from section to article to all articles.
 */
export interface Wording {
  /** For each of the sections, how much likelier the words are of it than of its article, and of its article than of all. */
  of(asked: ReadonlySet<string>, sections: number[]): { section: number; article: number }[];
}

/**
 * What is said of sections, or of articles, by feature: those of whom feature n is said, in rising order, and how often,
 * stand from starts[n] to starts[n + 1]. Plain data.
 */
interface Said {
  /** How many lines each has. */
  lines: Int32Array;
  starts: Int32Array;
  of: Int32Array;
  times: Float32Array;
}

export interface CompiledWording {
  /** Features by name, with how often they are said of anything. */
  features: Map<string, number>;
  times: Float64Array;
  lines: number;
  sections: Said;
  articles: Said;
  articleOf: Int32Array;
}

/** How many lines of the article a section is taken to have said, and of all texts an article. */
const FROM_ARTICLE = 8;
const FROM_ALL = 20;
/** No single word may say more than this, in natural logarithms. */
const MOST_OF_SECTION = 2;
const MOST_OF_ARTICLE = 4;
const LEAST_OF_ARTICLE = -1;

/** Of one section: the number of its lines, and how often each thing is said in them. */
interface Counts {
  article: number;
  lines: number;
  counts: Map<number, number>;
}

/** Counts what is said of each section, one after the other. `said` is what each line of it says (features.ts). */
export function wordingCounter() {
  const seen = new Map<string, number>();
  const seenTimes: number[] = [];
  const all: Counts[] = [];
  return {
    add(article: number, said: ReadonlySet<string>[]): void {
      const counts = new Map<number, number>();
      for (const features of said) {
        for (const name of features) {
          let at = seen.get(name);
          if (at === undefined) {
            at = seen.size;
            seen.set(name, at);
            seenTimes.push(0);
          }
          seenTimes[at]!++;
          counts.set(at, (counts.get(at) ?? 0) + 1);
        }
      }
      all.push({ article, lines: said.length, counts });
    },
    compiled: () => compile(all, seen, seenTimes),
  };
}

function compile(all: Counts[], seen: ReadonlyMap<string, number>, seenTimes: number[]): CompiledWording {
  const features = new Map<string, number>();
  const times: number[] = [];
  const featureOf = new Int32Array(seen.size).fill(-1);
  for (const [name, at] of seen) {
    // A pair of words that is said once is two words; most pairs are, and they would be most of the memory.
    if (seenTimes[at] === 1 && name.includes(' ')) continue;
    featureOf[at] = times.length;
    features.set(name, times.length);
    times.push(seenTimes[at]!);
  }
  const counted = all.map(({ counts }) => {
    const kept = new Map<number, number>();
    for (const [at, count] of counts) if (featureOf[at]! >= 0) kept.set(featureOf[at]!, count);
    return kept;
  });
  const articles = new Map<number, { lines: number; counts: Map<number, number> }>();
  all.forEach(({ article, lines }, n) => {
    const of = articles.get(article) ?? { lines: 0, counts: new Map<number, number>() };
    of.lines += lines;
    for (const [feature, count] of counted[n]!) of.counts.set(feature, (of.counts.get(feature) ?? 0) + count);
    articles.set(article, of);
  });
  const numbers = [...articles.keys()];
  const placeOf = new Map(numbers.map((article, place) => [article, place]));
  return {
    features,
    times: Float64Array.from(times),
    lines: all.reduce((sum, { lines }) => sum + lines, 0),
    sections: saidOf(
      times.length,
      all.map(({ lines }, n) => ({ lines, counts: counted[n]! })),
    ),
    articles: saidOf(times.length, [...articles.values()]),
    articleOf: Int32Array.from(all, ({ article }) => placeOf.get(article)!),
  };
}

/** `all`: for each section or article how many lines it has, and how often each feature stands in them. */
function saidOf(features: number, all: { lines: number; counts: Map<number, number> }[]): Said {
  const starts = new Int32Array(features + 1);
  for (const { counts } of all) for (const feature of counts.keys()) starts[feature + 1]!++;
  for (let n = 0; n < features; n++) starts[n + 1]! += starts[n]!;
  const next = starts.slice();
  const of = new Int32Array(starts[features]!);
  const times = new Float32Array(starts[features]!);
  all.forEach(({ counts }, n) => {
    for (const [feature, count] of counts) {
      const place = next[feature]!++;
      of[place] = n;
      times[place] = count;
    }
  });
  return { lines: Int32Array.from(all, ({ lines }) => lines), starts, of, times };
}

/** `all` is what is said in general; it may be the same or of more articles. */
export function openWording(
  { features, times, sections, articles, articleOf }: CompiledWording,
  all: CompiledWording,
): Wording {
  const same = all.features === features;
  const amongSections = timesAmong(sections);
  const amongArticles = timesAmong(articles);
  /** How often a line says it, of anything; where only these articles say it, what they say is all there is. */
  function generally(name: string, feature: number): number {
    const known = same ? feature : all.features.get(name);
    return (known === undefined ? times[feature]! : all.times[known]!) / all.lines;
  }

  return {
    of(names, places) {
      const asked: number[] = [];
      const general: number[] = [];
      for (const name of names) {
        const feature = features.get(name);
        if (feature === undefined) continue;
        asked.push(feature);
        general.push(generally(name, feature));
      }
      const length = Math.sqrt(names.size) || 1;
      const ofArticles = [...new Set(places.map((place) => articleOf[place]!))];
      const inArticles = amongArticles(asked, ofArticles);
      const inSections = amongSections(asked, places);
      const likelier = ofArticles.map((article, i) =>
        likelierOfArticle(inArticles, i * asked.length, articles.lines[article]!, general),
      );
      return places.map((place, i) => {
        const article = articleOf[place]!;
        const a = ofArticles.indexOf(article);
        let sum = 0;
        for (let k = 0; k < asked.length; k++) {
          const times = inArticles[a * asked.length + k]!;
          if (times === 0) continue;
          const ofArticle = times / articles.lines[article]!;
          const here =
            (inSections[i * asked.length + k]! + FROM_ARTICLE * ofArticle) /
            (sections.lines[place]! + FROM_ARTICLE);
          sum += Math.max(-MOST_OF_SECTION, Math.min(MOST_OF_SECTION, Math.log(here / ofArticle)));
        }
        return { section: sum / length, article: likelier[a]! / length };
      });
    },
  };
}

/** `times`, from place `row` on: how often each feature is said of the article. */
function likelierOfArticle(times: Float64Array, row: number, lines: number, general: number[]): number {
  let sum = 0;
  for (let k = 0; k < general.length; k++) {
    const here = (times[row + k]! + FROM_ALL * general[k]!) / (lines + FROM_ALL);
    sum += Math.max(LEAST_OF_ARTICLE, Math.min(MOST_OF_ARTICLE, Math.log(here / general[k]!)));
  }
  return sum;
}

/** From so many times as many as are asked about on, each is looked for; below, all are gone through, which is faster. */
const LOOKED_FOR = 32;

/**
 * How often each of some features is said of each of some sections or articles: a row for each of these, after each
 * other, that stand until the next time.
 */
function timesAmong({ lines, starts, of, times }: Said) {
  // Where each that is asked about stands among them, from 1; all zero between questions.
  const slots = new Int32Array(lines.length);
  let rows = new Float64Array(0);
  return (features: number[], numbers: number[]): Float64Array => {
    const count = features.length;
    if (rows.length < count * numbers.length) rows = new Float64Array(2 * count * numbers.length);
    else rows.fill(0, 0, count * numbers.length);
    for (let i = 0; i < numbers.length; i++) slots[numbers[i]!] = i + 1;
    for (let k = 0; k < count; k++) {
      const from = starts[features[k]!]!;
      const to = starts[features[k]! + 1]!;
      if (to - from > LOOKED_FOR * numbers.length) {
        for (let i = 0; i < numbers.length; i++) {
          const place = placeOf(of, numbers[i]!, from, to);
          if (place >= 0) rows[i * count + k] = times[place]!;
        }
      } else {
        for (let place = from; place < to; place++) {
          const slot = slots[of[place]!]!;
          if (slot > 0) rows[(slot - 1) * count + k] = times[place]!;
        }
      }
    }
    for (let i = 0; i < numbers.length; i++) slots[numbers[i]!] = 0;
    return rows;
  };
}

/** Where a number stands among the sorted ones at low … high - 1; -1 where it does not. */
function placeOf(numbers: Int32Array, number: number, low: number, high: number): number {
  const end = high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return low < end && numbers[low] === number ? low : -1;
}
