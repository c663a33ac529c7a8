import { setImmediate as nextTurn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Ask, createAsk } from './ask/ask.ts';
import { createGuides, type Guides } from './guide/guide.ts';
import { articlesOf } from './knowledge/articles.ts';
import type { Article, Fault, Glossary, Knowledge } from './knowledge/model.ts';
import type { Log } from './log.ts';
import { openKept, type Prepared, type SharedNow, withShared } from './prepared.ts';
import type { BuiltIndex } from './search/shelf.ts';
import { startThread } from './thread.ts';

export interface ReadOrder {
  knowledgeFolder: string;
  cacheFolder: string;
  /** The code we run, as codeKey gave it at the start. */
  code: string;
  withIndex: boolean;
  /** What people have shared, for the index. */
  shared: SharedNow;
}

export type Reading =
  | { kind: 'read'; knowledge: Knowledge; shared?: SharedNow; index?: BuiltIndex }
  | { kind: 'broken'; faults: Fault[] }
  /** The code on disk is no longer the code that runs. */
  | { kind: 'outdated' };

export interface CurrentDeps {
  /** Reads all files, with an index built over them and what is shared when asked. */
  read(withIndex: boolean, signal: AbortSignal, shared: SharedNow): Promise<Reading>;
  /** What people have shared and editors approved. */
  shared: () => Promise<SharedNow>;
  now: () => Date;
  log: Log;
  /** Told at the moment when what is answered from has been changed. */
  onRenewed?: () => void;
  /** Each new set of faults, and an empty one when they are mended. For those who edit. */
  onFaults?: (faults: Fault[]) => void;
}

export interface Current {
  /** Always asks the knowledge of now. */
  ask: Ask;
  guides: Guides;
  /** All of what is known now. */
  knowledge(): Knowledge;
  /** What of it the files say. */
  files(): Knowledge;
  /** Takes in what is in the files now. Gives false, never throws, when it should be tried again. */
  reload(): Promise<boolean>;
  /** Takes in what is shared now, with the files as they were last read. */
  refresh(): Promise<boolean>;
  /** Resolves when nothing is read or changed any more. */
  stop(): Promise<void>;
}

interface InUse extends Prepared {
  ask: Ask;
  guides: Guides;
  /** Articles taken in beside the index since it was built. */
  young: ReadonlySet<string>;
}

/** Each article beside the index costs every search a little: with ten a third, with forty twice as much again. */
const MOST_YOUNG = 12;

