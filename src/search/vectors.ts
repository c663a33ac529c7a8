import { readFileSync } from 'node:fs';
import type { Word } from './analyse.ts';

/** Numbers in a vector. */
export const WIDTH = 128;
/** Vectors there are; what is said is spread over them by hashing, so that no vocabulary is kept, and some share one. */
export const BUCKETS = 1 << 15;

/**
 * A vector for each thing that is said (features.ts) and each piece of a word, learnt from how sections are asked for
 * (`npm run fit:vectors`): what is asked of one section lies together, however it is written. Row n is `scales[n]` times
 * `values[n * WIDTH]` to `values[(n + 1) * WIDTH]`.
 */
export interface Vectors {
  values: Int8Array;
  scales: Float32Array;
}

/** Which way a text points: WIDTH numbers, of length 1, or all 0 when nothing in it was learnt. It stands until the next. */
export type DirectionOf = (features: ReadonlySet<string>, words: Word[]) => Float64Array;

/** `remember` adds up each word's pieces once: for many texts of the same words. */
export function directionsBy({ values, scales }: Vectors, { remember = false } = {}): DirectionOf {
  const known = new Map<string, Float64Array>();
  const sum = new Float64Array(WIDTH);

  function add(name: string, to: Float64Array): void {
    const bucket = bucketOf(name);
    const scale = scales[bucket]!;
    if (scale === 0) return;
    const from = bucket * WIDTH;
    for (let k = 0; k < WIDTH; k++) to[k]! += scale * values[from + k]!;
  }

  function addWord(text: string): void {
    if (!remember) {
      for (const piece of piecesOf(text)) add(piece, sum);
      return;
    }
    let vector = known.get(text);
    if (!vector) {
      vector = new Float64Array(WIDTH);
      for (const piece of piecesOf(text)) add(piece, vector);
      known.set(text, vector);
    }
    for (let k = 0; k < WIDTH; k++) sum[k]! += vector[k]!;
  }

  return (features, words) => {
    sum.fill(0);
    for (const name of features) add(name, sum);
    for (const { text } of words) addWord(text);
    let square = 0;
    for (let k = 0; k < WIDTH; k++) square += sum[k]! ** 2;
    const length = Math.sqrt(square);
    if (length > 0) for (let k = 0; k < WIDTH; k++) sum[k]! /= length;
    return sum;
  };
}

/** The buckets of all that a text says, some more than once. */
export const bucketsOf = (features: ReadonlySet<string>, words: Word[]): number[] => [
  ...Array.from(features, bucketOf),
  ...words.flatMap(({ text }) => piecesOf(text).map(bucketOf)),
];

/** What a word has in common with those like it: each five letters of it, its ends counted as letters. */
function piecesOf(text: string): string[] {
  if (NUMBER.test(text)) return [];
  const word = `<${text}>`;
  const pieces: string[] = [];
  for (let i = 0; i + PIECE <= word.length; i++) pieces.push(`#${word.slice(i, i + PIECE)}`);
  return pieces;
}

const PIECE = 5;
/** What has digits is like nothing but itself. */
const NUMBER = /\d/;

/** FNV-1a, and stirred once more, as its low bits alone hash short texts badly. */
function bucketOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return (hash >>> 0) % BUCKETS;
}

/** On disk a number takes four bits, two numbers a byte: more make no difference that can be measured. */
const MOST = 7;
const LOW = 0x0f;

export function vectorsFrom(bytes: Uint8Array): Vectors {
  const half = (BUCKETS * WIDTH) / 2;
  if (bytes.length !== half + 4 * BUCKETS) throw new Error('vectors.bin: not of the length it should have');
  const values = new Int8Array(BUCKETS * WIDTH);
  for (let n = 0; n < half; n++) {
    values[2 * n] = (bytes[n]! >> 4) - MOST;
    values[2 * n + 1] = (bytes[n]! & LOW) - MOST;
  }
  return { values, scales: new Float32Array(Uint8Array.from(bytes.subarray(half)).buffer) };
}

/** Rows of WIDTH numbers as vectors. Those far from a row's mean size are cut. */
export function vectorsOf(rows: Float32Array): Vectors {
  const values = new Int8Array(BUCKETS * WIDTH);
  const scales = new Float32Array(BUCKETS);
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const row = rows.subarray(bucket * WIDTH, (bucket + 1) * WIDTH);
    const size = row.reduce((sum, one) => sum + Math.abs(one), 0) / WIDTH;
    if (size === 0) continue;
    const scale = (2.5 * size) / MOST;
    scales[bucket] = scale;
    row.forEach((one, k) => {
      values[bucket * WIDTH + k] = Math.max(-MOST, Math.min(MOST, Math.round(one / scale)));
    });
  }
  return { values, scales };
}

export function vectorsAsBytes({ values, scales }: Vectors): Uint8Array {
  const half = (BUCKETS * WIDTH) / 2;
  const bytes = new Uint8Array(half + 4 * BUCKETS);
  for (let n = 0; n < half; n++) bytes[n] = ((values[2 * n]! + MOST) << 4) | (values[2 * n + 1]! + MOST);
  bytes.set(new Uint8Array(scales.buffer), half);
  return bytes;
}

/** Those that were learnt from all typical questions. */
export const learntVectors = (): Vectors => {
  read ??= vectorsFrom(readFileSync(new URL('vectors.bin', import.meta.url)));
  return read;
};
let read: Vectors | undefined;
