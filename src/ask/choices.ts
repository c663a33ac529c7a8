import type { Lang, Section } from '../knowledge/model.ts';

/** A longer list is a wall of buttons on a phone, and past some forty a card is too large to send. */
export const PAGE = 12;

/** A row that quotes a section when it is pressed. */
export function quoteChoice(label: string, section: Section, lang: Lang, text = '') {
  return { label, text, data: { do: 'quote', section: section.id, lang } as const };
}
