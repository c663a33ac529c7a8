import { randomUUID } from 'node:crypto';
import type { Ground, Room } from '../ground.ts';
import type { ShareDeps } from './deps.ts';
import type { Names, Similar } from './desk-deps.ts';
import { createNotices } from './notice-cards.ts';
import type { Shared } from './share.ts';
import { createShares } from './shares.ts';
import { nameOf } from './sharing.ts';
import { createShareDesk } from './turns.ts';

/** What other jobs have, handed over. */
interface ShareNeeds extends Pick<ShareDeps, 'tell' | 'languageOf'> {
  similar: Similar;
}

interface ShareRoom extends Room, Shared {}

export function shareRoom(ground: Ground, { similar, ...needs }: ShareNeeds): ShareRoom {
  const names = (): Names => {
    const { tags, facets } = ground.knowledge();
    return { nameOf: nameOf(ground), tags, facets };
  };
  const { db } = ground.database;
  const notices = createNotices({ ...ground, names });
  const shares = createShares({ ...ground, ...needs, db, notices });
  const desk = createShareDesk({ ...ground, shares, names, similar, newId: randomUUID });
  const { purge, revision, published } = shares;
  return { desks: [desk], purge, revision, published };
}
