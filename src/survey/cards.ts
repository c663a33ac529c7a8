import type { Choice as ListedChoice } from '../cards.ts';
import type { SurveyActionData } from './actions.ts';

/** What the templates cards/survey-*.json are filled with. Text is Markdown but in labels of fields and buttons. */
export interface SurveyCards {
  /** A step, a page of questions, an invitation: whatever is read, filled in and pressed. */
  'survey-form': Head & {
    /** Why the step before was refused. */
    warning: string;
    /** What was just done. */
    done: string;
    /** Lines that belong together, close to each other. */
    facts: string[];
    /** Lines under the facts. */
    after: string[];
    fields: Field[];
    rows: Row[];
    rowsTitle: string;
    moreRows: Row[];
    moreTitle: string;
    note: string;
    buttons: Button[];
  };
  'survey-results': Head & {
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

interface Head {
  lang: string;
  fallback: string;
  kicker: string;
  heading: string;
  lines: string[];
}

/** "open": what it leads to is a dialog of its own, where there are dialogs. */
type Verb = 'press' | 'open';

export interface Button {
  label: string;
  data: SurveyActionData;
  verb: Verb;
  style: 'default' | 'positive' | 'destructive';
}

/** A row that is pressed; `text` stands under its label. */
export interface Row {
  label: string;
  text: string;
  data: SurveyActionData;
  verb: Verb;
}

/** Never marked as required: a client then refuses "back" too. The job says what is missing. */
export interface Field {
  /** `one` shows every choice, `few` folds them up, `many` takes several. */
  kind: 'text' | 'long' | 'one' | 'few' | 'many' | 'number' | 'date' | 'time';
  id: string;
  label: string;
  value: string | number;
  /** In an empty field. */
  hint: string;
  /** Under the field. */
  help: string;
  /** What the client says when what was filled in is of the wrong kind. */
  error: string;
  /** What the job found wrong. */
  fault: string;
  choices: { title: string; value: string }[];
  max: number;
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

const row: Row = { label: 'x', text: 'x', data: { do: 'survey.new', lang: 'nb' }, verb: 'press' };
const button: Button = { label: 'x', data: row.data, verb: 'press', style: 'default' };
const head: Head = { lang: 'nb', fallback: 'x', kicker: 'x', heading: 'x', lines: ['x'] };
const field = (kind: Field['kind'], value: string | number = 'x'): Field => ({
  kind,
  value,
  id: 'x',
  label: 'x',
  hint: 'x',
  help: 'x',
  error: 'x',
  fault: 'x',
  choices: [{ title: 'x', value: 'x' }],
  max: 10,
});

/** Each template is filled once with these at start, so that a missing field fails there and not in a chat. */
export const surveySamples: SurveyCards = {
  'survey-form': {
    ...head,
    warning: 'x',
    done: 'x',
    facts: ['x'],
    after: ['x'],
    fields: [
      ...(['text', 'long', 'one', 'few', 'many', 'number', 'date', 'time'] as const).map((kind) =>
        field(kind),
      ),
      field('number', 1),
      field('number', ''),
    ],
    rows: [row],
    rowsTitle: 'x',
    moreRows: [row],
    moreTitle: 'x',
    note: 'x',
    buttons: [button],
  },
  'survey-results': {
    ...head,
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
    rows: [row],
    rowsTitle: 'x',
    moreRows: [row],
    moreTitle: 'x',
    links: [{ label: 'x', url: 'https://x' }],
    linksNote: 'x',
    note: 'x',
    buttons: [button],
  },
};
