import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { Log } from '../log.ts';
import type { Post, Posted } from '../messages.ts';
import type { Boss, Chunk } from './boss.ts';
import { makeJobs } from './jobs.ts';
import { spread } from './limits.ts';
import { createContents, type Sealed } from './messages.ts';
import { next } from './rules.ts';
import { type Claim, claim, markDone, markSent, putOff } from './store.ts';

interface SendDeps {
  db: Kysely<Schema>;
  boss: Boss;
  sealed: Sealed;
  post: Post;
  log: Log;
  onGone: (recipient: string) => Promise<void>;
}

export interface Sender {
  /** Sends to each in a chunk at its turn. What is under way goes on after it, so that one slow answer holds up nobody else. */
  send(chunk: Chunk): Promise<void>;
  /** Takes no more, and waits a little for what is under way; what then remains another process takes over. */
  stop(): Promise<void>;
}

// From claim to outcome well within the lease (store.ts), so that no other process sends meanwhile.
const START_MAX_MS = 5_000;
const POST_MAX_MS = 21_000;
/** Of one job, well within what the queue lets it take (boss.ts). */
const JOB_MAX_MS = 20_000;
const UNDER_WAY_MAX = 500;
const STOP_MS = 5_000;
const RECORD_TRIES = 4;

export function createSender({ db, boss, sealed, post, log, onGone }: SendDeps): Sender {
  const contents = createContents({ db, sealed });
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let stopped = false;

  async function send(chunk: Chunk): Promise<void> {
    const began = performance.now();
    for (const [index, recipient] of chunk.recipients.entries()) {
      const rest = { ...chunk, recipients: chunk.recipients.slice(index) };
      if (stopped || performance.now() - began > JOB_MAX_MS)
        return makeJobs(db, boss, { ...rest, afterMs: 0 });
      if (underWay.size >= UNDER_WAY_MAX) await Promise.race(underWay);
      const asked = performance.now();
      const claimed = await claim(db, chunk, recipient);
      if (claimed.kind === 'wait' && claimed.whole) return putBack(rest);
      if (claimed.kind === 'wait')
        await makeJobs(db, boss, { ...chunk, recipients: [recipient], afterMs: claimed.afterMs });
      if (claimed.kind !== 'claimed') continue;
      if (claimed.claim.waitMs > 0) await wait(claimed.claim.waitMs);
      // Held up, by a machine that slept: the lease may be over, and then it is another's.
      if (performance.now() - asked > START_MAX_MS) continue;
      const sending = deliver(claimed.claim)
        .catch((err) => log.error({ err }, 'a delivery could not be recorded'))
        .finally(() => underWay.delete(sending));
      underWay.add(sending);
    }
  }

  /** The tenant has been told to wait: those who cannot be sent to yet get times after each other. */
  async function putBack(rest: Chunk): Promise<void> {
    const { rows } = await spread(rest.tenant, rest.recipients.length).execute(db);
    await makeJobs(db, boss, { ...rest, afterMs: Math.max(rows[0]?.ms ?? 0, 0) });
  }

  async function deliver(claimed: Claim): Promise<void> {
    const posted = await attempt(claimed);
    for (let tried = 1; ; tried++) {
      try {
        return await record(claimed, posted);
      } catch (error) {
        // What is sent and not recorded will be sent again.
        if (tried >= RECORD_TRIES) throw error;
        await wait(250 * 2 ** tried);
      }
    }
  }

  async function attempt(claimed: Claim): Promise<Posted> {
    const { kind, batch, message, version, address, sent } = claimed;
    const content = await contents(batch, message, version);
    const to = sealed.address.open(address, claimed);
    const earlier = sealed.sent.open(sent, claimed);
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(POST_MAX_MS)]);
    if (content && kind === 'send' && to) return post.send(to, content, signal);
    if (content && kind === 'edit' && earlier)
      return post.update(earlier.address, earlier.message, content, signal);
    return { kind: 'refused', reason: 'unreadable' };
  }

  async function record(claimed: Claim, posted: Posted): Promise<void> {
    const { batch, recipient, kind, tenant } = claimed;
    if (posted.kind === 'sent') {
      const { message, address } = posted;
      const changed = await markSent(db, claimed, sealed.sent.close({ message, address }, claimed));
      if (changed)
        await makeJobs(db, boss, { batch, tenant, kind: 'edit', recipients: [recipient], afterMs: 0 });
      return;
    }
    const then = next(posted, claimed, Math.random());
    if (then.kind === 'again') {
      await db.transaction().execute(async (tx) => {
        await putOff(tx, claimed, then);
        await makeJobs(tx, boss, { batch, tenant, kind, recipients: [recipient], afterMs: then.afterMs });
      });
      return;
    }
    await markDone(db, claimed, then.state, then.reason);
    log.warn({ state: then.state, reason: then.reason }, 'not delivered');
    if (then.state === 'gone') await onGone(recipient);
  }

  return {
    send,
    async stop() {
      stopped = true;
      await Promise.race([Promise.allSettled(underWay), wait(STOP_MS)]);
      stopping.abort();
      await Promise.allSettled(underWay);
    },
  };
}
