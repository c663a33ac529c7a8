import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Teams' limits: how many in any window of so many milliseconds. */
const TENANT = { windowMs: 1_000, most: 50 };
const CONVERSATION = [
  { windowMs: 1_000, most: 7 },
  { windowMs: 2_000, most: 8 },
  { windowMs: 30_000, most: 60 },
  { windowMs: 3_600_000, most: 1_800 },
];

/** What goes wrong, and how often. `taken`: the message is there, but whoever sent it never hears so. */
const FAULTS: { share: number; fault: Fault }[] = [
  { share: 0.02, fault: 'throttled' },
  { share: 0.01, fault: 500 },
  { share: 0.01, fault: 503 },
  { share: 0.005, fault: 'hangs' },
  { share: 0.005, fault: 'taken, hangs' },
  { share: 0.005, fault: 'dropped' },
  { share: 0.005, fault: 'taken, dropped' },
];
type Fault = 'throttled' | 500 | 503 | 'hangs' | 'taken, hangs' | 'dropped' | 'taken, dropped' | undefined;

export interface StandIn {
  url: string;
  /** How often each conversation got the message. */
  taken: Map<string, number>;
  /** Conversations that are being kept waiting. */
  hanging: Set<string>;
  refusedByLimit: number;
  faults: number;
  /** Taken, and never answered. */
  unanswered: number;
  /** When the last conversation got its first message. */
  lastMs: number;
  stop(): Promise<void>;
}

/**
 * Teams' connector on loopback, as hard to please as the real one. Each path names its conversation; they are all of one
 * tenant unless `tenantOf` says otherwise.
 */
export async function startStandIn(
  withFaults: boolean,
  tenantOf: (conversation: string) => string = () => '',
): Promise<StandIn> {
  const ofTenants = new Map<string, number[]>();
  const ofConversation = new Map<string, number[]>();
  const server = createServer((req, res) => {
    req.resume().on('end', () => answer(decodeURIComponent(req.url?.split('/')[3] ?? ''), res));
  });

  function answer(conversation: string, res: ServerResponse): void {
    const now = performance.now();
    if (overLimit(conversation, now)) {
      standIn.refusedByLimit++;
      say(res, 429, { 'retry-after': '1' });
      return;
    }
    const fault = withFaults ? draw() : undefined;
    if (fault !== undefined) standIn.faults++;
    if (fault === 'throttled' || fault === 500 || fault === 503) {
      const after = String(1 + Math.floor(Math.random() * 2));
      if (fault === 'throttled') say(res, 429, { 'retry-after': after });
      else say(res, fault);
      return;
    }
    const lost = fault === 'hangs' || fault === 'dropped';
    if (!lost) {
      const times = standIn.taken.get(conversation) ?? 0;
      if (times === 0) standIn.lastMs = now;
      standIn.taken.set(conversation, times + 1);
      if (fault) standIn.unanswered++;
    }
    if (fault === 'dropped' || fault === 'taken, dropped') res.destroy();
    else if (fault) {
      standIn.hanging.add(conversation);
      res.on('close', () => standIn.hanging.delete(conversation));
    } else say(res, 201);
  }

  function overLimit(conversation: string, now: number): boolean {
    const own = ofConversation.get(conversation) ?? [];
    const ofTenant = ofTenants.get(tenantOf(conversation)) ?? [];
    ofTenants.set(tenantOf(conversation), ofTenant);
    const within = (times: number[], windowMs: number) => times.filter((at) => at > now - windowMs).length;
    while (ofTenant[0] !== undefined && ofTenant[0] <= now - TENANT.windowMs) ofTenant.shift();
    if (ofTenant.length >= TENANT.most) return true;
    if (CONVERSATION.some(({ windowMs, most }) => within(own, windowMs) >= most)) return true;
    ofTenant.push(now);
    ofConversation.set(conversation, [...own, now]);
    return false;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const standIn: StandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    taken: new Map(),
    hanging: new Set(),
    refusedByLimit: 0,
    faults: 0,
    unanswered: 0,
    lastMs: 0,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return standIn;
}

function draw(): Fault {
  let chance = Math.random();
  for (const { share, fault } of FAULTS) {
    if (chance < share) return fault;
    chance -= share;
  }
  return undefined;
}

function say(res: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  res.writeHead(status, { 'content-type': 'application/json', ...headers });
  res.end(status === 201 ? '{"id":"m1"}' : '{"error":{"code":"Throttled","message":"no"}}');
}
