// Learns the vectors of src/search/vectors.ts from how sections are asked for.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../src/knowledge/model.ts';
import { rememberingWords } from '../src/search/analyse.ts';
import { documentsOf } from '../src/search/documents.ts';
import { featuresOf, type Meanings } from '../src/search/features.ts';
import {
  BUCKETS,
  bucketsOf,
  type Vectors,
  vectorsAsBytes,
  vectorsFrom,
  vectorsOf,
  WIDTH,
} from '../src/search/vectors.ts';
import { randomFrom } from './left-out.ts';

const EPOCHS = 8;
const BATCH = 128;
const RATE = 0.1;
/** The share of what a line says that is left out each time it is learnt from, so that nothing rests on single words. */
const LEFT_OUT = 0.5;
const START = 0.05;

/** The buckets of a line, and the section it is said of. */
interface Line {
  buckets: Int32Array;
  section: number;
}

/** `progress` is told how far it has come, 0–1, and the mean loss of the epoch in nats. */
type Progress = (share: number, loss: number) => void;

const KEPT = 'node_modules/.cache/samvit';

/** What was learnt from the same lines before is taken from where it was kept. Else a minute or two. */
export function learnVectors(articles: Article[], meanings: Meanings, progress?: Progress): Vectors {
  const lines = linesOf(articles, meanings);
  const hash = createHash('sha256').update(readFileSync(import.meta.filename));
  for (const { section, buckets } of lines) hash.update(Int32Array.of(section, ...buckets));
  const file = join(KEPT, `vectors-${hash.digest('hex').slice(0, 16)}.bin`);
  if (existsSync(file)) return vectorsFrom(readFileSync(file));
  const vectors = learn(lines, progress);
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(file, vectorsAsBytes(vectors));
  return vectors;
}

/**
 * Stochastic gradient descent (AdaGrad) on softmax over all sections: a line's vectors, added up, should point to its
 * section.
 */
function learn(lines: Line[], progress: Progress = () => {}): Vectors {
  const sections = 1 + lines.reduce((most, { section }) => Math.max(most, section), 0);
  const random = randomFrom(1);
  const rows = Float32Array.from({ length: BUCKETS * WIDTH }, () => START * normal(random));
  const rowSquares = new Float32Array(BUCKETS).fill(1e-6);
  const learnt = new Uint8Array(BUCKETS);
  // By section, so that what is read together stands together.
  const weights = Float32Array.from({ length: sections * WIDTH }, () => START * normal(random));
  const weightSquares = new Float32Array(sections * WIDTH).fill(1e-6);
  const offsets = new Float32Array(sections);
  const offsetSquares = new Float32Array(sections).fill(1e-6);

  const texts = new Float32Array(BATCH * WIDTH);
  const textSlopes = new Float32Array(BATCH * WIDTH);
  const weightSlopes = new Float32Array(sections * WIDTH);
  const offsetSlopes = new Float32Array(sections);
  const errors = new Float32Array(BATCH * sections);
  const rowSlopes = new Map<number, Float32Array>();

  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = shuffled(lines, random);
    const rate = RATE * (1 - epoch / EPOCHS) + RATE * 0.02;
    let loss = 0;
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      const kept = batch.map(({ buckets }) => buckets.filter(() => random() >= LEFT_OUT));
      texts.fill(0);
      batch.forEach((line, i) => {
        const scale = scaleOf(line);
        for (const bucket of kept[i]!) {
          const row = bucket * WIDTH;
          for (let k = 0; k < WIDTH; k++) texts[i * WIDTH + k]! += scale * rows[row + k]!;
        }
      });
      loss += forward(batch, texts, weights, offsets, errors);
      backward(batch.length, texts, weights, errors, { textSlopes, weightSlopes, offsetSlopes });
      rowSlopes.clear();
      batch.forEach((line, i) => {
        const scale = scaleOf(line);
        for (const bucket of kept[i]!) {
          let slope = rowSlopes.get(bucket);
          if (!slope) {
            slope = new Float32Array(WIDTH);
            rowSlopes.set(bucket, slope);
          }
          for (let k = 0; k < WIDTH; k++) slope[k]! += scale * textSlopes[i * WIDTH + k]!;
        }
      });
      for (const [bucket, slope] of rowSlopes) {
        let square = 0;
        for (let k = 0; k < WIDTH; k++) square += slope[k]! ** 2 / WIDTH;
        rowSquares[bucket]! += square;
        learnt[bucket] = 1;
        const by = rate / Math.sqrt(rowSquares[bucket]!);
        for (let k = 0; k < WIDTH; k++) rows[bucket * WIDTH + k]! -= by * slope[k]!;
      }
      descend(weights, weightSlopes, weightSquares, rate);
      descend(offsets, offsetSlopes, offsetSquares, rate);
    }
    progress((epoch + 1) / EPOCHS, loss / lines.length);
  }
  // What no line said is as it was made up, and says nothing.
  for (let bucket = 0; bucket < BUCKETS; bucket++)
    if (!learnt[bucket]) rows.fill(0, bucket * WIDTH, (bucket + 1) * WIDTH);
  return vectorsOf(rows);
}

