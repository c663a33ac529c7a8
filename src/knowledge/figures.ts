import { z } from 'zod';
import { date, type Fault, type Lang, slug } from './model.ts';

/** What a figure counts, as those who write figures.yaml name it. */
const units = [
  'kr',
  'prosent',
  'timer',
  'dager',
  'virkedager',
  'arbeidsdager',
  'uker',
  'måneder',
  'år',
  'kommuner',
] as const;
export type Unit = (typeof units)[number];

const figureSchema = z.strictObject({
  /** What the figure is, for whoever must choose or change it. */
  what: z.string().trim().min(10).max(200),
  value: z.number().positive(),
  unit: z.enum(units),
  /** The place in the law: "FOA § 5-1". */
  ref: z.string().trim().min(2),
  /** The day the value began to be right; left out where no source says. */
  validFrom: date.optional(),
  /** Which rules a municipality follows depends on whether an amount is above it. */
  divides: z.boolean().default(false),
  /** An old value is taken for this figure only in a sentence with one of these; without them, wherever it stands. */
  near: z.array(z.string().trim().toLowerCase().min(2)).optional(),
  /** Values it had before, or that were proposed and never adopted: texts that still give them are found. */
  was: z
    .array(
      z.strictObject({
        value: z.number().positive(),
        /** The last day it was right; left out where it never was, or where no source says. */
        until: date.optional(),
        note: z.string().trim().min(3).optional(),
      }),
    )
    .default([]),
});
export type Figure = z.infer<typeof figureSchema>;

/** knowledge/figures.yaml: name to figure. */
export const figuresSchema = z
  .record(slug, figureSchema)
  .transform((figures): Figures => new Map(Object.entries(figures)));
export type Figures = ReadonlyMap<string, Figure>;

/**
 * How a figure may be written:
 * - whole: "1,3 millioner kroner", "10 dager", "NOK 1.3 million"
 * - utenkr: "1,3 millioner", "1.3 million" – in a list where the currency is said once
 * - kort: "1,3 mill.", "NOK 1.3m"
 * - tall: "1,3", "10" – the number alone
 * - ord: "ti dager", "én måned", "ten days" – the number as a word, up to twelve
 * - fra: "1. juli 2026", "1 July 2026" – the day it began to be right
 */
export const forms = ['utenkr', 'kort', 'tall', 'ord', 'fra'] as const;
export type Form = (typeof forms)[number];

const PLACEHOLDER = /\{\{figure:([^{}|]*)(?:\|([^{}|]*))?\}\}/g;

/** The text with every `{{figure:name}}` and `{{figure:name|form}}` written as people read it; unknown ones stay. */
export function insertFigures(text: string, figures: Figures, lang: Lang): string {
  return text.replaceAll(PLACEHOLDER, (whole, name: string, form: string | undefined) => {
    const figure = figures.get(name);
    if (!figure || (form !== undefined && !isForm(form))) return whole;
    return writeFigure(figure, lang, form) ?? whole;
  });
}

/** Every placeholder in a file that cannot be written, with its line. `before` is the number of lines above the text. */
export function figureFaults(file: string, text: string, figures: Figures, before = 0): Fault[] {
  return [...text.matchAll(/\{\{[^\n]*?(?:\}\}|$)/gm)].flatMap((match) => {
    const rule = ruleBroken(match[0], figures);
    const line = before + text.slice(0, match.index).split('\n').length;
    return rule ? [{ file, line, field: 'figure', rule }] : [];
  });
}

function ruleBroken(placeholder: string, figures: Figures): string | undefined {
  const [match] = placeholder.matchAll(PLACEHOLDER);
  if (match?.[0] !== placeholder) {
    return `«${placeholder}» kan ikke leses: skriv {{figure:navn}} eller {{figure:navn|form}}`;
  }
  const [, name = '', form] = match;
  const figure = figures.get(name);
  if (!figure) return `tallet «${name}» finnes ikke i knowledge/figures.yaml`;
  if (form === undefined) return undefined;
  if (!isForm(form)) return `formen «${form}» finnes ikke: bruk ${forms.join(', ')}, eller ingen`;
  if (writeFigure(figure, 'nb', form) === undefined) return `«${name}» kan ikke skrives i formen «${form}»`;
  return undefined;
}

/** The figure in words; undefined where the form does not suit it. */
export function writeFigure(figure: Figure, lang: Lang, form?: Form): string | undefined {
  const { value, unit, validFrom } = figure;
  if (form === 'fra') return validFrom && writeDate(validFrom, lang);
  if (form === 'ord') return inWords(value, unit, lang);
  if (unit === 'kr') return writeAmount(value, lang, form);
  if (form === 'tall') return writeNumber(value, lang);
  return form === undefined ? `${writeNumber(value, lang)} ${unitName(unit, value, lang)}` : undefined;
}

