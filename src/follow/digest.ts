import type { Tx } from '../db/schema.ts';
import type { IsHoliday } from '../holidays.ts';
import type { Lang } from '../knowledge/model.ts';
import type { Address } from '../messages.ts';
import type { FollowDeps } from './deps.ts';
import { digestCard } from './digest-card.ts';
import type { Kept } from './model.ts';
import { settle } from './store/settle.ts';
import { noticeBatch } from './tell.ts';
import { nextDigest } from './times.ts';

const ALARM = 'follow.digests';
/** An alarm may ring a moment before its time. */
const EARLY_MS = 5_000;

export interface Digests {
  /** When a subscription that was made or changed has its next digest; whoever changes it keeps that with it. */
  schedule(tx: Tx, kept: Pick<Kept, 'rhythm'>, isHoliday: IsHoliday): Promise<Date | null>;
  /**
   * What waits to be told is told by what the recipient follows now, or not at all. What was gathered by one who is now
   * told at once comes at once.
   */
  settle(tx: Tx, holder: Pick<Kept, 'recipient' | 'tenant'>): Promise<void>;
}

/**
 * What is gathered is sent at its time, one card for each subscription. One alarm rings for all that are due at the same
 * time: most are at eight. Asks to be woken, so it is made before the queue is started.
 */
export function createDigests(deps: FollowDeps): Digests {
  const { subscriptions, told, delivery, addresses, names, fill, holidays, now } = deps;

  const setAlarm = (tx: Tx, at: Date): Promise<void> =>
    delivery.setAlarm(tx, { name: ALARM, key: at.toISOString(), at });

  async function addressOf(tx: Tx, kept: Kept): Promise<{ address: Address; lang: Lang } | undefined> {
    if (kept.home !== 'person') return kept.where && { address: kept.where.address, lang: kept.lang ?? 'nb' };
    const person = (await addresses.byPersons([kept.recipient], tx)).get(kept.recipient);
    return person && { address: person.address, lang: person.lang ?? 'nb' };
  }

  async function send(tx: Tx, kept: Kept, due: Date): Promise<void> {
    const to = await addressOf(tx, kept);
    const waiting = to ? await told.waiting(tx, kept.id) : [];
    const items = waiting.filter(({ solution }) => !solution.withdrawn);
    if (!to || items.length === 0) return;
    const { id, home, recipient, tenant } = kept;
    const { lang, address } = to;
    const batch = `follow/digest/${id}/${due.toISOString()}`;
    const card = digestCard(items, { subscription: id, lang, home }, names(), fill);
    await delivery.plan(tx, { id: batch, tenant, cause: 'share', about: id, messages: { digest: card } }, [
      { recipient, address, message: 'digest' },
    ]);
    await told.gather(tx, id, batch);
    const sent = { kind: 'digest', subscription: id, lang, home } as const;
    await told.addBatches(tx, [{ batch, solution: null, sent }]);
  }

  delivery.onAlarm(ALARM, async () => {
    const isHoliday = await holidays();
    const time = new Date(now().getTime() + EARLY_MS);
    const nextOf = ({ rhythm }: Pick<Kept, 'rhythm'>) => nextDigest(rhythm, time, isHoliday) ?? null;
    const due = await subscriptions.due(time);
    // Before any of them moves on, so that none does without an alarm.
    await subscriptions.transaction(async (tx) => {
      for (const at of new Set(due.flatMap((kept) => nextOf(kept)?.getTime() ?? [])))
        await setAlarm(tx, new Date(at));
    });
    const failures: unknown[] = [];
    for (const { id } of due) {
      const sending = subscriptions.transaction(async (tx) => {
        const kept = await subscriptions.lock(tx, id);
        // Stopped or changed meanwhile, or sent by one who rang at the same time.
        if (!kept?.nextAt || kept.nextAt > time) return;
        await send(tx, kept, kept.nextAt);
        await subscriptions.setNext(tx, id, nextOf(kept));
      });
      await sending.catch((error) => failures.push(error));
    }
    // One that fails keeps none of the others waiting, and is tried again.
    if (failures.length > 0) throw new AggregateError(failures, 'digests were not sent');
  });

  return {
    async schedule(tx, { rhythm }, isHoliday) {
      const at = nextDigest(rhythm, now(), isHoliday);
      if (at) await setAlarm(tx, at);
      return at ?? null;
    },
    async settle(tx, { recipient, tenant }) {
      const unwanted = await settle(tx, recipient, now());
      await delivery.cancelTo(
        tx,
        recipient,
        unwanted.map((news) => noticeBatch(news, tenant)),
      );
      for (const { id, rhythm } of await subscriptions.of(recipient, tx)) {
        if (rhythm.every !== 'now' || !(await told.anyWaiting(tx, id))) continue;
        await setAlarm(tx, now());
        await subscriptions.setNext(tx, id, now());
      }
    },
  };
}
