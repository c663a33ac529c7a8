import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { Log } from '../log.ts';
import type { Post, Posted } from '../messages.ts';
import type { Boss, Chunk } from './boss.ts';
import { letGo, makeJobs } from './jobs.ts';
import { spread } from './limits.ts';
import { createContents, type Sealed } from './messages.ts';
import { next } from './rules.ts';
import { type Claim, claim, markDone, markSent, postpone, putOff } from './store.ts';

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
/** Turns waited for at a time: with one, a slow answer of the database would be a turn nobody takes. */
const LANES = 4;
const UNDER_WAY_MAX = 500;
const STOP_MS = 5_000;
const RECORD_TRIES = 4;

export function createSender({ db, boss, sealed, post, log, onGone }: SendDeps): Sender {
  const contents = createContents({ db, sealed });
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let stopped = false;

  async function send(chunk: Chunk): Promise<void> {
    const until = performance.now() + JOB_MAX_MS;
    const left = [...chunk.recipients];
    let held = false;

    async function lane(): Promise<void> {
      while (!stopped && !held && performance.now() < until) {
        const recipient = left.shift();
        if (recipient === undefined) return;
        if (underWay.size >= UNDER_WAY_MAX) await Promise.race(underWay);
        const asked = performance.now();
        const claimed = await claim(db, chunk, recipient);
        if (claimed.kind === 'claimed') await start(claimed.claim, asked);
        if (claimed.kind !== 'wait') continue;
        held ||= claimed.whole;
        if (claimed.whole) left.push(recipient);
        else await postpone(db, chunk, recipient, claimed.afterMs);
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane));
    if (left.length === 0) return;
    const rest = { ...chunk, recipients: left };
    // A queue that is being stopped takes no jobs.
    if (!boss.running()) await letGo(db, rest);
    else await (held ? putBack(rest) : makeJobs(db, boss, { ...rest, afterMs: 0 }));
  }

  /** At its turn; what comes of it is recorded by itself. */
  async function start(claimed: Claim, asked: number): Promise<void> {
    if (claimed.waitMs > 0) await wait(claimed.waitMs);
    // Held up, by a machine that slept: the lease may be over, and then it is another's.
    if (performance.now() - asked > START_MAX_MS) return;
    const sending = deliver(claimed)
      .catch((err) => log.error({ err }, 'a delivery could not be recorded'))
      .finally(() => underWay.delete(sending));
    underWay.add(sending);
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
    const { batch, recipient, tenant } = claimed;
    if (posted.kind === 'sent') {
      const { message, address } = posted;
      const changed = await markSent(db, claimed, sealed.sent.close({ message, address }, claimed));
      if (changed)
        await makeJobs(db, boss, { batch, tenant, kind: 'edit', recipients: [recipient], afterMs: 0 });
      return;
    }
    const then = next(posted, claimed, Math.random());
    if (then.kind === 'again') {
      await db.transaction().execute((tx) => putOff(tx, claimed, then));
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
      // The clock alone keeps no process alive.
      await Promise.race([Promise.allSettled(underWay), wait(STOP_MS, undefined, { ref: false })]);
      stopping.abort();
      await Promise.allSettled(underWay);
    },
  };
}
