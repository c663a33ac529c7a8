import { type ChildProcess, fork } from 'node:child_process';

/** Bot processes of a bench, and waiting for them. Progress goes to stderr, so that stdout has the result alone. */

/** Runs `file` with "bot" and the database's address; it sends a message when it is ready. */
export async function startBot(file: string, url: string): Promise<ChildProcess> {
  const bot = fork(file, ['bot', url], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await new Promise<void>((resolve, reject) => {
    bot.once('message', () => resolve());
    bot.once('exit', () => reject(new Error('a bot did not start')));
  });
  return bot;
}

export function stopBot(bot: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    bot.once('exit', () => resolve());
    bot.kill('SIGTERM');
  });
}

interface Waiting {
  /** As performance.now() gives it. */
  began: number;
  giveUpMs: number;
  lookMs: number;
  /** Said every few seconds, after the seconds. */
  progress(): string;
}

const SAY_MS = 5_000;

export async function until(
  reached: () => boolean | Promise<boolean>,
  { began, giveUpMs, lookMs, progress }: Waiting,
): Promise<void> {
  let told = performance.now();
  while (!(await reached())) {
    if (performance.now() - began > giveUpMs) throw new Error('it takes too long');
    await new Promise((done) => setTimeout(done, lookMs));
    if (performance.now() - told < SAY_MS) continue;
    told = performance.now();
    say(`${Math.round((told - began) / 1_000)} s: ${progress()}`);
  }
}

export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
