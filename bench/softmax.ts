/** The candidates of one question as rows of signals, and which of them answer. */
export interface Case {
  rows: number[][];
  right: number[];
}

const BATCH = 64;
const RATE = 0.05;

export const dot = (w: number[], x: number[]): number =>
  w.reduce((sum, weight, k) => sum + weight * x[k]!, 0);

/** Weights that make the right candidates likeliest among all: softmax over each question's candidates, by Adam. */
export function fit(cases: Case[], start: number[], { epochs = 14, ridge = 1e-3 } = {}): number[] {
  const learnt = cases.filter(({ right }) => right.length > 0);
  const w = [...start];
  const mean = w.map(() => 0);
  const square = w.map(() => 0);
  let step = 0;
  let seed = 1;
  const random = (): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = learnt
      .map((one) => [random(), one] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, one]) => one);
    const rate = RATE * (1 - epoch / epochs);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      const slope = w.map(() => 0);
      for (const one of batch) addSlope(one, w, slope);
      step++;
      for (let k = 0; k < w.length; k++) {
        const g = slope[k]! / batch.length + ridge * w[k]!;
        mean[k] = 0.9 * mean[k]! + 0.1 * g;
        square[k] = 0.999 * square[k]! + 0.001 * g * g;
        w[k]! -=
          (rate * (mean[k]! / (1 - 0.9 ** step))) / (Math.sqrt(square[k]! / (1 - 0.999 ** step)) + 1e-8);
      }
    }
  }
  return w;
}

function addSlope({ rows, right }: Case, w: number[], slope: number[]): void {
  const scores = rows.map((row) => dot(w, row));
  const top = Math.max(...scores);
  const chances = scores.map((score) => Math.exp(score - top));
  const sum = chances.reduce((a, b) => a + b, 0);
  const rightSum = right.reduce((total, n) => total + chances[n]!, 0) || Number.MIN_VALUE;
  rows.forEach((row, i) => {
    const wanted = right.includes(i) ? chances[i]! / rightSum : 0;
    const error = chances[i]! / sum - wanted;
    row.forEach((x, k) => {
      slope[k]! += error * x;
    });
  });
}

/** The rank of the best right candidate, from 1; 0 when none is right. Ties count against it. */
export function rankOf({ rows, right }: Case, w: number[]): number {
  if (right.length === 0) return 0;
  const scores = rows.map((row) => dot(w, row));
  const best = Math.max(...right.map((n) => scores[n]!));
  return 1 + scores.filter((score, n) => !right.includes(n) && score >= best).length;
}

export function shareFirst(cases: Case[], w: number[], most: number): number {
  const met = cases.filter((one) => {
    const rank = rankOf(one, w);
    return rank > 0 && rank <= most;
  });
  return met.length / (cases.length || 1);
}
