import { randomUUID } from 'node:crypto';
import type { TurnState } from '@microsoft/teams-ai';
// The package's front door also loads its language-model parts: 200 ms and 35 MB at start that nothing here uses.
import { Application } from '@microsoft/teams-ai/lib/Application.js';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Event, Post, Reply, Roster } from '../messages.ts';
import type { TeamsActivity } from './activity.ts';
import { createConnect } from './connectors.ts';
import { createDoor, type Door, type TeamsSettings } from './door.ts';
import {
  composeEvent,
  conversationEvent,
  feedbackEvent,
  installationEvent,
  messageEvent,
  openedEvent,
  pressedEvent,
  unknownEvent,
} from './inbound.ts';
import { toActivity, toComposeResult, toDialog, withDialogs } from './outbound.ts';
import { createPost } from './post.ts';
import { createRoster } from './roster.ts';

/** What Teams needs of the bot; `bot.ts` has it. */
interface Bot {
  handle(event: Event): Promise<Reply[]>;
  sent(from: Event['from'], reply: Reply, messageId: string): void;
  failed(event: Event, reference: string): Reply;
  pressedNote(event: Event): string;
}

interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface Teams {
  /** What the bot needs of Teams before it can be made. */
  post: Post;
  roster: Roster;
  /** Hands the bot its events. */
  attend(bot: Bot): Receive;
}

/** One HTTP request from the Bot Framework; gives the HTTP answer. Never throws. */
export type Receive = (body: unknown, authorization: string) => Promise<{ status: number; body?: unknown }>;

export function createTeams({ settings, log }: { settings: TeamsSettings; log: Log }): Teams {
  const door = createDoor(settings);
  const connect = createConnect(door, settings);
  return {
    post: createPost(connect, settings),
    roster: createRoster(connect, door),
    attend: (bot) => attend(bot, door, settings, log),
  };
}

