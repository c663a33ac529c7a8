import { type Figure, type Figures, unitForms } from './figures.ts';
import type { Fault, Files } from './model.ts';

/**
 * Every place that gives a figure as it was before, or as it was proposed, without saying so. Questions may hold any
 * figure, for people ask with the old ones; so may articles marked `history: true`, which tell what was changed.
 */
export function oldFigures(files: Files, figures: Figures, folder: string): Fault[] {
  const outdated = [...figures].flatMap(([name, figure]) =>
    figure.was.map((was) => ({ name, figure, was, pattern: patternOf(was.value, figure.unit) })),
  );
  return [...files]
    .filter(([file, text]) => isTold(file, folder) && !/^history: true$/m.test(text))
    .flatMap(([file, text]) =>
      sentencesOf(withoutQuestions(text)).flatMap(({ sentence, start }) => {
        if (SAYS_IT_IS_OLD.test(sentence)) return [];
        return outdated.flatMap(({ name, figure, was, pattern }) => {
          if (!isNear(sentence, figure.near) || sentence.includes(`{{figure:${name}`)) return [];
          return [...sentence.matchAll(pattern)].map((match) => ({
            file,
            line: text.slice(0, start + match.index).split('\n').length,
            field: 'figure',
            rule:
              `«${match[0]}» gjelder ikke${because(was)}: skriv {{figure:${name}}}, ` +
              'eller si i samme setning at tallet er gammelt',
          }));
        });
      }),
    );
}

const because = ({ until, note }: Figure['was'][number]): string =>
  until ? ` etter ${until}` : note ? ` (${note})` : '';

const isTold = (file: string, folder: string): boolean =>
  ['articles', 'guides', 'surveys'].some((kind) => file.startsWith(`${folder}/${kind}/`));

const SAYS_IT_IS_OLD = new RegExp(
  [
    'gam(?:mel|le|al)|tidlegare|tidligere|før\\b|inntil|til og med|noen sier|nokon seier',
    'forslag|framlegg|foreslå|føreslå|høring|høyring|hev(?:et|a)\\b|endr(?:et|a)\\b|øk(?:t|te)\\b|auk(?:a|te)\\b',
    'ikk(?:j?e) (?:lenger|vedt|i kraft)|\\bold|former|previous|raised|propos|until|no longer|not been|not adopted',
  ].join('|'),
  'i',
);

const isNear = (sentence: string, near: Figure['near']): boolean =>
  near === undefined || near.some((word) => sentence.toLowerCase().includes(word));

/** The same text with the questions blanked out, letter for letter, so that every place in it stays the same. */
function withoutQuestions(text: string): string {
  let asked = false;
  return text
    .split('\n')
    .map((line) => {
      if (/^(?:\w+:|---)/.test(line)) asked = line.startsWith('questions:');
      return asked || line.startsWith('? ') ? ' '.repeat(line.length) : line;
    })
    .join('\n');
}

/** Split where a full stop is followed by a capital, and at list items, headings and fields. */
function sentencesOf(text: string): { sentence: string; start: number }[] {
  const found = [];
  let start = 0;
  for (const end of text.matchAll(/[.!?](?=\s+["«*]*\p{Lu})|\n(?=\s*(?:- |## |[\w.-]+:|\n))/gu)) {
    found.push({ sentence: text.slice(start, end.index + 1), start });
    start = end.index + 1;
  }
  return [...found, { sentence: text.slice(start), start }];
}

const MILLION = 1_000_000;

/** The value as people may write it: "2,3 millioner", "2.3 mill", "2,3 eller 2,5 millioner", "100 000", "96-timers". */
function patternOf(value: number, unit: Figure['unit']): RegExp {
  const digits = (number: number): string => {
    const [whole = '', decimals] = String(number).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '[ .,\\u00a0]?');
    return decimals ? `${grouped}[.,]${decimals}` : grouped;
  };
  const alone = (pattern: string): string => `(?<![\\d.,]|\\d[ \\u00a0])${pattern}(?!\\d|[.,]\\d)`;
  if (unit !== 'kr') return new RegExp(`${alone(digits(value))}[ -](?:${unitForms(unit).join('|')})`, 'gi');
  if (value < MILLION) return new RegExp(alone(digits(value)), 'gi');
  const inMillions = alone(digits(value / MILLION));
  const listed = '(?:,| eller| og| til| or| and| to|–|-) ?[\\d.,]+';
  return new RegExp(`${inMillions}(?:${listed})? ?(?:mill|MNOK)|${alone(digits(value))}`, 'gi');
}
