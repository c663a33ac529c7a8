const MAX = 80;

/** A name as it may stand in a message: people choose their own in many organisations, and it would be read as Markdown. */
export const plainName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\p{C}[\]<>*_~`|\\#]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX);
