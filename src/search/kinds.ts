import { isUnit } from './sequence.ts';

/**
 * What kind of answer is asked for, and which words of a text look like one: a question with "når" is answered near a
 * date, one with "hvor mange dager" near a number and a measure, one with "hvorfor" near a reason. Pure.
 */

/** What a word of a text can be evidence of; one bit each, SENTENCE for the first word of a sentence. */
export const NUMBER = 1;
export const DATE = 2;
export const NAME = 4;
export const MEASURE = 8;
export const PLACING = 16;
export const REASON = 32;
export const AGE = 64;
export const SENTENCE = 128;

const set = (words: string): Set<string> => new Set(words.split(' '));

const NUMBERS = set(
  'en to tre fire fem seks sju syv åtte ni ti elleve tolv halv prosent million millioner milliarder tusen hundre flere one two three four five six seven eight nine ten hundred thousand',
);
const DATES = set(
  'januar februar mars april mai juni juli august september oktober november desember mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tysdag laurdag århundre århundret tallet january february march may june july october december',
);
const MEASURES = set(
  'år årene dager dagar dag uker veker måneder månader timer timar minutter sekunder meter km kilometer kvadratkilometer kroner kr prosent million millioner milliard milliarder tonn kg liter grader euro dollar mål cm mm days weeks months years hours',
);
const PLACINGS = set('i på ved fra frå til nær utenfor utanfor over langs mellom in at from near');
const REASONS = set(
  'fordi grunn grunnen årsak årsaken siden sidan derfor difor dermed ettersom skyldes skuldast førte grunnet because reason since therefore',
);
const AGES = set('født gammel gammal år åring åringen årsalderen alder aged old');

/** What the words of a text are evidence of. `names` are words that stand with a capital letter inside a sentence. */
export function marksOf(words: string[], names: ReadonlySet<string>): Uint8Array {
  return Uint8Array.from(
    words,
    (word) =>
      (/^\d/.test(word) || NUMBERS.has(word) ? NUMBER : 0) |
      (/^(?:1\d{3}|20\d\d)$/.test(word) || DATES.has(word) ? DATE : 0) |
      (names.has(word) ? NAME : 0) |
      (MEASURES.has(word) ? MEASURE : 0) |
      (PLACINGS.has(word) ? PLACING : 0) |
      (REASONS.has(word) ? REASON : 0) |
      (AGES.has(word) ? AGE : 0),
  );
}

/** Words that stand with a capital letter elsewhere than first in a sentence, in small letters. */
export function namesIn(text: string): Set<string> {
  const found = text.match(/(?<=[\p{Ll},»"] )\p{Lu}[\p{L}-]+/gu) ?? [];
  return new Set(found.map((name) => name.toLowerCase().replaceAll('-', '')));
}

/** Kinds of answer a question may ask for. */
export interface Kinds {
  when: boolean;
  many: boolean;
  who: boolean;
  where: boolean;
  why: boolean;
  extent: boolean;
  age: boolean;
  /** What or who something is, and no more: "hva er karens". */
  what: boolean;
  /** It is a question, and not words to look for. */
  asks: boolean;
}

const HOW = set('hvor kor how');
const WHEN = set('når nar naar when');
const WHO = set('hvem kven heter heiter who');
const WHERE = set('hvor kor kvar where');
const WHY = set('hvorfor kvifor grunnen årsaken why');
const COUNT = set('antall antallet talet');
const MANY = set('mange many');
const OLD = set('gammel gammal gamle old');
const FAR = set(
  'lenge lang langt lange høy høyt høg høgt mye mykje stor stort fort dyp bred brei ofte tung long much high big often',
);
const YEAR = set('år dato årstall årstal year date');
const WHICH = set('hvilket hvilken kva eit what which');
const ASKING = /^(?:hv|kv|wh|kor$|korleis$|korfor$|når$|nar$|naar$|how$)/;
const WHAT = /^(?:hva|hvem|kva|kven|what|who) (?:er|var|is|was|are|were)(?: \S+){1,3}$/;

/** `words` as tokenised. */
export function kindsOf(words: string[]): Kinds {
  const any = (of: ReadonlySet<string>) => words.some((word) => of.has(word));
  const two = (first: ReadonlySet<string>, second: ReadonlySet<string>) =>
    words.some((word, i) => i > 0 && second.has(word) && first.has(words[i - 1]!));
  const many = two(HOW, MANY) || any(COUNT);
  const extent = two(HOW, FAR);
  const age = two(HOW, OLD);
  return {
    when: any(WHEN) || two(WHICH, YEAR),
    many: many || extent,
    who: any(WHO),
    where: any(WHERE) && !age && !extent && !many,
    why: any(WHY),
    extent,
    age,
    what: words.length < 6 && WHAT.test(words.join(' ')),
    asks: words.some((word) => ASKING.test(word)),
  };
}

/** Evidence of the kind of answer asked for: 1 in or by the best sentence, less elsewhere, 0 when not asked for. */
export interface KindEvidence {
  when: number;
  many: number;
  who: number;
  where: number;
  why: number;
  extent: number;
  age: number;
}

export const noAnswer: KindEvidence = {
  when: 0,
  many: 0,
  who: 0,
  where: 0,
  why: 0,
  extent: 0,
  age: 0,
};

/** The marks that are evidence of the kinds asked for; 0 when none is. */
export const wantedMarks = ({ when, many, who, where, why, extent, age }: Kinds): number =>
  (when ? DATE : 0) |
  (many || extent ? NUMBER : 0) |
  (who || where ? NAME : 0) |
  (why ? REASON : 0) |
  (age ? AGE : 0);

/** Words on each side of the best place that still count as beside it. */
const BESIDE = 14;
const ELSEWHERE = 0.35;

/** A passage in a row of words: its own, its best sentence, and the middle of where most of what is asked stands. */
interface Span {
  from: number;
  to: number;
  bestFrom: number;
  bestTo: number;
  middle: number;
}

/** Evidence in words that are not themselves asked about: `roleOf` their terms is not that of a unit. */
export function answerIn(
  { textTerms, marks }: { textTerms: Int32Array; marks: Uint8Array },
  roleOf: Int8Array,
  kinds: Kinds,
  wanted: number,
  { from, to, bestFrom, bestTo, middle }: Span,
): KindEvidence {
  let date = 0;
  let number = 0;
  let measured = 0;
  let person = 0;
  let place = 0;
  let reason = 0;
  let age = 0;
  for (let i = from; i < to; i++) {
    const mark = marks[i]! & wanted;
    if (mark === 0 || isUnit(roleOf[textTerms[i]!]!)) continue;
    const beside = (i >= bestFrom && i < bestTo) || (middle >= 0 && Math.abs(i - middle) < BESIDE);
    const by = beside ? 1 : ELSEWHERE;
    const next = i + 1 < to ? marks[i + 1]! : 0;
    const before = i > from ? marks[i - 1]! : 0;
    if (mark & DATE && by > date) date = by;
    if (mark & NUMBER) {
      if (by > number) number = by;
      if (by > measured && (next | before | (i + 2 < to ? marks[i + 2]! : 0)) & MEASURE) measured = by;
    }
    if (mark & NAME) {
      person = Math.max(person, next & NAME ? by : by * 0.6);
      if (by > place && before & PLACING) place = by;
    }
    if (mark & REASON && by > reason) reason = by;
    if (mark & AGE && by > age) age = by;
  }
  return {
    when: date,
    many: number,
    who: kinds.who ? person : 0,
    where: kinds.where ? place : 0,
    why: reason,
    extent: kinds.extent ? measured : 0,
    age,
  };
}
