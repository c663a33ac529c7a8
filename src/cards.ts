import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Template } from 'adaptivecards-templating';
import type { ActionData } from './actions.ts';
import { type FormCards, formSamples } from './form-cards.ts';
import type { Card } from './messages.ts';
import { type PeopleCards, peopleSamples } from './people/cards.ts';
import { type PortfolioCards, portfolioSamples } from './share/portfolio/cards.ts';
import { type SurveyCards, surveySamples } from './survey/cards.ts';

interface Button {
  label: string;
  data: ActionData;
}

/** A row that does something when it is pressed; `text` stands under its label. */
export interface Choice extends Button {
  text: string;
}

/** Left out when the label is empty. */
type Optional = Button | { label: ''; data: Record<string, never> };

/** What each template in cards/ is filled with. An empty string leaves the part out. Text is Markdown: see `escapeMarkdown`. */
export interface CardData extends FormCards, PeopleCards, PortfolioCards, SurveyCards {
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
    /** How many more use what is quoted. */
    used: Optional;
    sourcesTitle: string;
    sources: string[];
    relatedTitle: string;
    related: Choice[];
    general: string;
    /** A guide that goes through the same, one question at a time. */
    guide: Optional;
    more: Optional;
    /** What may be said of something shared. */
    buttons: FormCards['form']['buttons'];
  };
  choices: {
    lang: string;
    fallback: string;
    title: string;
    body: string;
    subtitle: string;
    choices: Choice[];
  };
  /** A list of shared solutions, with what it is narrowed by. */
  list: {
    lang: string;
    fallback: string;
    title: string;
    body: string;
    narrowed: string;
    /** The label says what the button does, the text what it takes away. */
    filters: Choice[];
    subtitle: string;
    choices: Choice[];
    navigation: Button[];
    /** The list as a file. */
    file: { label: string; url: string };
  };
  info: {
    lang: string;
    fallback: string;
    title: string;
    lines: string[];
    subtitle: string;
    choices: Choice[];
  };
  /** A question of a guide with its choices, or an outcome with what it rests on. */
  guide: {
    lang: string;
    fallback: string;
    name: string;
    trail: string;
    stale: string;
    intro: string;
    heading: string;
    help: string;
    choices: Choice[];
    ask: string;
    whyTitle: string;
    why: string;
    refs: string;
    answeredTitle: string;
    answered: string[];
    readTitle: string;
    read: Choice[];
    sourcesTitle: string;
    sources: string[];
    note: string;
    navigation: Button[];
  };
}

const require = createRequire(import.meta.url);

type CardName = keyof CardData;
export type FillCard = <N extends CardName>(name: N, data: CardData[N]) => Card;

/** All templates. The library that fills them takes a third of a second to load, so it is loaded when one is first filled. */
interface Cards {
  fill: FillCard;
  /** Changes with the templates, and with the fields there are for them. */
  key: string;
  /**
   * Fills every template once with a sample.
   * @throws when one is not JSON, or asks for a field its data does not have: at start, not in a chat.
   */
  check(): void;
}

/** @throws when a template is missing. */
function openCards(folder: string): Cards {
  const texts = new Map(names.map((name) => [name, readFileSync(join(folder, `${name}.json`), 'utf8')]));
  const opened = new Map<CardName, Template>();

  function template(name: CardName): Template {
    const before = opened.get(name);
    if (before) return before;
    const { Template } = require('adaptivecards-templating') as typeof import('adaptivecards-templating');
    const made = new Template(JSON.parse(texts.get(name)!));
    opened.set(name, made);
    return made;
  }

  return {
    fill: (name, data) => template(name).expand({ $root: data }) as Card,
    key: createHash('sha256')
      .update(JSON.stringify([...texts, samples]))
      .digest('hex'),
    check() {
      for (const name of names) {
        const missing = /\$\{[^}]*\}/.exec(JSON.stringify(template(name).expand({ $root: samples[name] })));
        if (missing)
          throw new Error(`cards/${name}.json ber om ${missing[0]}, som ikke finnes i dataene til kortet`);
      }
    },
  };
}

/** Opens and checks. */
export function loadCards(folder: string): FillCard {
  const { fill, check } = openCards(folder);
  check();
  return fill;
}

/**
 * The same, but templates that were right at an earlier start, by what is kept in `cacheFolder`, are not checked before
 * `checkLater` is called.
 */
export async function loadCardsSeen(
  folder: string,
  cacheFolder: string,
): Promise<{ fill: FillCard; checkLater(): void }> {
  const { fill, key, check } = openCards(folder);
  const file = join(cacheFolder, 'cards');
  if ((await readFile(file, 'utf8').catch(() => '')) === key) return { fill, checkLater: check };
  check();
  await mkdir(cacheFolder, { recursive: true, mode: 0o700 })
    .then(() => writeFile(file, key))
    .catch(() => {
      // A folder that cannot be written to costs the check at the next start, no more.
    });
  return { fill, checkLater: () => {} };
}

/** Makes text from people stand as it was written: the card would otherwise read links and bold into it. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!|>~]/g, '\\$&').replace(/\s+/g, ' ');
}

/** "500 000", "§ 5b", "art. 35 nr. 3" and "21. november" are not broken over two lines. */
export function keepTogether(text: string): string {
  return text
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, NBSP)
    .replace(/(?<=§|\b(?:art|nr|kap)\.|\bdel) (?=[\dIV])/g, NBSP)
    .replace(/(?<=\d) (?=(?:millioner|millionar|kroner|prosent|%|dager|dagar|timer|timar)(?!\p{L}))/gu, NBSP)
    .replace(/(?<=\b\d{1,2}\.) (?=\p{Ll})/gu, NBSP);
}

const NBSP = '\u00a0';

const choice: Choice = { label: 'x', text: 'x', data: { do: 'list', topic: 'x', lang: 'nb' } };
const samples: { [N in CardName]: CardData[N] } = {
  ...formSamples,
  ...peopleSamples,
  ...portfolioSamples,
  ...surveySamples,
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
    used: choice,
    sourcesTitle: 'x',
    sources: ['x'],
    relatedTitle: 'x',
    related: [choice],
    general: 'x',
    guide: choice,
    more: choice,
    buttons: formSamples.form.buttons,
  },
  choices: { lang: 'nb', fallback: 'x', title: 'x', body: 'x', subtitle: 'x', choices: [choice] },
  list: {
    lang: 'nb',
    fallback: 'x',
    title: 'x',
    body: 'x',
    narrowed: 'x',
    filters: [choice],
    subtitle: 'x',
    choices: [choice],
    navigation: [choice],
    file: { label: 'x', url: 'https://example.com' },
  },
  info: { lang: 'nb', fallback: 'x', title: 'x', lines: ['x'], subtitle: 'x', choices: [choice] },
  guide: {
    lang: 'nb',
    fallback: 'x',
    name: 'x',
    trail: 'x',
    stale: 'x',
    intro: 'x',
    heading: 'x',
    help: 'x',
    choices: [choice],
    ask: 'x',
    whyTitle: 'x',
    why: 'x',
    refs: 'x',
    answeredTitle: 'x',
    answered: ['x'],
    readTitle: 'x',
    read: [choice],
    sourcesTitle: 'x',
    sources: ['x'],
    note: 'x',
    navigation: [choice],
  },
};

const names = Object.keys(samples) as CardName[];
