import type { Insertable, Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { Lang, Topic } from '../knowledge/model.ts';
import { DAY_MS } from '../times.ts';
import type { AnswerKind } from './answer.ts';

/** Ids are keyed hashes, made by the caller: the store never sees a person, a message or a question. */
export interface AskStore {
  /** The section the conversation was last about, if that is less than half an hour ago. */
  lastSection(thread: string): Promise<string | undefined>;
  /** These return at once; rows are written together a moment later (`flush`). */
  remember(thread: string, person: string, section: string): void;
  record(outcome: Outcome): void;
  /** Counted by topic, and nothing else of it is kept. Returns at once, as those above. */
  countUnanswered(tenant: string, topic: Topic | undefined): void;
  /** Gives what it was about, where that is still known. */
  addFeedback(feedback: Feedback): Promise<Pick<Outcome, 'lang' | 'section'> | undefined>;
  /** What was not answered or not liked in a tenant, in the last `days`. */
  gaps(tenant: string, days: number): Promise<Gaps>;
  forget(person: string): Promise<void>;
  /** Deletes what has been kept long enough. */
  purge(): Promise<void>;
  flush(): Promise<void>;
}

interface Outcome {
  reply: string;
  kind: AnswerKind;
  lang: Lang;
  section: string | null;
}

interface Gaps {
  /** No topic: it came near none. */
  unanswered: { topic: Topic | null; count: number }[];
  disliked: { section: string | null; count: number }[];
}

interface Feedback {
  /** One for each person and reply, so that a changed mind replaces the first. */
  id: string;
  reply: string;
  reaction: 'like' | 'dislike';
  reason: string | null;
  tenant: string;
}

type ThreadRow = Insertable<Schema['thread']>;
type OutcomeRow = Insertable<Schema['outcome']>;
type UnansweredRow = Insertable<Schema['unanswered']>;

const THREAD_MINUTES = 30;
const OUTCOME_DAYS = 30;
const FEEDBACK_DAYS = 180;
const UNANSWERED_DAYS = 90;
/** An answer must not wait for what is only kept for later, so rows are gathered this long and written in one statement. */
const GATHER_MS = 1_000;

export function createAskStore(deps: {
  db: Kysely<Schema>;
  now: () => Date;
  onError: (error: unknown) => void;
}): AskStore {
  const { db, now, onError } = deps;
  let threads = new Map<string, ThreadRow>();
  let outcomes = new Map<string, OutcomeRow>();
  let unanswered = new Map<string, UnansweredRow>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const today = () => now().toISOString().slice(0, 10);
  const daysAgo = (days: number) => new Date(now().getTime() - days * DAY_MS).toISOString().slice(0, 10);
  const threadLimit = () => new Date(now().getTime() - THREAD_MINUTES * 60_000);

  function soon(): void {
    timer ??= setTimeout(() => {
      flush().catch(onError);
    }, GATHER_MS);
    timer.unref();
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const [threadRows, outcomeRows] = [[...threads.values()], [...outcomes.values()]];
    const counts = [...unanswered.values()];
    threads = new Map();
    outcomes = new Map();
    unanswered = new Map();
    writing = writing.catch(() => {}).then(() => write(threadRows, outcomeRows, counts));
    return writing;
  }

  async function write(
    threadRows: ThreadRow[],
    outcomeRows: OutcomeRow[],
    counts: UnansweredRow[],
  ): Promise<void> {
    if (threadRows.length > 0) {
      await db
        .insertInto('thread')
        .values(threadRows)
        .onConflict((c) =>
          c
            .column('thread')
            .doUpdateSet((e) => ({ section: e.ref('excluded.section'), at: e.ref('excluded.at') })),
        )
        .execute();
    }
    if (outcomeRows.length > 0) {
      await db
        .insertInto('outcome')
        .values(outcomeRows)
        .onConflict((c) => c.column('reply').doNothing())
        .execute();
    }
    if (counts.length > 0) {
      await db
        .insertInto('unanswered')
        // In one order, so that two processes that count the same do not wait for each other.
        .values(counts.sort((a, b) => (`${a.tenant} ${a.topic}` < `${b.tenant} ${b.topic}` ? -1 : 1)))
        .onConflict((c) =>
          c
            .columns(['tenant', 'day', 'topic'])
            .doUpdateSet((e) => ({ count: e('unanswered.count', '+', e.ref('excluded.count')) })),
        )
        .execute();
    }
  }

  return {
    async lastSection(thread) {
      const waiting = threads.get(thread);
      if (waiting) return waiting.section;
      const row = await db
        .selectFrom('thread')
        .select('section')
        .where('thread', '=', thread)
        .where('at', '>', threadLimit())
        .executeTakeFirst();
      return row?.section;
    },
    remember(thread, person, section) {
      threads.set(thread, { thread, person, section, at: now() });
      soon();
    },
    record(outcome) {
      outcomes.set(outcome.reply, { ...outcome, day: today() });
      soon();
    },
    countUnanswered(tenant, topic) {
      const row = { tenant, day: today(), topic: topic ?? ('' as const), count: 1 };
      const which = `${tenant} ${row.day} ${row.topic}`;
      unanswered.set(which, { ...row, count: (unanswered.get(which)?.count ?? 0) + 1 });
      soon();
    },
    async addFeedback({ id, reply, reaction, reason, tenant }) {
      await flush();
      const outcome = await db
        .selectFrom('outcome')
        .selectAll()
        .where('reply', '=', reply)
        .executeTakeFirst();
      const { kind = null, lang = null, section = null } = outcome ?? {};
      await db
        .insertInto('feedback')
        .values({ id, day: today(), kind, lang, section, reaction, reason, tenant })
        .onConflict((c) => c.column('id').doUpdateSet({ reaction, reason }))
        .execute();
      return outcome;
    },
    async gaps(tenant, days) {
      await flush();
      const since = daysAgo(days) as unknown as Date;
      const counted = await db
        .selectFrom('unanswered')
        .select(['topic', (e) => e.fn.sum<string>('count').as('n')])
        .where('tenant', '=', tenant)
        .where('day', '>=', since)
        .groupBy('topic')
        .execute();
      const disliked = await db
        .selectFrom('feedback')
        .select(['section', (e) => e.fn.countAll<string>().as('n')])
        .where('tenant', '=', tenant)
        .where('reaction', '=', 'dislike')
        .where('day', '>=', since)
        .groupBy('section')
        .execute();
      return {
        unanswered: counted.map(({ topic, n }) => ({ topic: topic || null, count: Number(n) })),
        disliked: disliked.map(({ section, n }) => ({ section, count: Number(n) })),
      };
    },
    async forget(person) {
      await flush();
      await db.deleteFrom('thread').where('person', '=', person).execute();
    },
    async purge() {
      await db.deleteFrom('thread').where('at', '<=', threadLimit()).execute();
      await db
        .deleteFrom('outcome')
        .where('day', '<', daysAgo(OUTCOME_DAYS) as unknown as Date)
        .execute();
      await db
        .deleteFrom('feedback')
        .where('day', '<', daysAgo(FEEDBACK_DAYS) as unknown as Date)
        .execute();
      await db
        .deleteFrom('unanswered')
        .where('day', '<', daysAgo(UNANSWERED_DAYS) as unknown as Date)
        .execute();
    },
    flush,
  };
}
