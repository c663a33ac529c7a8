import type { Kind } from './model.ts';

/** What a message asks of the job of sharing; a kind when it names one. */
export type ShareCommand = { kind: 'share'; of?: Kind } | { kind: 'mine' | 'waiting' };

const WISH =
  '(?:(?:jeg|eg|vi|i|we) (?:vil|ønsker å|ønskjer å|har lyst til å|kan|want to|would like to|can) (?:gjerne )?)?';
const A = '(?:(?:en|ei|ein|et|eit|noe|noko|vår|vårt|a|an|our|something)(?: (?:ny|nytt|new))? )?';
const WHAT: [string, Kind][] = [
  ['(?:løsning(?:en|a)?|løysing(?:a|en)?|solution)', 'solution'],
  ['(?:erfaring(?:en|a|er|ar)?|experience|experiences)', 'experience'],
  ['(?:behov(?:et)?|need)', 'need'],
];
const WITH =
  '(?: (?:med|til) (?:andre|andre kommuner|andre kommunar|alle)| with (?:others|other municipalities))?';

const SHARES: [RegExp, Kind][] = WHAT.map(([what, kind]) => [
  new RegExp(`^(?:${WISH}(?:del|dele|meld|melde|meld inn|melde inn|share)|ny|nytt|new) ${A}${what}${WITH}$`),
  kind,
]);
const SHARE = new RegExp(`^${WISH}(?:del|dele|share)(?: (?:noe|noko|something))?${WITH}$`);
const MINE =
  /^(?:(?:vis|show|se|sjå)(?: meg| me)? )?(?:mine (?:delinger|delingar|delte løsninger|delte løysingar|utkast)|(?:delingene|delingane|utkastene|utkasta) mine|my (?:shares|shared solutions|drafts)|what i have shared|hva har jeg delt|kva har eg delt)$/;
const WAITING =
  /^(?:(?:vis|show|se|sjå)(?: meg| me)? )?(?:til godkjenning|til godkjenning hos meg|(?:hva|kva) (?:venter|ventar) på godkjenning|(?:hva|kva) skal (?:jeg|eg|vi) godkjenne|(?:what is )?waiting for approval|for approval)$/;

/** Reads a command, or undefined when the message is something else. Pure. */
export function readShareCommand(text: string): ShareCommand | undefined {
  const plain = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  // Commands are short; patterns are not run over pasted pages.
  if (plain.length > 80) return undefined;
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (MINE.test(bare)) return { kind: 'mine' };
  if (WAITING.test(bare)) return { kind: 'waiting' };
  if (SHARE.test(bare)) return { kind: 'share' };
  const named = SHARES.find(([pattern]) => pattern.test(bare));
  return named && { kind: 'share', of: named[1] };
}
