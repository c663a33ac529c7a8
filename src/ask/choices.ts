import type { Lang, Section } from '../knowledge/model.ts';
import type { Quote } from './answer.ts';

/** A longer list is a wall of buttons on a phone, and past some forty a card is too large to send. */
export const PAGE = 12;

/** A row that quotes a section when it is pressed. */
export function quoteChoice(label: string, section: Section, lang: Lang, text = '') {
  return { label, text, data: { do: 'quote', section: section.id, lang } as const };
}

/** What each reading is called, and what is said of it: the article, or where several are of one article, the section. */
export function namesOf(readings: Quote[], lang: Lang): { label: string; text: string }[] {
  return readings.map(({ article, section }) => {
    const alone = readings.filter((other) => other.article === article).length === 1;
    return alone
      ? { label: article.title, text: article.summary[lang] }
      : { label: section.heading, text: article.title };
  });
}
