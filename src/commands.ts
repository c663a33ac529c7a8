import type { Lang } from './knowledge/model.ts';

/** What a message asks the bot itself for, rather than the knowledge base. */
export type Command =
  | { kind: 'hello' | 'thanks' | 'help' | 'guides' | 'privacy' | 'forget' | 'emoji' | 'empty' }
  | { kind: 'language'; lang: Lang | 'automatic' | 'unknown' };

const LANGUAGES = new Map<string, Lang | 'automatic'>(
  Object.entries({
    bokmål: 'nb',
    bokmal: 'nb',
    norsk: 'nb',
    norwegian: 'nb',
    nb: 'nb',
    nynorsk: 'nn',
    nn: 'nn',
    engelsk: 'en',
    english: 'en',
    en: 'en',
    automatisk: 'automatic',
    auto: 'automatic',
    automatic: 'automatic',
    'følg meg': 'automatic',
  } as const),
);

const COMMANDS: [RegExp, Exclude<Command, { kind: 'language' }>['kind']][] = [
  [
    /^(?:hei+|hallo+|halla|heisann|hoi|hi|hello|hey|morn|mo(?:rge)?n|god(?:t)? ?(?:morgen|morgon|dag|kveld|ettermiddag)|good (?:morning|afternoon|evening))(?: (?:på deg|der|there|samvit|alle|all))*$/,
    'hello',
  ],
  [
    /^(?:tusen |mange |hjertelig |ok(?:ei|ay)? |supert? |flott |topp |perfekt |great |many )?(?:takk|thanks?|thank you|thx|takkar)(?: skal du ha| for (?:hjelpen|hjelpa|svaret|the help)| for det| så mye| so much| very much| samvit)*$/,
    'thanks',
  ],
  [
    /^(?:\?+|hjelp|help|meny|menu|kommandoer|kom i gang|hva kan du(?: hjelpe (?:meg )?med| gjøre| svare på)?|kva kan du(?: hjelpe (?:meg )?med| gjere| svare på)?|what can you do|hvem er du|kven er du|who are you|hva er samvit|kva er samvit|what is samvit)$/,
    'help',
  ],
  [
    /^(?:(?:vis|show)(?: meg| me)? )?(?:alle |all |the )?(?:veiviser(?:en|e|ne)?|vegvisar(?:en|ar|ane)?|veileder(?:en|e|ne)?|rettleiar(?:en|ar|ane)?|guide[ns]?|steg for steg|step by step(?: guides?)?)$/,
    'guides',
  ],
  [
    /^(?:hjelp|(?:kan du |can you )?(?:hjelpe|help)) (?:meg|oss|me|us) (?:med )?(?:å |to )?(?:velge|velje|finne|choose|find)(?: en| ein| riktig| rett| a| the| right)* (?:anskaffelses|anskaffings|procurement )?(?:prosedyren?|procedure)$/,
    'guides',
  ],
  [
    /^(?:personvern (?:hos|i) samvit|privacy (?:at|in) samvit|hva (?:lagrer|vet) du(?: om meg)?|kva (?:lagrar|veit) du(?: om meg)?|what do you (?:store|know)(?: about me)?)$/,
    'privacy',
  ],
  [
    /^(?:slett(?:e)? (?:alle )?(?:mine data|dataene mine|dataa mine|alt om meg|meg)|gl(?:em|øym) meg|delete (?:all )?my data|forget me)$/,
    'forget',
  ],
];

/** Reads a command, or undefined when the message is a question. Pure. */
export function readCommand(text: string): Command | undefined {
  const plain = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (plain === '') return { kind: 'empty' };
  if (/^\?+$/.test(plain)) return { kind: 'help' };
  if (!/[\p{L}\p{N}§]/u.test(plain)) return { kind: 'emoji' };
  // Commands are short; patterns are not run over pasted pages.
  if (plain.length > 100) return undefined;
  const bare = plain.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/[,.!]/g, '');
  for (const [pattern, kind] of COMMANDS) if (pattern.test(bare)) return { kind };
  const language =
    /^(?:bytt |change |set |skift )?(?:målform|språk|sprak|spraak|language)(?: til| to)?[: ]+(.{1,20})$/.exec(
      bare,
    );
  if (language) return { kind: 'language', lang: LANGUAGES.get(language[1] ?? '') ?? 'unknown' };
  if (/^(?:målform|språk|sprak|language)$/.test(bare)) return { kind: 'language', lang: 'unknown' };
  return undefined;
}
