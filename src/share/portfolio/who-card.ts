import type { FillCard } from '../../cards.ts';
import { button, fact, formCard, plain, row, type Screen } from '../../form-card.ts';
import type { Lang } from '../../knowledge/model.ts';
import type { Solution } from '../../knowledge/solution.ts';
import { textsIn } from '../../texts/texts.ts';
import { joinedBy } from '../../texts/words.ts';
import type { PortfolioActionData } from './actions.ts';
import { readButton, sayButton } from './buttons.ts';
import { type Everyone, fitting } from './rules.ts';

/** What is asked about: shared solutions, and what they are called together. */
export interface About {
  of: Extract<PortfolioActionData, { do: 'portfolio.who' }>['of'];
  /** The name of a system; undefined where it is about one solution. */
  system?: string | undefined;
  /** At least one. */
  solutions: Solution[];
}

export interface Shown {
  about: About;
  everyone: Everyone;
  /** All that is shared, for what may meet a need. */
  all: Solution[];
  nameOf(municipality: string): string;
  /** The first name to show. */
  from: number;
}

/** As many names, and solutions that have a system, as can be read; the rest come page by page. */
const NAMES = 60;
const SOLUTIONS = 12;
const ROWS = 6;

/** Everyone who uses a solution or a system, or has a need: never a sample. */
export function whoCard({ about, everyone, all, nameOf, from }: Shown, lang: Lang, fill: FillCard): Screen {
  const t = textsIn(lang).portfolio;
  const { of, system, solutions } = about;
  const [first] = solutions as [Solution, ...Solution[]];
  const kind = solutions.every((solution) => solution.kind === 'need') ? 'needs' : 'uses';
  const named = (numbers: string[]) =>
    numbers.map((number) => plain(nameOf(number))).sort((a, b) => a.localeCompare(b, 'nb'));
  const { shared, uses, needs } = everyone;
  const counted = (head: string, names: string[]) => ({ head: t.counted(head, names.length), names });
  const behind = [...named(shared.municipalities), ...shared.others.map(plain)];
  const groups = [
    // "Molde og 17 kommuner i Møre og Romsdal" is not two.
    shared.others.length > 0 ? { head: t.shared[kind], names: behind } : counted(t.shared[kind], behind),
    counted(t.say.uses, named(uses)),
    counted(t.say.needs, named(needs)),
  ];
  const total = groups.reduce((sum, { names }) => sum + names.length, 0);
  const only = solutions.length === 1;
  const at = Math.floor(from / NAMES) * SOLUTIONS;
  const left = Math.max(total - from - NAMES, solutions.length - at - SOLUTIONS);
  const page = (label: string, to: number) => ({
    label,
    data: { do: 'portfolio.who', of, lang, from: to, here: true } as const,
    verb: 'press' as const,
    style: 'default' as const,
  });
  const fits = kind === 'needs' && only ? fitting(first, all).slice(0, ROWS) : [];
  const heading = t.who[kind](everyone.count, plain(system ?? t.quoted(first.title)));
  return formCard(fill, lang, {
    heading,
    lines: [only ? plain(first.summary[lang]) : '', t.all[kind]],
    facts: cut(groups, from).map(({ head, names }) => fact(head, joinedBy(names, AND[lang]))),
    after: kind === 'needs' && only && fits.length === 0 ? [t.needs.noFits] : [],
    rowsTitle: fits.length > 0 ? t.needs.fits : t.solutions,
    rows: (only ? fits : solutions.slice(at, at + SOLUTIONS)).map((one) => opening(one, lang)),
    buttons: [
      ...(only ? [readButton(first, lang)] : []),
      ...(only ? saying(first, lang) : []),
      ...(kind === 'needs' ? [button(t.needs.all, { do: 'portfolio.needs', lang })] : []),
      ...(from > 0 ? [page(t.previous, Math.max(0, from - NAMES))] : []),
      ...(left > 0 ? [page(t.next(left), from + NAMES)] : []),
    ],
  });
}

const AND: Record<Lang, string> = { nb: 'og', nn: 'og', en: 'and' };

/** A solution may be used, or needed by those who have none. */
const saying = (solution: Solution, lang: Lang) =>
  solution.kind === 'need'
    ? [sayButton(solution, lang)]
    : [sayButton(solution, lang, 'uses'), sayButton(solution, lang, 'needs')];

const opening = (solution: Solution, lang: Lang) =>
  row(solution.title, solution.summary[lang], {
    do: 'portfolio.who',
    of: { solution: solution.id },
    lang,
  });

/** A page of the names, each under its head. */
function cut(groups: { head: string; names: string[] }[], from: number) {
  let skip = from;
  let left = NAMES;
  return groups.flatMap(({ head, names }) => {
    const shown = names.slice(skip, skip + left);
    skip = Math.max(0, skip - names.length);
    left -= shown.length;
    return shown.length > 0 ? [{ head, names: shown }] : [];
  });
}
