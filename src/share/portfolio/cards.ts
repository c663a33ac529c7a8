import type { ActionData } from '../../actions.ts';

interface Pressed {
  label: string;
  data: ActionData;
}

/** What the template cards/needs.json is filled with. */
export interface PortfolioCards {
  needs: {
    lang: string;
    fallback: string;
    heading: string;
    lines: string[];
    /** Pressed, one opens; `also` says that we need it too. */
    needs: { label: string; text: string; data: ActionData; also: Pressed }[];
    navigation: Pressed[];
  };
}

const sample: Pressed = { label: 'x', data: { do: 'portfolio.needs', lang: 'nb' } };

/** Filled once at start, so that a missing field fails there and not in a chat. */
export const portfolioSamples: PortfolioCards = {
  needs: {
    lang: 'nb',
    fallback: 'x',
    heading: 'x',
    lines: ['x'],
    needs: [{ ...sample, text: 'x', also: sample }],
    navigation: [sample],
  },
};
