import { bitsOf } from './bits.ts';
import { distance, LONGEST } from './spelling.ts';
import { fold } from './tokens.ts';

/** A known word near to one that is not known. */
export interface Near {
  /** As it stands in the texts. */
  word: string;
  term: string;
  /** 0.1 when only the letters æ, ø and å differ; a letter changed is about 1. */
  distance: number;
  /** The distance, less for common words and more where the first letter differs: the lowest is the likeliest. */
  rank: number;
}

/** Every word and term of the texts, with how many passages each stands in. Corrects and splits words against them. */
export interface Vocabulary {
  /** Number of passages with the term; 0 when it is unknown. */
  count(term: string): number;
  /** Number of passages with the word as written; 0 when it is unknown. */
  written(word: string): number;
  /** The known words nearest to one, likeliest first, one for each term. */
  nearest(word: string): Near[];
  /** The parts of a compound, all known: "anskaffelsesprotokoll" → anskaff, protokoll. Empty when it is not one. */
  parts(term: string): string[];
  /** Terms that are the same word but for an ending the stemmer does not know: besøk, besøkt. */
  relatives(term: string): string[];
  /** Terms that begin as this one does, with the share 0–1 of the letters they have in common. */
  kin(term: string): { term: string; alike: number }[];
}

const WORD = /^\p{L}+$/u;
const MIN_PART = 3;
/** Parts this short must be common words, or any word could be split. */
const SHORT_PART = 4;
const MIN_COMPOUND = 8;
const NEAREST = 8;
/** How much a common word is likelier than a rare one, in letters. */
const COMMON = 0.08;
/** People seldom miss the first letter. */
const FIRST_LETTER = 0.3;
const MOST_KIN = 60;

/** Endings that tell two stems of one word apart. */
const ENDINGS = new Set(
  't te d de a ing ning else er ar ere sjon asjon isk lig het skap sk s n en et r ne i al ell ist isme or dom som bar e els nd nde ende an ane ene inge'.split(
    ' ',
  ),
);

interface Form {
  word: string;
  term: string;
  count: number;
}

