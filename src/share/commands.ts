/** What a message asks of the job of sharing. */
export type ShareCommand = 'share' | 'mine' | 'waiting';

const WISH =
  '(?:(?:jeg|eg|vi|i|we) (?:vil|ønsker å|ønskjer å|har lyst til å|kan|want to|would like to|can) (?:gjerne )?)?';
const SHARING = '(?:del|dele|meld|melde|meld inn|melde inn|share)';
const A = '(?:(?:en|ei|ein|et|eit|noe|noko|vår|vårt|a|an|our|something)(?: (?:ny|nytt|new))? )?';
const WHAT =
  '(?:løsning(?:en|a)?|løysing(?:a|en)?|solution|erfaring(?:en|a|er|ar)?|experiences?|behov(?:et)?|need)(?: (?:vår|vårt|våre))?';
const WITH =
  '(?: (?:med|til) (?:andre|andre kommuner|andre kommunar|alle)| with (?:others|other municipalities))?';

const HOW =
  '(?:(?:hvordan|korleis) (?:(?:deler|delar|melder|melder inn) (?:jeg|eg|man|vi)|(?:kan|skal) (?:jeg|eg|man|vi) (?:dele|melde|melde inn))|how (?:do|can) (?:i|we) share)';

const COMMANDS: [RegExp, ShareCommand][] = [
  [new RegExp(`^(?:${WISH}${SHARING}|ny|nytt|new) ${A}${WHAT}${WITH}$`), 'share'],
  [new RegExp(`^${WISH}(?:del|dele|share)(?: (?:noe|noko|something))?${WITH}$`), 'share'],
  [new RegExp(`^${HOW} ${A}${WHAT}${WITH}$`), 'share'],
  [
    /^(?:(?:vis|show|se|sjå)(?: meg| me)? )?(?:mine (?:delinger|delingar|delte løsninger|delte løysingar|utkast)|(?:delingene|delingane|utkastene|utkasta) mine|my (?:shares|shared solutions|drafts)|what i have shared|hva har jeg delt|kva har eg delt)$/,
    'mine',
  ],
  [
    /^(?:(?:vis|show|se|sjå)(?: meg| me)? )?(?:til godkjenning|(?:hva|kva) (?:venter|ventar) på godkjenning|(?:hva|kva) skal (?:jeg|eg|vi) godkjenne|(?:what is )?waiting for approval|for approval)$/,
    'waiting',
  ],
];

/** Reads a command, or undefined when the message is something else. Pure. */
export function readShareCommand(text: string): ShareCommand | undefined {
  const plain = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  // Commands are short; patterns are not run over pasted pages.
  if (plain.length > 80) return undefined;
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return COMMANDS.find(([pattern]) => pattern.test(bare))?.[1];
}
