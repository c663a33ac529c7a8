import type { Tx } from '../db/schema.ts';
import type { Who } from '../people/who.ts';
import type { ShareDeps } from './deps.ts';
import {
  type Decided,
  deciding,
  isEditorOf,
  type Made,
  type Refusal,
  restoring,
  stateAfter,
  withdrawing,
} from './rules.ts';
import type { Sending } from './sending.ts';
import type { Outcome, Shares } from './share.ts';
import { nameOf, partyOf } from './sharing.ts';
import { slugFor, solutionOf, titleOf } from './solution.ts';
import type { Entries, Entry } from './store/entries.ts';

const DEEDS = {
  approve: 'share.approved',
  changes: 'share.changes',
  reject: 'share.rejected',
  withdraw: 'share.withdrawn',
  restore: 'share.restored',
} as const;

/** What editors decide, and what everyone then sees: each in one transaction with its line on the log and its news. */
export function createDeciding(
  deps: ShareDeps,
  { entries, sending }: { entries: Entries; sending: Sending },
): Pick<Shares, 'decide' | 'withdraw' | 'versions' | 'restore'> {
  const { now, audit, tell, knowledge } = deps;
  const today = () => now().toISOString().slice(0, 10);

  /** Locks, asks whether it may be, and does it; the sharer is told unless it was they. */
  async function settle(
    who: Who,
    id: string,
    { what, reason }: { what: Decided; reason: string },
    may: (entry: Entry) => Refusal | undefined,
    change: (tx: Tx, entry: Entry) => Promise<Entry | Refusal>,
  ): Promise<Outcome<Entry>> {
    const known = await entries.get(id);
    const sharer = known && known.person !== who.person ? await sending.sharerOf(known) : undefined;
    return entries.transaction(async (tx) => {
      const before = await entries.lock(tx, id);
      if (!before) return { kind: 'refused', why: 'gone' };
      const why = may(before);
      if (why) return refused(why, who, before);
      const after = await change(tx, {
        ...before,
        state: stateAfter(what, before),
        decision: { what, by: who.name, reason, on: today() },
        changedAt: now(),
      });
      if (typeof after === 'string') return refused(after, who, before);
      await audit.write(tx, who, { what: DEEDS[what], title: titleOf(after.content) });
      const entry = await sending.tellDecided(tx, after, sharer);
      await entries.write(tx, entry);
      return { kind: 'ok', value: entry };
    });
  }

  const refused = (why: Refusal, who: Who, entry: Entry): Outcome<Entry> =>
    why === 'not-yours' || (why === 'not-editor' && !isEditorOf(partyOf(who), entry))
      ? { kind: 'refused', why }
      : { kind: 'refused', why, entry };

  /** The newest version is what everyone sees from now on. */
  async function publish(tx: Tx, entry: Entry, wanted: boolean): Promise<Entry> {
    await entries.moveRevision(tx);
    const { content, version } = entry;
    const slug = entry.slug ?? slugFor(titleOf(content), await taken(tx));
    const day = today();
    await tell(tx, {
      id: `${slug}:${version}`,
      change: entry.slug === null ? 'new' : 'changed',
      tell: entry.slug === null || wanted,
      solution: solutionOf({ slug, content, day }, nameOf(deps)),
    });
    return { ...entry, slug, published: version, publishedOn: day };
  }

  async function taken(tx: Tx): Promise<ReadonlySet<string>> {
    const { articles, solutions } = knowledge();
    const ids = [...articles, ...solutions].map(({ id }) => id);
    return new Set([...ids, ...(await entries.slugs(tx))]);
  }

  async function addVersion(tx: Tx, entry: Entry, made: Made, who: Who): Promise<Entry> {
    const next = { ...entry, version: entry.version + 1 };
    await entries.addVersion(tx, next, made, who.person);
    return next;
  }

  return {
    decide: (who, id, decision) =>
      settle(
        who,
        id,
        { what: decision.what, reason: 'reason' in decision ? decision.reason : '' },
        (entry) => deciding(partyOf(who), entry, decision.seen),
        async (tx, entry) => (decision.what === 'approve' ? publish(tx, entry, decision.tell) : entry),
      ),

    withdraw: (who, id, reason) =>
      settle(
        who,
        id,
        { what: 'withdraw', reason },
        (entry) => withdrawing(partyOf(who), entry),
        async (tx, entry) => {
          // A version of its own, so that what is told of it has an id of its own.
          const next = await addVersion(tx, entry, 'withdrawn', who);
          const { published, publishedOn, slug } = next;
          if (published === null || !slug) return next;
          const seen = await entries.version(tx, id, published);
          await entries.moveRevision(tx);
          if (seen)
            await tell(tx, {
              id: `${slug}:${next.version}`,
              change: 'withdrawn',
              tell: false,
              solution: solutionOf(
                { slug, content: seen.content, day: publishedOn ?? today() },
                nameOf(deps),
              ),
            });
          return { ...next, published: null, publishedOn: null };
        },
      ),

    restore: (who, id, { number, seen, tell: wanted }) =>
      settle(
        who,
        id,
        { what: 'restore', reason: '' },
        (entry) => restoring(partyOf(who), entry, { number, seen }),
        async (tx, entry) => {
          const version = await entries.version(tx, id, number);
          if (!version) return 'gone';
          const { content } = version;
          return publish(tx, await addVersion(tx, { ...entry, content }, 'restored', who), wanted);
        },
      ),

    async versions(who, id) {
      const entry = await entries.get(id);
      if (!entry) return { kind: 'refused', why: 'gone' };
      if (!isEditorOf(partyOf(who), entry)) return { kind: 'refused', why: 'not-editor' };
      return { kind: 'ok', value: { entry, versions: await entries.versions(id) } };
    },
  };
}
