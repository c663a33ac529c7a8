import { topics } from '../knowledge/model.ts';
import type { Purpose } from './channels.ts';

/** What a message asks of the channels that are chosen. */
export type ChannelCommand =
  /** No purposes: it is not said for what, or in words we do not know. */
  | { kind: 'channel'; act: 'choose'; purposes: Purpose[] }
  /** No purposes: for everything it is chosen for. */
  | { kind: 'channel'; act: 'drop'; purposes: Purpose[] }
  | { kind: 'channel'; act: 'list' };

const HERE = '(?:denne|dette|den her|this)(?: her)? (?:kanalen|kanal|channel)';
const FOR = '(?: (?:til|for|som|åt|as|to))?';
const CHOOSE = new RegExp(`^(?:bruk|bruke|use|velg|vel|choose|sett|set) ${HERE}${FOR}(?: (.+))?$`);
const CHOSEN = new RegExp(`^${HERE} (?:skal være|skal vere|er|is|should be)${FOR} (.+)$`);
const DROP = new RegExp(
  `^(?:(?:slutt|stopp)(?: med)?(?: å)? (?:bruke|bruk|nytte)|ikke bruk|ikkje bruk|stop using|do not use|don['’]t use) ${HERE}${FOR}(?: (.+))?$`,
);
const LIST =
  /^(?:(?:hvilke|hva for|kva for|kva|hva|which|what) (?:kanaler|kanalar|channels) (?:er|are|har vi|have we|do we)(?: (?:valgt|valde|vald|chosen|selected|brukt|used|use))?(?: her)?|(?:vis|sjå|se|show)(?: meg| me)?(?: the| alle| all)? (?:valgte |valde |chosen )?(?:kanaler|kanalene|kanalar|kanalane|channels)|(?:valgte|valde|chosen) (?:kanaler|kanalar|channels))$/;

/** Reads a command in small letters, or undefined when it is something else. Pure. */
export function readChannelCommand(asked: string): ChannelCommand | undefined {
  if (LIST.test(asked)) return { kind: 'channel', act: 'list' };
  const drop = DROP.exec(asked);
  if (drop) return { kind: 'channel', act: 'drop', purposes: purposesIn(drop[1]) };
  const choose = CHOOSE.exec(asked) ?? CHOSEN.exec(asked);
  // "Denne kanalen er stille" is no choice; "bruk denne kanalen" is, and we ask what for.
  const purposes = purposesIn(choose?.[1]);
  if (!choose || (purposes.length === 0 && !CHOOSE.test(asked))) return undefined;
  return { kind: 'channel', act: 'choose', purposes };
}

const ABOUT = '(?:(?:alle |all )?(?:spørsmål(?:ene|a)?|questions?|tema(?:et)?|topics?) (?:om|about|on) )?';
const WORDS: [Purpose, string][] = [
  [
    'editors',
    '(?:the )?(?:redaktør(?:er|ar|ene|ane|en)?|redaksjon(?:en)?|editors?|godkjenning(?:er|ar)?|approvals?)',
  ],
  [
    'anskaffelser',
    '(?:(?:offentlige |offentlege |public )?(?:anskaffelse(?:r|ne)?|anskaffing(?:ar|ane)?|innkjøp(?:ene|a)?|procurements?|purchasing))',
  ],
  ['personvern', '(?:personvern(?:et)?|gdpr|privacy|data protection)'],
  [
    'samarbeid',
    '(?:(?:samarbeid(?:et)?|cooperation|collaboration)(?: (?:mellom kommun(?:er|ar|ene|ane)|between municipalities))?)',
  ],
  ['digitalisering', '(?:digitaliseringa?(?:en)?|digitali[sz]ation)'],
];
const EVERYTHING =
  /^(?:alle spørsmål(?:ene|a)?|spørsmål(?:ene)?|alle tema(?:er|ene|a)?|alle emn(?:er|a)|all (?:the )?(?:questions|topics)|questions|every (?:question|topic))$/;

/** Undivided, so that one unknown word makes the whole unknown: half of what was asked is not done in silence. */
function purposesIn(said = ''): Purpose[] {
  if (EVERYTHING.test(said)) return [...topics];
  const parts = said.replace(new RegExp(`^${ABOUT}`), '').split(/ ?, ?| og | and | samt /);
  const found = parts.map((part) => {
    if (EVERYTHING.test(part)) return [...topics];
    return WORDS.filter(([, words]) => new RegExp(`^${ABOUT}${words}$`).test(part)).map(([name]) => name);
  });
  return found.some((names) => names.length === 0) ? [] : [...new Set(found.flat())];
}
