// `npm run play`: the bot on its embedded database and the Playground, a local Teams, in front of it.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const playgroundConfig = `${root}.m365agentsplayground.yml`;
const START_MS = 120_000;

let stopping = false;
const children: ChildProcess[] = [];

const botPort = Number(process.env.PORT || 0) || (await freePort(3978));
const bot = start('bot', ['--max-semi-space-size=8', 'src/main.js'], {
  PORT: String(botPort),
  LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  ADMINS: process.env.ADMINS || playgroundUser(),
});
await answers(`http://127.0.0.1:${botPort}/ready`, bot);
const playPort = await freePort(56150);
const playground = start('Playground', [
  'node_modules/@microsoft/m365agentsplayground/cli.js',
  '--app-endpoint',
  `http://127.0.0.1:${botPort}/api/messages`,
  '--channel-id',
  'msteams',
  '--port',
  String(playPort),
  '--disable-telemetry',
]);
await answers(`http://127.0.0.1:${playPort}/`, playground);
console.log(`\nSamvit er klar. Åpne  http://localhost:${playPort}\n\nStopp med Ctrl+C.`);

/** Who sits in front of the Playground may do everything, so that it can all be tried. With an app id it is real people. */
function playgroundUser(): string {
  if (process.env.MICROSOFT_APP_ID) return '';
  return /^currentUser:[\s\S]*?aadObjectId: (\S+)/m.exec(readFileSync(playgroundConfig, 'utf8'))?.[1] ?? '';
}

/** Node 24 comes with the project, so that the machine's own may be older. */
function start(name: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  const own = `${root}node_modules/node/bin/node`;
  const child = spawn(existsSync(own) ? own : process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: playgroundConfig,
      ...env,
    },
    // The Playground narrates its start; its address is the one line to show, and play prints it.
    stdio: ['ignore', name === 'bot' ? 'inherit' : 'ignore', 'inherit'],
  });
  children.push(child);
  child.on('exit', (code) => {
    if (!stopping) {
      const more = name === 'Playground' ? ' Se devTools/m365agentsplayground.log.' : '';
      console.error(`${name} stoppet (${code}).${more}`);
    }
    stop(code ?? 1);
  });
  return child;
}

function stop(code = 0): void {
  if (stopping) return;
  stopping = true;
  process.exitCode = code;
  for (const child of children) child.kill('SIGTERM');
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop());

async function answers(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + START_MS;
  while (child.exitCode === null) {
    if (
      await fetch(url).then(
        (r) => r.ok,
        () => false,
      )
    )
      return;
    if (Date.now() > until) {
      console.error(`${url} svarte ikke innen ${START_MS / 1000} sekunder`);
      stop(1);
      process.exit();
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  process.exit(child.exitCode);
}

/** The wanted port, or any free one when it is taken. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', () =>
      wanted === 0 ? reject(new Error('ingen ledig port')) : freePort(0).then(resolve, reject),
    );
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
