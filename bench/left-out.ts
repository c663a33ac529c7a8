import type { Article } from '../src/knowledge/model.ts';

/** The same numbers, 0–1, every time. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/**
 * Takes a share of the typical questions out of the articles. An index built of the rest has not seen how they are
 * asked, so they stand for what people will ask that no one has thought of.
 */
export function leaveOut(
  articles: Article[],
  share: number,
  random: () => number,
): { rest: Article[]; taken: { question: string; section: string }[] } {
  const taken: { question: string; section: string }[] = [];
  const rest = articles.map((article) => ({
    ...article,
    sections: article.sections.map((section) => ({
      ...section,
      questions: section.questions.filter((question) => {
        if (random() >= share) return true;
        taken.push({ question, section: section.id });
        return false;
      }),
    })),
  }));
  return { rest, taken };
}
