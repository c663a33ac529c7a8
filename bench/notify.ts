// Whether one new solution is told once to every channel that follows it: `npm run -s bench:notify`. The last line is
// JSON. 1,000 channels in 100 tenants have 200 differing subscriptions. Two bot processes on a real PostgreSQL share the
// sending, against a stand-in that holds Teams' limits; one is killed with SIGKILL in the middle. Who should be told is
// found out here by asking every subscription about everything in it.
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { loadCards } from '../src/cards.ts';
import { openDatabase } from '../src/db/database.ts';
import { createDelivery } from '../src/delivery/delivery.ts';
import { AT_ONCE, type Interest, type Kept } from '../src/follow/model.ts';
import { followRoom } from '../src/follow/room.ts';
import { createSubscriptions } from '../src/follow/store/subscriptions.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import type { Knowledge } from '../src/knowledge/model.ts';
import type { Solution } from '../src/knowledge/solution.ts';
import { createLog } from '../src/log.ts';
import { createAddresses } from '../src/people/addresses.ts';
import { createKey } from '../src/people/key.ts';
import { keptOpen } from '../src/people/municipality.ts';
import { createSeal } from '../src/people/seal.ts';
import { createTeams } from '../src/teams/teams.ts';
import { startPostgres } from '../tests/databases.ts';
import { say, startBot, stopBot, until } from './bots.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

const TENANTS = 100;
const CHANNELS = 1_000;
const DIFFERING = 200;
const PLANNED_IN_MS = 1_000;
const GIVE_UP_MS = 3 * 60_000;
const RESTART_MS = 2_000;
const SECRET = 'bench';
const SEED = 20_261_130;

const [role, url] = process.argv.slice(2);
if (role === 'bot') await serve(url!);
else await measure();

/** A bot process, without the chat. */
async function serve(url: string): Promise<void> {
  const log = createLog('error');
  const settings = { allowedTenants: [], serviceHosts: [], openIdMetadataUrl: 'http://127.0.0.1/' };
  const { post, roster } = createTeams({ settings, log });
  const knowledge = await loadKnowledge('knowledge');
  const database = await openDatabase({ url, folder: '' });
  const [key, seal, now] = [createKey(SECRET), createSeal(SECRET), () => new Date()];
  const delivery = createDelivery({ database, seal, post, log, onGone: async () => {} });
  const addresses = createAddresses({
    ...{ db: database.db, seal, key, roster, now },
    languageOfLocale: () => 'nb',
    onError: (err) => log.error({ err }, 'addresses could not be written'),
  });
  const { tell } = followRoom({
    ...{ database, roster, delivery, addresses, seal, key, now },
    knowledge: () => knowledge,
    norway: keptOpen(() => knowledge.municipalities),
    fill: loadCards('cards'),
    languageFor: async () => 'nb',
  });
  await delivery.start();
  process.on('message', async (solution: Solution) => {
    const began = performance.now();
    await database.db
      .transaction()
      .execute((tx) => tell(tx, { id: `${solution.id}:1`, change: 'new', tell: true, solution }));
    process.send?.(performance.now() - began);
  });
  process.on('disconnect', () => process.exit(1));
  process.on('SIGTERM', async () => {
    await delivery.stop();
    await database.close();
    process.exit(0);
  });
  process.send?.('ready');
}

