import type { Article, Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import { joinedBy } from '../texts/words.ts';
import type { Answer, Quote } from './answer.ts';
import { namesOf } from './choices.ts';
import { nearTitle, sharedLines, sharedTitle } from './lists/say.ts';

/** An answer as plain text: the lead and the quoted section, or what there is to say instead. */
export function plainAnswer(answer: Answer): string {
  const t = textsIn(answer.lang);
  switch (answer.kind) {
    case 'found':
      return [
        answer.lead,
        quotedText(answer.quote),
        answer.quote.stale ? t.answer.stale(answer.quote.article.reviewed) : '',
      ]
        .filter(Boolean)
        .join('\n\n');
    case 'list':
      return [listTitle(answer), ...listLines(answer), ...rowLines(answer)].join('\n');
    case 'unsure':
      return [
        t.unsure.choose,
        ...namesOf(answer.readings, answer.lang).map(({ label, text }) => `- ${label}: ${text}`),
      ].join('\n');
    case 'nothing':
      return `${t.nothing.body}\n${t.nothing.topics}: ${answer.topics.map((topic) => t.topic[topic]).join(', ')}.`;
    case 'blocked':
      return `${blockedText(answer.kinds, answer.lang)} ${t.blocked.again}`;
  }
}

/** An answer with everything a reader in a terminal needs: what it was read as, sources, related questions. */
export function readableAnswer(answer: Answer): string {
  const t = textsIn(answer.lang);
  const lines = changeLines(answer);
  if (answer.corrected.length > 0) lines.push(t.answer.readAs(answer.corrected.map(([, read]) => read)));
  if (lines.length > 0) lines.push('');
  lines.push(plainAnswer(answer));
  if (answer.kind === 'found') {
    const { article } = answer.quote;
    const from = authorityLine(article, answer.lang);
    lines.push(
      '',
      article.sources[0]
        ? `${from}. ${t.answer.sources}:`
        : `${from}, ${t.answer.checked(article.reviewed)}.`,
    );
    lines.push(...sourceLines(answer.quote, answer.lang));
    if (answer.related.length > 0)
      lines.push('', `${t.answer.related}:`, ...answer.related.map((q) => `- ${q}`));
    lines.push('', t.answer.general);
  }
  return lines.join('\n');
}

function sourceLines({ article }: Quote, lang: Lang): string[] {
  const t = textsIn(lang);
  return article.sources.map(
    (s) => `- ${s.title}${s.ref ? `, ${s.ref}` : ''} (${t.answer.checked(s.checked)}): ${s.url}`,
  );
}

type ListAnswer = Extract<Answer, { kind: 'list' }>;

export function listTitle({ of, articles, lang }: ListAnswer): string {
  const t = textsIn(lang);
  if ('shared' in of) return sharedTitle(of.shared, lang);
  return t.list.title(articles.length, 'topic' in of ? t.topic[of.topic].toLowerCase() : of.tag);
}

function listLines({ of, lang }: ListAnswer): string[] {
  if (!('shared' in of)) return [];
  const near = nearTitle(of.shared, lang);
  return [...sharedLines(of.shared, lang), ...(near ? [`${near}:`] : [])];
}

function rowLines({ of, articles, lang }: ListAnswer): string[] {
  const t = textsIn(lang);
  const line = (a: Article) =>
    `- ${a.title}${a.origin ? ` (${t.origin(a.origin)})` : ''}: ${a.summary[lang]}`;
  if (!('shared' in of)) return articles.map(line);
  return of.shared.rows.flatMap((row) =>
    'article' in row
      ? line(row.article)
      : [`- ${row.municipality.name}:`, ...row.articles.map((article) => `  - ${shortLine(article, lang)}`)],
  );
}

/** "Felles kjøp av trygghetsalarmer (Løsning, 2016)", where whose it is stands above. */
function shortLine({ title, origin }: Article, lang: Lang): string {
  const said = origin && [textsIn(lang).lists.kind[origin.kind], ...(origin.year ? [origin.year] : [])];
  return said ? `${title} (${said.join(', ')})` : title;
}

/** Why municipalities of today are the answer to names of before, a line for each. */
export function changeLines({ lang, changes = [] }: Answer): string[] {
  return changes.map(textsIn(lang).change);
}

/** What vouches for an article: its authority, or who shared the solution. */
export function authorityLine({ authority, origin }: Article, lang: Lang): string {
  const t = textsIn(lang);
  return origin ? t.origin(origin) : t.authority[authority];
}

export function blockedText(kinds: Extract<Answer, { kind: 'blocked' }>['kinds'], lang: Lang): string {
  const t = textsIn(lang);
  return t.blocked.body(
    joinedBy(
      kinds.map((k) => t.personalData[k]),
      lang === 'en' ? 'and' : 'og',
    ),
  );
}

/** Section text without Markdown marks. */
function quotedText({ section }: Quote): string {
  return `${section.heading}\n${section.text.replaceAll('**', '')}`;
}
