import { type Activity, ActivityTypes, CardFactory, type MessagingExtensionResult } from 'botbuilder';
import type { Reply } from '../messages.ts';

type Sendable = Extract<Reply, { kind: 'text' | 'card' }>;

/** A reply as an activity. Never text and a card in one: the service splits them, and the message id is lost. */
export function toActivity(reply: Sendable): Partial<Activity> {
  if (reply.kind === 'text') {
    const actions = reply.suggestions?.map((text) => ({ type: 'imBack', title: text, value: text })) ?? [];
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
    attachments: [CardFactory.adaptiveCard(reply.card)],
    ...(reply.feedback
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