async function measure(): Promise<void> {
  const knowledge = await loadKnowledge('knowledge');
  const solution = knowledge.solutions.find(({ networks, owner }) => networks.length === 0 && !owner)!;
  const postgres = await startPostgres();
  const standIn = await startStandIn(false, (conversation) => conversation.split('/')[0]!);
  const database = await openDatabase({ url: postgres.url, folder: '' });
  const follows = subscriptionsOf(knowledge, standIn.url);
  const store = createSubscriptions({ db: database.db, seal: createSeal(SECRET) });
  await store.transaction(async (tx) => {
    for (const kept of follows) await store.insert(tx, kept);
  });
  const due = new Set(
    follows.filter((kept) => isFollowed(solution, kept.interests)).map(({ recipient }) => recipient),
  );
  const bots = new Map<string, ChildProcess>();
  for (const name of ['A', 'B']) bots.set(name, await startBot(import.meta.filename, postgres.url));
  say(`two bots are ready; ${due.size} of ${CHANNELS} channels follow «${solution.title}»`);

  const planned = new Promise<number>((resolve) => bots.get('A')!.once('message', resolve));
  const began = performance.now();
  bots.get('A')!.send(solution);
  const planMs = await planned;
  say(`planned in ${Math.round(planMs)} ms`);

  const watching = {
    ...{ began, giveUpMs: GIVE_UP_MS, lookMs: 20 },
    progress: () => `${standIn.taken.size} taken, ${standIn.refusedByLimit} refused`,
  };
  await until(() => standIn.taken.size >= due.size / 2, watching);
  bots.get('B')!.kill('SIGKILL');
  const taken = standIn.taken.size;
  const inFlight = await leftBehind(standIn);
  say(`killed B with ${inFlight} in flight, when ${taken} were taken`);
  bots.set('B', await startBot(import.meta.filename, postgres.url));
  await until(async () => (await waiting()) === 0, watching);
  const seconds = (standIn.lastMs - began) / 1_000;

  await Promise.all([...bots.values()].map(stopBot));
  await database.close();
  await standIn.stop();
  await postgres.stop();
  const told = [...standIn.taken.keys()];
  const lost = [...due].filter((channel) => !standIn.taken.has(channel)).length;
  const wrong = told.filter((channel) => !due.has(channel)).length;
  const duplicates = [...standIn.taken.values()].reduce((sum, times) => sum + times - 1, 0);
  say(`${wrong} told that do not follow it, ${standIn.refusedByLimit} refused by limit`);
  console.log(
    JSON.stringify({
      matched: due.size,
      told: told.length,
      lost,
      duplicates,
      plan_ms: Math.round(planMs),
      seconds: Math.round(seconds * 10) / 10,
    }),
  );
  const kept =
    lost === 0 &&
    wrong === 0 &&
    duplicates <= inFlight &&
    planMs < PLANNED_IN_MS &&
    standIn.refusedByLimit === 0;
  process.exit(kept ? 0 : 1);

  async function waiting(): Promise<number> {
    const { rows } = await sql<{ left: number }>`
      select count(*)::int as left from delivery where state = 'waiting'`.execute(database.db);
    return rows[0]!.left;
  }

  /** What the killed one had claimed and not recorded. */
  async function leftBehind({ hanging }: StandIn): Promise<number> {
    const { rows: before } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(database.db);
    await new Promise((done) => setTimeout(done, RESTART_MS));
    const { rows } = await sql<{ recipient: string }>`
      select recipient from delivery
      where state = 'waiting' and leased_until > now()
        and leased_until < ${before[0]!.at}::timestamptz + interval '30 seconds'`.execute(database.db);
    return rows.filter(({ recipient }) => !hanging.has(recipient)).length;
  }
}

/** Ten channels in each tenant; every fifth follows the same as one of another tenant. */
function subscriptionsOf(knowledge: Knowledge, service: string): Kept[] {
  const below = random();
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;
  const { tags, municipalities } = knowledge;
  const choices: (() => Interest)[] = [
    () => `tag:${pick([...tags.keys()])}`,
    () => `municipality:${pick(municipalities.municipalities).number}`,
    () => `county:${pick(municipalities.counties).number}`,
    () => `topic:${pick(['anskaffelser', 'personvern', 'samarbeid', 'digitalisering'] as const)}`,
    () => `solution:${pick(knowledge.solutions).id}`,
  ];
  const differing = new Map<string, Interest[]>([['everything', ['everything']]]);
  while (differing.size < DIFFERING) {
    const interests = Array.from({ length: 1 + below(5) }, () => pick(choices)());
    differing.set([...new Set(interests)].sort().join(' '), [...new Set(interests)]);
  }
  const all = [...differing.values()];
  return Array.from({ length: CHANNELS }, (_, n) => {
    const tenant = `tenant-${n % TENANTS}`;
    const conversation = `${tenant}/channel-${n}`;
    return {
      ...{
        id: randomUUID(),
        recipient: conversation,
        tenant,
        home: 'channel',
        lang: pick(['nb', 'nn', 'en']),
      },
      ...{
        interests: all[n % DIFFERING]!,
        rhythm: AT_ONCE,
        version: 1,
        team: null,
        maker: null,
        nextAt: null,
      },
      where: { address: { tenant, service, conversation }, name: '' },
    } as const;
  });
}

/** Asks about everything by itself; knows nothing of how it is done in Samvit. */
function isFollowed({ id, topic, tags, municipalities }: Solution, interests: Interest[]): boolean {
  for (const interest of interests) {
    if (interest === 'everything' || interest === `topic:${topic}` || interest === `solution:${id}`)
      return true;
    for (const tag of tags) if (interest === `tag:${tag}`) return true;
    for (const number of municipalities)
      if (interest === `municipality:${number}` || interest === `county:${number.slice(0, 2)}`) return true;
  }
  return false;
}

/** The same every time: which number below a limit comes next. */
function random(): (limit: number) => number {
  let seed = SEED;
  return (limit) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * limit);
  };
}
