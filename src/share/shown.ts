import { fact, plain } from '../form-card.ts';
import { type Lang, langs } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import type { Names } from './desk-deps.ts';
import type { Content, Gdpr } from './model.ts';
import { tagName } from './subjects.ts';

/** What was shared, as lines and facts of a card: all that anyone wrote is shown as it was written. */

/** So many bytes at most as the card is sent, so that it stays under what Teams takes whatever was written. */
const ROOM = 12_500;
const MAX_FACT = 800;
const MAX_LINKS = 4_000;
/** What a part has at least: more than what was filled in has, unless it is signs that stand escaped. */
const LEAST_PART = 1_500;

const parts = ['problem', 'done', 'result', 'again', 'otherwise'] as const;

export function shown(content: Content, names: Names, lang: Lang): { lines: string[]; facts: string[] } {
  const facts = factsOf(content, names, lang);
  return { lines: linesOf(content, lang, ROOM - facts.reduce((sum, one) => sum + sizeOf(one), 0)), facts };
}

/** Each has what room it needs, while all of them fit; else all have the same. */
function linesOf(content: Content, lang: Lang, room: number): string[] {
  const t = textsIn(lang).share;
  const written = parts
    .filter((part) => content[part] !== '')
    .map((part) => `**${t.part[part]}**\n\n${paragraphs(content[part])}`);
  const needed = written.reduce((sum, one) => sum + sizeOf(one), 0);
  const most = needed <= room ? room : Math.max(LEAST_PART, Math.floor(room / written.length));
  return written.map((one) => cut(one, most));
}

function factsOf(content: Content, { nameOf, tags, facets }: Names, lang: Lang): string[] {
  const all = textsIn(lang);
  const t = all.share;
  const { kind, year, procedure, systems, contact, links, summary } = content;
  const linked = fact(t.fact.links, linksWithin(links, MAX_LINKS));
  return (
    [
      fact(t.fact.kind, t.kind[kind]),
      fact(t.fact.place, content.municipalities.map(nameOf).map(plain).join(', ')),
      fact(t.fact.year, year === null ? '' : `${year}`),
      fact(t.fact.procedure, procedure ? (facets.procedures[procedure]?.names[lang] ?? procedure) : ''),
      fact(t.fact.systems, systems.map(plain).join(', ')),
      fact(t.fact.topic, all.topic[content.topic]),
      fact(t.fact.tags, content.tags.map((slug) => plain(tagName(slug, tags, lang))).join(', ')),
      fact(t.fact.contact, [contact.role, contact.office].filter(Boolean).map(plain).join(', ')),
      ...langs.map((one) =>
        fact(`${t.fact.summary}, ${textsIn(one).languageName}`, plain(summary[one] ?? '')),
      ),
    ]
      .map((one) => cut(one, MAX_FACT))
      // A link that is cut leads elsewhere.
      .concat(
        fact(t.fact.dpia, gdpr(content.dpia, lang)),
        fact(t.fact.agreement, gdpr(content.agreement, lang)),
        linked,
      )
      .filter(Boolean)
  );
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

/** Those there is room for, and how many more there are. */
function linksWithin(links: Content['links'], most: number): string {
  const said = links.map(({ title, url }) => link(title, url));
  const room = (count: number) => sizeOf(said.slice(0, count).join(', ')) <= most;
  const fit = said.filter((_, at) => room(at + 1));
  return [...fit, ...(fit.length < said.length ? [`+ ${said.length - fit.length}`] : [])].join(', ');
}

const sizeOf = (text: string): number => Buffer.byteLength(JSON.stringify(text)) - 2;

function cut(text: string, most: number): string {
  if (sizeOf(text) <= most) return text;
  let size = 0;
  let end = 0;
  for (const sign of text) {
    size += sizeOf(sign);
    if (size > most) break;
    end += sign.length;
  }
  return `${text.slice(0, end).replace(/\\$/, '')} …`;
}
