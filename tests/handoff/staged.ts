import { loadCards } from '../../src/cards.ts';
import type { Database } from '../../src/db/database.ts';
import type { Batch, Delivery, Recipient } from '../../src/delivery/delivery.ts';
import { createHandoffs, type Doer } from '../../src/handoff/handoffs.ts';
import { createHandoffStore } from '../../src/handoff/store.ts';
import { createTelling } from '../../src/handoff/telling.ts';
import { createWaiting } from '../../src/handoff/waiting.ts';
import type { Lang, Topic } from '../../src/knowledge/model.ts';
import type { Address, Card, From } from '../../src/messages.ts';
import { type Chosen, channelCode } from '../../src/people/channels.ts';
import { createKey } from '../../src/people/key.ts';
import { createSeal } from '../../src/people/seal.ts';
import type { Role } from '../../src/people/who.ts';
import { textOf } from '../connector.ts';

const SECRET = 'a secret for tests, long enough to be one';
export const key = createKey(SECRET);
const seal = createSeal(SECRET);
const TENANT = 'town';
const fill = loadCards('cards');

export const address = (name: string, team = 'team'): Address => ({
  tenant: TENANT,
  service: 'https://x.test/',
  conversation: `19:${name}`,
  team,
});
export const channel = (name: string, purpose: Topic = 'personvern', lang: Lang = 'nb'): Chosen => ({
  purpose,
  channel: channelCode(key, address(name)),
  address: address(name),
  name,
  lang,
});

/** Someone by name: in their own chat, or in a channel. */
export function doer(name: string, where = '', ...roles: Role[]): Doer {
  const from: From = {
    tenant: TENANT,
    person: name,
    conversation: where ? `19:${where}` : `a:${name}`,
    scope: where ? 'channel' : 'personal',
    name,
    address: where
      ? address(where)
      : { tenant: TENANT, service: 'https://x.test/', conversation: `a:${name}`, person: `29:${name}` },
  };
  const who = {
    tenant: key('tenant', TENANT),
    person: key('person', TENANT, name),
    name,
    roles: new Set<Role>(['staff', ...roles]),
    municipality: undefined,
  };
  return { who, from };
}

/** The job on a real database; the queue and Teams stand in at the fence, and the clock is moved by hand. */
export function stage(database: Database) {
  const clock = { now: new Date('2026-11-30T09:00:00Z') };
  const batches = new Map<string, Batch & { to: Recipient[]; changed: number }>();
  const alarms = new Map<string, Date>();
  const rings = new Map<string, (key: string) => Promise<void>>();
  const forgotten: string[] = [];
  /** Who has the app, by name, with their language. */
  const app = new Map<string, Lang>();
  const chosen: Chosen[] = [channel('personvern')];

  const delivery = {
    async plan(_, batch, recipients) {
      const to: Recipient[] = [];
      for await (const one of recipients) to.push(one);
      if (batches.has(batch.id)) return 0;
      batches.set(batch.id, { ...batch, to, changed: 0 });
      return to.length;
    },
    async replace(_, id, messages) {
      const batch = batches.get(id);
      if (batch) batches.set(id, { ...batch, messages, changed: batch.changed + 1 });
    },
    forgetBatch: async (_, id) => void batches.delete(id),
    forgetRecipient: async (recipient) => void forgotten.push(recipient),
    setAlarm: async (_, { name, key: of, at }) => void alarms.set(`${name} ${of}`, at),
    clearAlarm: async (_, { name, key: of }) => void alarms.delete(`${name} ${of}`),
    onAlarm: (name, ring) => void rings.set(name, ring),
  } satisfies Partial<Delivery> as unknown as Delivery;

  const deps = {
    db: database.db,
    delivery,
    addresses: {
      async byPersons(persons: string[]) {
        return new Map(
          [...app]
            .map(([name, lang]) => ({
              person: doer(name).who.person,
              address: doer(name).from.address,
              lang,
            }))
            .filter(({ person }) => persons.includes(person))
            .map((one) => [one.person, one]),
        );
      },
      flush: async () => {},
    },
    channels: {
      all: async () => chosen,
      of: async (_tenant: string, purpose: string) => chosen.find((one) => one.purpose === purpose),
    },
    holidays: async () => (day: string) => day === '2026-12-02',
    seal,
    key,
    now: () => clock.now,
    fill,
  };
  const store = createHandoffStore(deps);
  const telling = createTelling(deps);
  const handoffs = createHandoffs(deps, store, telling, createWaiting(deps, store, telling));
  const cardOf = ({ messages }: Batch): Card => (messages.card as { card: Card }).card;
  const plainOf = (card: Card) =>
    textOf(card)
      .replaceAll('\u00a0', ' ')
      .replace(/\\(?=[^\w\s])/g, '');

  return {
    handoffs,
    store,
    clock,
    app,
    chosen,
    alarms,
    batches,
    forgotten,
    /** What stands in a channel, card by card. */
    inChannel: (name: string) =>
      [...batches.values()]
        .filter(({ to }) => to[0]?.recipient === channelCode(key, address(name)) && to[0]?.message === 'card')
        .map((batch) => plainOf(cardOf(batch))),
    /** What someone was told in their own chat. */
    told: (name: string) =>
      [...batches.values()]
        .filter(({ to }) => to[0]?.recipient === doer(name).who.person)
        .map((batch) => plainOf(cardOf(batch))),
    async send(asker: Doer, more: Partial<{ id: string; text: string; named: boolean; lang: Lang }> = {}) {
      const question = {
        id: crypto.randomUUID(),
        topic: 'personvern' as const,
        text: 'Hva med kameraet?',
        named: true,
        lang: 'nb' as const,
        ...more,
      };
      return { id: question.id, sent: await handoffs.send(asker, question) };
    },
    /** Moves the clock and rings what is due, in order of time. */
    async moveTo(at: string) {
      const until = new Date(at);
      for (;;) {
        const due = [...alarms].filter(([, time]) => time <= until).sort((a, b) => +a[1] - +b[1])[0];
        if (!due) break;
        const [name = '', of = ''] = due[0].split(' ');
        clock.now = due[1];
        alarms.delete(due[0]);
        await rings.get(name)!(of);
      }
      clock.now = until;
    },
  };
}
