import { wordsOf } from './analyse.ts';
import { featuresOf, type Meanings } from './features.ts';
import type { CompiledWording } from './wording.ts';

/**
 * How questions outside our subjects are asked (knowledge/outside.yaml), beside how our own are. What a question has
 * of our words says little alone: "hvor mange dager karens er det før dagpenger" has them all.
 */
export interface Outside {
  of(features: ReadonlySet<string>): {
    /** How much likelier the question is among those outside than among ours; above 0 it is likelier. */
    outside: number;
    /** 0–1: how like the likest question outside it is. */
    outsideLike: number;
  };
}

/** What is said in the questions outside, and how often. */
export interface CompiledOutside {
  questions: string[][];
  times: ReadonlyMap<string, number>;
}

/** How many questions, outside and in, everything is taken to be said in besides, and the share each word is of them. */
const SMOOTHING = 2;
const SHARE = 0.02;
/** No single word may say more than this, in natural logarithms. */
const MOST = 3;

export function compileOutside(texts: string[], meanings: Meanings): CompiledOutside {
  const questions = texts.map((text) => [...featuresOf(wordsOf(text), meanings)]);
  const times = new Map<string, number>();
  for (const name of questions.flat()) times.set(name, (times.get(name) ?? 0) + 1);
  return { questions, times };
}

/** `ours` is what is said in our own texts and typical questions. */
export function openOutside({ questions, times }: CompiledOutside, ours: CompiledWording): Outside {
  const timesOurs = (name: string): number => ours.times[ours.features.get(name) ?? -1] ?? 0;
  const rarity = (name: string): number =>
    Math.log(1 + (questions.length + ours.lines) / (1 + (times.get(name) ?? 0) + timesOurs(name)));
  const sum = (names: Iterable<string>): number => {
    let total = 0;
    for (const name of names) total += rarity(name);
    return total;
  };
  const totals = questions.map(sum);
  const withName = new Map<string, number[]>();
  questions.forEach((names, n) => {
    for (const name of names) {
      const others = withName.get(name);
      if (others) others.push(n);
      else withName.set(name, [n]);
    }
  });
  const share = (count: number, all: number) => (count + SMOOTHING * SHARE) / (all + SMOOTHING);

  function likest(features: ReadonlySet<string>): number {
    const common = new Float64Array(questions.length);
    for (const name of features) {
      const those = withName.get(name);
      if (!those) continue;
      const worth = rarity(name);
      for (const n of those) common[n]! += worth;
    }
    const asked = sum(features);
    let best = 0;
    for (let n = 0; n < common.length; n++) best = Math.max(best, (2 * common[n]!) / (asked + totals[n]!));
    return best;
  }

  return {
    of(features) {
      if (questions.length === 0) return { outside: 0, outsideLike: 0 };
      let likelier = 0;
      for (const name of features) {
        const [there, here] = [times.get(name) ?? 0, timesOurs(name)];
        if (there + here === 0) continue;
        const by = Math.log(share(there, questions.length) / share(here, ours.lines));
        likelier += Math.max(-MOST, Math.min(MOST, by));
      }
      return { outside: likelier / (Math.sqrt(features.size) || 1), outsideLike: likest(features) };
    },
  };
}
