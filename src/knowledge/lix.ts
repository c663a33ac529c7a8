/**
 * How hard a Norwegian text is to read: words per sentence plus the percentage of words of more than six letters
 * (Björnsson's LIX). Below 40 is easy, 40–50 ordinary, 50–60 hard, above 60 official prose at its worst.
 *
 * A list item and a line of its own end a sentence. References to law in brackets are left out, for they are looked
 * up, not read; a number, a date and a paragraph count as one short word.
 */
export function lix(text: string): number {
  const sentences = sentencesOf(text);
  const words = sentences.flat();
  if (words.length === 0) return 0;
  const long = words.filter((word) => [...word.matchAll(/\p{L}/gu)].length > LONG).length;
  return words.length / sentences.length + (100 * long) / words.length;
}

const LONG = 6;

/** Each sentence as its words. */
function sentencesOf(text: string): string[][] {
  return text
    .replace(/\([^()]*(?:§|\bart\.|\bforskriften\b)[^()]*\)/g, '')
    .replaceAll('*', '')
    .replace(ABBREVIATIONS, (abbreviation) => abbreviation.replaceAll('.', ''))
    .replace(/(\d)\.(?= \p{Ll})/gu, '$1')
    .split(/[.!?:]+(?=\s|$)|\n\s*(?:-\s+|\n)|;(?=\s)/)
    .map((sentence) => sentence.match(WORD) ?? [])
    .filter((words) => words.length > 0);
}

/** "§ 5-1", "500 000" and "1,3" are one word each; so is "e-post". */
const WORD = /§§?\s*\d[\w-]*|\d[\d.,:–-]*(?: \d{3})*|\p{L}+(?:[-'’]\p{L}+)*/gu;

/** Whose full stops end no sentence. */
const ABBREVIATIONS =
  /(?<!\p{L})(?:ekskl|inkl|mva|nr|art|jf|kap|kl|ca|pkt|mill|osv|mv|etc|s|f\.eks|bl\.a|t\.d|m\.m|o\.l|ev|evt|dvs|St|Prop|Innst|Dok)\.(?!\s*$)/giu;
