/** Ordinary words that often open a sentence or a subject line, where a capital letter tells nothing. */
const OPENERS = new Set(['time', 're', 'marker']);

/** One word of a text, with what its surroundings say about it. */
export interface Word {
  /** As written, without the apostrophe or 's of a genitive. */
  text: string;
  key: string;
  /** Joined by a hyphen to the word before. */
  joined: boolean;
  /** First in the text or in a sentence. */
  opens: boolean;
}

/** What a text names, and the words that name it: from `from` up to, not including, `to`. */
export interface Hit<T> {
  values: T[];
  from: number;
  to: number;
}

export function readWords(text: string): Word[] {
  const normal = text.normalize('NFC');
  let end = 0;
  return [...normal.matchAll(/\p{L}+(?:['’]s?(?!\p{L}))?/gu)].map(({ 0: written, index }) => {
    const gap = normal.slice(end, index);
    const opens = end === 0 || /[.!?:\n]/.test(gap);
    end = index + written.length;
    const word = written.replace(/['’]s?$/, '');
    return { text: word, key: keyOf(word), joined: /^[-‐‑–]$/.test(gap), opens };
  });
}

/** Swedish and German keyboards write ä and ö. */
const keyOf = (word: string): string =>
  word.normalize('NFC').toLowerCase().replaceAll('ä', 'æ').replaceAll('ö', 'ø');

/** How people write æ, ø and å without the letters: Baerum and Barum, Tromso and Tromsoe, As and Aas. */
const PLAIN = [
  { æ: 'ae', ø: 'o', å: 'a' },
  { æ: 'ae', ø: 'oe', å: 'aa' },
  { æ: 'a', ø: 'o', å: 'a' },
];

function plainKeys(key: string): string[] {
  return PLAIN.map((plain) =>
    Object.entries(plain)
      .reduce((text, [letter, instead]) => text.replaceAll(letter, instead), key)
      .normalize('NFD')
      .replace(/\p{M}/gu, ''),
  );
}

/**
 * Finds names in a text, in its order: the longest first, none inside another. An `ordinary` name needs a capital
 * letter, or one of the words in `beside` after it. Written without its æ, ø and å only the indefinite form will do:
 * "skal vi ha kommunen med" is not about Hå.
 */
export function indexNames<T>(
  names: { name: string; value: T }[],
  ordinary: Set<string>,
  beside: { indefinite: RegExp; definite: RegExp },
): (words: Word[]) => Hit<T>[] {
  const spellings = spellingsOf(names);
  const longest = Math.max(...[...spellings.keys()].map((key) => key.split(' ').length));
  // Few words begin a name: where none does, no row of words is put together and looked up.
  const firsts = new Set([...spellings.keys()].map((key) => key.split(' ')[0]!));

  // A name that ends in s takes an apostrophe only: "oss" is not the genitive of Os.
  const withoutGenitive = (key: string) => key.replace(/(?<!s)s$/, '');
  const lookUp = (key: string) => spellings.get(key) ?? spellings.get(withoutGenitive(key));

  const isMeant = ({ name, plain }: Spelling<T>, word: Word, next: Word | undefined, alone: boolean) => {
    if (!ordinary.has(name)) return true;
    if (next && (beside.indefinite.test(next.key) || (!plain && beside.definite.test(next.key)))) return true;
    // Not "OS", and not "Ha".
    if (plain || !/^\p{Lu}\p{Ll}+$/u.test(word.text)) return false;
    return alone || !(word.opens && OPENERS.has(name));
  };

  const hitAt = (words: Word[], from: number): Hit<T> | undefined => {
    const [first, ...rest] = words.slice(from, from + longest);
    if (!first || !(firsts.has(first.key) || firsts.has(withoutGenitive(first.key)))) return undefined;
    for (let length = rest.length + 1; length > 0; length--) {
      const to = from + length;
      const next = words[to];
      const spelling = lookUp([first, ...rest.slice(0, length - 1)].map((word) => word.key).join(' '));
      if (!spelling || !isMeant(spelling, first, next, words.length === 1)) continue;
      if (next?.joined && /^(?:region|områd|distrikt)/.test(next.key)) continue;
      return { values: spelling.values, from, to };
    }
    return undefined;
  };

  return (words) => {
    const hits: Hit<T>[] = [];
    for (let at = 0; at < words.length; at = Math.max(at + 1, hits.at(-1)?.to ?? 0)) {
      // "Stor-Oslo" is not Oslo, but in "Asker-Bærum" both are meant.
      if (words[at]?.joined && hits.at(-1)?.to !== at) continue;
      const hit = hitAt(words, at);
      if (hit) hits.push(hit);
    }
    return hits;
  };
}

interface Spelling<T> {
  /** The name as it is spelled, in lower case, with spaces for hyphens. */
  name: string;
  /** Without the æ, ø, å or accents of the name. */
  plain: boolean;
  values: T[];
}

function spellingsOf<T>(names: { name: string; value: T }[]): Map<string, Spelling<T>> {
  const spellings = new Map<string, Spelling<T>>();
  for (const { name: written, value } of names) {
    const name = keyOf(written).replace(/[\s-]+/g, ' ');
    const values = [...(spellings.get(name)?.values ?? []), value];
    spellings.set(name, { name, plain: false, values });
  }
  // A name spelled out goes before one written plainly: Lardal is Lardal, not Lærdal.
  for (const { name, values } of [...spellings.values()]) {
    for (const key of plainKeys(name))
      if (!spellings.has(key)) spellings.set(key, { name, plain: true, values });
  }
  return spellings;
}
