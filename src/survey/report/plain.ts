/** What people wrote, without the control characters that neither HTML nor XML has a place for. Lines and tabs stay. */
export const plain = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/\p{Cs}|[\uFFFE\uFFFF]/gu, '\uFFFD');
