/** What someone asks of the portfolio: everyone who uses a thing, as they write its name, or what most need. */
export type Asked = { kind: 'who'; about: string } | { kind: 'needs' };

/**
 * Pure. Takes only what is surely asked: whether `about` is the name of something shared is for others to say, and
 * "hvem bruker rammeavtaler?" is a list of what has been done with them (ask/lists).
 */
export function readAsked(text: string): Asked | undefined {
  const plain = text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(GREETING, '')
    .replace(/[ ?!.]+$/, '')
    .trim();
  if (plain.length > MAX_LENGTH) return undefined;
  if (NEEDS.test(plain)) return { kind: 'needs' };
  const about = WHO.exec(plain)?.groups?.about?.replace(AROUND, '').trim();
  return about ? { kind: 'who', about } : undefined;
}

/** A title has at most 90 characters. */
const MAX_LENGTH = 160;

const GREETING =
  /^ ?(?:(?:hei|heisann|hallo|hi|hello)[ ,!.]+)?(?:(?:vet|veit) (?:du|dere|de) |(?:do you know|can you tell me) )?/iu;

const WHO = new RegExp(
  `^(?:${[
    '(?:hvem|hvilke(?: andre)? kommuner|hvor mange(?: andre)?(?: kommuner)?)(?: andre)?(?: som)? (?:bruker|benytter|har tatt i bruk)',
    '(?:kven|kva(?: for)?(?: andre)? kommunar|kor mange(?: andre)?(?: kommunar)?)(?: andre)?(?: som)? (?:brukar|bruker|nyttar|har teke i bruk)',
    '(?:who(?: else)?|(?:which|what)(?: other)? (?:municipalities|councils)|how many(?: other)?(?: municipalities| councils)?) (?:uses?|is using|are using|has adopted|have adopted)',
  ].join('|')})(?: også| òg| allerede| alt| already)? (?<about>.+)$`,
  'iu',
);

/** What people put around a name. */
const AROUND =
  /^(?:(?:løsningen|løysinga|systemet|verktøyet|the solution|the system|the) )?[«“"']?|[»”"']?(?: (?:nå|no|i dag|allerede|today|now|already))?$/giu;

const NEEDS = new RegExp(
  `^(?:${[
    'hva (?:er det )?(?:kommuner |kommunene )?(?:trenger|mangler) (?:flest|de fleste)(?: kommuner| kommunene)?',
    'hva (?:er det )?(?:flest|de fleste)(?: kommuner| kommunene)? (?:som )?(?:trenger|mangler)',
    '(?:(?:hva|hvilke) er )?(?:de )?(?:vanligste|mest vanlige|største|mest meldte) behov(?:ene|a)?(?: i kommunene| blant kommunene)?',
    'hvilke behov (?:er|har) (?:vanligst|størst|mest vanlige|flest|flest kommuner|de fleste kommunene?)',
    'kva (?:er det )?(?:kommunar |kommunane )?(?:treng|manglar) (?:flest|dei fleste)(?: kommunar| kommunane)?',
    'kva (?:er det )?(?:flest|dei fleste)(?: kommunar| kommunane)? (?:som )?(?:treng|manglar)',
    '(?:kva er )?(?:dei )?(?:vanlegaste|mest vanlege|største|mest melde) behov(?:a|ene)?(?: i kommunane| blant kommunane)?',
    'kva(?: for)? behov (?:er|har) (?:vanlegast|størst|mest vanlege|flest|flest kommunar|dei fleste kommunane)',
    'what do (?:most(?: of the)?|the most|many) (?:municipalities|councils) need(?: the)?(?: most)?',
    'what do municipalities need(?: the)? most',
    '(?:what are |which are |show(?: me)? )?(?:the )?most common needs(?: of (?:the )?municipalities)?',
    '(?:what|which) needs are(?: the)? most common',
    'what is(?: the)? most needed',
  ].join('|')})$`,
  'iu',
);
