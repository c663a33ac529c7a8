import { type Action, actionSchema } from '../actions.ts';
import type { Choice, FillCard } from '../cards.ts';
import type { Desk } from '../desk.ts';
import type { Lang, Topic } from '../knowledge/model.ts';
import type { Event, From, Reply } from '../messages.ts';
import type { Key } from '../people/key.ts';
import type { People } from '../people/people.ts';
import { findPersonalData } from '../personal-data.ts';
import { textsIn } from '../texts/texts.ts';
import { type Answer, sectionOf } from './answer.ts';
import { type Ask, MAX_QUESTION } from './ask.ts';
import { type AnswerCard, answerCard, type Beside, insertedCard, moreCard } from './card.ts';
import type { ListQuery } from './lists/filter.ts';
import type { AskStore } from './store.ts';

interface AskTurnsDeps {
  ask: Ask;
  store: AskStore;
  people: People;
  fill: FillCard;
  key: Key;
  languageFor(from: From, text?: string): Promise<Lang>;
  /** A guide to put under the answer to a question or from an article; another job's, so it is handed in. */
  offer(lang: Lang, question: string, article?: string): (Choice & { id: string }) | undefined;
  /** People, for what has no good answer. */
  experts: {
    unanswered(from: From, lang: Lang, question: string): Promise<Beside['experts']>;
    disliked(from: From, lang: Lang, topic: Topic): Promise<Reply | undefined>;
  };
  /** What stands on the card of an answer from something shared. */
  shared(article: string, lang: Lang): Promise<Beside['shared']>;
  /** Where a list can be had as a file, for a while. */
  listLink(query: ListQuery, lang: Lang): string;
}

export interface AskTurns extends Required<Pick<Desk, 'said' | 'pressed' | 'forget'>> {
  compose(from: From, query: string, limit: number): Promise<Reply>;
  feedback(event: Extract<Event, { kind: 'feedback' }>): Promise<Reply[]>;
  /** Told when a reply got its message id, so that a later thumb finds what it was about. */
  sent(from: From, reply: Reply, messageId: string): void;
  /** Told when what is answered from has been changed: cards made of what was before are let go. */
  renewed(): void;
}

