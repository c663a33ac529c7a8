import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stand-in for Teams' service on loopback, which answers as each test says. */
export interface Service {
  url: string;
  calls: { method: string; path: string; body: unknown }[];
  answer: (call: Service['calls'][number], res: ServerResponse) => void;
  stop(): Promise<void>;
}

export async function startService(): Promise<Service> {
  const server = createServer(async (req, res) => {
    const text = await bodyOf(req);
    const call = {
      method: req.method ?? '',
      path: req.url ?? '',
      body: text ? JSON.parse(text) : undefined,
    };
    service.calls.push(call);
    service.answer(call, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const service: Service = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    calls: [],
    answer: (_, res) => say(res, 201, { id: 'm1' }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return service;
}

export function say(res: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) {
  res.writeHead(status, { 'content-type': 'application/json', ...headers });
  res.end(JSON.stringify(body));
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