function attend(bot: Bot, { adapter, admit }: Door, settings: TeamsSettings, log: Log): Receive {
  // Without an app id it is the Playground that calls, and it has no dialogs to open from a card.
  const dialogs = settings.app !== undefined;
  const app = new Application({
    adapter: adapter as never,
    // One timer is shared by all turns in the library, so turns would stop each other's; our answers take milliseconds.
    startTypingTimer: false,
    // Done in inbound.ts, from the entities.
    removeRecipientMention: false,
    turnStateFactory: noState,
  });

  // Every kind of activity we know, in order; what is unknown comes last and is answered with quiet.
  app.adaptiveCards.actionExecute(['press', 'open'], async (context, _, data) => {
    const event = pressedEvent(activityOf(context), data);
    const replies = await decide(event);
    const replacing = replies.find((reply) => reply.kind === 'card' && reply.inPlace !== undefined);
    if (replacing?.kind === 'card') {
      if (replacing.inPlace === 'everyone') await replace(context, replacing);
      const { card } = replacing;
      return { ...(dialogs ? withDialogs(card) : card), type: 'AdaptiveCard' };
    }
    await send(context, event, replies);
    // An empty answer makes Teams say that the app cannot be reached, and press once more.
    return bot.pressedNote(event);
  });
  app.feedbackLoop((context) => turn(context, feedbackEvent(activityOf(context))));
  app.messageExtensions.query('search', async (context, _, query) => {
    const event = composeEvent(activityOf(context), query.parameters, Math.min(query.count, 25));
    const [reply] = await decide(event);
    return toComposeResult(reply?.kind === 'results' ? reply : { kind: 'results', results: [], none: '' });
  });
  for (const name of ['task/fetch', 'task/submit', 'composeExtension/submitAction']) {
    app.addRoute(
      invoked(name),
      (context) => dialog(context, pressedEvent(activityOf(context), dataOf(context))),
      true,
    );
  }
  app.addRoute(
    invoked('composeExtension/fetchTask'),
    (context) => dialog(context, openedEvent(activityOf(context))),
    true,
  );
  app.activity('message', (context) => turn(context, messageEvent(activityOf(context))));
  app.activity('installationUpdate', (context) => turn(context, installationEvent(activityOf(context))));
  app.activity('conversationUpdate', (context) => turn(context, conversationEvent(activityOf(context))));
  app.activity(anything, (context) => turn(context, unknownEvent(activityOf(context))));

  async function turn(context: TurnContext, event: Event): Promise<void> {
    await send(context, event, await decide(event));
  }

  /** The first reply is what the dialog shows, or says as it closes; the rest are messages like any other. */
  async function dialog(context: TurnContext, event: Event): Promise<void> {
    const [next, ...messages] = await decide(event);
    await send(context, event, messages);
    const body = next && next.kind !== 'results' ? { task: toDialog(next) } : undefined;
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
  }

  async function send(context: TurnContext, event: Event, replies: Reply[]): Promise<void> {
    for (const reply of replies) {
      if (reply.kind === 'results') continue;
      const sent = await context.sendActivity(toActivity(reply, dialogs));
      if (sent?.id) bot.sent(event.from, reply, sent.id);
    }
  }

  /**
   * A card that is only given back to a press is gone when the chat is opened again or on another device (Teams then
   * shows the message as it was sent), so the message itself is changed too. The step is on the screen even if that fails.
   */
  async function replace(context: TurnContext, reply: Extract<Reply, { kind: 'card' }>): Promise<void> {
    const { replyToId } = context.activity;
    if (!replyToId) return;
    try {
      await context.updateActivity({ ...toActivity(reply, dialogs), id: replyToId });
    } catch (error) {
      log.warn({ err: vendorError(error) }, 'a card could not be changed');
    }
  }

  /** What broke is in the log under a number; the person gets the number and a kind sentence, never the cause. */
  async function decide(event: Event): Promise<Reply[]> {
    try {
      return await bot.handle(event);
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      log.error({ reference, event: event.kind, err: error }, 'a turn failed');
      const reply = bot.failed(event, reference);
      return event.kind === 'compose'
        ? [{ kind: 'results', results: [], none: reply.kind === 'text' ? reply.text : '' }]
        : [reply];
    }
  }

  return async (body, authorization) => {
    const admitted = await admit(body, authorization);
    if ('status' in admitted) {
      log.warn({ status: admitted.status, reason: admitted.reason }, 'refused');
      return { status: admitted.status };
    }
    const { auth, activity } = admitted;
    try {
      const invoke = await adapter.run(auth, activity, async (context) => {
        await app.run(context);
      });
      // An invoke nobody answered is one we do not know: 501 would make Teams show an error.
      return invoke && invoke.status !== 501 ? { status: invoke.status, body: invoke.body } : { status: 200 };
    } catch (error) {
      log.error({ type: activity.type, err: vendorError(error) }, 'a reply could not be sent');
      return { status: activity.type === 'invoke' ? 500 : 200 };
    }
  };
}

const invoked = (name: string) => async (context: TurnContext) =>
  context.activity.type === ActivityTypes.Invoke && context.activity.name === name;

/** What was filled in, and what the button carried; the platform's own part of it is taken out. */
function dataOf(context: TurnContext): unknown {
  const { msteams: _msteams, ...data } = (context.activity.value?.data ?? {}) as Record<string, unknown>;
  return data;
}

const activityOf = (context: TurnContext): TeamsActivity => context.activity as unknown as TeamsActivity;
const anything = async (): Promise<boolean> => true;

/** The library keeps state for each conversation; ours is in the database, under keyed hashes. Made anew for each turn. */
const noState = () =>
  ({
    temp: {},
    user: {},
    conversation: {},
    load: async () => false,
    save: async () => {},
  }) as unknown as TurnState;

/** The connector's errors carry the whole request, card and address and token; only what tells the cause is kept. */
function vendorError(error: unknown): object {
  const { name, message, statusCode, code } = error as Error & { statusCode?: number; code?: string };
  return { name, statusCode, code, message: statusCode ? undefined : message };
}
