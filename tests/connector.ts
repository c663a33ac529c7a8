import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stand-in for the Bot Framework's connector: takes what the bot sends and gives each message an id. */
export interface Connector {
  url: string;
  /** Every activity sent, in order. */
  sent: SentActivity[];
  /** Answers the next calls with this status, until set back to 201. */
  status: number;
  /** Takes calls without answering them, until what it gives is called. */
  hold(): () => void;
  /** Who is in every conversation, as Teams lists them. What asks for them is not in `sent`. */
  members: { id: string; name: string; aadObjectId: string; email?: string; userPrincipalName?: string }[];
  /** Each id that one member was asked for by. */
  lookedUp: string[];
  stop(): Promise<void>;
}

interface SentActivity {
  method: string;
  path: string;
  authorization: string | undefined;
  body: {
    type: string;
    text?: string;
    summary?: string;
    suggestedActions?: { actions: { value: string }[] };
    channelData?: { feedbackLoop?: { type: string } };
    attachments?: { contentType: string; content: CardElement }[];
  };
  id: string;
}

type CardElement = {
  [key: string]: unknown;
  text?: string;
  body?: CardElement[];
  items?: CardElement[];
};

export async function startConnector(): Promise<Connector> {
  const sent: SentActivity[] = [];
  const server = createServer(async (req, res) => {
    const text = await bodyOf(req);
    const listed = membersFor(req);
    if (listed) {
      res.writeHead(listed.status, { 'content-type': 'application/json' });
      res.end(JSON.stringify(listed.body));
      return;
    }
    const id = `m${sent.length + 1}`;
    sent.push({
      method: req.method ?? '',
      path: req.url ?? '',
      authorization: req.headers.authorization,
      body: text ? JSON.parse(text) : {},
      id,
    });
    await holding;
    res.writeHead(connector.status, { 'content-type': 'application/json' });
    res.end(
      connector.status < 300
        ? JSON.stringify({ id })
        : JSON.stringify({ error: { code: 'Refused', message: 'no' } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  /** One member, all of them on one page, or undefined when something else is asked. */
  function membersFor(req: IncomingMessage): { status: number; body: unknown } | undefined {
    const path = new URL(req.url ?? '', connector.url).pathname;
    if (req.method !== 'GET') return undefined;
    if (path.endsWith('/pagedmembers')) return { status: 200, body: { members: connector.members } };
    const id = /\/members\/([^/]+)$/.exec(path)?.[1];
    if (!id) return undefined;
    connector.lookedUp.push(decodeURIComponent(id));
    const member = connector.members.find((one) => one.id === decodeURIComponent(id));
    return member
      ? { status: 200, body: member }
      : { status: 404, body: { error: { code: 'MemberNotFoundInConversation', message: 'no' } } };
  }
  let holding: Promise<void> | undefined;
  const connector: Connector = {
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      holding = promise;
      return () => {
        holding = undefined;
        resolve();
      };
    },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sent,
    status: 201,
    members: [],
    lookedUp: [],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return connector;
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** All text a person would read on a card, top to bottom. */
export function textOf(card: unknown): string {
  const lines: string[] = [];
  walk(card, (element) => {
    if (element.type === 'TextBlock') lines.push(String(element.text));
  });
  return lines.join('\n');
}

/** The data of every button on a card, top to bottom. */
export function actionsOf(card: unknown): { title: string; data: unknown }[] {
  const actions: { title: string; data: unknown }[] = [];
  walk(card, (element) => {
    if (element.type === 'Action.Execute') actions.push({ title: String(element.title), data: element.data });
  });
  return actions;
}

function walk(node: unknown, visit: (element: CardElement) => void): void {
  if (Array.isArray(node)) for (const item of node) walk(item, visit);
  else if (node && typeof node === 'object') {
    visit(node as CardElement);
    for (const [key, value] of Object.entries(node)) if (key !== 'fallback') walk(value, visit);
  }
}
