import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import type { Event, Reply } from '../../src/messages.ts';
import { forDialog, withDialogs } from '../../src/teams/outbound.ts';
import { createTeams, type Receive } from '../../src/teams/teams.ts';
import { type Connector, startConnector } from '../connector.ts';
import { activity } from '../running.ts';

/** A card with a button that opens a dialog, one that does not, and one deep inside that does. */
const CARD = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    {
      type: 'Container',
      items: [],
      selectAction: {
        type: 'Action.Execute',
        verb: 'open',
        title: 'Åpne',
        data: { do: 'x', nested: { type: 'Action.Execute' } },
        fallback: { type: 'Action.Submit', title: 'Åpne', data: { do: 'x' } },
      },
    },
  ],
  actions: [{ type: 'Action.Execute', verb: 'press', title: 'Trykk', data: { do: 'y' } }],
};

describe('a card written without knowing of dialogs', () => {
  test('opens one where the client has them, and its other buttons stay as they are', () => {
    const card = withDialogs(CARD) as typeof CARD;
    expect(card.body[0]?.selectAction).toEqual({
      type: 'Action.Submit',
      title: 'Åpne',
      data: { do: 'x', nested: { type: 'Action.Execute' }, msteams: { type: 'task/fetch' } },
    });
    expect(card.actions).toEqual(CARD.actions);
  });

  test('hands in with Submit inside a dialog, whatever its buttons were', () => {
    expect(JSON.stringify(forDialog(CARD))).not.toContain('"verb"');
    expect((forDialog(CARD) as typeof CARD).actions).toEqual([
      { type: 'Action.Submit', title: 'Trykk', data: { do: 'y' } },
    ]);
  });

  test('is itself left as it was', () => {
    const before = structuredClone(CARD);
    withDialogs(CARD);
    forDialog(CARD);
    expect(CARD).toEqual(before);
  });
});

describe('a dialog', () => {
  let connector: Connector;
  let receive: Receive;
  let heard: Event[];
  let replies: Reply[];
  beforeAll(async () => {
    connector = await startConnector();
    const settings = { allowedTenants: [], serviceHosts: [], openIdMetadataUrl: 'http://127.0.0.1/' };
    receive = createTeams({ settings, log: createLog('silent') }).attend({
      handle: async (event) => {
        heard.push(event);
        return replies;
      },
      sent: () => {},
      failed: () => ({ kind: 'text', text: '' }),
      pressedNote: () => '',
    });
  });
  afterAll(() => connector.stop());
  beforeEach(() => {
    heard = [];
    connector.sent.length = 0;
  });

  const invoke = (name: string, value: object) =>
    receive(activity(connector.url, { type: 'invoke', name, value }), '');
  const card: Reply = { kind: 'card', card: CARD, summary: 'Sammendrag', title: 'Tittel', feedback: false };

  test('shows the card that answers the button, and keeps what the platform added away from the job', async () => {
    replies = [card];
    const { body } = await invoke('task/fetch', { data: { do: 'x', msteams: { type: 'task/fetch' } } });
    expect(heard).toMatchObject([{ kind: 'pressed', data: { do: 'x' } }]);
    expect((heard[0] as { data: object }).data).not.toHaveProperty('msteams');
    expect(body).toMatchObject({
      task: {
        type: 'continue',
        value: { title: 'Tittel', card: { content: { actions: [{ type: 'Action.Submit' }] } } },
      },
    });
    expect(connector.sent).toEqual([]);
  });

  test('goes on to the next card with what was filled in', async () => {
    replies = [card];
    const { body } = await invoke('task/submit', { data: { do: 'y', name: 'Ny undersøkelse' } });
    expect(heard).toMatchObject([{ kind: 'pressed', data: { do: 'y', name: 'Ny undersøkelse' } }]);
    expect(body).toMatchObject({ task: { type: 'continue' } });
  });

  test('closes on a text, and what else is said comes as messages', async () => {
    replies = [{ kind: 'text', text: 'Sendt.' }, card];
    const { body } = await invoke('task/submit', { data: { do: 'y' } });
    expect(body).toEqual({ task: { type: 'message', value: 'Sendt.' } });
    expect(connector.sent.map((sent) => sent.body.summary)).toEqual(['Sammendrag']);
  });

  test('closes when there is nothing to say', async () => {
    replies = [];
    expect(await invoke('task/submit', { data: { do: 'y' } })).toEqual({ status: 200, body: undefined });
  });

  test('is opened by a command on a message, with that message as text', async () => {
    replies = [card];
    const { body } = await invoke('composeExtension/fetchTask', {
      commandId: 'share',
      messagePayload: { body: { content: '<p>Vi har kjøpt <b>SmartVakt</b></p>' } },
    });
    expect(heard).toMatchObject([{ kind: 'opened', command: 'share', text: 'Vi har kjøpt SmartVakt' }]);
    expect(body).toMatchObject({ task: { type: 'continue' } });
  });

  test('from the compose box hands in like any other', async () => {
    replies = [{ kind: 'text', text: 'Takk.' }];
    const { body } = await invoke('composeExtension/submitAction', { commandId: 'share', data: { do: 'z' } });
    expect(heard).toMatchObject([{ kind: 'pressed', data: { do: 'z' } }]);
    expect(body).toEqual({ task: { type: 'message', value: 'Takk.' } });
  });
});

describe('in a channel', () => {
  test('what is written later goes to the channel, not to the thread; people written with an @ are handed on', async () => {
    const heard: Event[] = [];
    const settings = { allowedTenants: [], serviceHosts: [], openIdMetadataUrl: 'http://127.0.0.1/' };
    const receive = createTeams({ settings, log: createLog('silent') }).attend({
      handle: async (event) => {
        heard.push(event);
        return [];
      },
      sent: () => {},
      failed: () => ({ kind: 'text', text: '' }),
      pressedNote: () => '',
    });
    const where = {
      conversation: { id: '19:abc@thread.tacv2;messageid=1', conversationType: 'channel', tenantId: 't' },
      channelData: {
        tenant: { id: 't' },
        team: { id: '19:team@thread.tacv2' },
        channel: { id: '19:abc@thread.tacv2' },
      },
    };
    const mention = (id: string, name: string) => ({
      type: 'mention',
      text: `<at>${name}</at>`,
      mentioned: { id, name },
    });
    await receive(
      activity('http://127.0.0.1/', {
        ...where,
        text: '<at>Samvit</at> gi <at>Ola</at> rollen leder',
        entities: [mention('28:samvit', 'Samvit'), mention('29:ola', 'Ola'), mention('29:ola', 'Ola')],
      }),
      '',
    );
    await receive(
      activity('http://127.0.0.1/', {
        ...where,
        type: 'conversationUpdate',
        channelData: {
          ...where.channelData,
          eventType: 'channelDeleted',
          channel: { id: '19:abc@thread.tacv2', name: 'Innkjøp' },
        },
      }),
      '',
    );
    expect(heard).toMatchObject([
      {
        kind: 'message',
        text: 'gi Ola rollen leder',
        mentions: [{ id: '29:ola', name: 'Ola' }],
        from: {
          address: {
            tenant: 't',
            conversation: '19:abc@thread.tacv2',
            team: '19:team@thread.tacv2',
            service: 'http://127.0.0.1/',
          },
        },
      },
      {
        kind: 'channel',
        change: 'deleted',
        name: 'Innkjøp',
        channel: { conversation: '19:abc@thread.tacv2' },
      },
    ]);
    expect((heard[0] as Extract<Event, { kind: 'message' }>).from.address.person).toBeUndefined();
  });
});
