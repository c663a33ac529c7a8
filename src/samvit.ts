import { join } from 'node:path';
import type { Ask } from './ask/ask.ts';
import { detectLanguage, languageOfLocale } from './ask/language.ts';
import { createNamed } from './ask/lists/named.ts';
import { changesIn } from './ask/places.ts';
import { createAskStore } from './ask/store.ts';
import { createAskTurns } from './ask/turns.ts';
import { type Bot, createBot } from './bot.ts';
import { loadCardsSeen } from './cards.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './db/database.ts';
import type { Delivery } from './delivery/delivery.ts';
import { createDeliveryDesk } from './delivery/desk.ts';
import { createDocuments } from './documents.ts';
import { createFaultNotices } from './faults/faults.ts';
import { followRoom } from './follow/room.ts';
import { button } from './form-card.ts';
import { createGround, type Room } from './ground.ts';
import { createGuideTurns } from './guide/turns.ts';
import { handoffRoom } from './handoff/room.ts';
import { keepUp } from './keep-up.ts';
import { lookAt, watchFolder } from './knowledge/watch.ts';
import type { Log } from './log.ts';
import type { Post, Roster } from './messages.ts';
import { localSecret } from './people/key.ts';
import { createPeopleDesk } from './people/turns.ts';
import { codeKey, prepare } from './prepared.ts';
import { keepCurrent, readInThread } from './reload.ts';
import type { Served } from './server.ts';
import { createSharedFiles } from './share/files.ts';
import { sayButton } from './share/portfolio/buttons.ts';
import { portfolioRoom } from './share/portfolio/room.ts';
import { shareRoom } from './share/room.ts';
import { similarTo } from './similar.ts';
import { surveyRoom } from './survey/room.ts';
import { textsIn } from './texts/texts.ts';

