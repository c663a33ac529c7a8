import type { ActionData } from '../actions.ts';
import { type CardData, type Choice, escapeMarkdown, type FillCard, keepTogether } from '../cards.ts';
import type { Article, Lang, Topic } from '../knowledge/model.ts';
import type { Card } from '../messages.ts';
import { type Texts, textsIn } from '../texts/texts.ts';
import type { Answer, FoundAnswer, Quote } from './answer.ts';
import { namesOf, PAGE, quoteChoice } from './choices.ts';
import { sharedData } from './lists/card.ts';
import { authorityLine, blockedText, changeLines, listTitle, plainAnswer } from './plain.ts';

export interface AnswerCard {
  card: Card;
  /** What a notification and a screen reader say. */
  summary: string;
}

/** What stands with an answer and is not of it: what other jobs offer, and a list as a file. */
export interface Beside {
  /** Stands under an answer, and first among what there is to choose from. */
  guide?: Choice | undefined;
  /** On an answer from something shared: how many more use it, and what may be said of it. */
  shared?: { used?: Choice; buttons: CardData['answer']['buttons'] } | undefined;
  /** People to ask where there is no answer, and a line that says so. */
  experts?: { choice: Choice; hint: string } | undefined;
  /** Where a list can be had as a file. */
  file?: string | undefined;
}

/** Says an answer as a card. `asked` is shown on top when the answer does not stand under the question it answers. */
export function answerCard(answer: Answer, fill: FillCard, asked = '', beside: Beside = {}): AnswerCard {
  const { guide: offered, shared, experts, file = '' } = beside;
  const t = textsIn(answer.lang);
  const fallback = fallbackOf(answer);
  const lang = answer.lang;
  switch (answer.kind) {
    case 'found':
      return {
        card: fill('answer', {
          ...foundData(answer, t, fallback, asked),
          guide: offered ?? none,
          used: shared?.used ?? none,
          buttons: shared?.buttons ?? [],
        }),
        summary: t.answer.summary(answer.quote.article.title),
      };
    case 'list': {
      const title = listTitle(answer);
      if ('shared' in answer.of)
        return { card: fill('list', sharedData(answer, answer.of.shared, fallback, file)), summary: title };
      const choices = [...pageOf(answer), ...nextPage(answer, answer.of, t)];
      const body = changeLines(answer).join('\n\n');
      return {
        card: fill('choices', { lang, fallback, title, body, subtitle: '', choices }),
        summary: title,
      };
    }
    case 'unsure': {
      const names = namesOf(answer.readings, lang);
      const choices = answer.readings.map(({ section }, n) =>
        quoteChoice(names[n]!.label, section, lang, names[n]!.text),
      );
      const data = {
        lang,
        fallback,
        title: t.unsure.title,
        body: [...changeLines(answer), readAs(answer, t, ' ') + t.unsure.choose].join('\n\n'),
        subtitle: '',
        choices: offered ? [offered, ...choices] : choices,
      };
      return { card: fill('choices', data), summary: t.unsure.title };
    }
    case 'nothing': {
      const choices = topicChoices(answer.topics, lang);
      const data = {
        lang,
        fallback,
        title: t.nothing.title,
        body: [...changeLines(answer), t.nothing.body, ...(experts ? [experts.hint] : [])].join('\n\n'),
        subtitle: t.nothing.topics,
        choices: [...(offered ? [offered] : []), ...choices, ...(experts ? [experts.choice] : [])],
      };
      return { card: fill('choices', data), summary: t.nothing.title };
    }
    case 'blocked': {
      const lines = [blockedText(answer.kinds, answer.lang), t.blocked.again];
      return {
        card: fill('info', { lang, fallback, title: t.blocked.title, lines, subtitle: '', choices: [] }),
        summary: t.blocked.title,
      };
    }
  }
}

