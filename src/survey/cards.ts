import type { Choice as ListedChoice } from '../cards.ts';
import {
  type Button,
  type FormHead,
  type Row,
  sampleButton,
  sampleHead,
  sampleRow,
  type Verb,
} from '../form-cards.ts';

/** What the templates cards/survey-results.json is filled with. Text is Markdown but in labels of fields and buttons. */
export interface SurveyCards {
  /** A step, a page of questions, an invitation: whatever is read, filled in and pressed. */
  'survey-results': FormHead & {
    sections: Section[];
    rows: (Row | (ListedChoice & { verb: Verb }))[];
    rowsTitle: string;
    moreRows: Row[];
    moreTitle: string;
    links: { label: string; url: string }[];
    linksNote: string;
    note: string;
    buttons: Button[];
  };
}

/** A chart and the table with the same figures: on iOS there are no charts. */
export interface Section {
  heading: string;
  lines: string[];
  charts: { title: string; missing: string; bars: Bar[] }[];
  tables: { columns: { width: number }[]; rows: { cells: Cell[] }[] }[];
}

export interface Bar {
  title: string;
  data: { legend: string; value: number; color: string }[];
}

export interface Cell {
  text: string;
  weight: 'Default' | 'Bolder';
}

/** Each template is filled once with these at start, so that a missing field fails there and not in a chat. */
export const surveySamples: SurveyCards = {
  'survey-results': {
    ...sampleHead,
    sections: [
      {
        heading: 'x',
        lines: ['x'],
        charts: [
          {
            title: 'x',
            missing: 'x',
            bars: [{ title: 'x', data: [{ legend: 'x', value: 1, color: 'good' }] }],
          },
        ],
        tables: [{ columns: [{ width: 1 }], rows: [{ cells: [{ text: 'x', weight: 'Bolder' }] }] }],
      },
    ],
    rows: [sampleRow],
    rowsTitle: 'x',
    moreRows: [sampleRow],
    moreTitle: 'x',
    links: [{ label: 'x', url: 'https://x' }],
    linksNote: 'x',
    note: 'x',
    buttons: [sampleButton],
  },
};
