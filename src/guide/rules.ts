import type { Guide } from '../knowledge/guide.ts';

/** Pure: which guide goes with a question or an article. */

/** The words of a question or a title that tell what it is about. */
export const tellingWords = (text: string): string[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).filter((word) => !SMALL.has(word));

/**
 * Whether a question asks what a title asks, by their telling words: it has every one of the title's, and not more of
 * its own than those. Errs towards no: a guide is offered, under an answer that stands by itself.
 */
export function asksTheSame(asked: readonly string[], wanted: readonly string[]): boolean {
  if (wanted.length === 0 || !wanted.every((word) => asked.some((other) => alike(word, other)))) return false;
  const own = asked.filter((word) => !wanted.some((other) => alike(word, other)));
  return own.length <= wanted.length;
}

/**
 * The guide to offer under an answer from each article: the one with most outcomes about it (an outcome is about the
 * first article it names, and gives the others to read besides), else the one that covers most ground.
 */
export function guidesByArticle(guides: readonly Guide[]): Map<string, Guide> {
  const best = new Map<string, { guide: Guide; about: number }>();
  for (const guide of guides) {
    const outcomes = [...guide.nodes.values()].filter((node) => node.kind === 'outcome');
    for (const article of new Set(outcomes.flatMap((node) => node.articles))) {
      const about = outcomes.filter((node) => node.articles[0] === article).length;
      const before = best.get(article);
      if (
        !before ||
        about > before.about ||
        (about === before.about && guide.nodes.size > before.guide.nodes.size)
      )
        best.set(article, { guide, about });
    }
  }
  return new Map([...best].map(([article, { guide }]) => [article, guide]));
}

/** Reviewed more than twelve months ago. ISO dates sort as text. */
export function isStale(reviewed: string, today: string): boolean {
  return reviewed < `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
}

/** The same word, bent ("avtale", "avtalen"), or the last part of the other ("prosedyre", "anskaffelsesprosedyre"). */
function alike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short === long) return true;
  if (short.length < 5) return false;
  if (long.endsWith(short)) return true;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  return same >= 5 && long.length - same <= 3;
}

const SMALL = new Set(
  `hva hvilken hvilket hvilke hvem hvordan når er dette det den et en ei vi dere jeg skal må kan har på til og med om av
  for å i uten ved hos da kva kven korleis eit ein de eg utan what which who how when is this it a an the we you i do
  does should must may can have has to of and with in on for without be are`.split(/\s+/),
);
