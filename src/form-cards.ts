import type { ActionData } from './actions.ts';

/** What cards/form.json is filled with. Text is Markdown but in labels of fields and buttons. */
export interface FormCards {
  /** A step, a page of questions, an invitation, a notice: whatever is read, filled in and pressed. */
  form: FormHead & {
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
}

export interface FormHead {
  lang: string;
  fallback: string;
  kicker: string;
  heading: string;
  lines: string[];
}

/** "open": what it leads to is a dialog of its own, where there are dialogs. */
export type Verb = 'press' | 'open';

export interface Button {
  label: string;
  data: ActionData;
  verb: Verb;
  style: 'default' | 'positive' | 'destructive';
}

/** A row that is pressed; `text` stands under its label. */
export interface Row {
  label: string;
  text: string;
  data: ActionData;
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

export const sampleRow: Row = {
  label: 'x',
  text: 'x',
  data: { do: 'survey.new', lang: 'nb' },
  verb: 'press',
};
export const sampleButton: Button = { label: 'x', data: sampleRow.data, verb: 'press', style: 'default' };
export const sampleHead: FormHead = { lang: 'nb', fallback: 'x', kicker: 'x', heading: 'x', lines: ['x'] };
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

/** Filled once at start, so that a missing field fails there and not in a chat. */
export const formSamples: FormCards = {
  form: {
    ...sampleHead,
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
    rows: [sampleRow],
    rowsTitle: 'x',
    moreRows: [sampleRow],
    moreTitle: 'x',
    note: 'x',
    buttons: [sampleButton],
  },
};
