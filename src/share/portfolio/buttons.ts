import { button } from '../../form-card.ts';
import type { Button } from '../../form-cards.ts';
import type { Lang } from '../../knowledge/model.ts';
import { type Solution, solutionAsArticle } from '../../knowledge/solution.ts';
import { textsIn } from '../../texts/texts.ts';
import { type Stand, standOn } from './rules.ts';

/** "Vi bruker denne også", for whatever card something shared stands on. */
export const sayButton = (
  solution: Pick<Solution, 'id' | 'kind'>,
  lang: Lang,
  kind: Stand = standOn(solution),
): Button =>
  button(textsIn(lang).portfolio.button[kind], { do: 'portfolio.use', solution: solution.id, kind, lang });

/** Reads the whole of it. */
export const readButton = (solution: Solution, lang: Lang): Button =>
  button(textsIn(lang).portfolio.read, { do: 'quote', section: firstSection(solution), lang });

export const whoButton = (
  solution: Pick<Solution, 'id' | 'kind'>,
  lang: Lang,
  label = textsIn(lang).portfolio.seeAll[standOn(solution)],
): Button => button(label, { do: 'portfolio.who', of: { solution: solution.id }, lang });

const firstSection = (solution: Solution): string => solutionAsArticle(solution).sections[0]!.id;
