/** What a message asks of the survey job. */
export type SurveyCommand = 'new' | 'mine' | 'compare' | 'compare-not';

const SURVEY = '(?:spørreundersøkelse|spørjeundersøking|undersøkelse|undersøking|survey)';
const SURVEYS = '(?:(?:spørre|spørje)?undersøkelse(?:r|ne|ene)?|(?:spørje)?undersøking(?:ar|ane)?|surveys?)';

const COMMANDS: [RegExp, SurveyCommand][] = [
  [
    new RegExp(
      `^(?:(?:jeg|eg|i) (?:vil|want to|would like to) )?(?:(?:ny|new)|(?:lag(?:e)?|opprett(?:e)?|start(?:e)?|send(?:e)?|make|create|start|send)(?: (?:en|ei|ein|a|meg))?(?: (?:ny|new))?) ${SURVEY}$`,
    ),
    'new',
  ],
  [
    new RegExp(
      `^(?:(?:vis|show|se|sjå)(?: meg| me)? )?(?:(?:alle |all )?(?:mine|my) )?${SURVEYS}(?: mine| min| mi)?$`,
    ),
    'mine',
  ],
  [
    /^(?:ikke sammenlign(?:e)? oss|ikkje samanlikn(?:e)? oss|(?:do not|don’t|don't) compare us)(?: med andre(?: kommun(?:er|ar))?| with others| with other municipalities)?$/,
    'compare-not',
  ],
  [
    /^(?:sammenlign(?:e)? oss|samanlikn(?:e)? oss|compare us)(?: med andre(?: kommun(?:er|ar))?| with others| with other municipalities)?$/,
    'compare',
  ],
];

/** Reads a command, or undefined when the message is something else. Pure. */
export function readSurveyCommand(text: string): SurveyCommand | undefined {
  const plain = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  // Commands are short; patterns are not run over pasted pages.
  if (plain.length > 60) return undefined;
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return COMMANDS.find(([pattern]) => pattern.test(bare))?.[1];
}
