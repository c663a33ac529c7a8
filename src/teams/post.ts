import type { Activity } from 'botbuilder';
import type { Address, Outgoing, Post, Posted } from '../messages.ts';
import { type Connect, type Connector, TIMEOUT_MS } from './connectors.ts';
import type { TeamsSettings } from './door.ts';
import { unsent } from './errors.ts';
import { toActivity } from './outbound.ts';

/** Sends unasked. Each call is made once: what is to be tried again is said in the answer. */
export function createPost(connect: Connect, { app }: TeamsSettings): Post {
  const activityOf = (message: Outgoing) => toActivity(message, app !== undefined) as Partial<Activity>;

  async function told(sending: () => Promise<Posted>): Promise<Posted> {
    try {
      return await sending();
    } catch (error) {
      return unsent(error, Date.now());
    }
  }

  return {
    send: (address, message, signal) =>
      told(async () => {
        const connector = await connect(address.service);
        const options = { timeout: TIMEOUT_MS, abortSignal: signal };
        const conversation = address.conversation ?? (await open(connector, address, app, options));
        const { conversations } = connector;
        const { id } = await conversations.sendToConversation(conversation, activityOf(message), options);
        return { kind: 'sent', message: id ?? '', address: { ...address, conversation } };
      }),
    update: (address, message, changed, signal) =>
      told(async () => {
        const { conversation } = address;
        if (!conversation || !message) return { kind: 'refused', reason: 'no message' };
        const { conversations } = await connect(address.service);
        const options = { timeout: TIMEOUT_MS, abortSignal: signal };
        const activity = { ...activityOf(changed), id: message };
        await conversations.updateActivity(conversation, message, activity, options);
        return { kind: 'sent', message, address };
      }),
  };
}

/** The conversation with a person: Teams gives the one there is, or makes it. */
async function open(
  { conversations }: Connector,
  { person, tenant }: Address,
  app: TeamsSettings['app'],
  options: { timeout: number; abortSignal: AbortSignal },
): Promise<string> {
  if (!person) throw Object.assign(new Error('an address of nobody'), { statusCode: 400 });
  const made = await conversations.createConversation(
    {
      isGroup: false,
      bot: { id: app ? `28:${app.id}` : '', name: '' },
      members: [{ id: person, name: '' }],
      tenantId: tenant,
      channelData: { tenant: { id: tenant } },
      activity: undefined as never,
    },
    options,
  );
  return made.id;
}
