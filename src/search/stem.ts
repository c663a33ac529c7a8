import lunr from 'lunr';
import norwegian from 'lunr-languages/lunr.no.js';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js';

stemmerSupport(lunr);
norwegian(lunr);
const snowball = (lunr as unknown as { no: { stemmer: (token: lunr.Token) => lunr.Token } }).no.stemmer;

/** Nynorsk roots that Snowball leaves apart from the bokmål ones, and irregular forms of words that carry meaning here. */
const SAME: [RegExp, string][] = [
  [/bod(?=$|e[nt]?$|a$|s|konk)/, 'bud'], // anbod, tilbod, ombod
  [/kunngjer/, 'kunngjør'],
  [/heimel/, 'hjemmel'],
  [/tryggleik/, 'sikkerhet'],
  [/verksemd/, 'virksomhet'],
  [/handsam/, 'behandl'],
  [/føremål/, 'formål'],
  [/røynsle/, 'erfaring'],
  [/einskild/, 'enkelt'],
  [/løyve/, 'tillatelse'],
  [/utanfor/, 'utenfor'],
  [/krava?(?=spes)/, 'krav'],
  [/teneste/, 'tjeneste'],
  [/rettleia|rettleiar/, 'veilede'],
  [/vurdera/, 'vurdere'],
  [/avgjerd/, 'avgjørelse'],
  [/varsla/, 'varsle'],
  [/sletta/, 'slette'],
  [/^frist(a|ane|ar)$/, 'frist'],
];

const memo = new Map<string, string>();
const MEMO_MAX = 50_000;

/** The stem of a token: Snowball Norwegian, with nynorsk roots and -else/-ing nouns brought together. */
export function stem(token: string): string {
  const known = memo.get(token);
  if (known !== undefined) return known;
  let word = token;
  if (/^\p{L}/u.test(word)) {
    for (const [pattern, same] of SAME) word = word.replace(pattern, same);
    word = snowball(new lunr.Token(word, {})).toString();
    // anskaffelse, anskaffing and anskaffe are one; short words are left alone (ting, else).
    if (word.length >= 7) word = word.replace(/(?:els|ing)$/, '');
  }
  // Bounded: words come from people, and people can send anything.
  if (memo.size >= MEMO_MAX) memo.clear();
  memo.set(token, word);
  return word;
}
