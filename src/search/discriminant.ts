import { MOST, type Pointing } from './pointing.ts';
import { WIDTH } from './vectors.ts';

/**
 * Linear discriminant analysis: each section has a mean of the directions its lines point in (vectors.ts), all spread
 * alike about theirs, and from where a question points follows how likely each section is to be the one asked for. The
 * sections need not be those the vectors were learnt from. Plain data.
 */
export interface CompiledDiscriminant {
  /** For each section WIDTH weights, one section after the other. */
  weights: Float32Array;
  offsets: Float32Array;
  /** Of all sections together, which those on later shelves are held against: their mean, and the inverse of the spread. */
  mean: Float64Array;
  inverse: Float64Array;
}

/** So many lines at the mean of all is every section taken to have besides its own. */
const FROM_ALL = 4;
/** How much of the spread is taken to be the same in every direction: what is learnt from lies nearer than what will be asked. */
const ROUND = 0.7;

/** `beside` is of the first shelf, when this is not it. */
export function compileDiscriminant(
  { starts, directions }: Pointing,
  beside?: CompiledDiscriminant,
): CompiledDiscriminant {
  const sections = starts.length - 1;
  const counts = Array.from({ length: sections }, (_, n) => starts[n + 1]! - starts[n]!);
  const count = directions.length / WIDTH;
  const sums = new Float64Array(sections * WIDTH);
  const products = new Float64Array(WIDTH * WIDTH);
  const direction = new Float64Array(WIDTH);
  for (let n = 0; n < sections; n++) {
    for (let line = starts[n]!; line < starts[n + 1]!; line++) {
      for (let k = 0; k < WIDTH; k++) {
        direction[k] = directions[line * WIDTH + k]! / MOST;
        sums[n * WIDTH + k]! += direction[k]!;
      }
      if (!beside) addProducts(direction, products);
    }
  }
  const mean = beside?.mean ?? meanOf(sums, count);
  const means = sums.map((sum, at) => {
    const n = Math.floor(at / WIDTH);
    return (sum + FROM_ALL * mean[at % WIDTH]!) / (counts[n]! + FROM_ALL);
  });
  const inverse = beside?.inverse ?? inverseOf(spreadOf(products, sums, means, counts, count));
  const weights = new Float32Array(sections * WIDTH);
  const offsets = new Float32Array(sections);
  for (let n = 0; n < sections; n++) {
    let offset = 0;
    for (let k = 0; k < WIDTH; k++) {
      let weight = 0;
      for (let j = 0; j < WIDTH; j++) weight += inverse[k * WIDTH + j]! * means[n * WIDTH + j]!;
      weights[n * WIDTH + k] = weight;
      offset -= 0.5 * weight * means[n * WIDTH + k]!;
    }
    offsets[n] = offset;
  }
  return { weights, offsets, mean, inverse };
}

/**
 * The chance of each section, 0–1, one shelf after the other, that it is the one asked for, by where the question
 * points. `gone` are places that are no longer there.
 */
export function openDiscriminant(
  shelves: CompiledDiscriminant[],
  gone: ReadonlySet<number>,
): (direction: Float64Array) => Float64Array {
  const count = shelves.reduce((sum, { offsets }) => sum + offsets.length, 0);
  return (direction) => {
    const chances = new Float64Array(count);
    let place = 0;
    let most = -Infinity;
    for (const { weights, offsets } of shelves) {
      for (let n = 0; n < offsets.length; n++, place++) {
        if (gone.has(place)) {
          chances[place] = -Infinity;
          continue;
        }
        let sum = offsets[n]!;
        for (let k = 0, at = n * WIDTH; k < WIDTH; k++, at++) sum += weights[at]! * direction[k]!;
        chances[place] = sum;
        most = Math.max(most, sum);
      }
    }
    let all = 0;
    for (let n = 0; n < count; n++) {
      chances[n] = most > -Infinity ? Math.exp(chances[n]! - most) : 0;
      all += chances[n]!;
    }
    for (let n = 0; n < count; n++) chances[n]! /= all || 1;
    return chances;
  };
}

function addProducts(direction: Float64Array, products: Float64Array): void {
  for (let k = 0; k < WIDTH; k++) {
    const one = direction[k]!;
    for (let j = 0; j <= k; j++) products[k * WIDTH + j]! += one * direction[j]!;
  }
}

function meanOf(sums: Float64Array, count: number): Float64Array {
  const mean = new Float64Array(WIDTH);
  sums.forEach((sum, at) => {
    mean[at % WIDTH]! += sum / (count || 1);
  });
  return mean;
}

/** The covariance within sections, WIDTH × WIDTH, and partly round. `products` has its lower half. */
function spreadOf(
  products: Float64Array,
  sums: Float64Array,
  means: Float64Array,
  counts: number[],
  count: number,
): Float64Array {
  const spread = new Float64Array(WIDTH * WIDTH);
  let trace = 0;
  for (let k = 0; k < WIDTH; k++) {
    for (let j = 0; j <= k; j++) {
      let within = products[k * WIDTH + j]!;
      counts.forEach((lines, n) => {
        const [sk, sj] = [sums[n * WIDTH + k]!, sums[n * WIDTH + j]!];
        const [mk, mj] = [means[n * WIDTH + k]!, means[n * WIDTH + j]!];
        within += lines * mk * mj - sk * mj - mk * sj;
      });
      spread[k * WIDTH + j] = spread[j * WIDTH + k] = ((1 - ROUND) * within) / (count || 1);
      if (j === k) trace += within / (count || 1);
    }
  }
  for (let k = 0; k < WIDTH; k++) spread[k * WIDTH + k]! += (ROUND * trace) / WIDTH || 1;
  return spread;
}

/** Of a matrix that is symmetric and positive definite, by Gauss and Jordan; no pivot of such a one is 0. */
function inverseOf(matrix: Float64Array): Float64Array {
  const a = matrix.slice();
  const inverse = new Float64Array(WIDTH * WIDTH);
  for (let k = 0; k < WIDTH; k++) inverse[k * WIDTH + k] = 1;
  for (let k = 0; k < WIDTH; k++) {
    const pivot = a[k * WIDTH + k]!;
    for (let j = 0; j < WIDTH; j++) {
      a[k * WIDTH + j]! /= pivot;
      inverse[k * WIDTH + j]! /= pivot;
    }
    for (let i = 0; i < WIDTH; i++) {
      const by = a[i * WIDTH + k]!;
      if (i === k || by === 0) continue;
      for (let j = 0; j < WIDTH; j++) {
        a[i * WIDTH + j]! -= by * a[k * WIDTH + j]!;
        inverse[i * WIDTH + j]! -= by * inverse[k * WIDTH + j]!;
      }
    }
  }
  return inverse;
}
