import { type ChannelCommand, readChannelCommand } from './channel-commands.ts';
import type { GivenRole } from './rules.ts';

/** What a message asks of roles, channels, municipality and log. */
export type PeopleCommand =
  | ChannelCommand
  /** `self`: for the one who writes, who cannot be mentioned by themself. */
  | { kind: 'give' | 'take'; roles: GivenRole[]; self: boolean }
  /** Roles are to be changed, but not whose or which, or two changes are asked for in one message. */
  | { kind: 'unclear'; what: 'whom' | 'which' | 'both' }
  | { kind: 'list' | 'mine' | 'audit' | 'which-municipality' }
  /**
   * `sure`: whatever is named is meant as a municipality; otherwise it is one only if it is the name of one ("kommunen er
   * pålagt" is a question). `bare`: it may as well be a question about that municipality.
   */
  | { kind: 'municipality'; name: string; sure: boolean; bare: boolean };

const MAX = 300;

/** Reads a command, or undefined when the message is for someone else. `mentioned`: names as they stand in the text. Pure. */
export function readPeopleCommand(text: string, mentioned: string[]): PeopleCommand | undefined {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (plain.length > MAX) return undefined;
  const asked = plain.replace(POLITE, '').replace(/[.!?]+$/, '');
  const bare = asked.toLowerCase();
  for (const [pattern, kind] of FIXED) if (pattern.test(bare)) return { kind };
  return readChannelCommand(bare) ?? readMunicipality(asked) ?? readRoles(asked, mentioned);
}

const POLITE =
  /^(?:(?:hei|hi|hello|samvit|please|vennligst|ver(?:t)? så snill|vær så snill|vær snill|kan du|kunne du|kan eg få deg til|can you|could you|å|og)[ ,]+)+/i;

const FIXED: [RegExp, 'list' | 'mine' | 'audit' | 'which-municipality'][] = [
  [
    /^(?:(?:vis|sjå|se|show)(?: meg| me)?(?: alle| all)? (?:roller|rollene|rolleoversikt(?:en)?|the roles|roles)|(?:hvem|kven) har (?:(?:hvilke |kva |en |ei |hvilken )?roll(?:e|er|a)|(?:fått )?roller)(?: her| i samvit)?|who has (?:which |what |a )?roles?(?: here| in samvit)?|(?:hvem|kven|who) er (?:admin|administrator(?:er|ar)?)(?: her| i samvit)?|who (?:is|are)(?: the)? (?:admins?|administrators?)(?: here| in samvit)?|rolleoversikt(?:en)?)$/,
    'list',
  ],
  [
    /^(?:(?:vis|sjå|se|show)(?: meg| me)? )?(?:mine roll(?:er|ar)|roll(?:ene|ane) mine|min rolle|mi rolle|rolla mi|rollen min|my roles?|(?:hvilke[nt]?|hva slags|kva|kva slags|kva for) roll(?:er?|ar|a) har (?:jeg|eg)(?: her| i samvit)?|what roles? do i have|which roles? do i have)$/,
    'mine',
  ],
  [
    /^(?:(?:(?:vis|sjå|se|show|open|åpne|opne)(?: meg| me)? )?(?:the )?(?:revisjonslogg(?:en)?|endringslogg(?:en)?|audit ?log)|(?:vis|sjå|se|show)(?: meg| me)?(?: the)? logg?(?:en)?)$/,
    'audit',
  ],
  [
    /^(?:(?:hvilken|kva|kva for ein) kommune (?:er (?:vi|dette|det|me|samvit|jeg|eg)|(?:hører|høyrer|tilhører|tilhøyrer) (?:vi|me|jeg|eg))(?: i| til| knyttet til| knytt til| her)*|which municipality (?:are we|am i|is this|do we belong to|do i belong to)(?: in| here)?)$/,
    'which-municipality',
  ],
];

const TIE =
  /^(?:knytt (?:oss|samvit|dette|teamet)(?: opp)? (?:til|mot)|(?:velg|vel|sett|bytt|byt|skift|endre) kommunen?(?: til)?|(?:choose|set|change)(?: the| our)? municipality(?: to)?|tie us to) *:? *(.+)$/i;
const IS =
  /^(?:(?:vår )?kommun(?:en|a)(?: vår)? (?:er|heter|heiter|vår er)|vår kommune (?:er|heter|heiter)|vi (?:er|hører til|høyrer til|jobber i|jobbar i)|me (?:er|høyrer til|jobbar i)|(?:the|our) municipality is|we (?:are|belong to|work in)) *:? *(.+)$/i;
const BARE =
  /^(?:kommune(?:nummer(?:et)?|nr\.?)?(?: er| vårt er)?|municipality(?: number)?(?: is)?) *:? *(\d{4})$/i;
/** "Lillestrøm", "Nore og Uvdal kommune", "3205": written as a name or a number is, and not as a sentence goes on. */
const NAME = /^(?:\d{4}|\p{Lu}[\p{L}-]*(?: (?:og|i|\p{Lu}[\p{L}-]*))*)(?: kommune| municipality)?$/u;

