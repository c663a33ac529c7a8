import { expect, vi } from 'vitest';
import { actionsOf, textOf } from '../connector.ts';
import { ADMIN, activity, type Running } from '../running.ts';

/** People of a municipality and its channels, as they write and press. */

type Content = Record<string, unknown>;
export type Data = Record<string, unknown>;

let count = 0;

export function municipality(running: Running) {
  const tenantId = `handoff-${++count}`;
  const team = `19:team-${tenantId}`;
  const post = (change: object) => running.post(activity(running.connector.url, { ...change }));

  /** `where`: their own chat, or a channel by its name. */
  function person(id: string, name: string, where = '', more: object = {}) {
    const channelId = `19:${where}-${tenantId}`;
    const conversation = where
      ? { id: channelId, conversationType: 'channel', isGroup: true, tenantId }
      : { id: `a:${id}-${tenantId}`, conversationType: 'personal', tenantId };
    const base = {
      from: { id: `29:${id}`, aadObjectId: id === ADMIN ? id : `${id}-${tenantId}`, name },
      conversation,
      channelData: { tenant: { id: tenantId }, ...(where ? { team: { id: team } } : {}) },
      ...more,
    };
    /** The card that takes the place of the one pressed, or the one that came after it. */
    async function press(data: unknown, filled: Data = {}): Promise<Content> {
      const before = running.connector.sent.length;
      const { status, body } = await post({
        ...base,
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: 'press', data: { ...(data as Data), ...filled } } },
      });
      expect(status).toBe(200);
      const { value } = body as { value: unknown };
      return typeof value === 'object' ? (value as Content) : cardAfter(before, conversation.id);
    }
    return {
      conversation: conversation.id,
      press,
      on: (card: Content, title: string, filled: Data = {}) => press(titled(card, title), filled),
      async say(text: string): Promise<Content> {
        const before = running.connector.sent.length;
        await post({ ...base, text });
        return cardAfter(before, conversation.id);
      },
      /** What a text was answered with in words. */
      async hear(text: string): Promise<string> {
        const before = running.connector.sent.length;
        await post({ ...base, text });
        return answers(conversation.id, before).at(-1)?.body.text ?? '';
      },
      /** The thumb down under the newest card. */
      async dislike(): Promise<Content> {
        const before = running.connector.sent.length;
        const replyToId = answers(conversation.id, 0).at(-1)!.id;
        await post({
          ...base,
          type: 'invoke',
          name: 'message/submitAction',
          replyToId,
          value: { actionName: 'feedback', actionValue: { reaction: 'dislike', feedback: '{}' } },
        });
        return cardAfter(before, conversation.id);
      },
      dialog: async (data: unknown, name = 'task/fetch') =>
        (await post({ ...base, type: 'invoke', name, value: { data } })).body as {
          task: { type: string; value: Content };
        },
      happens: (change: object) => post({ ...base, ...change }),
      /** The newest card that came here, once there is one with this text. */
      gets: (text: string | RegExp) =>
        vi.waitFor(
          () => {
            const card = to(conversation.id)
              .map(({ body }) => body.attachments?.[0]?.content)
              .findLast((content) => content && matches(plainOf(content), text));
            if (!card) throw new Error(`nothing says ${text}: ${allTo(conversation.id)}`);
            return card as Content;
          },
          { timeout: 20_000, interval: 50 },
        ),
    };
  }

  /** What was sent to a conversation, new messages and changed ones. */
  const to = (conversation: string, from = 0) =>
    running.connector.sent
      .slice(from)
      .filter(({ path }) => decodeURIComponent(path).includes(`/${conversation}/`));
  const allTo = (conversation: string) =>
    to(conversation)
      .map(({ body }) => body.text ?? plainOf(body.attachments?.[0]?.content))
      .join(' || ');
  /** What was said in answer, and not by the queue, which may be sending here meanwhile. */
  const answers = (conversation: string, from: number) =>
    to(conversation, from).filter(
      ({ method, path }) => method === 'POST' && /\/activities\/[^/]+$/.test(path),
    );
  const cardAfter = (before: number, conversation: string): Content =>
    answers(conversation, before).at(-1)?.body.attachments?.[0]?.content ?? {};

  const admin = person(ADMIN, 'Anne Leder');
  return {
    tenantId,
    team,
    person,
    admin,
    to,
    /** Chooses a channel for what is written after "for". */
    choose: (channel: string, purposes: string) =>
      person(ADMIN, 'Anne Leder', channel).hear(`bruk denne kanalen for ${purposes}`),
  };
}

export const plainOf = (card: unknown): string =>
  textOf(card)
    .replaceAll('\u00a0', ' ')
    .replace(/\\(?=[^\w\s])/g, '');
export const titles = (card: Content): string[] => actionsOf(card).map(({ title }) => title);

export function titled(card: Content, title: string): Data {
  const found = actionsOf(card).find((action) => action.title === title);
  if (!found) throw new Error(`“${title}” is not among ${titles(card).join(', ')}: ${plainOf(card)}`);
  return found.data as Data;
}

const matches = (said: string, text: string | RegExp): boolean =>
  typeof text === 'string' ? said.includes(text) : text.test(said);

export function inputsOf(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(inputsOf);
  if (!node || typeof node !== 'object') return [];
  if (String((node as Content).type).startsWith('Input.')) return [node as Content];
  return Object.values(node).flatMap(inputsOf);
}

export const filledIn = (card: Content, id: string) => inputsOf(card).find((input) => input.id === id)?.value;
