import type { ActionData } from './actions.ts';
import { escapeMarkdown, type FillCard, keepTogether } from './cards.ts';
import type { Button, Field, FormCards, Row } from './form-cards.ts';
import type { Lang } from './knowledge/model.ts';
import type { Card, From, Reply } from './messages.ts';
import { textsIn } from './texts/texts.ts';

/** A card with what a notification and the head of a dialog say of it. */
export interface Screen {
  card: Card;
  summary: string;
  title: string;
}

export const asMessage = ({ card, summary, title }: Screen): Extract<Reply, { kind: 'card' }> => ({
  kind: 'card',
  card,
  summary,
  title,
  feedback: false,
});

/** In a group or a channel others have the same card before them, and what is pressed or filled in is for one. */
export const inPlace = (from: From, screen: Screen): Reply => ({
  ...asMessage(screen),
  inPlace: from.scope === 'personal' ? 'everyone' : 'presser',
});

type Form = FormCards['form'];

/** Everything but the heading may be left out. Texts are Markdown: what people wrote is escaped by the caller (`plain`). */
export function formCard(
  fill: FillCard,
  lang: Lang,
  form: Pick<Form, 'heading'> & Partial<Form> & { summary?: string; title?: string },
): Screen {
  const { summary = form.heading, title = form.kicker || summary, ...shown } = form;
  const [lines, facts, after] = [form.lines, form.facts, form.after].map((part) =>
    (part ?? []).filter((line) => line !== '').map(keepTogether),
  ) as [string[], string[], string[]];
  const card = fill('form', {
    kicker: '',
    warning: '',
    done: '',
    fields: [],
    rows: [],
    rowsTitle: '',
    moreRows: [],
    moreTitle: '',
    note: '',
    buttons: [],
    ...shown,
    lang,
    lines,
    facts,
    after,
    fallback: fallbackOf(form.heading, [...lines, ...facts, ...after], lang),
  });
  return { card, summary: unescaped(summary), title: unescaped(title) };
}

/** For clients that cannot show the card. */
export const fallbackOf = (heading: string, lines: string[], lang: Lang): string =>
  unescaped([heading, ...lines, textsIn(lang).form.fallback].join('\n').slice(0, 1_500));

/** Where Markdown is not read, its escapes would stand in the text. */
const unescaped = (text: string): string => text.replace(/\\(?=[^\w\s])/g, '').replaceAll('**', '');

/** What people wrote, as it was written. */
export const plain = escapeMarkdown;

/** "**Frist:** 4. desember 2026 kl. 16.00"; '' when there is nothing to say. */
export const fact = (name: string, value: string): string => (value ? `**${name}:** ${value}` : '');

export const button = (
  label: string,
  data: ActionData,
  more: Partial<Pick<Button, 'verb' | 'style'>> = {},
): Button => ({ label, data, verb: 'press', style: 'default', ...more });

export const row = (label: string, text: string, data: ActionData, verb: Row['verb'] = 'press'): Row => ({
  label: plain(label),
  text: plain(text),
  data,
  verb,
});

export const field = (
  kind: Field['kind'],
  id: string,
  label: string,
  lang: Lang,
  more: Partial<Field> = {},
): Field => ({
  kind,
  id,
  label,
  value: '',
  hint: '',
  help: '',
  error: errorOf(kind, lang),
  fault: '',
  choices: [],
  max: 1_000,
  ...more,
});

function errorOf(kind: Field['kind'], lang: Lang): string {
  const choose = textsIn(lang).form;
  switch (kind) {
    case 'one':
    case 'few':
    case 'many':
      return choose.required;
    case 'text':
    case 'long':
      return choose.text;
    case 'number':
    case 'date':
    case 'time':
      return choose[kind];
  }
}
