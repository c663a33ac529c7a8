import type { Article } from '../../src/knowledge/model.ts';
import { chance } from './made.ts';

type Random = (n: number) => number;
type Kind = (random: Random, words: string[]) => string;

const pick = <T>(random: Random, from: ArrayLike<T>): T => from[random(from.length)]!;
const times = (n: number, of: () => string): string[] => Array.from({ length: n }, of);
const code = (random: Random, from: number, to: number): string =>
  String.fromCharCode(from + random(to - from));

const LETTERS = 'abcdefghijklmnopqrstuvwxyzæøå';
const STOPWORDS = 'hva er det når vi må og i på til kva ikkje the of which skal kan den som'.split(' ');
const PROTOTYPE =
  'constructor __proto__ prototype toString valueOf hasOwnProperty __defineGetter__ isPrototypeOf then length _index'.split(
    ' ',
  );
const OPERATORS = [
  '+',
  '-',
  '~',
  '^',
  '*',
  ':',
  '"',
  '\\',
  '~2',
  '^10',
  'title:',
  '(',
  ')',
  '[',
  '|',
  '&&',
  '?',
  '$',
  '{{',
];
const JOINTS = [' ', '  ', '-', '/', '.', ',', '\n', '\t', '\u00a0', '\u200b', ''];
// What the rules for written forms look for, so that they are tried against each other.
const FORMS =
  '§ §§ art. artikkel nr. nr kap. % mill. 1 2,5 500 000 13-2 del I II . , - – 5b k tusen kr 2024 p.g.a. a. personnr E-post ﷺ ﬁ İ ß'.split(
    ' ',
  );

/** One letter left out, put in, changed or swapped with the next. */
function misspelt(random: Random, word: string): string {
  const at = random(word.length);
  const letter = pick(random, LETTERS);
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  const all = [before + after, before + letter + word.slice(at), before + letter + after];
  return pick(random, [...all, before + (word[at + 1] ?? '') + word[at] + after.slice(1)]);
}

const unseen = (random: Random, longest: number): string =>
  times(1 + random(longest), () => pick(random, LETTERS)).join('');

const KINDS: Record<string, Kind> = {
  question: (random, words) => times(1 + random(10), () => pick(random, words)).join(' '),
  misspelt: (random, words) => times(1 + random(10), () => misspelt(random, pick(random, words))).join(' '),
  'unseen words': (random) => times(1 + random(20), () => unseen(random, 20)).join(' '),
  'made compounds': (random, words) =>
    times(1 + random(8), () => times(2 + random(3), () => pick(random, words)).join('')).join(' '),
  'misspelt compounds': (random, words) =>
    times(1 + random(8), () => misspelt(random, pick(random, words) + pick(random, words))).join(' '),
  'control characters': (random, words) =>
    times(1 + random(60), () => (random(4) === 0 ? pick(random, words) : code(random, 0, 0xa0))).join(''),
  'lunr operators': (random, words) =>
    times(1 + random(20), () => pick(random, OPERATORS) + (random(2) === 0 ? pick(random, words) : '')).join(
      pick(random, [' ', '']),
    ),
  'unpaired surrogates': (random, words) =>
    times(1 + random(40), () => (random(3) === 0 ? pick(random, words) : code(random, 0xd800, 0xe000))).join(
      '',
    ),
  'all planes': (random) =>
    times(1 + random(80), () => String.fromCodePoint(random(0x110000))).join(pick(random, JOINTS)),
  'one block': (random) => {
    const block = random(0x10ff) * 0x100;
    return times(1 + random(80), () => String.fromCodePoint(block + random(0x100))).join('');
  },
  accents: (random, words) =>
    times(1 + random(10), () =>
      [...pick(random, words)]
        .map((letter) => letter + (random(3) === 0 ? code(random, 0x300, 0x370) : ''))
        .join(''),
    ).join(' '),
  stopwords: (random) => times(1 + random(40), () => pick(random, STOPWORDS)).join(' '),
  'prototype names': (random, words) =>
    times(1 + random(8), () => pick(random, random(3) === 0 ? words : PROTOTYPE)).join(pick(random, JOINTS)),
  numbers: (random) =>
    times(1 + random(40), () => String(random(10 ** random(10)))).join(pick(random, JOINTS)),
  'written forms': (random) => times(1 + random(40), () => pick(random, FORMS)).join(pick(random, JOINTS)),
  'repeated words': (random, words) => `${pick(random, words)} `.repeat(1 + random(300)),
  mixed: (random, words) =>
    times(1 + random(30), () =>
      pick(random, [words, OPERATORS, FORMS, PROTOTYPE, STOPWORDS][random(5)]!),
    ).join(pick(random, JOINTS)),
  empty: (random) => times(random(20), () => pick(random, JOINTS)).join(''),
};

const LONG = 100_000;
/** As long as a message may be and longer. Costly to make, so one in a hundred. */
const LONG_KINDS: Record<string, Kind> = {
  'a long word': (random) => pick(random, LETTERS).repeat(LONG),
  'a long word of chance': (random) => unseen(random, LONG),
  'one sign': (random) => pick(random, '§-./1%, \u0301\u200b\ud800ﷺ"\n').repeat(LONG),
  'one form': (random) => pick(random, FORMS).repeat(LONG / 4),
  'one form apart': (random) => `${pick(random, FORMS)} `.repeat(LONG / 5),
  'very many words': (random, words) => times(5_000, () => pick(random, words)).join(' '),
  'very many misspelt': (random, words) =>
    times(5_000, () => misspelt(random, pick(random, words))).join(' '),
  'very many unseen': (random) => times(5_000, () => unseen(random, 12)).join(' '),
  'very many made compounds': (random, words) =>
    times(3_000, () => pick(random, words) + pick(random, words)).join(' '),
  'very many half known': (random, words) =>
    times(3_000, () => pick(random, words) + unseen(random, 10)).join(' '),
  'very many short': (random) => times(20_000, () => unseen(random, 4)).join(' '),
  'very many numbers': (random) => times(20_000, () => String(random(100_000))).join(' '),
};

/** Questions no one should ask, the same for the same seed, each with what kind it is. */
export function* hostileQuestions(
  seed: number,
  words: string[],
  count: number,
): Generator<{ kind: string; text: string }> {
  const random = chance(seed);
  for (let n = 0; n < count; n++) {
    const kinds = n % 100 === 99 ? LONG_KINDS : KINDS;
    const kind = pick(random, Object.keys(kinds));
    yield { kind, text: kinds[kind]!(random, words) };
  }
}

/** The words articles are written in, in small letters, each once. */
export const wordsOfArticles = (articles: Article[]): string[] => [
  ...new Set(
    articles.flatMap(({ sections }) =>
      sections.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+/gu) ?? []),
    ),
  ),
];
