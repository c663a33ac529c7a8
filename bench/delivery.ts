// How many messages get through, how fast, and whether any is lost or sent twice:
// `npm run -s bench:delivery -- --recipients 10000 --faults --kill 3`. The last line is JSON.
// Two bot processes on a real PostgreSQL share the work, against a stand-in that holds Teams' limits; one is killed with
// SIGKILL as often as asked, at even distances, and started again two seconds later.
import type { ChildProcess } from 'node:child_process';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openDatabase } from '../src/db/database.ts';
import { createDelivery } from '../src/delivery/delivery.ts';
import { createLog } from '../src/log.ts';
import { createSeal } from '../src/people/seal.ts';
import { createTeams } from '../src/teams/teams.ts';
import { startPostgres } from '../tests/databases.ts';
import { say, startBot, stopBot, until } from './bots.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

const BATCH = 'bench';
const ALLOWED_PER_SECOND = 50;
const GIVE_UP_MS = 20 * 60_000;
const RESTART_MS = 2_000;
const names = ['A', 'B'] as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    recipients: { type: 'string', default: '1000' },
    faults: { type: 'boolean', default: false },
    kill: { type: 'string', default: '0' },
  },
});
if (positionals[0] === 'bot') await serve(positionals[1]!);
else await measure(Number(values.recipients), values.faults, Number(values.kill));

/** A bot process, without the knowledge and the chat. */
async function serve(url: string): Promise<void> {
  const log = createLog('error');
  const settings = { allowedTenants: [], serviceHosts: [], openIdMetadataUrl: 'http://127.0.0.1/' };
  const { post } = createTeams({ settings, log });
  const database = await openDatabase({ url, folder: '' });
  const delivery = createDelivery({ database, seal: createSeal('bench'), post, log, onGone: async () => {} });
  await delivery.start();
  process.on('message', async ({ service, recipients }: { service: string; recipients: number }) => {
    const messages = {
      nb: { kind: 'card' as const, card: { type: 'AdaptiveCard', body: [] }, summary: 'Hei' },
    };
    await database.db.transaction().execute((tx) =>
      delivery.plan(
        tx,
        { id: BATCH, tenant: 'tenant', cause: 'survey', about: BATCH, messages },
        Array.from({ length: recipients }, (_, n) => ({
          recipient: `person-${n}`,
          address: { tenant: 'tenant', service, conversation: `person-${n}` },
          message: 'nb',
        })),
      ),
    );
    process.send?.('planned');
  });
  process.on('disconnect', () => process.exit(1));
  process.on('SIGTERM', async () => {
    await delivery.stop();
    await database.close();
    process.exit(0);
  });
  process.send?.('ready');
}

async function measure(recipients: number, faults: boolean, kills: number): Promise<void> {
  const postgres = await startPostgres();
  const standIn = await startStandIn(faults);
  const database = await openDatabase({ url: postgres.url, folder: '' });
  const bots = new Map<string, ChildProcess>();
  for (const name of names) bots.set(name, await startBot(import.meta.filename, postgres.url));
  say('two bots are ready');

  const { promise: planned, resolve } = Promise.withResolvers<void>();
  bots.get('A')!.once('message', () => resolve());
  const planning = performance.now();
  bots.get('A')!.send({ service: standIn.url, recipients });
  await planned;
  const began = performance.now();
  say(`${recipients} planned in ${Math.round(began - planning)} ms`);

  const waiting = {
    ...{ began, giveUpMs: GIVE_UP_MS, lookMs: 200 },
    progress: () => `${standIn.taken.size} of ${recipients}, ${standIn.refusedByLimit} refused by limit`,
  };
  let inFlight = 0;
  for (let kill = 1; kill <= kills; kill++) {
    await until(() => standIn.taken.size >= (recipients * kill) / (kills + 1), waiting);
    const name = names[kill % 2]!;
    bots.get(name)!.kill('SIGKILL');
    const found = await leftBehind(standIn);
    inFlight += found;
    say(`killed ${name} with ${found} in flight`);
    bots.set(name, await startBot(import.meta.filename, postgres.url));
  }
  const left = async () => {
    const { rows } = await sql<{ left: number }>`
      select count(*)::int as left from delivery where state = 'waiting'
    `.execute(database.db);
    return rows[0]!.left;
  };
  await until(async () => (await left()) === 0, waiting);

  const seconds = (standIn.lastMs - began) / 1_000;
  const stopping = performance.now();
  await Promise.all([...bots.values()].map(stopBot));
  say(`bots stopped in ${Math.round(performance.now() - stopping)} ms`);
  const delivered = standIn.taken.size;
  const taken = [...standIn.taken.values()].reduce((sum, times) => sum + times, 0);
  await database.close();
  await standIn.stop();
  await postgres.stop();
  const share = Math.round((recipients / ALLOWED_PER_SECOND / seconds) * 1_000) / 1_000;
  const result = {
    recipients,
    delivered,
    lost: recipients - delivered,
    duplicates: taken - delivered,
    in_flight_at_kills: inFlight,
    taken_without_an_answer: standIn.unanswered,
    refused_by_limit: standIn.refusedByLimit,
    faults: standIn.faults,
    seconds: Math.round(seconds * 10) / 10,
    share,
  };
  const kept =
    result.lost === 0 &&
    result.duplicates <= inFlight + standIn.unanswered &&
    share >= (faults || kills > 0 ? 0.75 : 0.9);
  console.log(JSON.stringify(result));
  process.exit(kept ? 0 : 1);

  /** What the killed one had claimed: claimed, not recorded, and not kept waiting by the stand-in for the other one. */
  async function leftBehind({ hanging }: StandIn): Promise<number> {
    const { rows: before } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(database.db);
    await new Promise((done) => setTimeout(done, RESTART_MS));
    const { rows } = await sql<{ recipient: string }>`
      select recipient from delivery
      where state = 'waiting' and leased_until > now() and leased_until < ${before[0]!.at}::timestamptz + interval '30 seconds'
    `.execute(database.db);
    return rows.filter(({ recipient }) => !hanging.has(recipient)).length;
  }
}
