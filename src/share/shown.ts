import { fact, plain } from '../form-card.ts';
import { type Lang, langs } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import type { Names } from './desk-deps.ts';
import type { Content, Gdpr } from './model.ts';
import { tagName } from './subjects.ts';

/** What was shared, as lines and facts of a card: all that anyone wrote is shown as it was written. */

/** So much of a part at most: nothing that passed the door is longer, but what stands escaped may be. */
const MAX_PART = 4_000;

const parts = ['problem', 'done', 'result', 'again', 'otherwise'] as const;

export function shownLines(content: Content, lang: Lang): string[] {
  const t = textsIn(lang).share;
  return parts
    .filter((part) => content[part] !== '')
    .map((part) => cut(`**${t.part[part]}**\n\n${paragraphs(content[part])}`));
}

export function shownFacts(content: Content, { nameOf, tags, facets }: Names, lang: Lang): string[] {
  const all = textsIn(lang);
  const t = all.share;
  const { kind, year, procedure, systems, contact, links, summary } = content;
  return [
    fact(t.fact.kind, t.kind[kind]),
    fact(t.fact.place, content.municipalities.map(nameOf).map(plain).join(', ')),
    fact(t.fact.year, year === null ? '' : `${year}`),
    fact(t.fact.procedure, procedure ? (facets.procedures[procedure]?.names[lang] ?? procedure) : ''),
    fact(t.fact.systems, systems.map(plain).join(', ')),
    fact(t.fact.topic, all.topic[content.topic]),
    fact(t.fact.tags, content.tags.map((slug) => plain(tagName(slug, tags, lang))).join(', ')),
    fact(t.fact.dpia, gdpr(content.dpia, lang)),
    fact(t.fact.agreement, gdpr(content.agreement, lang)),
    fact(t.fact.links, links.map(({ title, url }) => link(title, url)).join(', ')),
    fact(t.fact.contact, [contact.role, contact.office].filter(Boolean).map(plain).join(', ')),
    ...langs.map((one) => fact(`${t.fact.summary}, ${textsIn(one).languageName}`, plain(summary[one] ?? ''))),
  ].filter(Boolean);
}

/** Tags that are known no longer, said to those who can put them right; '' when there are none. */
export function lostTags({ tags }: Content, names: Pick<Names, 'tags'>, lang: Lang): string {
  const lost = tags.filter((slug) => !names.tags.has(slug));
  return lost.length > 0 ? textsIn(lang).share.fact.lostTags(lost.map(plain)) : '';
}

const gdpr = ({ done, link: url }: Gdpr, lang: Lang): string => {
  const answer = done ? textsIn(lang).share.answer[done] : '';
  return url ? `${answer} ${link(new URL(url).hostname, url)}`.trim() : answer;
};

/** The address has passed the door; what could end it early in Markdown is written as the web has it. */
const link = (title: string, url: string): string =>
  `[${plain(title)}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;

const paragraphs = (text: string): string =>
  text
    .split(/\n+/)
    .map((row) => plain(row.trim()))
    .filter(Boolean)
    .join('\n\n');

const cut = (text: string): string =>
  text.length > MAX_PART ? `${text.slice(0, MAX_PART).replace(/\\$/, '')} …` : text;