/** What is answered from, changed as one when its files change. Broken files leave it as it is, and are told of. */
export function keepCurrent(prepared: Prepared, deps: CurrentDeps): Current {
  const { now, log, onRenewed, onFaults } = deps;
  const stopping = new AbortController();
  let inUse = using(prepared, new Set());
  /** What was last told to be wrong, so that it is told once. Empty when nothing is. */
  let trouble = '';
  /** A search that failed to take in a change is not trusted with another. */
  let anew = false;
  let running: Promise<boolean> | undefined;
  let again = false;
  /** Whether the next look is at the files too. */
  let filesToo = false;

  function using(prepared: Prepared, young: ReadonlySet<string>): InUse {
    const deps = { ...prepared, now };
    return { ...prepared, young, ask: createAsk(deps), guides: createGuides(deps) };
  }

  function reload(): Promise<boolean> {
    filesToo = true;
    return refresh();
  }

  /** However many changes come while one is taken in, there is one more look after it. */
  function refresh(): Promise<boolean> {
    if (stopping.signal.aborted) return Promise.resolve(true);
    again = running !== undefined;
    running ??= untilQuiet();
    return running;
  }

  async function untilQuiet(): Promise<boolean> {
    try {
      let done: boolean;
      do {
        again = false;
        done = await once();
      } while (again && !stopping.signal.aborted);
      return done;
    } finally {
      running = undefined;
    }
  }

  async function once(): Promise<boolean> {
    const files = filesToo;
    filesToo = false;
    try {
      const shared = await deps.shared();
      const read: Reading = files
        ? await deps.read(false, stopping.signal, shared)
        : { kind: 'read', knowledge: inUse.files };
      const reading = await takeIn(read, shared);
      if (stopping.signal.aborted) return true;
      tellOf(reading);
      // Files that are broken are so until they have been read again.
      if (reading.kind === 'read' && trouble !== '' && files) {
        trouble = '';
        log.info({}, 'kunnskapsbasen er i orden igjen');
        onFaults?.([]);
      }
      return true;
    } catch (err) {
      if (stopping.signal.aborted) return true;
      filesToo ||= files;
      tell(String(err), () => log.error({ err }, 'kunnskapsbasen kunne ikke leses på nytt, prøver igjen'));
      return false;
    }
  }

  /** Puts what was read to use, and gives it back; or what came instead when it had to be read with an index. */
  async function takeIn(reading: Reading, shared: SharedNow): Promise<Reading> {
    if (reading.kind !== 'read' || stopping.signal.aborted) return reading;
    const { knowledge: files, index } = reading;
    const knowledge = withShared(files, shared);
    if (index) {
      // What waits is answered between the two heavy steps: receiving the index, and opening it.
      await nextTurn();
      inUse = using(openKept({ knowledge: files, shared, index }), new Set());
      anew = false;
    } else if (isDeepStrictEqual(knowledge, inUse.knowledge) && !anew) {
      return reading;
    } else {
      const { articles, changed, removed } = compare(inUse.articles, articlesOf(knowledge));
      const young = new Set([...inUse.young, ...changed.map((article) => article.id)]);
      const otherwise = anew || !sameWords(knowledge.glossary, inUse.knowledge.glossary);
      if (otherwise || young.size > MOST_YOUNG) {
        const built = await deps.read(true, stopping.signal, shared);
        // Files that cannot be read now stop no one from finding what is shared: beside the index it only costs more.
        if (otherwise || built.kind === 'read' || files !== inUse.files) return takeIn(built, shared);
        tellOf(built);
      }
      const { search } = inUse;
      anew = true;
      await search.update(changed, removed);
      anew = false;
      inUse = using({ files, knowledge, articles, search }, young);
    }
    onRenewed?.();
    const { articles, solutions, guides } = knowledge;
    log.info(
      { articles: articles.length, solutions: solutions.length, guides: guides.length },
      'endringer i kunnskapsbasen er tatt i bruk',
    );
    return reading;
  }

  function tellOf(reading: Reading): void {
    if (reading.kind === 'broken') tellFaults(reading.faults);
    if (reading.kind === 'outdated')
      tell('outdated', () => log.warn({}, 'koden er endret: start på nytt for å ta i bruk ny kunnskap'));
  }

  function tellFaults(faults: Fault[]): void {
    tell(JSON.stringify(faults), () => {
      log.warn(
        { faults: faults.map(withoutText) },
        'kunnskapsbasen har feil, og svarene hentes fra den forrige utgaven til de er rettet',
      );
      onFaults?.(faults);
    });
  }

  function tell(what: string, say: () => void): void {
    if (trouble === what) return;
    trouble = what;
    say();
  }

  return {
    ask: {
      ask: (...asked) => inUse.ask.ask(...asked),
      quote: (...asked) => inUse.ask.quote(...asked),
      find: (...asked) => inUse.ask.find(...asked),
      article: (...asked) => inUse.ask.article(...asked),
      list: (...asked) => inUse.ask.list(...asked),
      solutions: (...asked) => inUse.ask.solutions(...asked),
      csv: (...asked) => inUse.ask.csv(...asked),
    },
    guides: {
      get all() {
        return inUse.guides.all;
      },
      at: (...asked) => inUse.guides.at(...asked),
      offer: (...asked) => inUse.guides.offer(...asked),
    },
    knowledge: () => inUse.knowledge,
    files: () => inUse.files,
    reload,
    refresh,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** Reads in a thread of its own, which ends when it has read. */
export function readInThread(order: ReadOrder, signal: AbortSignal): Promise<Reading> {
  const worker = startThread(new URL('./reload-worker.ts', import.meta.url), order);
  worker.unref();
  const end = () => void worker.terminate();
  signal.addEventListener('abort', end);
  return new Promise<Reading>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the reading thread ended before it had read')));
  }).finally(() => signal.removeEventListener('abort', end));
}

/** What differs, by content. Articles that do not are the very objects that were in use. */
function compare(was: Article[], is: Article[]) {
  const before = new Map(was.map((article) => [article.id, article]));
  const articles = is.map((article) => {
    const old = before.get(article.id);
    return old && isDeepStrictEqual(old, article) ? old : article;
  });
  const ids = new Set(is.map((article) => article.id));
  return {
    articles,
    changed: articles.filter((article) => before.get(article.id) !== article),
    removed: was.flatMap(({ id }) => (ids.has(id) ? [] : [id])),
  };
}

/** The index is built on these words. Those that are ambiguous are the business of asking alone. */
const sameWords = (a: Glossary, b: Glossary): boolean =>
  isDeepStrictEqual([a.entries, a.everyday, a.outside], [b.entries, b.everyday, b.outside]);

/** A rule may quote what someone wrote; a heading or a tag helps to find it, more than that does not go to the log. */
const withoutText = (fault: Fault): Fault => ({
  ...fault,
  rule: fault.rule.replace(/«[^»]{60,}»/gu, '«…»'),
});