export interface Samvit {
  ask: Ask;
  bot: Bot;
  delivery: Delivery;
  /** Begins to send what is planned and to delete what is old. Not before Samvit is ready: an answer does not wait for it. */
  start(): void;
  /** What a signed link leads to (server.ts). */
  document(token: string): Promise<Served>;
  /** Told where the server listens, for links where no PUBLIC_URL is set. */
  servedAt(url: string): void;
  /** Resolves when the database answers. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

const PURGE_MS = 10 * 60_000;
/** What is approved in one process is searched in every other within 5 s. */
const LOOK_MS = 2_000;

interface SamvitDeps {
  /** Where it was begun before; else it is opened here. */
  opening?: Promise<Database>;
  log: Log;
  post: Post;
  roster: Roster;
  now?: () => Date;
  cardFolder?: string;
}

/** Puts the rooms together: database → knowledge → search → jobs → bot. No network: that is for main.js. */
export async function createSamvit(config: Config, deps: SamvitDeps): Promise<Samvit> {
  const { log, now = () => new Date(), cardFolder = 'cards' } = deps;
  let listening = `http://127.0.0.1:${config.http.port}`;
  const folders = { knowledgeFolder: config.knowledgeFolder, cacheFolder: join(config.data.folder, 'cache') };
  // The database opens, mostly on other threads, while knowledge is read and indexed on this one.
  const opening = deps.opening ?? openDatabase(config.data);
  const [database, { since, code, prepared, cards }] = await allOrNothing(
    opening,
    prepareSeen(folders, cardFolder),
  );
  const { fill } = cards;
  const current = keepCurrent(prepared, {
    read: (withIndex, signal, shared) => readInThread({ ...folders, code, withIndex, shared }, signal),
    shared: () => share.published(),
    now,
    log,
    onRenewed() {
      bot.renewed();
      files.read(current.files().solutions);
    },
    onFaults: (found) => faults.tell(found),
  });
  const askStore = createAskStore({
    db: database.db,
    now,
    onError: (err) => log.error({ err }, 'outcomes could not be written'),
  });
  const ground = createGround(config, {
    ...deps,
    now,
    database,
    secret: config.data.secret ?? (await localSecret(config.data.folder)),
    fill,
    knowledge: current.knowledge,
    languages: { detect: detectLanguage, ofLocale: languageOfLocale },
    listening: () => listening,
    onGone: (recipient) => follow.gone(recipient),
  });
  const { audit, key, people, addresses, who, delivery, links, languageFor, norway } = ground;
  const guide = createGuideTurns({ ...ground, guides: current.guides });
  const peopleDesk = createPeopleDesk({
    ...ground,
    someSet: config.admins.length > 0,
    municipalities: norway,
    changes: (found, lang) => changesIn(found).map((change) => textsIn(lang).change(change)),
  });
  const survey = surveyRoom(ground);
  const follow = followRoom(ground, (solution, lang) => [sayButton(solution, lang)]);
  const { tell } = follow;
  const share = shareRoom(ground, {
    tell,
    similar: (text, lang) => similarTo(current.ask, text, lang),
    languageOf: detectLanguage,
  });
  const files = createSharedFiles({ db: database.db, tell, log });
  const portfolio = portfolioRoom(ground, {
    named: createNamed(current.knowledge, norway),
    extras: ({ id }, lang) => [
      button(
        textsIn(lang).follow.notice.follow,
        { do: 'follow.start', lang, interests: [`solution:${id}`] },
        { verb: 'open' },
      ),
    ],
  });
  const handoff = handoffRoom(ground, {
    counts: askStore.gaps,
    article: current.ask.article,
    press: (from, data) => bot.handle({ kind: 'pressed', from, data }),
  });
  const faults = createFaultNotices({ ...ground, db: database.db });
  const rooms: Room[] = [survey, share, follow, portfolio, handoff];
  const ask = createAskTurns({
    ask: current.ask,
    store: askStore,
    people,
    fill,
    key,
    languageFor,
    offer: guide.offer,
    experts: handoff.offer,
    shared: portfolio.beside,
    listLink: (query, lang) => links.link({ kind: 'list', query, lang }),
  });
  const desks = [peopleDesk, ...rooms.flatMap((room) => room.desks), createDeliveryDesk(ground)];
  const bot = createBot({ ask, guide, desks, people, addresses, who, fill, key, languageFor });

  let purging: Promise<unknown> = Promise.resolve();
  const purge = () => {
    const old = [askStore.purge(), audit.purge(), ...rooms.map((room) => room.purge?.())];
    purging = Promise.all(old).catch((err) => log.error({ err }, 'old rows could not be deleted'));
  };
  const timer = setInterval(purge, PURGE_MS);
  timer.unref();
  const keeping = keepUp({
    revision: () => share.revision(),
    refresh: current.refresh,
    everyMs: LOOK_MS,
    log,
  });
  // What was shared when the index was kept may be withdrawn since, and nobody is answered from it before that is known.
  const ofFiles = new Set(prepared.files.solutions);
  if (prepared.knowledge.solutions.some((one) => !ofFiles.has(one))) await keeping.look();
  const watch = watchFolder(folders.knowledgeFolder, {
    since,
    pollMs: config.knowledgePollMs,
    onChange: current.reload,
  });

  return {
    ask: current.ask,
    bot,
    delivery,
    start() {
      purge();
      files.read(current.files().solutions);
      keeping.look();
      cards.checkLater();
      // What is made when it is first needed is made now, and the first to ask waits no longer than the second.
      current.ask.ask('hei').catch((err) => log.error({ err }, 'a first question could not be answered'));
      // They may have been mended while nothing ran: we do not start on broken files.
      faults.tell([]);
      delivery.start().catch((err) => log.error({ err }, 'the queue did not start: nothing is sent unasked'));
    },
    document: createDocuments({
      links,
      ask: current.ask,
      gaps: handoff.gapsCsv,
      results: survey.document,
      now,
    }),
    servedAt: (url) => {
      listening = url;
    },
    ready: () => database.ping(),
    async stop() {
      clearInterval(timer);
      await Promise.all([watch.close(), keeping.stop(), current.stop(), delivery.stop()]);
      await Promise.all([purging, files.stop(), faults.stop()]);
      for (const room of rooms) await room.stop?.();
      await askStore.flush().catch((err) => log.error({ err }, 'outcomes could not be written'));
      await addresses.stop().catch((err) => log.error({ err }, 'addresses could not be written'));
      await database.close();
    },
  };
}

/** How the folder looked before it was read goes with what was read, so that no change falls between. */
async function prepareSeen(
  { knowledgeFolder, cacheFolder }: { knowledgeFolder: string; cacheFolder: string },
  cardFolder: string,
) {
  const cards = await loadCardsSeen(cardFolder, cacheFolder);
  const since = await lookAt(knowledgeFolder);
  const code = codeKey();
  const prepared = await prepare(knowledgeFolder, cacheFolder, code);
  return { since, code: await code, cards, prepared };
}

/** Waits for both; when the knowledge is broken the database is closed again, so that its folder is not left locked. */
async function allOrNothing<T>(opening: Promise<Database>, reading: Promise<T>): Promise<[Database, T]> {
  const [database, read] = await Promise.allSettled([opening, reading]);
  if (database.status === 'fulfilled' && read.status === 'fulfilled') return [database.value, read.value];
  if (database.status === 'fulfilled') await database.value.close();
  throw read.status === 'rejected' ? read.reason : (database as PromiseRejectedResult).reason;
}
