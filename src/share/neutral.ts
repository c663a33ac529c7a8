/**
 * What a person wrote, as text that means itself wherever Markdown is read: no links, emphasis, headings or HTML.
 * Paragraphs and lists with "-" stay. Taken out and not escaped, since it is also searched, exported and read aloud.
 */
export function neutral(text: string): string {
  return (
    text
      .replaceAll('\r\n', '\n')
      // Bounded, so that a page of brackets takes no longer than a page of words.
      .replace(/!?\[([^\]\n]{0,500})\]\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)/g, '$1')
      .split('\n')
      .map(neutralLine)
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

/** The same on one line, for titles. */
export const neutralTitle = (text: string): string => neutral(text).replace(/\s+/g, ' ');

function neutralLine(line: string): string {
  const item = /^\s*[-*•]\s+(.*)$/.exec(line);
  const bare = (item?.[1] ?? line)
    // At the head of a line these make headings, quotes, tables and questions of our own files.
    .replace(/^(?:[\s#>|?]+|[-=]{2,}\s*$)/, '')
    .replace(/<[^<>]*>/g, ' ')
    // Two braces are what a card would count as a date.
    .replace(/[*`~|\\[\]<>]|\{{2,}|\}{2,}/g, '')
    // Inside a word an underscore is a letter; at its edge it is emphasis.
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  return item && bare ? `- ${bare}` : bare;
}
