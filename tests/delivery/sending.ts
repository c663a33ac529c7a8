import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/db/database.ts';
import { type Batch, createDelivery, type Delivery, type Recipient } from '../../src/delivery/delivery.ts';
import { createLog } from '../../src/log.ts';
import type { Address, Outgoing, Post, Posted } from '../../src/messages.ts';
import { createSeal } from '../../src/people/seal.ts';

/** The real queue, with a stand-in for Teams that answers as it is told. */
export interface Sending {
  delivery: Delivery;
  /** Everything sent and changed, in order. */
  sent: { to: string; text: string; changed?: string }[];
  /** What Teams says to a person next, instead of taking the message; the last one stays. */
  answers: Map<string, Posted[]>;
  gone: string[];
  clock: { now: Date };
  stop(): Promise<void>;
}

export function startSending(database: Database): Sending {
  const sent: Sending['sent'] = [];
  const answers: Sending['answers'] = new Map();
  const gone: string[] = [];
  const clock = { now: new Date() };

  function answer(address: Address, message: Outgoing, changed?: string): Posted {
    const to = address.person ?? '';
    const [told, ...others] = answers.get(to) ?? [];
    if (others.length > 0) answers.set(to, others);
    if (told && told.kind !== 'sent') return told;
    sent.push({
      to,
      text: message.kind === 'text' ? message.text : message.summary,
      ...(changed && { changed }),
    });
    return {
      kind: 'sent',
      message: changed ?? `m-${to}`,
      address: { ...address, conversation: address.conversation ?? `a:${to}` },
    };
  }
  const post: Post = {
    send: async (address, message) => answer(address, message),
    update: async (address, message, changed) => answer(address, changed, message),
  };
  const delivery = createDelivery({
    database,
    seal: createSeal('a secret'),
    post,
    log: createLog('silent'),
    onGone: async (recipient) => void gone.push(recipient),
    now: () => clock.now,
  });
  return { delivery, sent, answers, gone, clock, stop: () => delivery.stop() };
}

export function batch(change: Partial<Batch> = {}): Batch {
  const id = randomUUID();
  const messages = { nb: { kind: 'text' as const, text: 'Hei' } };
  return { id, tenant: `t-${id}`, cause: 'survey', about: id, messages, ...change };
}

export const recipient = (person: string, change: Partial<Recipient> = {}): Recipient => ({
  recipient: `hash of ${person}`,
  address: { tenant: 'tenant', service: 'http://127.0.0.1/', person, conversation: `a:${person}` },
  message: 'nb',
  ...change,
});

export const later = (afterMs?: number): Posted => ({ kind: 'later', reason: '429', afterMs });
