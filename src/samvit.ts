import { join } from 'node:path';
import { type Ask, createAsk } from './ask/ask.ts';
import { createAskStore } from './ask/store.ts';
import { type Bot, createBot } from './bot.ts';
import { loadCards } from './cards.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './db/database.ts';
import { createGuides } from './guide/guide.ts';
import type { Log } from './log.ts';
import { createKey, localSecret } from './people/key.ts';
import { createPeople } from './people/people.ts';
import { prepare } from './prepared.ts';

export interface Samvit {
  ask: Ask;
  bot: Bot;
  /** Resolves when the database answers. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

const PURGE_MS = 10 * 60_000;

/** Puts the rooms together: database → knowledge → search → jobs → bot. No network: that is for main.ts. */
export async function createSamvit(
  config: Config,
  deps: { log: Log; now?: () => Date; cardFolder?: string },
): Promise<Samvit> {
  const { log, now = () => new Date(), cardFolder = 'cards' } = deps;
  const fill = loadCards(cardFolder);
  const onLost = (reason: Error) => {
    log.error({ err: reason }, 'the data folder was taken by another process');
    process.kill(process.pid, 'SIGTERM');
  };
  // The database opens, mostly on other threads, while knowledge is read and indexed on this one.
  const [database, prepared] = await allOrNothing(
    openDatabase({ ...config.data, onLost }),
    prepare(config.knowledgeFolder, join(config.data.folder, 'cache')),
  );
  const ask = createAsk({ ...prepared, now });
  const guides = createGuides({ ...prepared, now });
  const askStore = createAskStore({
    db: database.db,
    now,
    onError: (err) => log.error({ err }, 'outcomes could not be written'),
  });
  const people = createPeople({ db: database.db, now });
  const key = createKey(config.data.secret ?? (await localSecret(config.data.folder)));
  const bot = createBot({ ask, askStore, guides, people, fill, key });

  const purge = () => askStore.purge().catch((err) => log.error({ err }, 'old rows could not be deleted'));
  await purge();
  const timer = setInterval(purge, PURGE_MS);
  timer.unref();

  return {
    ask,
    bot,
    ready: () => database.ping(),
    async stop() {
      clearInterval(timer);
      await askStore.flush().catch((err) => log.error({ err }, 'outcomes could not be written'));
      await database.close();
    },
  };
}

/** Waits for both; when the knowledge is broken the database is closed again, so that its folder is not left locked. */
async function allOrNothing<T>(opening: Promise<Database>, reading: Promise<T>): Promise<[Database, T]> {
  const [database, read] = await Promise.allSettled([opening, reading]);
  if (database.status === 'fulfilled' && read.status === 'fulfilled') return [database.value, read.value];
  if (database.status === 'fulfilled') await database.value.close();
  throw read.status === 'rejected' ? read.reason : (database as PromiseRejectedResult).reason;
}