/** `counts`: terms and how many passages each stands in; `written`: the same of words, with the term of each. */
export function openVocabulary(
  counts: ReadonlyMap<string, number>,
  written: ReadonlyMap<string, { term: string; count: number }>,
): Vocabulary {
  const count = (term: string) => counts.get(term) ?? 0;
  const { byLength, folded } = groupForms(counts, written);
  const sorted = [...counts.keys()].filter((term) => term.length >= 3 && WORD.test(term)).sort();

  /** The first place in `sorted` at or after a prefix. */
  function placeOf(prefix: string): number {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function* beginningWith(prefix: string): Generator<string> {
    for (let i = placeOf(prefix); i < sorted.length && sorted[i]!.startsWith(prefix); i++) yield sorted[i]!;
  }

  function nearest(word: string): Near[] {
    if (word.length > LONGEST || !/^\p{L}/u.test(word)) return [];
    const found: Near[] = [];
    const first = word.charCodeAt(0);
    const add = (form: Form, by: number) => {
      const wrongFirst = form.word.charCodeAt(0) === first ? 0 : FIRST_LETTER;
      const rank = by - COMMON * Math.log(1 + form.count) + wrongFirst;
      found.push({ word: form.word, term: form.term, distance: by, rank });
    };
    const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
    const key = fold(word);
    for (const form of folded.get(key) ?? []) if (form.word !== word) add(form, 0.1);
    if (most > 0) {
      const letters = lettersOf(word);
      for (let length = word.length - most; length <= word.length + most; length++) {
        const group = byLength.get(length);
        if (!group) continue;
        const { masks, forms, firsts } = group;
        for (let i = 0; i < masks.length; i++) {
          // Two edits are looked for only where the first letter is right.
          const within = firsts[i] === first ? most : 1;
          // Each edit changes at most two letters of the set: most words are passed over without counting edits.
          if (bitsOf(letters ^ masks[i]!) > 2 * within) continue;
          const form = forms[i]!;
          if (form.word === word) continue;
          const by = distance(word, form.word, within);
          if (by <= within && by > 0.1) add(form, by);
        }
      }
    }
    const terms = new Set<string>();
    return found
      .sort((a, b) => a.rank - b.rank || (a.word < b.word ? -1 : 1))
      .filter(({ term }) => !terms.has(term) && terms.add(term))
      .slice(0, NEAREST);
  }

  const known = new Map<string, string[]>();
  function parts(term: string): string[] {
    if (term.length < MIN_COMPOUND || term.length > LONGEST || !WORD.test(term)) return [];
    const before = known.get(term);
    if (before) return before;
    const split = splitOf(term, count);
    // Bounded: words come from people too.
    if (known.size > 500_000) known.clear();
    known.set(term, split);
    return split;
  }

  function relatives(term: string): string[] {
    if (term.length < 4 || !WORD.test(term)) return [];
    const bases = new Set([term]);
    const shorter = term.replace(/(?:t|d|e|er|a)$/, '');
    if (term.length >= 5 && shorter.length >= 4) bases.add(shorter);
    const found = new Set<string>();
    for (const base of bases) {
      for (const other of beginningWith(base)) {
        if (other === base ? other !== term : ENDINGS.has(other.slice(base.length))) found.add(other);
      }
    }
    found.delete(term);
    return [...found];
  }

  function kin(term: string): { term: string; alike: number }[] {
    if (term.length < 4 || term.length > LONGEST || !WORD.test(term)) return [];
    const prefix = term.slice(0, Math.max(4, Math.ceil(term.length * 0.65)));
    const found: { term: string; alike: number }[] = [];
    for (const other of beginningWith(prefix)) {
      let same = prefix.length;
      while (same < term.length && term.charCodeAt(same) === other.charCodeAt(same)) same++;
      found.push({ term: other, alike: same / Math.max(term.length, other.length) });
      if (found.length === MOST_KIN) break;
    }
    return found;
  }

  return { count, written: (word) => written.get(word)?.count ?? 0, nearest, parts, relatives, kin };
}

/** Several vocabularies as one. The first knows how compounds are split; the others are small beside it. */
export function joinVocabularies(all: Vocabulary[]): Vocabulary {
  const [first, ...others] = all;
  if (!first || others.length === 0) return first ?? openVocabulary(new Map(), new Map());
  const sum = (of: (one: Vocabulary) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    count: (term) => sum((one) => one.count(term)),
    written: (word) => sum((one) => one.written(word)),
    nearest(word) {
      const terms = new Set<string>();
      return all
        .flatMap((one) => one.nearest(word))
        .sort((a, b) => a.rank - b.rank || (a.word < b.word ? -1 : 1))
        .filter(({ term }) => !terms.has(term) && terms.add(term))
        .slice(0, NEAREST);
    },
    parts(term) {
      for (const one of all) {
        const parts = one.parts(term);
        if (parts.length > 0) return parts;
      }
      return [];
    },
    relatives: (term) => [...new Set(all.flatMap((one) => one.relatives(term)))],
    kin: (term) => all.flatMap((one) => one.kin(term)),
  };
}

function groupForms(
  counts: ReadonlyMap<string, number>,
  written: ReadonlyMap<string, { term: string; count: number }>,
) {
  const byLength = new Map<number, { forms: Form[]; masks: Int32Array; firsts: Uint16Array }>();
  const folded = new Map<string, Form[]>();
  const lengths = new Map<number, Form[]>();
  const add = (form: Form) => {
    if (form.word.length > LONGEST || !/^\p{L}/u.test(form.word)) return;
    const same = lengths.get(form.word.length);
    if (same) same.push(form);
    else lengths.set(form.word.length, [form]);
    const key = fold(form.word);
    const alike = folded.get(key);
    if (alike) alike.push(form);
    else folded.set(key, [form]);
  };
  for (const [word, { term, count }] of written) add({ word, term, count });
  // A misspelt word with an ending no text has is met by its stem. The stem counts less: no one wrote it.
  for (const [term, count] of counts) {
    if (term.length >= 4 && !written.has(term)) add({ word: term, term, count: count / 2 });
  }
  for (const [length, forms] of lengths) {
    byLength.set(length, {
      forms,
      masks: Int32Array.from(forms, (form) => lettersOf(form.word)),
      firsts: Uint16Array.from(forms, (form) => form.word.charCodeAt(0)),
    });
  }
  return { byLength, folded };
}

/** The likeliest way to split a term in two known ones: long parts, and common ones, before others. */
function splitOf(term: string, count: (term: string) => number): string[] {
  let best: string[] = [];
  let bestWorth = 0;
  for (let at = MIN_PART; at <= term.length - MIN_PART; at++) {
    const head = term.slice(at);
    const heads = count(head);
    if (heads === 0) continue;
    for (const modifier of modifiersOf(term.slice(0, at))) {
      const modifiers = count(modifier);
      if (modifiers === 0) continue;
      const shortest = Math.min(head.length, modifier.length);
      const rarest = Math.min(heads, modifiers);
      if (shortest < SHORT_PART && rarest < 3) continue;
      const worth = 2 * shortest + Math.log(1 + rarest);
      if (worth <= bestWorth) continue;
      bestWorth = worth;
      best = [modifier, head];
    }
  }
  return best;
}

/** The first part with and without a linking s or e, and with the -else that the stemmer takes away. */
function modifiersOf(left: string): string[] {
  const forms = [left];
  if (left.endsWith('s')) forms.push(left.slice(0, -1));
  if (left.endsWith('e')) forms.push(left.slice(0, -1));
  if (left.endsWith('er')) forms.push(left.slice(0, -2));
  const verb = /^(.{3,}?)(?:else|ing)s?$/.exec(left)?.[1];
  if (verb) forms.push(verb);
  return forms.filter((form) => form.length >= MIN_PART);
}

/** The set of letters in a word, one bit each; æ, ø, å and rarer letters share. */
function lettersOf(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31);
  return set;
}
