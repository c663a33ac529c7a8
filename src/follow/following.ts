import { randomUUID } from 'node:crypto';
import type { Tx } from '../db/schema.ts';
import type { Lang } from '../knowledge/model.ts';
import type { Address } from '../messages.ts';
import type { Closed } from './closing.ts';
import type { FollowDeps } from './deps.ts';
import type { Digests } from './digest.ts';
import { MOST_INTERESTS } from './filled.ts';
import { AT_ONCE, type Home, type Interest, isSolution, type Kept, type Rhythm } from './model.ts';
import { inOrder, sameInterests } from './rules.ts';

/** Who follows, or would: a channel, a chat or a person, and the one who says so. */
export interface Holder {
  home: Home;
  recipient: string;
  tenant: string;
  team: string | null;
  lang: Lang;
  /** Keyed hash of who says so. */
  person: string;
  address: Address;
  /** What a channel is called; '' when that is not known. */
  name(): Promise<string>;
}

export interface Wanted {
  interests: Interest[];
  rhythm: Rhythm;
}

export type Saved =
  | { kind: 'made' | 'changed' | 'known'; kept: Kept }
  /** Someone else changed it first: as it is now. */
  | { kind: 'meanwhile'; kept: Kept }
  | { kind: 'gone' }
  | { kind: 'full' };

/** One channel has no more than this. */
const MOST_SUBSCRIPTIONS = 10;

export type Following = ReturnType<typeof createFollowing>;

/** What can be done with what is followed. Each takes hold of the recipient, so that two at once come one after the other. */
export function createFollowing({ subscriptions, holidays }: FollowDeps, digests: Digests, closed: Closed) {
  /** Changed or made: with its alarm, and what waits. A person who follows nothing has no subscription. */
  async function put(
    tx: Tx,
    kept: Kept,
    isNew: boolean,
    isHoliday: Awaited<ReturnType<FollowDeps['holidays']>>,
  ): Promise<Kept> {
    const nextAt = await digests.schedule(tx, kept, isHoliday);
    const scheduled = { ...kept, interests: inOrder(kept.interests), nextAt };
    if (isNew) await subscriptions.insert(tx, scheduled);
    const written = isNew ? scheduled : await subscriptions.write(tx, scheduled);
    await digests.settle(tx, written);
    return written;
  }

  async function blank(holder: Holder, wanted: Wanted): Promise<Kept> {
    const { home, recipient, tenant, team, lang, person, address } = holder;
    const shared = home !== 'person';
    return {
      ...{ id: randomUUID(), recipient, tenant, home, team, version: 1, nextAt: null },
      ...wanted,
      lang: shared ? lang : null,
      maker: shared ? person : null,
      where: shared ? { address, name: await holder.name() } : undefined,
    };
  }

  return {
    of: (recipient: string): Promise<Kept[]> => subscriptions.of(recipient),

    /** From the form: a new one, or a change of one that was shown in this version. */
    async save(
      holder: Holder,
      wanted: Wanted,
      edited?: { subscription: string; version: number },
    ): Promise<Saved> {
      // What the channel is called is asked of Teams, and only once.
      const [isHoliday, fresh] = await Promise.all([holidays(), edited ? undefined : blank(holder, wanted)]);
      return subscriptions.transaction(async (tx): Promise<Saved> => {
        const all = await subscriptions.hold(tx, holder.recipient);
        if (edited || !fresh) {
          const kept = all.find(({ id }) => id === edited?.subscription);
          if (!kept) return { kind: 'gone' };
          if (kept.version !== edited?.version) return { kind: 'meanwhile', kept };
          return { kind: 'changed', kept: await put(tx, { ...kept, ...wanted }, false, isHoliday) };
        }
        const [own] = holder.home === 'person' ? all : [];
        const same = own ?? all.find(({ interests }) => sameInterests(interests, wanted.interests));
        // A person has one: what they follow by buttons is not on the form, and stays.
        const interests = [...wanted.interests, ...(own?.interests ?? []).filter(isSolution)];
        if (same)
          return { kind: 'known', kept: await put(tx, { ...same, ...wanted, interests }, false, isHoliday) };
        if (all.length >= MOST_SUBSCRIPTIONS) return { kind: 'full' };
        return { kind: 'made', kept: await put(tx, fresh, true, isHoliday) };
      });
    },

    /** A person follows more. */
    async start(holder: Holder, interests: Interest[]): Promise<Saved> {
      const [isHoliday, fresh] = await Promise.all([
        holidays(),
        blank(holder, { interests, rhythm: AT_ONCE }),
      ]);
      return subscriptions.transaction(async (tx): Promise<Saved> => {
        const [kept] = await subscriptions.hold(tx, holder.recipient);
        if (!kept) return { kind: 'made', kept: await put(tx, fresh, true, isHoliday) };
        const all = inOrder([...kept.interests, ...interests]);
        if (all.length === kept.interests.length) return { kind: 'known', kept };
        if (all.length > MOST_INTERESTS) return { kind: 'full' };
        return { kind: 'changed', kept: await put(tx, { ...kept, interests: all }, false, isHoliday) };
      });
    },

    /** A person no longer follows these; gives those that they did, and what is left. */
    async drop(
      recipient: string,
      interests: Interest[],
    ): Promise<{ dropped: Interest[]; left: Kept | undefined }> {
      const isHoliday = await holidays();
      return subscriptions.transaction(async (tx) => {
        const [kept] = await subscriptions.hold(tx, recipient);
        if (!kept) return { dropped: [], left: undefined };
        const dropped = kept.interests.filter((interest) => interests.includes(interest));
        if (dropped.length === 0) return { dropped, left: kept };
        const left = kept.interests.filter((interest) => !dropped.includes(interest));
        if (left.length > 0)
          return { dropped, left: await put(tx, { ...kept, interests: left }, false, isHoliday) };
        await subscriptions.remove(tx, kept.id);
        await digests.settle(tx, kept);
        return { dropped, left: undefined };
      });
    },

    /** Those that fit are stopped; who made one hears of it when it was someone else. */
    stop: (recipient: string, person: string, fits: (kept: Kept) => boolean): Promise<Kept[]> =>
      subscriptions.transaction(async (tx) => {
        const stopped = (await subscriptions.hold(tx, recipient)).filter(fits);
        for (const { id } of stopped) await subscriptions.remove(tx, id);
        if (stopped[0]) await digests.settle(tx, stopped[0]);
        await closed(
          tx,
          stopped.filter(({ maker }) => maker !== person),
          'stopped',
        );
        return stopped;
      }),
  };
}
