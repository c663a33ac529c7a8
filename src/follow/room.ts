import type { Ground, Room } from '../ground.ts';
import { norwegianHolidays } from '../holidays.ts';
import type { Tell } from '../news.ts';
import { createPlaceName } from '../people/place.ts';
import { createClosed, createClosing } from './closing.ts';
import type { Also, FollowDeps } from './deps.ts';
import { createDigests } from './digest.ts';
import { createFollowing } from './following.ts';
import { keptNames } from './names.ts';
import { createSubscriptions } from './store/subscriptions.ts';
import { createToldStore } from './store/told.ts';
import { createTell } from './tell.ts';
import { createFollowDesk } from './turns.ts';

interface FollowRoom extends Required<Pick<Room, 'desks' | 'purge'>> {
  tell: Tell;
  /** A channel, a chat or a person can no longer be written to. */
  gone(recipient: string): Promise<void>;
}

type FollowGround = Pick<
  Ground,
  | 'database'
  | 'knowledge'
  | 'norway'
  | 'roster'
  | 'delivery'
  | 'addresses'
  | 'seal'
  | 'key'
  | 'fill'
  | 'now'
  | 'languageFor'
>;

/** `also`: buttons of other jobs on a notice. */
export function followRoom(ground: FollowGround, also?: Also): FollowRoom {
  const { database, knowledge, norway, roster, delivery } = ground;
  const { db } = database;
  const deps: FollowDeps = {
    ...ground,
    subscriptions: createSubscriptions({ db, seal: ground.seal }),
    told: createToldStore(ground),
    names: keptNames(knowledge, norway),
    holidays: norwegianHolidays,
    ...(also && { also }),
  };
  const digests = createDigests(deps);
  const closed = createClosed(deps);
  const closing = createClosing(deps, closed);
  const desk = createFollowDesk({
    ...deps,
    key: ground.key,
    languageFor: ground.languageFor,
    following: createFollowing(deps, digests, closed),
    closing,
    solutions: () => knowledge().solutions,
    isTold: (solution) => deps.told.isTold(db, solution),
    placeName: createPlaceName(roster),
  });
  return {
    desks: [desk],
    tell: createTell(deps),
    gone: closing.gone,
    purge: () =>
      deps.subscriptions.transaction(async (tx) => {
        for (const batch of await deps.told.purge(tx)) await delivery.forgetBatch(tx, batch);
      }),
  };
}
