import { expect } from 'vitest';
import { actionsOf, textOf } from '../connector.ts';
import { ADMIN, activity, type Running } from '../running.ts';

export type Content = Record<string, unknown>;
export type Data = Record<string, unknown>;

export const titles = (card: Content) => actionsOf(card).map(({ title }) => title);
/** What is read, without the escapes of Markdown and what keeps words together. */
export const plainOf = (card: Content) =>
  textOf(card)
    .replaceAll('\u00a0', ' ')
    .replace(/\\(?=[^\w\s])/g, '');

export function titled(card: Content, title: string | RegExp): Data {
  const found = actionsOf(card).find((action) =>
    typeof title === 'string' ? action.title === title : title.test(action.title),
  );
  if (!found) throw new Error(`“${title}” is not among ${titles(card).join(', ')}`);
  return found.data as Data;
}

export function inputs(node: unknown): Content[] {
  if (Array.isArray(node)) return node.flatMap(inputs);
  if (!node || typeof node !== 'object') return [];
  if (String((node as Content).type).startsWith('Input.')) return [node as Content];
  return Object.values(node).flatMap(inputs);
}

export const filledIn = (card: Content, id: string) => inputs(card).find((input) => input.id === id)?.value;

/** A municipality of its own, in Teams: people in their own chats and in the editors' channel. */
export function municipality(running: () => Running, tenantId: string) {
  const channel = {
    id: `19:redaktorer-${tenantId}@thread.tacv2`,
    conversationType: 'channel',
    isGroup: true,
    tenantId,
  };

  function person(id: string, name: string, where: 'personal' | 'channel' = 'personal') {
    const own = { id: `a:${id}-${tenantId}`, conversationType: 'personal', tenantId };
    const base = {
      from: { id: `29:${id}`, aadObjectId: id, name },
      conversation: where === 'channel' ? channel : own,
      channelData: {
        tenant: { id: tenantId },
        ...(where === 'channel' ? { team: { id: `19:team-${tenantId}` } } : {}),
      },
    };
    const post = (more: Content) => running().post(activity(running().connector.url, { ...base, ...more }));
    async function press(data: unknown, filled: Data = {}): Promise<Content> {
      const { status, body } = await post({
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: 'press', data: { ...(data as Data), ...filled } } },
      });
      expect(status).toBe(200);
      return (body as { value: Content }).value;
    }
    return {
      conversation: base.conversation.id,
      /** The last that was said to what is written: a card, or a text. */
      async say(text: string): Promise<Content & { said: string }> {
        await post({ text });
        const last = sentTo(base.conversation.id).at(-1)?.body;
        return { ...last?.attachments?.[0]?.content, said: last?.text ?? '' };
      },
      press,
      /** Presses the button with this title, with what is filled in on the card. */
      on: (card: Content, title: string | RegExp, filled: Data = {}) => press(titled(card, title), filled),
      /** The card of the dialog that a command of the app opens. */
      async opened(text: string): Promise<Content> {
        const value = {
          commandId: 'share',
          ...(text ? { messagePayload: { body: { content: text } } } : {}),
        };
        const { body } = await post({ type: 'invoke', name: 'composeExtension/fetchTask', value });
        const { task } = body as { task: { value: { card: { content: Content } } } };
        return executes(task.value.card.content) as Content;
      },
    };
  }

  function sentTo(conversation: string) {
    return running().connector.sent.filter(({ path }) =>
      decodeURIComponent(path).includes(`/${conversation}/`),
    );
  }

  return {
    channel: channel.id,
    admin: (where?: 'channel') => person(ADMIN, 'Anne Admin', where),
    staff: (n = 1, where?: 'channel') => person(`${tenantId}-p${n}`, `Ansatt ${n}`, where),
    sentTo,
  };
}

/** In a dialog buttons are Submits; they are read as those of any card. */
function executes(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(executes);
  if (!node || typeof node !== 'object') return node;
  const copied = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, executes(value)]));
  return copied.type === 'Action.Submit' ? { ...copied, type: 'Action.Execute' } : copied;
}

export type Someone = ReturnType<ReturnType<typeof municipality>['staff']>;

export const LONG_ENOUGH =
  'Vi trengte en felles vaktordning for hjemmetjenesten, fordi hver sone hadde sin egen og ingen kunne hjelpe hverandre.';

export const ABOUT = {
  'in-kind': 'experience',
  'in-title': 'Felles digital vaktordning',
  'in-problem': LONG_ENOUGH,
};
export const TOLD = {
  'in-done':
    'Vi kjøpte ett system sammen med nabokommunene, lærte opp alle i løpet av høsten og flyttet en sone om gangen.',
  'in-result': 'Alle soner bruker samme plan.',
  'in-again': '',
  'in-otherwise': 'Begynt opplæringen tidligere.',
};
export const FACTS = {
  'in-place': 'Skedsmo',
  'in-year': 2025,
  'in-procedure': 'konkurransepreget-dialog',
  'in-systems': 'SmartVakt',
  'in-topic': 'digitalisering',
  'in-tags': 'welfare technology',
};
export const PRIVACY = {
  'in-dpia': 'yes',
  'in-dpiaLink': 'https://lillestrom.kommune.no/dpia',
  'in-agreement': 'not-relevant',
  'in-links': 'Kravspesifikasjon https://lillestrom.kommune.no/krav',
};
const CONTACT = {
  'in-role': 'innkjøpsrådgiver',
  'in-office': 'innkjøp, Lillestrøm kommune',
  'in-consent': 'yes',
};

/** From the first step to the preview. */
export async function filled(who: Someone, change: Data = {}): Promise<Content> {
  const start = await who.say('del en løsning');
  let card = await who.on(start, 'Erfaring');
  for (const step of [ABOUT, TOLD, FACTS, PRIVACY, CONTACT]) {
    const own = Object.fromEntries(Object.entries(change).filter(([name]) => name in step));
    card = await who.on(card, 'Neste', { ...step, ...own });
  }
  return titles(card).includes('Send inn') ? card : who.on(card, 'Neste');
}
