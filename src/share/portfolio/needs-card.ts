import type { FillCard } from '../../cards.ts';
import { fallbackOf, plain, type Screen } from '../../form-card.ts';
import type { Lang } from '../../knowledge/model.ts';
import type { Solution } from '../../knowledge/solution.ts';
import { textsIn } from '../../texts/texts.ts';
import { sayButton, whoButton } from './buttons.ts';
import { fitting, type Need } from './rules.ts';

const PAGE = 6;

/** What is needed, by most municipalities first, from number `from`. `all` is what may meet it. */
export function needsCard(
  { needs, all, from }: { needs: Need[]; all: Solution[]; from: number },
  lang: Lang,
  fill: FillCard,
): Screen {
  const t = textsIn(lang).portfolio;
  const { title, line, none, how, row } = t.needs;
  const shown = needs.slice(from, from + PAGE).map(({ solution, others, count }) => {
    const { label, data } = whoButton(solution, lang, plain(solution.title));
    const { label: say, data: saying } = sayButton(solution, lang, 'needs');
    return {
      label,
      data,
      text: row(count, plain(others.join(', ')), fitting(solution, all).length),
      also: { label: say, data: saying },
    };
  });
  const left = needs.length - from - PAGE;
  const page = (label: string, to: number) => ({
    label,
    data: { do: 'portfolio.needs', lang, from: to, here: true } as const,
  });
  const lines = needs.length > 0 ? [line] : [none, how];
  const card = fill('needs', {
    lang,
    fallback: fallbackOf(title, [...lines, ...shown.map(({ label, text }) => `${label}: ${text}`)], lang),
    heading: title,
    lines,
    needs: shown,
    navigation: [
      ...(from > 0 ? [page(t.previous, Math.max(0, from - PAGE))] : []),
      ...(left > 0 ? [page(t.next(left), from + PAGE)] : []),
    ],
  });
  return { card, summary: title, title };
}