function readMunicipality(asked: string): PeopleCommand | undefined {
  const named = (name: string, sure: boolean, bare: boolean): PeopleCommand => ({
    kind: 'municipality',
    name: name.replace(/^(?:kommune|municipality) (?=\d)/i, '').trim(),
    sure,
    bare,
  });
  const tied = TIE.exec(asked)?.[1];
  if (tied) return named(tied, true, false);
  const said = IS.exec(asked);
  // "Vi er Ansvarlige" is rare, but "vi er" opens many a question; what the municipality is called opens few.
  if (said?.[1]) {
    const opening = said[0].slice(0, -said[1].length);
    return named(said[1], /kommun|municipality is/i.test(opening) && NAME.test(said[1]), false);
  }
  const number = BARE.exec(asked)?.[1];
  return number ? named(number, false, true) : undefined;
}

const GIVE = /^(?:gi|gje|gjev|give|grant|assign|legg til|add|gjør|gjer|make|utnevn|utnemn|appoint)(?!\p{L})/u;
const TAKE =
  /^(?:fjern|slett|ta(?= .*(?:bort|vekk|fra|frå|av)(?!\p{L}))|frata|fråta|trekk|remove|revoke|take(?= .*(?:away|from)(?!\p{L})))(?!\p{L})/u;

const ENDING = '(?:e|en|er|ar|ane|ene|ne|s)?(?:rolle[nr]?|rollene|rolla|rettar|rettigheter|tilgang(?:en)?)?';
const ROLES: [GivenRole, RegExp][] = (
  [
    ['leader', 'leder|leiar|leader'],
    ['editor', 'redaktør|editor'],
    ['admin', 'admin|administrator'],
  ] as const
).map(([role, names]) => [role, new RegExp(`(?<!\\p{L})(?:${names})${ENDING}(?!\\p{L})`, 'gu')]);

const ROLE_WORD = /roll(?:e|en|er|a|ene)(?!\p{L})|(?<!\p{L})roles?(?!\p{L})/u;
/** All that may stand beside verb, names and roles: anything more is a sentence about something else. */
const FILLERS =
  /(?<!\p{L})(?:roll(?:e|en|er|a|ene)|roles?|rights?|tilgang(?:en)?|the|an?|en|ei|ein|og|and|samt|som|til|as|to|for|fra|frå|from|bort|vekk|av|away|også|òg|begge|både|be|være|vere|bli|i|in|samvit|takk|thanks|please|nå|no|now|er|is|sin|sine|of)(?!\p{L})/gu;
const SELF = /(?<!\p{L})(?:meg(?: selv| sjølv)?|meg|me|myself)(?!\p{L})/u;
const ANOTHER = /(?<!\p{L})(?:fjern|slett|ta|frata|gi|gje|give|remove|revoke|take|legg|add)(?!\p{L})/u;

function readRoles(asked: string, mentioned: string[]): PeopleCommand | undefined {
  const text = withoutNames(asked.toLowerCase(), mentioned);
  const kind = GIVE.test(text) ? 'give' : TAKE.test(text) ? 'take' : undefined;
  if (!kind) return undefined;
  let rest = text.replace(kind === 'give' ? GIVE : TAKE, ' ');
  const roles = ROLES.flatMap(([role, pattern]) => {
    const without = rest.replace(pattern, ' ');
    const named = without !== rest;
    rest = without;
    return named ? [role] : [];
  });
  const self = mentioned.length === 0 && SELF.test(rest);
  const speaksOfRole = ROLE_WORD.test(text);
  const left = rest
    .replace(FILLERS, ' ')
    .replace(self ? SELF : /^$/, ' ')
    .match(/[\p{L}\p{N}]+/gu);
  const words = left?.length ?? 0;
  const aimed = mentioned.length > 0 || (self && speaksOfRole);
  if (roles.length > 0 && aimed && words === 0) return { kind, roles, self };
  if (roles.length > 0 && mentioned.length > 0 && ANOTHER.test(left?.join(' ') ?? ''))
    return { kind: 'unclear', what: 'both' };
  if (roles.length > 0 && mentioned.length === 0 && !self && speaksOfRole && words <= 4)
    return { kind: 'unclear', what: 'whom' };
  if (roles.length === 0 && mentioned.length > 0 && speaksOfRole && words <= 2)
    return { kind: 'unclear', what: 'which' };
  return undefined;
}

/** Teams lets people shorten a mention to the first name, so the whole name is looked for first, then less of it. */
function withoutNames(text: string, mentioned: string[]): string {
  return mentioned
    .map((name) => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim().split(' '))
    .sort((a, b) => b.length - a.length)
    .reduce((left, words) => {
      const name = words
        .map((_, i) => words.slice(0, words.length - i).join(' '))
        .find((n) => n && left.includes(n));
      return name ? left.replace(name, ' ').replace(/\s+/g, ' ') : left;
    }, text)
    .replaceAll('@', '')
    .trim();
}