/** A long line weighs as a short one, and what is left of a line as the whole. */
const scaleOf = ({ buckets }: Line): number => 1 / (Math.sqrt(buckets.length || 1) * (1 - LEFT_OUT));

function linesOf(articles: Article[], meanings: Meanings): Line[] {
  const read = rememberingWords();
  return articles
    .flatMap((article, number) => documentsOf(article, number, read))
    .flatMap(({ lines }, section) =>
      lines.map((line) => ({
        section,
        buckets: Int32Array.from(new Set(bucketsOf(featuresOf(read(line), meanings), read(line)))),
      })),
    );
}

/** Fills `errors`, a row for each text: the chance of each section, less 1 for the right one. Returns the summed loss. */
function forward(
  batch: Line[],
  texts: Float32Array,
  weights: Float32Array,
  offsets: Float32Array,
  errors: Float32Array,
): number {
  const sections = offsets.length;
  let loss = 0;
  batch.forEach(({ section }, i) => {
    const text = texts.subarray(i * WIDTH, (i + 1) * WIDTH);
    const row = errors.subarray(i * sections, (i + 1) * sections);
    let most = -Infinity;
    for (let n = 0; n < sections; n++) {
      const at = n * WIDTH;
      // Four sums at a time wait for each other less.
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let k = 0; k < WIDTH; k += 4) {
        a += text[k]! * weights[at + k]!;
        b += text[k + 1]! * weights[at + k + 1]!;
        c += text[k + 2]! * weights[at + k + 2]!;
        d += text[k + 3]! * weights[at + k + 3]!;
      }
      const sum = offsets[n]! + a + b + c + d;
      row[n] = sum;
      if (sum > most) most = sum;
    }
    let all = 0;
    for (let n = 0; n < sections; n++) {
      row[n] = Math.exp(row[n]! - most);
      all += row[n]!;
    }
    for (let n = 0; n < sections; n++) row[n]! /= all;
    loss -= Math.log(row[section]! + 1e-9);
    row[section]! -= 1;
  });
  return loss;
}

function backward(
  count: number,
  texts: Float32Array,
  weights: Float32Array,
  errors: Float32Array,
  slopes: { textSlopes: Float32Array; weightSlopes: Float32Array; offsetSlopes: Float32Array },
): void {
  const { textSlopes, weightSlopes, offsetSlopes } = slopes;
  const sections = offsetSlopes.length;
  for (const slope of [textSlopes, weightSlopes, offsetSlopes]) slope.fill(0);
  for (let i = 0; i < count; i++) {
    const text = texts.subarray(i * WIDTH, (i + 1) * WIDTH);
    const textSlope = textSlopes.subarray(i * WIDTH, (i + 1) * WIDTH);
    for (let n = 0; n < sections; n++) {
      const error = errors[i * sections + n]! / count;
      // Too little to change anything, and most are.
      if (Math.abs(error) < 1e-7) continue;
      offsetSlopes[n]! += error;
      const at = n * WIDTH;
      for (let k = 0; k < WIDTH; k++) {
        textSlope[k]! += error * weights[at + k]!;
        weightSlopes[at + k]! += error * text[k]!;
      }
    }
  }
}

function descend(of: Float32Array, slopes: Float32Array, squares: Float32Array, rate: number): void {
  for (let n = 0; n < of.length; n++) {
    const slope = slopes[n]!;
    if (slope === 0) continue;
    squares[n]! += slope * slope;
    of[n]! -= (rate * slope) / Math.sqrt(squares[n]!);
  }
}

function shuffled<T>(all: T[], random: () => number): T[] {
  const order = [...all];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Of mean 0 and spread 1, by Box and Muller. */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random());
