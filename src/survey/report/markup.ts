import { plain } from './plain.ts';

/** HTML that is safe as it stands. Only `html` and `trusted` make it, so that nothing people wrote gets in unescaped. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | number | false | undefined | Part[];

/** Escapes all that is put in, in text and in attributes between quotes, but not what is Markup already. */
export function html(pieces: TemplateStringsArray, ...parts: Part[]): Markup {
  return { markup: pieces.reduce((all, piece, at) => all + said(parts[at - 1]) + piece) };
}

/** For what we have made ourselves: a style sheet, or a drawing whose maker escapes. */
export const trusted = (markup: string): Markup => ({ markup });

function said(part: Part): string {
  if (part === undefined || part === false) return '';
  if (Array.isArray(part)) return part.map(said).join('');
  return typeof part === 'object' ? part.markup : escaped(String(part));
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Control characters have no place in HTML, nor in the XML of a file (plain.ts).
const escaped = (text: string): string =>
  plain(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
