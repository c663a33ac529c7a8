/** What a message asks of this job; `names` is what is to be followed, as it was written. */
export type FollowCommand =
  | { kind: 'subscribe' | 'follow' | 'unfollow'; names: string }
  | { kind: 'show' | 'change' | 'stop' | 'mine' };

const WANT = '(?:(?:jeg|eg|vi|me|i|we) (?:vil|ønsker å|ønskjer å|want to|would like to) )?';
const SUBSCRIPTION = '(?:abonnement(?:et|a|ene|er)?|abonement(?:et)?|the subscriptions?|subscriptions?)';
const HERE = '(?: (?:her|here|i (?:denne )?kanalen|i gruppa|for kanalen|vårt|våre|our))?';

const COMMANDS: [RegExp, FollowCommand['kind']][] = [
  [
    /^(?:(?:vis|show|se|sjå|list)(?: meg| me)? )?(?:(?:alle |all )?(?:mine|my) (?:varsl?e?r?|varsel|notices|notifications|follows)|(?:varslene|varsla|varslane) mine)$/,
    'mine',
  ],
  [/^(?:(?:hva|kva) (?:følger|følgjer|fylgjer) (?:jeg|eg)|what (?:do|am) i follow(?:ing)?)$/, 'mine'],
  [
    new RegExp(
      `^(?:stopp|stans|avslutt|slett|fjern|avbestill|stop|end|cancel|delete|remove) ${SUBSCRIPTION}${HERE}$`,
    ),
    'stop',
  ],
  [
    /^(?:avbestill|avmeld|meld (?:oss|kanalen) av|slutt å abonnere|stopp (?:varsler|varsel|varslene|varsla)|unsubscribe|stop (?:notices|notifications))$/,
    'stop',
  ],
  [new RegExp(`^(?:endre|rediger|change|edit) ${SUBSCRIPTION}${HERE}$`), 'change'],
  [new RegExp(`^(?:(?:vis|show|se|sjå)(?: meg| me)? )?${SUBSCRIPTION}${HERE}$`), 'show'],
  [
    /^(?:(?:hva|kva) (?:abonnerer|følger|følgjer) (?:vi|me|kanalen|gruppa|gruppen)(?: på)?|what (?:do we|does (?:this|the) channel) (?:subscribe to|follow))$/,
    'show',
  ],
  [
    new RegExp(
      `^${WANT}(?:abonn?er(?:e|er)?|subscribe|(?:nytt|ny|new|lag|opprett|start|sett opp|make|create|set up)(?: et| eit| a)?(?: nytt| new)? (?:abonnement|subscription))${HERE}(?: (?:på|til|to) (?<names>.+))?$`,
    ),
    'subscribe',
  ],
  [
    /^(?:slutt å følg(?:e|je)|slutt å fylgje|(?:ikke|ikkje) følg|avfølg|unfollow|stop following) (?<names>.+)$/,
    'unfollow',
  ],
  [new RegExp(`^${WANT}(?:følge?|følgje|følg|fylg|fylgje|follow)(?: (?<names>.+))?$`), 'follow'],
];

/** "Følg opp avviket" and "følg med" are about something else. */
const ELSE = /^(?:opp|med|meg|oss|etter|opp(?:følging)?|up|me|us|along|through)(?!\p{L})/u;

/** Reads a command, or undefined when the message is something else. Pure. */
export function readFollowCommand(text: string): FollowCommand | undefined {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  // Commands are short; patterns are not run over pasted pages.
  if (plain.length > 160) return undefined;
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}\d)]+$/gu, '');
  for (const [pattern, kind] of COMMANDS) {
    const match = pattern.exec(bare.toLowerCase());
    if (!match) continue;
    if (kind !== 'subscribe' && kind !== 'follow' && kind !== 'unfollow') return { kind };
    // As it was written: a place may need its capital letter.
    const length = match.groups?.names?.length ?? 0;
    const names = length > 0 ? bare.slice(-length) : '';
    return kind === 'follow' && ELSE.test(names.toLowerCase()) ? undefined : { kind, names };
  }
  return undefined;
}
