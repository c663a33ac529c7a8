import { DAY_MS } from '../times.ts';
import { createDeciding } from './deciding.ts';
import type { ShareDeps } from './deps.ts';
import { createSending } from './sending.ts';
import type { Shared, Shares } from './share.ts';
import { createSharing, nameOf } from './sharing.ts';
import { solutionOf } from './solution.ts';
import { createDrafts } from './store/drafts.ts';
import { createEntries } from './store/entries.ts';
import { createSubmitting } from './submitting.ts';

const DRAFT_DAYS = 30;
/** So long after the last change, cards that were sent are no longer put right. */
const SENT_DAYS = 90;

/** JOB 3 put together. */
export function createShares(deps: ShareDeps): Shares & Shared {
  const entries = createEntries(deps);
  const drafts = createDrafts(deps);
  const sending = createSending(deps);
  const before = (days: number) => new Date(deps.now().getTime() - days * DAY_MS);
  const sharing = createSharing(deps, { entries, drafts });

  return {
    ...sharing,
    ...createSubmitting(deps, { entries, drafts, sending }, sharing),
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
    revision: entries.revision,
    async published() {
      const { approved, withdrawn } = await entries.published();
      return { solutions: approved.map((one) => solutionOf(one, nameOf(deps))), withdrawn };
    },
  };
}
