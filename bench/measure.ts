// What the benchmarks of the search share: steps in processes of their own, and time for each query.
import { execFileSync } from 'node:child_process';

export type Figures = Record<string, unknown>;

/** Runs a benchmark's file with options in a process of its own and gives the JSON of the last line it prints. */
export function runStep(file: string, options: string[], flags: string[] = []): Figures {
  const output = execFileSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=6000', ...flags, file, ...options],
    { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return JSON.parse(output.trim().split('\n').at(-1)!) as Figures;
}

export interface Times {
  p50: number;
  p95: number;
  p99: number;
}

interface Asked {
  search(text: string): unknown;
}

const ROUNDS = 5;

/** Each query in turn is put to each engine, several rounds; the median of a query's times is its time. */
export async function timed(
  engines: Record<string, Asked>,
  queries: { text: string }[],
): Promise<Record<string, Times>> {
  const names = Object.keys(engines);
  const times = new Map(names.map((name) => [name, queries.map((): number[] => [])]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [n, query] of queries.entries()) {
      for (let e = 0; e < names.length; e++) {
        // In turn, so that none always comes first to a query.
        const name = names[(e + n + round) % names.length]!;
        const start = performance.now();
        await engines[name]!.search(query.text);
        times.get(name)![n]!.push(performance.now() - start);
      }
    }
  }
  return Object.fromEntries(
    [...times].map(([name, all]) => {
      const each = all.map((rounds) => rounds.sort((a, b) => a - b)[ROUNDS >> 1]!);
      return [name, { p50: at(each, 0.5), p95: at(each, 0.95), p99: at(each, 0.99) }];
    }),
  );
}

/** The number that a share of the numbers is below; 0 when there are none. */
export function at(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function roundAll(figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, rounded(figure)]));
}

function rounded(figure: unknown): unknown {
  if (typeof figure === 'number') return Number(figure.toPrecision(figure < 1 ? 3 : 4));
  if (Array.isArray(figure)) return figure.map(rounded);
  return typeof figure === 'object' && figure !== null ? roundAll(figure as Figures) : figure;
}
