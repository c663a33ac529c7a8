import { loadCards } from '../../src/cards.ts';
import type { Database } from '../../src/db/database.ts';
import { createDelivery } from '../../src/delivery/delivery.ts';
import { followRoom } from '../../src/follow/room.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import type { Solution } from '../../src/knowledge/solution.ts';
import { createLog } from '../../src/log.ts';
import type { Address, Card, From, Outgoing, Post, Posted, Reply } from '../../src/messages.ts';
import type { News } from '../../src/news.ts';
import { createAddresses } from '../../src/people/addresses.ts';
import { channelCode } from '../../src/people/channels.ts';
import { createKey } from '../../src/people/key.ts';
import { keptOpen } from '../../src/people/municipality.ts';
import { createSeal } from '../../src/people/seal.ts';
import { actionsOf, textOf } from '../connector.ts';

/** Following on a real database with the real queue; Teams stands in at the fence, and the clock is moved by hand. */
export interface Stage {
  room: ReturnType<typeof followRoom>;
  clock: { now: Date };
  /** What stands in each conversation now, in order. */
  cards(conversation: string): Card[];
  /** What Teams answers to a conversation, in place of taking what is sent. */
  answers: Map<string, Posted>;
  /** What is known now; may be put in place of what was. */
  knowledge: { now: Knowledge };
  tell(news: Partial<News> & { solution: Solution }): Promise<void>;
  /** Teams has been asked to take something there, and has said no. */
  asked(from: From): Promise<void>;
  /** Everything that is due has been sent. */
  settled(): Promise<void>;
  moveTo(at: string): Promise<void>;
  say(from: From, text: string): Promise<Reply[] | undefined>;
  press(from: From, data: unknown, filled?: Record<string, unknown>): Promise<Card>;
  recipientOf(from: From): string;
  seen(from: From): Promise<void>;
  stop(): Promise<void>;
}

export async function stage(database: Database, knowledge: Knowledge): Promise<Stage> {
  const clock = { now: new Date('2026-11-30T09:00:00Z') };
  const known = { now: knowledge };
  const refused = new Set<string>();
  const posted = new Map<string, { conversation: string; outgoing: Outgoing }>();
  const answers: Stage['answers'] = new Map();
  const key = createKey('a secret for tests');
  const seal = createSeal('a secret for tests');
  const log = createLog('silent');
  const now = () => clock.now;

  const take = (address: Address, outgoing: Outgoing, id: string): Posted => {
    const { conversation = '' } = address;
    const answer = answers.get(conversation);
    if (answer) {
      refused.add(conversation);
      return answer;
    }
    posted.set(id, { conversation, outgoing });
    return { kind: 'sent', message: id, address };
  };
  const post: Post = {
    send: async (address, outgoing) => take(address, outgoing, `m${posted.size + 1}`),
    update: async (address, id, changed) => take(address, changed, id),
  };
  const roster = {
    async *members() {},
    member: async () => undefined,
    channels: async (address: Address) => [{ name: 'Innkjøp', address }],
  };
  const addresses = createAddresses({
    ...{ db: database.db, seal, key, roster, now },
    languageOfLocale: (locale) => (locale?.startsWith('nn') ? 'nn' : 'nb'),
    onError: (error) => {
      throw error;
    },
  });
  const delivery = createDelivery({
    ...{ database, seal, post, log, now },
    onGone: (recipient) => room.gone(recipient),
  });
  const room = followRoom({
    ...{ database, roster, delivery, addresses, seal, key, now },
    knowledge: () => known.now,
    norway: keptOpen(() => known.now.municipalities),
    fill: loadCards('cards'),
    languageFor: async () => 'nb',
  });
  await delivery.start();
  const [desk] = room.desks;

  async function settled(): Promise<void> {
    for (let quiet = 0, rounds = 0; quiet < 2; rounds++) {
      if (rounds > MOST_ROUNDS) throw new Error('something is still waiting to be sent');
      // Each look makes jobs for what is due; looking all the time would make a queue of them.
      if (rounds % 40 === 0) await delivery.sweep();
      const waiting = await database.db
        .selectFrom('delivery')
        .select((e) => e.fn.countAll<string>().as('n'))
        .where('state', '=', 'waiting')
        .executeTakeFirstOrThrow();
      const due = await database.db
        .selectFrom('delivery_alarm')
        .select((e) => e.fn.countAll<string>().as('n'))
        .where('at', '<=', clock.now)
        .executeTakeFirstOrThrow();
      quiet = Number(waiting.n) + Number(due.n) === 0 ? quiet + 1 : 0;
      await new Promise((done) => setTimeout(done, 30));
    }
  }

  return {
    room,
    clock,
    answers,
    knowledge: known,
    async asked({ address: { conversation = '' } }) {
      for (let rounds = 0; !refused.has(conversation); rounds++) {
        if (rounds > MOST_ROUNDS) throw new Error('nothing was sent there');
        if (rounds % 40 === 0) await delivery.sweep();
        await new Promise((done) => setTimeout(done, 30));
      }
      // Until what was said is noted.
      await new Promise((done) => setTimeout(done, 200));
    },
    cards: (conversation) =>
      [...posted.values()].flatMap(({ conversation: to, outgoing }) =>
        to === conversation && outgoing.kind === 'card' ? [outgoing.card] : [],
      ),
    async tell(news) {
      const { solution } = news;
      await database.db
        .transaction()
        .execute((tx) => room.tell(tx, { id: `${solution.id}:1`, change: 'new', tell: true, ...news }));
      await settled();
    },
    settled,
    async moveTo(at) {
      clock.now = new Date(at);
      await settled();
    },
    say: async (from, text) => desk!.said?.({ from, text, kind: 'message', attached: false, mentions: [] }),
    async press(from, data, filled = {}) {
      const [reply] = (await desk!.pressed?.(from, { ...(data as object), ...filled })) ?? [];
      if (reply?.kind !== 'card') throw new Error(`no card: ${JSON.stringify(reply)}`);
      return reply.card;
    },
    recipientOf: (from) =>
      from.scope === 'personal' ? key('person', from.tenant, from.person) : channelCode(key, from.address),
    async seen(from) {
      addresses.seen(from, true);
      await addresses.flush();
    },
    async stop() {
      await delivery.stop();
      await addresses.stop();
    },
  };
}

