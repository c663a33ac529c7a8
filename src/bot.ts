import { actionSchema } from './actions.ts';
import { detectLanguage, languageOfLocale } from './ask/language.ts';
import type { AskTurns } from './ask/turns.ts';
import type { FillCard } from './cards.ts';
import { type Command, readCommand } from './commands.ts';
import type { Desk } from './desk.ts';
import { helpCard, privacyCard, welcomeCard } from './greetings.ts';
import type { GuideTurns } from './guide/turns.ts';
import { type Lang, langs } from './knowledge/model.ts';
import type { Event, From, Reply } from './messages.ts';
import type { Addresses } from './people/addresses.ts';
import type { Key } from './people/key.ts';
import type { People } from './people/people.ts';
import { may } from './people/rules.ts';
import type { WhoIs } from './people/who.ts';
import { textsIn } from './texts/texts.ts';

export interface BotDeps {
  ask: AskTurns;
  guide: GuideTurns;
  /** The other jobs, in the order they are asked. */
  desks: Desk[];
  people: People;
  /** Told of everyone who writes, so that they can be written to. */
  addresses: Pick<Addresses, 'seen'>;
  who: WhoIs;
  fill: FillCard;
  key: Key;
  languageFor(from: From, text?: string): Promise<Lang>;
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
  /** Told when what is answered from has been changed. */
  renewed(): void;
}

/** The whole bot on one screen: which event goes to which job. What nobody takes is a question, and ask comes last. */
export function createBot(deps: BotDeps): Bot {
  const { ask, guide, desks, people, addresses, who, fill, key, languageFor } = deps;
  const personOf = (from: From) => key('person', from.tenant, from.person);

  async function handle(event: Event): Promise<Reply[]> {
    const { from } = event;
    switch (event.kind) {
      case 'message':
        return onMessage(event);
      case 'pressed':
        return (
          (await first([...desks, guide, ask], (desk) => desk.pressed?.(from, event.data))) ?? [
            say(textsIn(await languageFor(from)).stalePress),
          ]
        );
      case 'opened':
        return (await first(desks, (desk) => desk.opened?.(from, event.command, event.text))) ?? [];
      case 'compose':
        return [await ask.compose(from, event.query, event.limit)];
      case 'feedback':
        return ask.feedback(event);
      case 'installed':
        await tell(event);
        return [welcomeCard(await languageFor(from), fill)];
      case 'uninstalled':
        await tell(event);
        // Who takes the app out of a team or a group may still have it in their own chat.
        if (from.scope === 'personal') await forget(from);
        return [];
      case 'channel':
        await tell(event);
        return [];
      case 'unknown':
        return [];
    }
  }

  async function onMessage(event: Extract<Event, { kind: 'message' }>): Promise<Reply[]> {
    const { from, text, attached } = event;
    addresses.seen(from);
    const command = readCommand(text);
    if (command) return onCommand(from, command, text, attached);
    return (await first(desks, (desk) => desk.said?.(event))) ?? (await ask.said(event)) ?? [];
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
        return [await helpFor(from, lang)];
      case 'guides':
        return [guide.list(lang)];
      case 'privacy':
        return [privacyCard(lang, fill)];
      case 'forget':
        await forget(from);
        return [say(t.forgotten)];
      case 'emoji':
        return [say(t.emoji, t.welcome.examples)];
      case 'empty':
        return attached ? [say(t.noText, t.welcome.examples)] : [await helpFor(from, lang)];
    }
  }

  async function helpFor(from: From, lang: Lang): Promise<Reply> {
    const asking = await who(from);
    return helpCard(lang, fill, (what) => may(asking, what));
  }

  async function onLanguage(from: From, choice: Lang | 'automatic' | 'unknown'): Promise<Reply> {
    if (choice === 'unknown') return say(textsIn(await languageFor(from)).languageUnknown);
    await people.setLanguage(personOf(from), choice === 'automatic' ? undefined : choice);
    if (choice !== 'automatic') return say(textsIn(choice).languageSet);
    return say(textsIn(await languageFor(from)).languageFollowed);
  }

  async function tell(event: Parameters<NonNullable<Desk['heard']>>[0]): Promise<void> {
    for (const desk of desks) await desk.heard?.(event);
  }

  async function forget(from: From): Promise<void> {
    for (const desk of [...desks, ask]) await desk.forget?.(from);
    await people.forget(personOf(from));
  }

  return {
    handle,
    sent: ask.sent,
    renewed: ask.renewed,
    pressedNote(event) {
      // The card that was pressed has a language, and the note stands on it.
      const data = event.kind === 'pressed' ? event.data : undefined;
      const action = actionSchema.safeParse(data).data;
      const asked = action?.do === 'ask' ? detectLanguage(action.question) : langOf(data);
      return textsIn(asked ?? languageOfLocale(event.from.locale) ?? 'nb').pressed;
    },
    failed: (event, reference) => say(textsIn(languageOfLocale(event.from.locale) ?? 'nb').failed(reference)),
  };
}

/** Asks each desk in turn, until one takes it. */
async function first(
  desks: Desk[],
  ask: (desk: Desk) => Promise<Reply[] | undefined> | undefined,
): Promise<Reply[] | undefined> {
  for (const desk of desks) {
    const replies = await ask(desk);
    if (replies) return replies;
  }
  return undefined;
}

const langOf = (data: unknown): Lang | undefined =>
  langs.find((lang) => lang === (data as { lang?: unknown })?.lang);

/** Teams shows at most three suggestions, and only in a personal chat; elsewhere they do no harm. */
const say = (text: string, suggestions: string[] = []): Reply => ({
  kind: 'text',
  text,
  suggestions: suggestions.slice(0, 3),
});
