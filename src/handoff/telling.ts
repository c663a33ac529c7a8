import type { Tx } from '../db/schema.ts';
import type { Recipient } from '../delivery/delivery.ts';
import type { Screen } from '../form-card.ts';
import type { Lang } from '../knowledge/model.ts';
import type { Outgoing } from '../messages.ts';
import type { Chosen } from '../people/channels.ts';
import { askerCard, type Happened } from './asker-card.ts';
import { channelCard } from './channel-card.ts';
import type { HandoffDeps } from './deps.ts';
import type { Handoff } from './model.ts';

/** Where the one who asked can be told, and in what language. */
export interface Reach extends Omit<Recipient, 'message'> {
  lang: Lang;
}

export type Telling = ReturnType<typeof createTelling>;

/** What is sent of a question: cards in the channel, and word to the one who asked. */
export function createTelling({ delivery, addresses, fill }: HandoffDeps) {
  const posted = (id: string, number: number) => `handoff/${id}/channel/${number}`;
  const told = (id: string, version: number) => `handoff/${id}/asker/${version}`;

  /** One who wrote just now may still be on the way into the table. */
  async function ownAddress(person: string) {
    const find = async () => (await addresses.byPersons([person])).get(person);
    const known = await find();
    if (known) return known;
    await addresses.flush();
    return find();
  }

  return {
    /** Asked before the transaction: it comes to the database by itself. Undefined: there is nobody to tell. */
    async reach({ asker, place, content }: Handoff): Promise<Reach | undefined> {
      if (!asker) return undefined;
      const own = await ownAddress(asker);
      if (own) return { recipient: asker, address: own.address, lang: own.lang ?? content.lang };
      return place && content.place
        ? { recipient: place, address: content.place, lang: content.lang }
        : undefined;
    },
    /** One more card in the channel; `again`: it was there before, and still waits. */
    async post(tx: Tx, handoff: Handoff, { channel, address }: Chosen, again = false): Promise<Handoff> {
      const { id, tenant, posts } = handoff;
      const card = outgoing(channelCard(handoff, handoff.content.channelLang, fill, { again }));
      const batch = {
        id: posted(id, posts),
        tenant,
        cause: 'handoff',
        about: id,
        messages: { card },
      } as const;
      await delivery.plan(tx, batch, [{ recipient: channel, address, message: 'card' }]);
      return { ...handoff, posts: posts + 1 };
    },
    /** The cards that are there say how it stands. */
    async update(tx: Tx, handoff: Handoff): Promise<void> {
      const card = outgoing(channelCard(handoff, handoff.content.channelLang, fill));
      for (let number = 0; number < handoff.posts; number++)
        await delivery.replace(tx, posted(handoff.id, number), { card });
    },
    async tell(tx: Tx, handoff: Handoff, happened: Happened, to: Reach): Promise<void> {
      const { id, tenant, version } = handoff;
      const { lang, ...recipient } = to;
      const card = outgoing(askerCard(handoff, happened, lang, fill));
      const batch = {
        id: told(id, version),
        tenant,
        cause: 'handoff',
        about: id,
        messages: { card },
      } as const;
      await delivery.plan(tx, batch, [{ ...recipient, message: 'card' }]);
    },
    /** What was said to the one who asked, and where. */
    async forgetTold(tx: Tx, { id, version }: Pick<Handoff, 'id' | 'version'>): Promise<void> {
      for (let number = 0; number <= version; number++) await delivery.forgetBatch(tx, told(id, number));
    },
    async forgetPosted(tx: Tx, { id, posts }: Pick<Handoff, 'id' | 'posts'>): Promise<void> {
      for (let number = 0; number < posts; number++) await delivery.forgetBatch(tx, posted(id, number));
    },
  };
}

const outgoing = ({ card, summary }: Screen): Outgoing => ({ kind: 'card', card, summary });
