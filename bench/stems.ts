// Passages as the peers read them: whole, and in Snowball's Norwegian stems.
import lunr from 'lunr';
import norwegian from 'lunr-languages/lunr.no.js';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js';

if (!('stemmerSupport' in lunr)) stemmerSupport(lunr);
if (!('no' in lunr)) norwegian(lunr);
export const lunrNorwegian = (
  lunr as unknown as {
    no: lunr.Builder.Plugin & {
      stemmer(token: lunr.Token): lunr.Token;
      stopWordFilter(token: string): string | undefined;
    };
  }
).no;

export const whole = (doc: { title: string; text: string }): string => `${doc.title}. ${doc.text}`;
export const tokens = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const stemmed = new Map<string, string>();
export function stem(token: string): string {
  let known = stemmed.get(token);
  if (known === undefined) {
    known = lunrNorwegian.stemmer(new lunr.Token(token, {})).toString();
    stemmed.set(token, known);
  }
  return known;
}
/**
 * Stems without the stop words that lunr's Norwegian leaves out. minisearch, flexsearch and orama have none for
 * Norwegian, and without it a question's "hva er det" outweighs what it is about.
 */
export const stemsOf = (text: string): string[] =>
  tokens(text)
    .filter((token) => lunrNorwegian.stopWordFilter(token) !== undefined)
    .map(stem);