/** An answer to stand in someone else's conversation: no buttons, for the bot may not be there to hear them. */
export function insertedCard(answer: FoundAnswer, fill: FillCard): AnswerCard {
  const t = textsIn(answer.lang);
  const data = { ...foundData(answer, t, fallbackOf(answer)), related: [], more: none };
  return { card: fill('answer', data), summary: t.answer.summary(answer.quote.article.title) };
}

/** The other parts of an article, to choose from. */
export function moreCard(article: Article, lang: Lang, fill: FillCard): AnswerCard {
  const title = textsIn(lang).more.title(article.title);
  const choices = article.sections.map((section) => quoteChoice(section.heading, section, lang));
  const data = {
    lang,
    fallback: title,
    title,
    body: article.summary[lang],
    subtitle: '',
    choices,
  };
  return { card: fill('choices', data), summary: title };
}

const none = { label: '', data: {} } as const;

/** For clients that cannot show the card; long enough for any lead and section, short beside the card itself. */
const fallbackOf = (answer: Answer): string =>
  [...changeLines(answer), plainAnswer(answer)].join('\n\n').slice(0, 1_500);

function foundData(answer: FoundAnswer, t: Texts, fallback: string, asked = ''): CardData['answer'] {
  const { quote, lang } = answer;
  const { article, section } = quote;
  return {
    lang,
    fallback,
    asked: asked ? `${t.answer.question}: ${escapeMarkdown(asked)}` : '',
    readAs: [...changeLines(answer), readAs(answer, t)].filter(Boolean).join('\n\n'),
    lead: keepTogether(answer.lead),
    stale: quote.stale ? t.answer.stale(article.reviewed) : '',
    heading: keepTogether(section.heading),
    paragraphs: section.text.split(/\n{2,}/).map(keepTogether),
    about: aboutLine(quote, lang, t),
    sourcesTitle: article.sources.length > 0 ? t.answer.sources : '',
    sources: article.sources.map(
      (s) =>
        `[${s.title}](${s.url})${keepTogether(`${s.ref ? `, ${s.ref}` : ''}, ${t.answer.checked(s.checked)}`)}`,
    ),
    relatedTitle: t.answer.related,
    related: answer.related.map((question) => ({ label: question, text: '', data: { do: 'ask', question } })),
    general: t.answer.general,
    used: none,
    buttons: [],
    guide: none,
    more:
      article.sections.length > 1
        ? { label: t.answer.more, data: { do: 'more', article: article.id, lang } }
        : none,
  };
}

/** "Lov og forskrift" or "Erfaring fra Asker, 2017", as in "Lov og forskrift · Gjelder fra 1. juli 2026 · Sitert på nynorsk". */
function aboutLine({ article }: Quote, lang: Lang, t: Texts): string {
  return [
    authorityLine(article, lang),
    article.validFrom ? t.answer.validFrom(article.validFrom) : '',
    article.language !== lang ? t.answer.quoted(article.language) : '',
    // With sources, each says when it was.
    article.sources.length === 0 ? t.answer.checked(article.reviewed) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function readAs(answer: Answer, t: Texts, after = ''): string {
  const read = answer.corrected.map(([, word]) => word);
  return read.length > 0 ? t.answer.readAs(read) + after : '';
}

type ListAnswer = Extract<Answer, { kind: 'list' }>;

function pageOf({ articles, from, lang }: ListAnswer) {
  return articles
    .slice(from, from + PAGE)
    .map(({ title, sections }) => quoteChoice(title, sections[0]!, lang));
}

function topicChoices(topics: Topic[], lang: Lang) {
  const t = textsIn(lang);
  return topics.map((topic) => ({
    label: t.topic[topic],
    text: '',
    data: { do: 'list', topic, lang } as const,
  }));
}

function nextPage({ articles, from, lang }: ListAnswer, of: { topic: Topic } | { tag: string }, t: Texts) {
  const left = articles.length - from - PAGE;
  if (left <= 0) return [];
  const topic = 'topic' in of ? of.topic : of.tag;
  const data: ActionData = { do: 'list', topic, lang, from: from + PAGE };
  return [{ label: t.list.next(left), text: '', data }];
}
