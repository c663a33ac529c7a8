/** What a message asks of this job. */
export type HandoffCommand = 'gaps' | 'waiting';

const COMMANDS: [RegExp, HandoffCommand][] = [
  [
    /^(?:(?:hva|kva) (?:fikk|fekk) (?:vi|me|dere|de|ingen) (?:ikke |ikkje )?svar på|(?:hva|kva) (?:kunne|kan) (?:du|samvit|ikke du|ikkje du) (?:ikke |ikkje )?svare på|(?:hva|kva) (?:mangler|manglar) (?:vi|me) svar på|(?:vis|sjå|show)(?: meg| me)? (?:hullene|hull|hol|kunnskapshull|kunnskapshol|gaps|the gaps|the gap list)|(?:ubesvarte|usvarte) spørsmål|what (?:did we|could you|did you) not (?:get an answer|get answers|answer)(?: to)?|what did(?:n['’]t| not) we get (?:an answer|answers) to|unanswered questions)$/,
    'gaps',
  ],
  [
    /^(?:(?:hvilke|kva|kva for|which|what) (?:spørsmål|questions) (?:venter|ventar|wait|are waiting)(?: på svar| for an answer)?|(?:vis|sjå|show)(?: meg| me)? (?:ventende spørsmål|spørsmål som (?:venter|ventar)|waiting questions)|ventende spørsmål|waiting questions)$/,
    'waiting',
  ],
];

/** Reads a command, or undefined when the message is something else. Pure. */
export function readHandoffCommand(text: string): HandoffCommand | undefined {
  const plain = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  // Commands are short; patterns are not run over pasted pages.
  if (plain.length > 80) return undefined;
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return COMMANDS.find(([pattern]) => pattern.test(bare))?.[1];
}