const MILLION = 1_000_000;

function writeAmount(value: number, lang: Lang, form?: Exclude<Form, 'ord' | 'fra'>): string {
  const number = writeNumber(value < MILLION ? value : value / MILLION, lang);
  if (form === 'tall') return number;
  const million = value < MILLION ? '' : ` ${form === 'kort' ? 'mill.' : millions(value, lang)}`;
  if (lang !== 'en') return form === undefined ? `${number}${million} kroner` : `${number}${million}`;
  if (form === 'kort') return `NOK ${number}${million && 'm'}`;
  return form === 'utenkr' ? `${number}${million}` : `NOK ${number}${million}`;
}

function millions(value: number, lang: Lang): string {
  if (lang === 'en' || value === MILLION) return 'million';
  return lang === 'nn' ? 'millionar' : 'millioner';
}

/** 1300.5 is "1 300,5" in Norwegian and "1,300.5" in English. */
function writeNumber(value: number, lang: Lang): string {
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, lang === 'en' ? ',' : ' ');
  return decimals ? `${grouped}${lang === 'en' ? '.' : ','}${decimals}` : grouped;
}

/** One and many, in each language. */
const unitNames: Record<Exclude<Unit, 'kr'>, Record<Lang, [one: string, many: string]>> = {
  prosent: { nb: ['prosent', 'prosent'], nn: ['prosent', 'prosent'], en: ['per cent', 'per cent'] },
  timer: { nb: ['time', 'timer'], nn: ['time', 'timar'], en: ['hour', 'hours'] },
  dager: { nb: ['dag', 'dager'], nn: ['dag', 'dagar'], en: ['day', 'days'] },
  virkedager: {
    nb: ['virkedag', 'virkedager'],
    nn: ['virkedag', 'virkedagar'],
    en: ['working day', 'working days'],
  },
  arbeidsdager: {
    nb: ['arbeidsdag', 'arbeidsdager'],
    nn: ['arbeidsdag', 'arbeidsdagar'],
    en: ['working day', 'working days'],
  },
  uker: { nb: ['uke', 'uker'], nn: ['veke', 'veker'], en: ['week', 'weeks'] },
  måneder: { nb: ['måned', 'måneder'], nn: ['månad', 'månader'], en: ['month', 'months'] },
  kommuner: {
    nb: ['kommune', 'kommuner'],
    nn: ['kommune', 'kommunar'],
    en: ['municipality', 'municipalities'],
  },
  år: { nb: ['år', 'år'], nn: ['år', 'år'], en: ['year', 'years'] },
};

/** Every way the unit is written, in all the languages, the longest first. */
export const unitForms = (unit: Exclude<Unit, 'kr'>): string[] =>
  [...new Set(Object.values(unitNames[unit]).flat())].sort((a, b) => b.length - a.length);

const unitName = (unit: Exclude<Unit, 'kr'>, value: number, lang: Lang): string =>
  unitNames[unit][lang][value === 1 ? 0 : 1];

const numberWords: Record<Lang, string[]> = {
  nb: ['to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti', 'elleve', 'tolv'],
  nn: ['to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti', 'elleve', 'tolv'],
  en: ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
};

function inWords(value: number, unit: Unit, lang: Lang): string | undefined {
  if (unit === 'kr') return undefined;
  const word = value === 1 ? oneOf(unit, lang) : numberWords[lang][value - 2];
  return word && `${word} ${unitName(unit, value, lang)}`;
}

/** "One" follows the gender of what is counted. */
function oneOf(unit: Unit, lang: Lang): string {
  if (lang === 'en') return 'one';
  if (unit === 'år') return lang === 'nb' ? 'ett' : 'eitt';
  if (lang === 'nb') return 'én';
  return unit === 'uker' ? 'éi' : 'éin';
}

const months: Record<'no' | 'en', string[]> = {
  no: 'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

function writeDate(date: string, lang: Lang): string {
  const [year, month = 1, day] = date.split('-').map(Number);
  const name = months[lang === 'en' ? 'en' : 'no'][month - 1];
  return lang === 'en' ? `${day} ${name} ${year}` : `${day}. ${name} ${year}`;
}

const isForm = (form: string): form is Form => (forms as readonly string[]).includes(form);

/** The amounts that divide, rising. */
export const thresholdsOf = (figures: Figures): number[] =>
  [...figures.values()].flatMap(({ value, divides }) => (divides ? [value] : [])).sort((a, b) => a - b);
