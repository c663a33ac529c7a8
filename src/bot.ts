import { type Action, actionSchema } from './actions.ts';
import { type Answer, sectionOf } from './ask/answer.ts';
import { type Ask, MAX_QUESTION } from './ask/ask.ts';
import { type AnswerCard, answerCard, insertedCard, moreCard } from './ask/card.ts';
import { detectLanguage, languageOfLocale } from './ask/language.ts';
import { findPersonalData } from './ask/personal-data.ts';
import type { AskStore } from './ask/store.ts';
import type { FillCard } from './cards.ts';
import { type Command, readCommand } from './commands.ts';
import { helpCard, privacyCard, welcomeCard } from './greetings.ts';
import { type GuideCard, guideButton, guideCard, guidesCard } from './guide/card.ts';
import type { Guides } from './guide/guide.ts';
import type { Guide } from './knowledge/guide.ts';
import type { Lang } from './knowledge/model.ts';
import type { Event, From, Reply } from './messages.ts';
import type { Key } from './people/key.ts';
import type { People } from './people/people.ts';
import { textsIn } from './texts/texts.ts';

export interface BotDeps {
  ask: Ask;
  askStore: AskStore;
  guides: Guides;
  people: People;
  fill: FillCard;
  key: Key;
}

export interface Bot {
  /** What to say to an event. Decides only: nothing is sent from here. */
  handle(event: Event): Promise<Reply[]>;
  /** Told when a reply got its message id, so that a later thumb finds what it was about. */
  sent(from: From, reply: Reply, messageId: string): void;
  /** The kind sentence for when something broke. */
  failed(event: Event, reference: string): Reply;
  /** What Teams shows for a moment on the card whose button was pressed. */
  pressedNote(event: Event): string;
  /** Told when what is answered from has been changed: cards made of what was before are let go. */
  renewed(): void;
}

