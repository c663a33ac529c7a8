// What a turn costs: `npm run -s bench:turn`. The last line is JSON.
// An echo bot on the same stack and our answers, in turn in one run, over loopback HTTP with a stand-in connector. Each
// bot has a process of its own, so that neither warms up or slows down the other; machines are noisy, so the ratio counts.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { activity } from '../tests/running.ts';

const CONNECTIONS = 16;
const TURNS = 3_000;
const ROUNDS = 3;
const WARM_UP = 1_500;

// Golden questions, so that what is asked varies as it does in life; the out-of-scope ones are asked too.
const questions = readFileSync('tests/golden/questions.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { question: string }).question);

if (process.argv[2] === 'echo' || process.argv[2] === 'samvit') await serve(process.argv[2]);
else await measure();

async function measure(): Promise<void> {
  let replies = 0;
  const connector = createServer((req, res) => {
    req.resume().on('end', () => {
      // Who someone is may be asked for beside the answer.
      if (req.method === 'POST') replies++;
      res.writeHead(201, { 'content-type': 'application/json' });
      res.end('{"id":"m1"}');
    });
  });
  await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
  const serviceUrl = `http://127.0.0.1:${(connector.address() as AddressInfo).port}/`;
  const bots = { echo: await start('echo'), samvit: await start('samvit') };
  const times: Record<keyof typeof bots, { ms: number[]; seconds: number }> = {
    echo: { ms: [], seconds: 0 },
    samvit: { ms: [], seconds: 0 },
  };
  for (const name of ['echo', 'samvit'] as const) await load(bots[name].url, serviceUrl, WARM_UP);
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of ['echo', 'samvit'] as const) {
      const { ms, seconds } = await load(bots[name].url, serviceUrl, TURNS);
      times[name].ms.push(...ms);
      times[name].seconds += seconds;
      console.log(`${name.padEnd(7)} ${Math.round(TURNS / seconds)} turns/s`);
    }
  }
  const expected = 2 * (WARM_UP + ROUNDS * TURNS);
  for (const bot of Object.values(bots)) bot.child.kill('SIGTERM');
  connector.close();
  connector.closeAllConnections();
  const of = ({ ms, seconds }: (typeof times)['echo']) => {
    ms.sort((a, b) => a - b);
    const at = (share: number) => Math.round(ms[Math.floor(ms.length * share)]! * 100) / 100;
    return { turns_per_s: Math.round(ms.length / seconds), p50_ms: at(0.5), p99_ms: at(0.99) };
  };
  const [echo, samvit] = [of(times.echo), of(times.samvit)];
  const ratio = Math.round((echo.turns_per_s / samvit.turns_per_s) * 100) / 100;
  console.log(
    JSON.stringify({
      connections: CONNECTIONS,
      turns: ROUNDS * TURNS,
      unanswered: expected - replies,
      echo,
      samvit,
      ratio,
    }),
  );
}

async function load(
  url: string,
  serviceUrl: string,
  turns: number,
): Promise<{ ms: number[]; seconds: number }> {
  const ms: number[] = [];
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, connection) => {
      while (next < turns) {
        const n = next++;
        const change = {
          text: questions[n % questions.length]!,
          from: { id: `29:${connection}`, aadObjectId: `p${connection}` },
        };
        const began = performance.now();
        const response = await fetch(`${url}/api/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(
            activity(serviceUrl, {
              ...change,
              conversation: { id: `a:${connection}`, conversationType: 'personal', tenantId: 't' },
            }),
          ),
        });
        await response.arrayBuffer();
        if (response.status !== 200) throw new Error(`status ${response.status}`);
        ms.push(performance.now() - began);
      }
    }),
  );
  return { ms, seconds: (performance.now() - start) / 1000 };
}

function start(bot: 'echo' | 'samvit'): Promise<{ url: string; child: ReturnType<typeof fork> }> {
  const child = fork(process.argv[1]!, [bot], { execArgv: ['--max-semi-space-size=8'] });
  return new Promise((resolve, reject) => {
    child.once('message', (url) => resolve({ url: String(url), child }));
    child.once('exit', (code) => reject(new Error(`${bot} ended with ${code}`)));
  });
}

/** One of the two bots, on the same restify, the same door and the same routes. */
async function serve(which: 'echo' | 'samvit'): Promise<void> {
  const { readConfig } = await import('../src/config.ts');
  const { createLog } = await import('../src/log.ts');
  const { startServer } = await import('../src/server.ts');
  const { createTeams } = await import('../src/teams/teams.ts');
  const { mkdtempSync, rmSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const folder = mkdtempSync(join(tmpdir(), 'samvit-bench-'));
  const config = readConfig({ PORT: '0', DATA_FOLDER: folder, LOG_LEVEL: 'silent' });
  const log = createLog('silent');
  const teams = createTeams({ settings: config.teams, log });
  const samvit =
    which === 'samvit'
      ? await (await import('../src/samvit.ts')).createSamvit(config, { ...teams, log })
      : undefined;
  const echo: Parameters<typeof teams.attend>[0] = {
    handle: async (event) => [{ kind: 'text', text: event.kind === 'message' ? event.text : '' }],
    sent: () => {},
    failed: () => ({ kind: 'text', text: '' }),
    pressedNote: () => 'x',
  };
  const server = await startServer({
    ...config.http,
    receive: teams.attend(samvit?.bot ?? echo),
    ready: async () => {},
    pages: {},
    document: async () => ({ type: 'text/plain', body: '' }),
    log,
  });
  process.send?.(server.url);
  process.once('SIGTERM', async () => {
    await server.stop(1_000);
    await samvit?.stop();
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
}
