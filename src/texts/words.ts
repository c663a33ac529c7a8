/** "a", "a og b", "a, b og c". */
export function joinedBy(words: string[], and: string): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;
}

/** ISO dates as people write them. Written here and not with Intl, whose nynorsk depends on how Node was built. */
export function dateIn(months: string[], dot: string) {
  return (iso: string): string => {
    const [year, month, day] = iso.split('-').map(Number);
    return `${day}${dot} ${months[(month ?? 1) - 1]} ${year}`;
  };
}
