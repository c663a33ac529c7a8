import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
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
    case 'list':
      return [
        listTitle(answer, answer.lang),
        ...answer.articles.map((a) => `- ${a.title}: ${a.summary[answer.lang]}`),
      ].join('\n');
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
  const lines =
    answer.corrected.length > 0 ? [t.answer.readAs(answer.corrected.map(([, read]) => read)), ''] : [];
  lines.push(plainAnswer(answer));
  if (answer.kind === 'found') {
    const { article } = answer.quote;
    lines.push(
      '',
      `${t.authority[article.authority]}. ${t.answer.sources}:`,
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
  const of = 'topic' in answer.of ? t.topic[answer.of.topic].toLowerCase() : answer.of.tag;
  return t.list.title(answer.articles.length, of);
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
