import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'adaptivecards-templating';
import type { ActionData } from './actions.ts';
import type { Card } from './messages.ts';

interface Choice {
  label: string;
  text: string;
  data: ActionData;
}

/** What each template in cards/ is filled with. An empty string leaves the part out. Text is Markdown: see `escapeMarkdown`. */
export interface CardData {
  answer: {
    lang: string;
    fallback: string;
    asked: string;
    readAs: string;
    lead: string;
    stale: string;
    heading: string;
    paragraphs: string[];
    about: string;
    sourcesTitle: string;
    sources: string[];
    relatedTitle: string;
    related: Choice[];
    general: string;
    more: { label: string; data: ActionData | Record<string, never> };
  };
  choices: {
    lang: string;
    fallback: string;
    title: string;
    body: string;
    subtitle: string;
    choices: Choice[];
  };
  info: {
    lang: string;
    fallback: string;
    title: string;
    lines: string[];
    subtitle: string;
    choices: Choice[];
  };
}

type CardName = keyof CardData;
export type FillCard = <N extends CardName>(name: N, data: CardData[N]) => Card;

/**
 * Reads every template and fills it once with a sample.
 * @throws when a template is missing, is not JSON, or asks for a field its data does not have: at start, not in a chat.
 */
export function loadCards(folder: string): FillCard {
  const templates = new Map<CardName, Template>();
  for (const name of Object.keys(samples) as CardName[]) {
    const template = new Template(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
    const missing = /\$\{[^}]*\}/.exec(JSON.stringify(template.expand({ $root: samples[name] })));
    if (missing)
      throw new Error(`cards/${name}.json ber om ${missing[0]}, som ikke finnes i dataene til kortet`);
    templates.set(name, template);
  }
  return (name, data) => templates.get(name)!.expand({ $root: data }) as Card;
}

/** Makes text from people stand as it was written: the card would otherwise read links and bold into it. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!|>~]/g, '\\$&').replace(/\s+/g, ' ');
}

const choice: Choice = { label: 'x', text: 'x', data: { do: 'list', topic: 'x', lang: 'nb' } };
const samples: { [N in CardName]: CardData[N] } = {
  answer: {
    lang: 'nb',
    fallback: 'x',
    asked: 'x',
    readAs: 'x',
    lead: 'x',
    stale: 'x',
    heading: 'x',
    paragraphs: ['x'],
    about: 'x',
    sourcesTitle: 'x',
    sources: ['x'],
    relatedTitle: 'x',
    related: [choice],
    general: 'x',
    more: { label: 'x', data: choice.data },
  },
  choices: { lang: 'nb', fallback: 'x', title: 'x', body: 'x', subtitle: 'x', choices: [choice] },
  info: { lang: 'nb', fallback: 'x', title: 'x', lines: ['x'], subtitle: 'x', choices: [choice] },
};