/** Far more than it takes on a machine with much else to do. */
const MOST_ROUNDS = 800;

let count = 0;

/** A place or a person of their own for each test. */
export function someone(scope: From['scope'], change: Partial<From> = {}, team = 'team'): From {
  const n = ++count;
  const tenant = `tenant-${n}`;
  const conversation = `${scope}-${n}`;
  const service = 'https://x.test/';
  return {
    tenant,
    person: `person-${n}`,
    conversation,
    scope,
    locale: 'nb-NO',
    name: 'Kari Nordmann',
    address: {
      ...{ tenant, service, conversation },
      ...(scope === 'personal' && { person: `29:${n}` }),
      ...(scope === 'channel' && { team: `${team}-${n}` }),
    },
    ...change,
  };
}

/** Someone else in the same place. */
export const another = (from: From, person: string): From => ({ ...from, person });

export function solution(change: Partial<Solution> = {}): Solution {
  const text = (lang: string) => `Kommunen kjøpte alarmer sammen med naboene (${lang}).`;
  return {
    id: `losning-${++count}`,
    kind: 'solution',
    title: `Felles alarmer ${count}`,
    topic: 'anskaffelser',
    language: 'nb',
    summary: { nb: text('bokmål'), nn: text('nynorsk'), en: text('engelsk') },
    questions: [],
    tags: ['velferdsteknologi'],
    related: [],
    sources: [],
    reviewed: '2026-11-25',
    municipalities: ['4204'],
    networks: [],
    documents: [],
    systems: [],
    contact: { role: 'den som kjøper', office: 'innkjøp' },
    told: [{ part: 'problem', questions: [], text: 'De gamle alarmene virket ikke lenger, og det hastet.' }],
    ...change,
  } as Solution;
}

export const cardOf = (replies: Reply[] | undefined): Card => {
  const [reply] = replies ?? [];
  if (reply?.kind !== 'card') throw new Error(`no card: ${JSON.stringify(replies)}`);
  return reply.card;
};

export function on(card: Card, title: string): unknown {
  const found = actionsOf(card).find((action) => action.title === title);
  if (!found)
    throw new Error(
      `“${title}” is not among ${actionsOf(card)
        .map((a) => a.title)
        .join(', ')}`,
    );
  return found.data;
}

export const says = (card: Card | undefined): string =>
  textOf(card).replaceAll('\u00a0', ' ').replaceAll('\\', '');
