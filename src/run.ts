import { readConfig } from './config.ts';
import { openDatabase } from './db/database.ts';
import { createLog, type Log } from './log.ts';
import { loadLater } from './teams/later.ts';

const STOP_MS = 10_000;

/** config → knowledge and database → bot → Teams → server; on SIGTERM the same way back. */
export async function run(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel);
  // The embedded database compiles on other threads while the rest of the code, most of a start, is loaded on this one.
  const opening = openDatabase({ ...config.data, onLost: (reason) => lost(reason, log) });
  const putOff = loadLater();
  const { pages, createSamvit, startServer, createTeams } = await load(opening);
  const teams = createTeams({ settings: config.teams, log });
  const samvit = await createSamvit(config, { ...teams, log, opening });
  const server = await startServer({
    ...config.http,
    receive: teams.attend(samvit.bot),
    ready: samvit.ready,
    pages: pages(),
    document: samvit.document,
    log,
  });
  samvit.servedAt(server.url);

  if (!config.teams.app) {
    log.warn(
      {},
      'MICROSOFT_APP_ID er ikke satt: hvem som spør blir ikke kontrollert, så bare denne maskinen slipper til',
    );
  }
  if (config.teams.app && !config.publicUrl) {
    log.warn({}, 'PUBLIC_URL er ikke satt: lenker til rapporter og filer virker bare på denne maskinen');
  }
  if (config.http.hostRefused) log.warn({}, 'HOST brukes ikke uten MICROSOFT_APP_ID');
  log.info({ url: server.url, ms: Math.round(performance.now()) }, 'Samvit er klar');
  samvit.start();
  putOff.soon();

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopper');
    // Last way out, should something hang; unref'd, so that it never keeps a finished process waiting.
    setTimeout(() => process.exit(1), STOP_MS - 500).unref();
    await server.stop(STOP_MS - 2_000);
    await samvit.stop();
    log.info({}, 'stoppet');
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop(signal).catch((err) => {
        log.error({ err }, 'stoppet ikke rent');
        process.exit(1);
      });
    });
  }
}

async function load(opening: Promise<unknown>) {
  // It may fail before anyone waits for it; whoever does is told.
  opening.catch(() => {});
  const [{ pages }, { createSamvit }, { startServer }, { createTeams }] = await Promise.all([
    import('./pages.ts'),
    import('./samvit.ts'),
    import('./server.ts'),
    import('./teams/teams.ts'),
  ]);
  return { pages, createSamvit, startServer, createTeams };
}

function lost(reason: Error, log: Log): void {
  log.error({ err: reason }, 'the database in the data folder was lost');
  process.kill(process.pid, 'SIGTERM');
}
