/**
 * How far one spelling is from another: letters put in, left out, changed or swapped with the next, where the
 * mistakes people make cost less than one. å for a, a double letter left out, the key beside, nynorsk o for u.
 */

const ALPHABET = 'abcdefghijklmnopqrstuvwxyzæøå';
const SIZE = ALPHABET.length;
const ROWS = ['qwertyuiopå', 'asdfghjkløæ', 'zxcvbnm'];
const KEY_BESIDE = 0.7;
const DOUBLED = 0.6;
const SWAPPED = 0.8;

/** Pairs that are taken for each other, by how little it takes. */
const ALIKE: Record<string, number> = {
  åa: 0.1,
  øo: 0.1,
  æa: 0.2,
  wv: 0.2,
  æe: 0.3,
  sz: 0.3,
  ck: 0.3,
  cs: 0.4,
  oå: 0.4,
  ou: 0.4,
  ea: 0.4,
  ie: 0.4,
  eø: 0.5,
  øy: 0.5,
  dt: 0.6,
  kg: 0.6,
  bp: 0.6,
  iy: 0.6,
  uy: 0.6,
  vh: 0.8,
};

const COST = costs();

function costs(): Float64Array {
  const table = new Float64Array(SIZE * SIZE).fill(1);
  const set = (a: string, b: string, cost: number) => {
    const [i, j] = [ALPHABET.indexOf(a), ALPHABET.indexOf(b)];
    table[i * SIZE + j] = cost;
    table[j * SIZE + i] = cost;
  };
  ROWS.forEach((row, y) => {
    [...row].forEach((key, x) => {
      for (const beside of [row[x + 1], ROWS[y + 1]?.[x], ROWS[y + 1]?.[x - 1]]) {
        if (beside) set(key, beside, KEY_BESIDE);
      }
    });
  });
  for (const [pair, cost] of Object.entries(ALIKE)) set(pair[0]!, pair[1]!, cost);
  for (let i = 0; i < SIZE; i++) table[i * SIZE + i] = 0;
  return table;
}

/** Longer words are not corrected: no one misspells them by two letters only, and they may be an attack. */
export const LONGEST = 48;

const INDEX = new Int8Array(256).fill(-1);
for (let i = 0; i < SIZE; i++) INDEX[ALPHABET.charCodeAt(i)] = i;
const indexOf = (code: number): number => (code < 256 ? INDEX[code]! : -1);

let beforeLast = new Float64Array(LONGEST + 2);
let last = new Float64Array(LONGEST + 2);
let row = new Float64Array(LONGEST + 2);

/** The distance between two words of at most LONGEST letters, or any number above `most` when it is more. */
export function distance(a: string, b: string, most: number): number {
  const width = b.length;
  for (let j = 0; j <= width; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const x = a.charCodeAt(i - 1);
    const from = indexOf(x) * SIZE;
    const out = i > 1 && a.charCodeAt(i - 2) === x ? DOUBLED : 1;
    row[0] = i;
    let best = i;
    for (let j = 1; j <= width; j++) {
      const y = b.charCodeAt(j - 1);
      const put = j > 1 && b.charCodeAt(j - 2) === y ? DOUBLED : 1;
      let cost = last[j - 1]!;
      if (x !== y) {
        const to = indexOf(y);
        cost += from >= 0 && to >= 0 ? COST[from + to]! : 1;
        if (i > 1 && j > 1 && x === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === y) {
          const swap = beforeLast[j - 2]! + SWAPPED;
          if (swap < cost) cost = swap;
        }
      }
      // Where the letters are the same too: "rr" to "r" is the second r left out, which costs less than the first.
      if (last[j]! + out < cost) cost = last[j]! + out;
      if (row[j - 1]! + put < cost) cost = row[j - 1]! + put;
      row[j] = cost;
      if (cost < best) best = cost;
    }
    if (best > most) return most + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return last[width]!;
}
