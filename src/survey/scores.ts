import { pointsOf } from './counting.ts';
import { questionsOf } from './form.ts';
import { type Form, MIN_OTHERS, type Question, type Score, type Tally } from './model.ts';

/**
 * The mean of all numbers chosen in each dimension, from what may be shown: a dimension with a question that is held
 * back has no score, or the question could be reckoned from it. `min`: fewer who chose a number give none.
 */
export function scoresOf(form: Form, tallies: Tally[], group: string | null, min: number): Score[] {
  const counts = new Map(tallies.filter((t) => t.group === group).map((t) => [t.question, t.counts]));
  const scales = questionsOf(form).filter((q) => q.kind === 'scale');
  return form.dimensions.map(({ id: dimension }) => {
    const questions = scales.filter((q) => q.dimension === dimension);
    const all = questions.map((question) => pointsIn(question, counts.get(question.id)));
    const answers = all.reduce((sum, points) => sum + points.answers, 0);
    const isWhole = questions.every(({ id }) => counts.has(id));
    const people = Math.max(0, ...all.map((points) => points.answers));
    if (!isWhole || people < min) return { dimension, score: undefined, answers: isWhole ? answers : 0 };
    return { dimension, score: all.reduce((sum, points) => sum + points.sum, 0) / answers, answers };
  });
}

/**
 * Where others stand: median and quartiles (between the two nearest where none is in the middle), rounded to a decimal.
 * undefined under `MIN_OTHERS`, so that none is shown alone.
 */
export function spread(
  scores: number[],
): { median: number; lower: number; upper: number; count: number } | undefined {
  if (scores.length < MIN_OTHERS) return undefined;
  const sorted = scores.toSorted((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    lower: quantile(sorted, 0.25),
    upper: quantile(sorted, 0.75),
    count: sorted.length,
  };
}

function pointsIn(
  question: Extract<Question, { kind: 'scale' }>,
  counts: Record<string, number> = {},
): { sum: number; answers: number } {
  let sum = 0;
  let answers = 0;
  for (const [value, count] of Object.entries(counts)) {
    const points = pointsOf(question, value);
    if (points === undefined) continue;
    sum += points * count;
    answers += count;
  }
  return { sum, answers };
}

function quantile(sorted: number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)]!;
  const above = sorted[Math.ceil(at)]!;
  return Math.round((below + (above - below) * (at % 1)) * 10) / 10;
}
