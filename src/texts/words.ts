/** "a", "a og b", "a, b og c". */
export function joinedBy(words: string[], and: string): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;
}

/** "a, b, c og flere" for what would fill a card. */
export function joinedAtMost(words: string[], and: string, more: string): string {
  return words.length > MOST ? joinedBy([...words.slice(0, MOST - 1), more], and) : joinedBy(words, and);
}

const MOST = 6;

/** "Ålesund (1508) og Haram (1580)". */
export function numbered(municipalities: { name: string; number: string }[], and: string): string {
  return joinedBy(
    municipalities.map((m) => `${m.name} (${m.number})`),
    and,
  );
}

/** ISO dates as people write them. Written here and not with Intl, whose nynorsk depends on how Node was built. */
export function dateIn(months: string[], dot: string) {
  return (iso: string): string => {
    const [year, month, day] = iso.split('-').map(Number);
    return `${day}${dot} ${months[(month ?? 1) - 1]} ${year}`;
  };
}
