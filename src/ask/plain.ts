import type { Article, Lang } from '../knowledge/model.ts';
import { type Texts, textsIn } from '../texts/texts.ts';
import { joinedBy } from '../texts/words.ts';
import type { Answer, Quote } from './answer.ts';

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
    case 'list': {
      const lines = listLines(answer, t);
      return [
        listTitle(answer, answer.lang),
        ...lines.body,
        ...(lines.subtitle ? [`${lines.subtitle}:`] : []),
        ...lines.topics.map((topic) => `- ${t.topic[topic]}`),
        ...answer.articles.map(
          (a) => `- ${a.title}${a.origin ? ` (${t.origin(a.origin)})` : ''}: ${a.summary[answer.lang]}`,
        ),
      ].join('\n');
    }
    case 'unsure':
      return [
        t.unsure.choose,
        ...answer.readings.map((r) => `- ${r.article.title}: ${r.article.summary[answer.lang]}`),
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
    lines.push(
      '',
      `${authorityLine(article, answer.lang)}. ${t.answer.sources}:`,
      ...sourceLines(answer.quote, answer.lang),
    );
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

export function listTitle(answer: Extract<Answer, { kind: 'list' }>, lang: Lang): string {
  const t = textsIn(lang);
  const { of, articles } = answer;
  if ('shared' in of) {
    const { near, places, empty } = of.shared;
    if (articles.length === 0 || near.length > 0) return t.shared.none(places);
    return t.shared.title(
      articles.length,
      places.filter((place) => !empty.includes(place)),
    );
  }
  return t.list.title(articles.length, 'topic' in of ? t.topic[of.topic].toLowerCase() : of.tag);
}

/** What stands between the title of a list and its rows; and topics to go on with, when it has no rows. */
export function listLines({ of, articles }: Extract<Answer, { kind: 'list' }>, t: Texts) {
  if (!('shared' in of)) return { body: [], subtitle: '', topics: [] };
  const { near, empty, topics } = of.shared;
  if (articles.length === 0) return { body: [], subtitle: t.nothing.topics, topics };
  if (near.length > 0) return { body: [], subtitle: t.shared.near(near), topics: [] };
  return {
    body: [t.shared.all, ...(empty.length > 0 ? [t.shared.empty(empty)] : [])],
    subtitle: '',
    topics: [],
  };
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
