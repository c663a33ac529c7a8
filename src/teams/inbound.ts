import type { Address, Event, From, Mention } from '../messages.ts';
import { type TeamsActivity, tenantOf } from './activity.ts';

/** Activities → events. Pure: converts, decides nothing. */

export function messageEvent(activity: TeamsActivity): Event {
  const from = fromOf(activity);
  // A card's Action.Submit comes as a message with a value and no text.
  if (!activity.text && activity.value !== undefined && activity.value !== null) {
    return { kind: 'pressed', from, data: activity.value };
  }
  // A card of ours that someone inserted from the compose box in their chat with us: nothing is asked.
  if (activity.attachments?.some((a) => a.contentType.startsWith('application/vnd.microsoft.card.'))) {
    return { kind: 'unknown', from };
  }
  return {
    kind: 'message',
    from,
    text: textOf(activity),
    attached: hasAttachment(activity),
    mentions: mentionsIn(activity),
  };
}

export function pressedEvent(activity: TeamsActivity, data: unknown): Event {
  return { kind: 'pressed', from: fromOf(activity), data };
}

export function composeEvent(
  activity: TeamsActivity,
  parameters: Record<string, unknown>,
  limit: number,
): Event {
  const query = Object.values(parameters).find((value) => typeof value === 'string') ?? '';
  // Teams asks with "true" when the box is opened, before anything is typed.
  const opened = 'initialRun' in parameters;
  return { kind: 'compose', from: fromOf(activity), query: opened ? '' : String(query), limit };
}

export function feedbackEvent(activity: TeamsActivity): Event {
  const value = (activity.value ?? {}) as { actionValue?: { reaction?: unknown; feedback?: unknown } };
  const { reaction, feedback } = value.actionValue ?? {};
  return {
    kind: 'feedback',
    from: fromOf(activity),
    reaction: reaction === 'like' ? 'like' : 'dislike',
    reason: reasonOf(feedback),
    // The Playground does not say which message; then each thumb stands for itself.
    replyTo: activity.replyToId ?? activity.id ?? '',
  };
}

export function installationEvent(activity: TeamsActivity): Event {
  const from = fromOf(activity);
  if (activity.action === 'add') return { kind: 'installed', from };
  // "remove-upgrade" and "add-upgrade" are a new version on its way in: nobody has left or come.
  return activity.action === 'remove' ? { kind: 'uninstalled', from } : { kind: 'unknown', from };
}

/** A dialog of the app that someone opens: "Del en løsning" from the compose box, or on a message that is there. */
export function openedEvent(activity: TeamsActivity): Event {
  const value = (activity.value ?? {}) as {
    commandId?: unknown;
    messagePayload?: { body?: { content?: unknown } };
  };
  const content = value.messagePayload?.body?.content;
  return {
    kind: 'opened',
    from: fromOf(activity),
    command: String(value.commandId ?? ''),
    text: typeof content === 'string' ? withoutMarkup(content).replace(/\s+/g, ' ').trim() : '',
  };
}

/** What happens to a team and its channels; everything else in a conversation's life is nothing to us. */
export function conversationEvent(activity: TeamsActivity): Event {
  const { eventType, channel, team } = activity.channelData ?? {};
  // With the team goes the app, and Teams need not say so by itself.
  if (eventType === 'teamDeleted' || eventType === 'teamHardDeleted')
    return { kind: 'uninstalled', from: fromOf(activity) };
  const change =
    eventType === 'channelRenamed' ? 'renamed' : eventType === 'channelDeleted' ? 'deleted' : undefined;
  if (!change || !channel) return unknownEvent(activity);
  return {
    kind: 'channel',
    from: fromOf(activity),
    change,
    channel: { ...addressOf(activity), conversation: channel.id, person: undefined, team: team?.id },
    name: channel.name ?? '',
  };
}

export const unknownEvent = (activity: TeamsActivity): Event => ({ kind: 'unknown', from: fromOf(activity) });

function fromOf(activity: TeamsActivity): From {
  const type = activity.conversation.conversationType;
  return {
    tenant: tenantOf(activity),
    person: activity.from.aadObjectId ?? activity.from.id,
    // In a channel the id of a thread follows the id of the channel.
    conversation: activity.conversation.id,
    scope:
      type === 'channel'
        ? 'channel'
        : type === 'groupChat' || activity.conversation.isGroup
          ? 'group'
          : 'personal',
    locale: activity.locale ?? undefined,
    name: activity.from.name ?? undefined,
    address: addressOf(activity),
  };
}

function addressOf(activity: TeamsActivity): Address {
  const { conversation, channelData } = activity;
  const personal = conversation.conversationType === 'personal';
  return {
    tenant: tenantOf(activity),
    service: activity.serviceUrl,
    // What is written later begins a thread of its own: the channel without the message it came from.
    conversation: conversation.id.replace(/;messageid=.*$/, ''),
    ...(personal ? { person: activity.from.id } : {}),
    ...(channelData?.team ? { team: channelData.team.id } : {}),
  };
}

/** Everyone written with an @ but ourselves, each once. */
function mentionsIn(activity: TeamsActivity): Mention[] {
  const mentions = (activity.entities ?? []).flatMap(({ type, mentioned }) =>
    type === 'mention' && mentioned && mentioned.id !== activity.recipient.id
      ? [{ id: mentioned.id, name: mentioned.name ?? '' }]
      : [],
  );
  return [...new Map(mentions.map((mention) => [mention.id, mention])).values()];
}

/** The words of a message: mentions of us taken out (as the entities say, never guessed from the text), markup removed. */
function textOf(activity: TeamsActivity): string {
  let text = activity.text ?? '';
  for (const entity of activity.entities ?? []) {
    if (entity.type === 'mention' && entity.text && entity.mentioned?.id === activity.recipient.id) {
      text = text.replaceAll(entity.text, ' ');
    }
  }
  return withoutMarkup(text).replace(/\s+/g, ' ').trim();
}

const ENTITIES = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }));

function withoutMarkup(text: string): string {
  return text
    .replace(/<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]+);/gi, (whole, name: string) => {
      const code = name.startsWith('#x')
        ? Number.parseInt(name.slice(2), 16)
        : name.startsWith('#')
          ? Number(name.slice(1))
          : undefined;
      if (code === undefined) return ENTITIES.get(name.toLowerCase()) ?? whole;
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    });
}

function hasAttachment(activity: TeamsActivity): boolean {
  // Teams sends the formatted twin of every message as a text/html attachment.
  return (activity.attachments ?? []).some((a) => a.contentType !== 'text/html');
}

/** Teams sends the reason as JSON in a string, {"feedbackText": "…"}; the Playground as plain text. */
function reasonOf(feedback: unknown): string {
  if (typeof feedback !== 'string') return '';
  try {
    const parsed: unknown = JSON.parse(feedback);
    if (parsed && typeof parsed === 'object' && 'feedbackText' in parsed)
      return String(parsed.feedbackText ?? '');
  } catch {
    // Plain text.
  }
  return feedback;
}
