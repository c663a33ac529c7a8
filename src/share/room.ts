import { randomUUID } from 'node:crypto';
import type { Ground, Room } from '../ground.ts';
import type { Lang } from '../knowledge/model.ts';
import type { Tell } from '../news.ts';
import { createDeciding } from './deciding.ts';
import type { Names, Similar } from './desk-deps.ts';
import { createNotices } from './notice-cards.ts';
import { createSending } from './sending.ts';
import type { Shared, Shares } from './shares.ts';
import { createSharing, nameOf } from './sharing.ts';
import { solutionOf } from './solution.ts';
import { createDrafts } from './store/drafts.ts';
import { createEntries } from './store/entries.ts';
import { createShareDesk } from './turns.ts';

/** What other jobs have, handed over. */
export interface ShareNeeds {
  tell: Tell;
  similar: Similar;
  languageOf(text: string): Lang | undefined;
}

interface ShareRoom extends Room, Shared {}

const DAY_MS = 24 * 60 * 60_000;
const DRAFT_DAYS = 30;
/** So long after the last change, cards that were sent are no longer put right. */
const SENT_DAYS = 90;

export function shareRoom(ground: Ground, needs: ShareNeeds): ShareRoom {
  const { knowledge, now } = ground;
  const { db } = ground.database;
  const names = (): Names => {
    const { tags, facets } = knowledge();
    return { nameOf: nameOf(ground), tags, facets };
  };
  const deps = { ...ground, ...needs, db, notices: createNotices({ ...ground, names }) };
  const entries = createEntries(deps);
  const drafts = createDrafts(deps);
  const sending = createSending(deps);
  const before = (days: number) => new Date(now().getTime() - days * DAY_MS);
  const shares: Shares = {
    ...createSharing(deps, { entries, drafts, sending }),
    ...createDeciding(deps, { entries, sending }),
    async forget(person) {
      await drafts.forget(person);
      await entries.forget(person);
    },
    async purge() {
      await drafts.purge(before(DRAFT_DAYS));
      for (const id of await entries.settled(before(SENT_DAYS)))
        await entries.transaction(async (tx) => {
          const entry = await entries.lock(tx, id);
          if (entry) await entries.write(tx, await sending.forget(tx, entry));
        });
    },
  };
  const desk = createShareDesk({ ...ground, shares, names, similar: needs.similar, newId: randomUUID });

  return {
    desks: [desk],
    purge: shares.purge,
    revision: entries.revision,
    async published() {
      // Read first: what is approved meanwhile is in the solutions, and is looked at once more for its own revision.
      const revision = await entries.revision();
      const approved = await entries.published();
      return { revision, solutions: approved.map((one) => solutionOf(one, nameOf(ground))) };
    },
  };
}
