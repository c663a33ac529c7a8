/** Numbers as a language writes them. Not with Intl, for the reason given in words.ts. */
export function numbersIn(point: string, thousands: string, percentSign: string) {
  const number = (value: number, decimals: 0 | 1): string => {
    const [whole = '', part] = Math.abs(value).toFixed(decimals).split('.');
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