/** The last desk: whatever nobody else takes is a question. */
export function createAskTurns(deps: AskTurnsDeps): AskTurns {
  const { ask, store, people, fill, key, languageFor, offer, experts, shared, listLink } = deps;

  let filled = new Map<string, AnswerCard>();
  const personOf = (from: From) => key('person', from.tenant, from.person);
  const threadOf = (from: From) => key('thread', from.tenant, from.conversation, from.person);
  const replyKey = (from: From, messageId: string) => key('reply', from.tenant, from.conversation, messageId);

  async function answerTo(from: From, question: string, asked = ''): Promise<Reply> {
    const thread = threadOf(from);
    const fixed = await people.languageOf(personOf(from));
    // Of the knowledge that is asked: when it has been changed by the time of the answer, these have been let go.
    const cards = filled;
    const answer = await ask.ask(question, {
      fixed,
      locale: from.locale,
      lastSection: () => store.lastSection(thread),
    });
    if (answer.kind === 'nothing') store.countUnanswered(key('tenant', from.tenant), answer.near);
    return answerReply(from, answer, asked, question, cards);
  }

  /** A guide that goes well with an answer. A question that was stopped is not looked at again. */
  function offerFor(answer: Answer, question: string) {
    if (answer.kind === 'found') return offer(answer.lang, question, answer.quote.article.id);
    return answer.kind === 'unsure' || answer.kind === 'nothing' ? offer(answer.lang, question) : undefined;
  }

  async function answerReply(
    from: From,
    answer: Answer,
    asked = '',
    question = asked,
    cards = filled,
  ): Promise<Reply> {
    const section = sectionOf(answer);
    if (section) store.remember(threadOf(from), personOf(from), section);
    return {
      kind: 'card',
      ...(await cardFor(from, answer, asked, question, cards)),
      feedback: answer.kind !== 'blocked',
      outcome: { kind: answer.kind, lang: answer.lang, section },
    };
  }

  /** The card of a section is the same each time in a language and with what stands beside it, so it is filled once. */
  async function cardFor(
    from: From,
    answer: Answer,
    asked: string,
    question: string,
    cards: typeof filled,
  ): Promise<AnswerCard> {
    const { lang } = answer;
    const guide = offerFor(answer, question);
    if (answer.kind === 'nothing')
      return answerCard(answer, fill, asked, {
        guide,
        experts: await experts.unanswered(from, lang, question),
      });
    if (answer.kind !== 'found') return answerCard(answer, fill, asked, { guide, file: fileOf(answer) });
    const { section, article, stale } = answer.quote;
    const beside = { guide, shared: article.origin && (await shared(article.id, lang)) };
    if (asked || answer.corrected.length > 0 || answer.changes)
      return answerCard(answer, fill, asked, beside);
    const which = `${lang} ${section.id} ${stale} ${guide?.id} ${beside.shared?.used?.label}`;
    const card = cards.get(which) ?? answerCard(answer, fill, '', beside);
    cards.set(which, card);
    return card;
  }

  const fileOf = (answer: Answer): string | undefined =>
    answer.kind === 'list' && 'shared' in answer.of
      ? listLink(answer.of.shared.query, answer.lang)
      : undefined;

  async function replyTo(from: From, action: Action): Promise<Reply | undefined> {
    switch (action.do) {
      case 'ask':
        return answerTo(from, action.question, action.question);
      case 'quote': {
        const answer = ask.quote(action.section, action.lang);
        return answer && answerReply(from, answer);
      }
      case 'more': {
        const article = ask.article(action.article);
        return article && { kind: 'card', ...moreCard(article, action.lang, fill), feedback: false };
      }
      case 'list': {
        const answer = ask.list(action.topic, action.lang, action.from);
        return answer && answerReply(from, answer);
      }
      case 'solutions': {
        const answer = ask.solutions(action, action.lang, action.from);
        if (!answer) return undefined;
        // In a group each person narrows the same list in their own way.
        const inPlace = from.scope === 'personal' ? 'everyone' : 'presser';
        const card = answerCard(answer, fill, '', { file: fileOf(answer) });
        return { kind: 'card', ...card, feedback: false, inPlace };
      }
      default:
        return undefined;
    }
  }

  return {
    async said({ from, text }) {
      if (text.length > MAX_QUESTION && findPersonalData(text).length === 0) {
        const lang = await languageFor(from, text.slice(0, MAX_QUESTION));
        return [{ kind: 'text', text: textsIn(lang).tooLong(MAX_QUESTION) }];
      }
      return [await answerTo(from, text)];
    },
    async pressed(from, data) {
      const action = actionSchema.safeParse(data);
      const reply = action.success ? await replyTo(from, action.data) : undefined;
      return reply && [reply];
    },
    async compose(from, query, limit) {
      const lang = await languageFor(from, query);
      const t = textsIn(lang);
      if (findPersonalData(query).length > 0)
        return { kind: 'results', results: [], none: t.compose.blocked };
      // Before anything is typed, where to begin.
      const found = query.trim()
        ? ask.find(query, lang, limit)
        : t.welcome.examples.flatMap((example) => ask.find(example, lang, 1));
      const results = found.map((answer) => ({
        title: answer.quote.section.heading,
        text: answer.lead,
        ...insertedCard(answer, fill),
      }));
      return { kind: 'results', results, none: t.compose.none };
    },
    async feedback({ from, reaction, reason: written, replyTo: messageId }) {
      // A reason is free text: what may be about a person is not kept, the thumb is.
      const reason = written.trim().slice(0, 500);
      const about = await store.addFeedback({
        id: key('feedback', from.tenant, from.conversation, messageId, from.person),
        tenant: key('tenant', from.tenant),
        reply: replyKey(from, messageId),
        reaction,
        reason: reason && findPersonalData(reason).length === 0 ? reason : null,
      });
      const article = about?.section && ask.article(about.section.replace(/#.*$/, ''));
      if (reaction === 'like' || !about || !article) return [];
      const offered = await experts.disliked(from, about.lang, article.topic);
      return offered ? [offered] : [];
    },
    forget: (from) => store.forget(personOf(from)),
    sent(from, reply, messageId) {
      if (reply.kind === 'card' && reply.outcome)
        store.record({ reply: replyKey(from, messageId), ...reply.outcome });
    },
    renewed() {
      filled = new Map();
    },
  };
}
