import lunr from 'lunr';
import norwegian from 'lunr-languages/lunr.no.js';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import { bokmal, forms } from './forms.ts';

stemmerSupport(lunr);
// It says on the console that it is registered twice where a test imports lunr again; once is enough here.
if (!('no' in lunr)) norwegian(lunr);
const snowball = (lunr as unknown as { no: { stemmer: (token: lunr.Token) => lunr.Token } }).no.stemmer;

const memo = new Map<string, string>();
const MEMO_MAX = 200_000;

/**
 * The stem of a word: irregular forms to their first form, nynorsk roots to bokmål ones, then Snowball's Norwegian,
 * and -else and -ing nouns brought together with their verb.
 */
export function stem(word: string): string {
  const known = memo.get(word);
  if (known !== undefined) return known;
  let stemmed = word;
  if (/^\p{L}/u.test(word)) {
    const same = bokmal(forms.get(word) ?? word);
    stemmed = snowball(new lunr.Token(forms.get(same) ?? same, {})).toString();
    // anskaffelse, anskaffing and anskaffe are one; short words are left alone (ting, else).
    if (stemmed.length >= 7) stemmed = stemmed.replace(/(?:els|ing)$/, '');
  }
  // Bounded: words come from people, and people can send anything.
  if (memo.size >= MEMO_MAX) memo.clear();
  memo.set(word, stemmed);
  return stemmed;
}
