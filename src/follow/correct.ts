import type { Tx } from '../db/schema.ts';
import type { FollowDeps } from './deps.ts';
import { digestCard } from './digest-card.ts';
import type { Told } from './model.ts';
import { noticeMessages } from './notice-card.ts';

/**
 * Every card a solution stands on says what is right now, sent or not. A withdrawn one is sent to nobody more; where
 * it has been sent, its card says that it is withdrawn.
 */
export async function correct(deps: FollowDeps, tx: Tx, solution: Told): Promise<void> {
  const { told, delivery, names, fill, also } = deps;
  if (solution.withdrawn) await told.dropWaiting(tx, solution.id);
  const render = noticeMessages(solution, names(), fill, also);
  for (const { batch, sent } of await told.batchesWith(tx, solution.id)) {
    if (sent.kind === 'notices') {
      if (solution.withdrawn) await delivery.cancel(tx, batch);
      await delivery.replace(tx, batch, render(sent.views));
    } else if (sent.kind === 'digest') {
      const items = await told.inDigest(tx, batch);
      if (items.every(({ solution }) => solution.withdrawn)) await delivery.cancel(tx, batch);
      await delivery.replace(tx, batch, { digest: digestCard(items, sent, names(), fill) });
    }
  }
}
