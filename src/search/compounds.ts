const MIN_PART = 3;
/** Parts this short must be common words, or any word could be split. */
const SHORT_PART = 4;

/** The likeliest way to split a term in two known ones: long parts, and common ones, before others. */
export function splitOf(term: string, count: (term: string) => number): string[] {
  let best: string[] = [];
  let bestWorth = 0;
  for (let at = MIN_PART; at <= term.length - MIN_PART; at++) {
    const head = term.slice(at);
    const heads = count(head);
    if (heads === 0) continue;
    for (const modifier of modifiersOf(term.slice(0, at))) {
      const modifiers = count(modifier);
      if (modifiers === 0) continue;
      const shortest = Math.min(head.length, modifier.length);
      const rarest = Math.min(heads, modifiers);
      if (shortest < SHORT_PART && rarest < 3) continue;
      const worth = 2 * shortest + Math.log(1 + rarest);
      if (worth <= bestWorth) continue;
      bestWorth = worth;
      best = [modifier, head];
    }
  }
  return best;
}

/** The first part with and without a linking s or e, and with the -else that the stemmer takes away. */
function modifiersOf(left: string): string[] {
  const forms = [left];
  if (left.endsWith('s')) forms.push(left.slice(0, -1));
  if (left.endsWith('e')) forms.push(left.slice(0, -1));
  if (left.endsWith('er')) forms.push(left.slice(0, -2));
  const verb = /^(.{3,}?)(?:else|ing)s?$/.exec(left)?.[1];
  if (verb) forms.push(verb);
  return forms.filter((form) => form.length >= MIN_PART);
}
