/** Numbers as a language writes them. Not with Intl, for the reason given in words.ts. */
export function numbersIn(point: string, thousands: string, percentSign: string) {
  const number = (value: number, decimals: number): string => {
    // Half is rounded up, as people do: 3.05 has no exact form, and toFixed alone would make it 3.0.
    const shown = Math.round(Math.abs(value) * 10 ** decimals) / 10 ** decimals;
    const [whole = '', part] = shown.toFixed(decimals).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
    const written = part ? `${grouped}${point}${part}` : grouped;
    return value < 0 && /[1-9]/.test(written) ? `${MINUS}${written}` : written;
  };
  return {
    number,
    percent: (value: number) => `${number(value, 0)}${percentSign}`,
    change: (value: number) => {
      const written = number(value, 1);
      return value > 0 && /[1-9]/.test(written) ? `+${written}` : written;
    },
  };
}

const MINUS = '\u2212';
export const NO_BREAK = '\u00a0';
