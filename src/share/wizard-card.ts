import type { FillCard } from '../cards.ts';
import { button, field, formCard, plain, row, type Screen } from '../form-card.ts';
import type { Button, Field } from '../form-cards.ts';
import { type Lang, topics } from '../knowledge/model.ts';
import { procedures } from '../knowledge/solution.ts';
import { textsIn } from '../texts/texts.ts';
import { type ShareActionData, type Step, steps } from './actions.ts';
import type { Names } from './desk-deps.ts';
import { kinds } from './model.ts';
import type { Fault } from './reading.ts';
import { FIELDS, type FieldName, inputOf, kept, type Written } from './written.ts';

/** The steps of "Del en løsning" that are filled in, one card each. */

/** How a step is shown: as it was filled in, with what was wrong with it. */
export interface StepView {
  entry: string;
  written: Written;
  /** Editors have a step more, for the summary in each language. */
  editor: boolean;
  warning: string;
  faults: Fault[];
  /** Fields whose text was stopped, and is not shown again. */
  stopped: FieldName[];
}

const LONG: ReadonlySet<FieldName> = new Set([
  'problem',
  'done',
  'result',
  'again',
  'otherwise',
  'links',
  'nb',
  'nn',
  'en',
]);

export function startCard(lang: Lang, fill: FillCard): Screen {
  const t = textsIn(lang).share;
  return formCard(fill, lang, {
    heading: t.title,
    lines: [t.lead],
    rows: kinds.map((kind) => row(t.kind[kind], t.kindText[kind], { do: 'share.new', lang, kind }, 'open')),
    note: t.step.kept,
    // Drafts are for one person's eyes: in a dialog nobody reads along.
    buttons: [button(t.mine.title, { do: 'share.mine', lang }, { verb: 'open' })],
  });
}

export function stepCard(step: Step, view: StepView, lang: Lang, names: Names, fill: FillCard): Screen {
  const t = textsIn(lang).share;
  return formCard(fill, lang, {
    kicker: stepOf(step, view.editor, lang),
    heading: t.step.heading[step],
    warning: view.warning,
    lines: [t.step.lead[step] ?? ''],
    fields: FIELDS[step].map((name) => fieldFor(name, view, lang, names)),
    note: step === 'about' ? t.step.kept : '',
    buttons: wayOn(step, view, lang),
  });
}

export const stepsFor = (editor: boolean): Step[] => steps.filter((step) => editor || step !== 'summary');

export function stepOf(step: Step, editor: boolean, lang: Lang): string {
  const all = stepsFor(editor);
  return textsIn(lang).share.step.of(all.indexOf(step) + 1, all.length);
}

/** Back and on from a step. */
export function wayOn(
  step: Step,
  { entry, editor }: Pick<StepView, 'entry' | 'editor'>,
  lang: Lang,
): Button[] {
  const t = textsIn(lang).share;
  const all = stepsFor(editor);
  const at = all.indexOf(step);
  const [before, after] = [all[at - 1], all[at + 1]];
  const go = (to: Step, back: boolean): ShareActionData => ({
    do: 'share.step',
    lang,
    entry,
    at: step,
    go: to,
    back,
  });
  return [
    ...(after ? [button(t.next, go(after, false), { style: 'positive' })] : []),
    ...(before ? [button(t.back, go(before, true))] : []),
  ];
}

function fieldFor(name: FieldName, view: StepView, lang: Lang, names: Names): Field {
  const t = textsIn(lang).share;
  const { kind, choices } = kindOf(name, lang, names);
  const faults = view.faults
    .filter((fault) => fault.field === name)
    .map((fault) => t.fault(asWritten(fault)));
  return field(kind, inputOf(name), t.step.field[name], lang, {
    value: kind === 'number' ? numberIn(view.written[name]) : (view.written[name] ?? ''),
    hint: t.step.hint[name] ?? '',
    help: t.step.help[name] ?? '',
    fault: view.stopped.includes(name) ? t.personalField : faults.join(' '),
    choices,
    max: kept(name),
  });
}

function kindOf(name: FieldName, lang: Lang, { facets }: Names): Pick<Field, 'kind' | 'choices'> {
  const all = textsIn(lang);
  const t = all.share;
  switch (name) {
    case 'kind':
      return { kind: 'one', choices: kinds.map((value) => ({ title: t.kind[value], value })) };
    case 'topic':
      return { kind: 'few', choices: topics.map((value) => ({ title: all.topic[value], value })) };
    case 'procedure': {
      const named = procedures.map((value) => ({
        title: facets.procedures[value]?.names[lang] ?? value,
        value: value as string,
      }));
      return { kind: 'few', choices: [{ title: t.step.choose, value: 'none' }, ...named] };
    }
    case 'dpia':
    case 'agreement': {
      const answers = ['yes', 'no', 'not-relevant'] as const;
      return { kind: 'one', choices: answers.map((value) => ({ title: t.answer[value], value })) };
    }
    case 'consent':
      return { kind: 'many', choices: [{ title: t.step.consent, value: 'yes' }] };
    case 'year':
      return { kind: 'number', choices: [] };
    default:
      return { kind: LONG.has(name) ? 'long' : 'text', choices: [] };
  }
}

/** A number that is given as text is left out by clients, and would be lost when the step is sent again. */
const numberIn = (text = ''): number | '' => (text && Number.isFinite(Number(text)) ? Number(text) : '');

/** What people wrote stands as it was written. */
const asWritten = (fault: Fault): Fault =>
  'is' in fault
    ? ({ ...fault, is: plain(fault.is), ...('near' in fault && { near: fault.near.map(plain) }) } as Fault)
    : fault;
