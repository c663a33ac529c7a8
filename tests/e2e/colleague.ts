import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { freePort } from '../free-port.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const START_MS = 60_000;

interface Person {
  id: string;
  name: string;
}

interface PlaygroundConfig {
  currentUser: Person;
  users: Person[];
  personalChat: { id: string };
}

/** A Teams of someone else, in front of the same bot. */
export interface Colleague {
  url: string;
  stop(): Promise<void>;
}

/**
 * A Playground whose user is another of those in `.m365agentsplayground.yml`: one Playground shows one person, so a
 * conversation between three takes three.
 * @param name a user's name there, such as "Ola Nordmann".
 */
export async function startColleague(name: string, bot: string): Promise<Colleague> {
  const folder = await mkdtemp(join(tmpdir(), 'samvit-colleague-'));
  const config = join(folder, 'playground.yml');
  const text = await readFile(join(root, '.m365agentsplayground.yml'), 'utf8');
  await writeFile(config, stringify(as(name, parse(text))));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules/@microsoft/m365agentsplayground/cli.js'),
      '--app-endpoint',
      `${bot}/api/messages`,
      '--channel-id',
      'msteams',
      '--port',
      String(port),
      '--disable-telemetry',
    ],
    { cwd: folder, stdio: 'ignore', env: { ...process.env, M365_AGENTS_PLAYGROUND_CONFIG_PATH: config } },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const until = Date.now() + START_MS;
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`The Playground of ${name} did not start.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, stop };
}

/** The same people, seen by another of them; a personal chat of their own. */
function as(name: string, config: PlaygroundConfig): PlaygroundConfig {
  const person = config.users.find((user) => user.name === name);
  if (!person) throw new Error(`${name} is not among the users of the Playground.`);
  return {
    ...config,
    currentUser: person,
    users: config.users.map((user) => (user === person ? config.currentUser : user)),
    personalChat: { ...config.personalChat, id: `${config.personalChat.id}-${person.id}` },
  };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}
