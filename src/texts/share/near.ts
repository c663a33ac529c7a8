import { joinedBy } from '../words.ts';

/** What may be meant, as a sentence of its own after another; '' when nothing is near. */
export const near = (
  names: string[],
  quote: (name: string) => string,
  or: string,
  say: (names: string) => string,
): string => (names.length === 0 ? '' : ` ${say(joinedBy(names.slice(0, MOST).map(quote), or))}`);

const MOST = 4;
