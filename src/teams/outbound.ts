import {
  type Activity,
  ActivityTypes,
  CardFactory,
  type MessagingExtensionResult,
  type TaskModuleResponse,
} from 'botbuilder';
import type { Card, Outgoing, Reply } from '../messages.ts';

type Sendable = Extract<Reply, { kind: 'text' | 'card' }> | Outgoing;

/** The verb of a button whose answer is meant for a dialog. Cards are written without knowing whether there are any. */
const OPEN = 'open';

/**
 * A reply as an activity. Never text and a card in one: the service splits them, and the message id is lost.
 * `dialogs`: the client can open them. The Playground cannot, and gets the same card in place of the one pressed.
 */
export function toActivity(reply: Sendable, dialogs: boolean): Partial<Activity> {
  if (reply.kind === 'text') {
    const suggestions = 'suggestions' in reply ? (reply.suggestions ?? []) : [];
    const actions = suggestions.map((text) => ({ type: 'imBack', title: text, value: text }));
    return {
      type: ActivityTypes.Message,
      text: reply.text,
      ...(actions.length > 0 ? { suggestedActions: { to: [], actions } } : {}),
    };
  }
  return {
    type: ActivityTypes.Message,
    // The summary is what the notification says; without it people read "sent a card".
    summary: reply.summary,
    attachments: [CardFactory.adaptiveCard(dialogs ? withDialogs(reply.card) : reply.card)],
    ...('feedback' in reply && reply.feedback
      ? { channelData: { feedbackLoopEnabled: true, feedbackLoop: { type: 'default' } } }
      : {}),
  };
}

export function toComposeResult(reply: Extract<Reply, { kind: 'results' }>): MessagingExtensionResult {
  if (reply.results.length === 0) return { type: 'message', text: reply.none };
  return {
    type: 'result',
    attachmentLayout: 'list',
    attachments: reply.results.map(({ title, text, card }) => ({
      ...CardFactory.adaptiveCard(card),
      preview: CardFactory.thumbnailCard(title, undefined, undefined, { text }),
    })),
  };
}

/** A reply as what a dialog shows next; a text closes it. */
export function toDialog(reply: Sendable): TaskModuleResponse['task'] {
  if (reply.kind === 'text') return { type: 'message', value: reply.text };
  const title = 'title' in reply ? reply.title : undefined;
  return {
    type: 'continue',
    value: {
      title: title ?? reply.summary,
      card: CardFactory.adaptiveCard(forDialog(reply.card)),
      width: 'medium',
      height: 'large',
    },
  };
}

/** Buttons that open a dialog, said the one way Teams knows: a Submit that asks for one. */
export const withDialogs = (card: Card): Card =>
  changed(card, (action) =>
    action.verb === OPEN
      ? submit(action, { ...(action.data as object), msteams: { type: 'task/fetch' } })
      : action,
  );

/** A dialog hands in what is filled in with Action.Submit only. */
export const forDialog = (card: Card): Card =>
  changed(card, (action) => submit(action, action.data as object));

type Action = Record<string, unknown>;

function submit({ verb: _verb, fallback: _fallback, ...action }: Action, data: object): Action {
  return { ...action, type: 'Action.Submit', data };
}

/** Every Action.Execute of a card, changed; the card itself is left as it is. */
function changed<T>(part: T, change: (action: Action) => Action): T {
  if (Array.isArray(part)) return part.map((item) => changed(item, change)) as T;
  if (part === null || typeof part !== 'object') return part;
  const { type } = part as { type?: unknown };
  if (type === 'Action.Execute') return change(part as Action) as T;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, key === 'data' ? value : changed(value, change)]),
  ) as T;
}