/** The whole bot on one screen: which event goes to which job. */
export function createBot(deps: BotDeps): Bot {
  const { ask, askStore, guides, people, fill, key } = deps;

  let filled = new Map<string, AnswerCard>();
  const personOf = (from: From) => key('person', from.tenant, from.person);
  const threadOf = (from: From) => key('thread', from.tenant, from.conversation, from.person);
  const replyKey = (from: From, messageId: string) => key('reply', from.tenant, from.conversation, messageId);

  async function handle(event: Event): Promise<Reply[]> {
    const { from } = event;
    switch (event.kind) {
      case 'message':
        return onMessage(from, event.text, event.attached);
      case 'pressed':
        return onPressed(from, event.data);
      case 'compose':
        return [await onCompose(from, event.query, event.limit)];
      case 'feedback':
        return onFeedback(event);
      case 'installed':
        return [welcomeCard(await languageFor(from), fill)];
      case 'uninstalled':
        await forget(from);
        return [];
      case 'unknown':
        return [];
    }
  }

  async function onMessage(from: From, text: string, attached: boolean): Promise<Reply[]> {
    const command = readCommand(text);
    if (command) return onCommand(from, command, text, attached);
    if (text.length > MAX_QUESTION && findPersonalData(text).length === 0) {
      const lang = await languageFor(from, text.slice(0, MAX_QUESTION));
      return [say(textsIn(lang).tooLong(MAX_QUESTION))];
    }
    return [await answerTo(from, text)];
  }

  async function onCommand(from: From, command: Command, text: string, attached: boolean): Promise<Reply[]> {
    if (command.kind === 'language') return [await onLanguage(from, command.lang)];
    const lang = await languageFor(from, text);
    const t = textsIn(lang);
    switch (command.kind) {
      case 'hello':
        return [say(t.hello, t.welcome.examples)];
      case 'thanks':
        return [say(t.thanks)];
      case 'help':
        return [helpCard(lang, fill)];
      case 'guides':
        return [guideReply(guidesCard(guides, lang, fill))];
      case 'privacy':
        return [privacyCard(lang, fill)];
      case 'forget':
        await forget(from);
        return [say(t.forgotten)];
      case 'emoji':
        return [say(t.emoji, t.welcome.examples)];
      case 'empty':
        return attached ? [say(t.noText, t.welcome.examples)] : [helpCard(lang, fill)];
    }
  }

  async function onLanguage(from: From, choice: Lang | 'automatic' | 'unknown'): Promise<Reply> {
    if (choice === 'unknown') return say(textsIn(await languageFor(from)).languageUnknown);
    await people.setLanguage(personOf(from), choice === 'automatic' ? undefined : choice);
    if (choice !== 'automatic') return say(textsIn(choice).languageSet);
    return say(textsIn(await languageFor(from)).languageFollowed);
  }

  async function answerTo(from: From, question: string, asked = ''): Promise<Reply> {
    const thread = threadOf(from);
    const fixed = await people.languageOf(personOf(from));
    // Of the knowledge that is asked: when it has been changed by the time of the answer, these have been let go.
    const cards = filled;
    const answer = await ask.ask(question, {
      fixed,
      locale: from.locale,
      lastSection: () => askStore.lastSection(thread),
    });
    return answerReply(from, answer, asked, question, cards);
  }

  /** A guide that goes well with an answer. A question that was stopped is not looked at again. */
  function offerFor(answer: Answer, question: string): Guide | undefined {
    if (answer.kind === 'found') return guides.offer(question, answer.quote.article.id);
    return answer.kind === 'unsure' || answer.kind === 'nothing' ? guides.offer(question) : undefined;
  }

  function answerReply(from: From, answer: Answer, asked = '', question = asked, cards = filled): Reply {
    const section = sectionOf(answer);
    if (section) askStore.remember(threadOf(from), personOf(from), section);
    return {
      kind: 'card',
      ...cardFor(answer, asked, offerFor(answer, question), cards),
      feedback: answer.kind !== 'blocked',
      outcome: { kind: answer.kind, lang: answer.lang, section },
    };
  }

  /** The card of a section is the same each time in a language and with a guide, so it is filled once. */
  function cardFor(
    answer: Answer,
    asked: string,
    offer: Guide | undefined,
    cards: typeof filled,
  ): AnswerCard {
    const button = offer && guideButton(offer, answer.lang);
    if (answer.kind !== 'found' || asked || answer.corrected.length > 0 || answer.changes)
      return answerCard(answer, fill, asked, button);
    const which = `${answer.lang} ${answer.quote.section.id} ${answer.quote.stale} ${offer?.id}`;
    const card = cards.get(which) ?? answerCard(answer, fill, '', button);
    cards.set(which, card);
    return card;
  }

  async function onPressed(from: From, data: unknown): Promise<Reply[]> {
    const action = actionSchema.safeParse(data);
    const reply = action.success ? await replyTo(from, action.data) : undefined;
    return [reply ?? say(textsIn(await languageFor(from)).stalePress)];
  }

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
        const answer = ask.solutions(action.where, action.lang, action.from);
        return answer && answerReply(from, answer);
      }
      case 'guide':
        return guideReply(await stepCard(from, action.guide, [], action.lang));
      case 'step':
        return {
          ...guideReply(await stepCard(from, action.guide, action.path, action.lang)),
          // In a group each person has their own way through the same card.
          inPlace: from.scope === 'personal' ? 'everyone' : 'presser',
        };
    }
  }

  /** In the person's own language where they have fixed one, else in that of the card. */
  async function stepCard(from: From, guide: string, path: number[], lang: Lang): Promise<GuideCard> {
    const fixed = await people.languageOf(personOf(from));
    return guideCard(guides.at(guide, path), guides, fixed ?? lang, fill);
  }

  async function onCompose(from: From, query: string, limit: number): Promise<Reply> {
    const lang = await languageFor(from, query);
    const t = textsIn(lang);
    if (findPersonalData(query).length > 0) return { kind: 'results', results: [], none: t.compose.blocked };
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
  }

  async function onFeedback(event: Extract<Event, { kind: 'feedback' }>): Promise<Reply[]> {
    const { from, reaction, replyTo: messageId } = event;
    // A reason is free text: what may be about a person is not kept, the thumb is.
    const reason = event.reason.trim().slice(0, 500);
    await askStore.addFeedback({
      id: key('feedback', from.tenant, from.conversation, messageId, from.person),
      reply: replyKey(from, messageId),
      reaction,
      reason: reason && findPersonalData(reason).length === 0 ? reason : null,
    });
    return [];
  }

  async function forget(from: From): Promise<void> {
    await askStore.forget(personOf(from));
    await people.forget(personOf(from));
  }

  async function languageFor(from: From, text = ''): Promise<Lang> {
    const locale = languageOfLocale(from.locale);
    return (await people.languageOf(personOf(from))) ?? detectLanguage(text, locale) ?? locale ?? 'nb';
  }

  return {
    handle,
    sent(from, reply, messageId) {
      if (reply.kind === 'card' && reply.outcome)
        askStore.record({ reply: replyKey(from, messageId), ...reply.outcome });
    },
    pressedNote(event) {
      // The card that was pressed has a language, and the note stands on it.
      const action = actionSchema.safeParse(event.kind === 'pressed' ? event.data : undefined).data;
      const asked = action?.do === 'ask' ? detectLanguage(action.question) : action?.lang;
      return textsIn(asked ?? languageOfLocale(event.from.locale) ?? 'nb').pressed;
    },
    renewed() {
      filled = new Map();
    },
    failed: (event, reference) => say(textsIn(languageOfLocale(event.from.locale) ?? 'nb').failed(reference)),
  };
}

/** No thumbs and no outcome: what people answer on the way is not kept. */
const guideReply = (card: GuideCard): Extract<Reply, { kind: 'card' }> => ({
  kind: 'card',
  ...card,
  feedback: false,
});

/** Teams shows at most three suggestions, and only in a personal chat; elsewhere they do no harm. */
const say = (text: string, suggestions: string[] = []): Reply => ({
  kind: 'text',
  text,
  suggestions: suggestions.slice(0, 3),
});
