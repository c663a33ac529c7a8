import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepFor } from '../kept.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const START_MS = 120_000;
const STOP_MS = 20_000;

/** `npm run play`, on free ports and with a data folder of its own. */
export interface Playing {
  /** Where the Playground is. */
  url: string;
  /** Where the bot is. */
  bot: string;
  dataFolder: string;
  /** Everything that bot, Playground and play have written, the bot's log at level info among it. */
  output(): string;
  /** Ends play and what it started; the data folder stays until `clear`. */
  stop(): Promise<void>;
  clear(): Promise<void>;
}

export async function startPlaying(): Promise<Playing> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'samvit-e2e-'));
  await keepFor(dataFolder);
  const child = spawn(process.execPath, ['scripts/play.ts'], {
    cwd: root,
    // A group of its own, so that the bot and the Playground can be ended with it even when play itself is stuck.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...{ PORT: '', HOST: '', DATABASE_URL: '', MICROSOFT_APP_ID: '', ALLOWED_TENANTS: '' },
      DATA_FOLDER: dataFolder,
      LOG_LEVEL: 'info',
    },
  });
  const endGroup = (signal: NodeJS.Signals) => {
    try {
      process.kill(-child.pid!, signal);
    } catch {
      // Nobody is left in the group.
    }
  };
  const onExit = () => endGroup('SIGTERM');
  process.once('exit', onExit);

  let output = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    // play ends its own children, in order; the group is for what did not listen.
    child.kill('SIGTERM');
    const timer = setTimeout(() => endGroup('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(timer);
    endGroup('SIGKILL');
    process.off('exit', onExit);
  };
  const clear = () => rm(dataFolder, { recursive: true, force: true });

  try {
    const url = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        output += chunk.toString();
        const address = /Åpne\s+(http:\/\/localhost:\d+)/.exec(output)?.[1];
        if (address) resolve(address);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => reject(new Error(`play stopped (${code}):\n${output}`)));
      setTimeout(() => reject(new Error(`play did not start:\n${output}`)), START_MS).unref();
    });
    const bot = /"url":"(http:\/\/127\.0\.0\.1:\d+)"/.exec(output)?.[1] ?? '';
    return { url, bot, dataFolder, output: () => output, stop, clear };
  } catch (error) {
    await stop();
    await clear();
    throw error;
  }
}
