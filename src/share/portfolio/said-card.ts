import type { FillCard } from '../../cards.ts';
import { button, formCard, plain, type Screen } from '../../form-card.ts';
import type { Lang } from '../../knowledge/model.ts';
import type { Solution } from '../../knowledge/solution.ts';
import { textsIn } from '../../texts/texts.ts';
import { sayButton, whoButton } from './buttons.ts';
import { type Stand, standOn } from './rules.ts';

/** What came of a press: the municipality is on the list now or was before, stands behind it, or is off the list. */
export type Outcome = 'added' | 'already' | 'own' | 'left' | 'notThere';

export function saidCard(
  { outcome, solution, kind, place }: { outcome: Outcome; solution: Solution; kind: Stand; place: string },
  lang: Lang,
  fill: FillCard,
): Screen {
  const t = textsIn(lang).portfolio;
  const said = t[outcome];
  const again = sayButton(solution, lang, kind);
  const next = {
    own: [],
    added: [leaving(solution, kind, lang)],
    already: [leaving(solution, kind, lang)],
    left: [{ ...again, data: { ...again.data, here: true } }],
    notThere: [{ ...again, data: { ...again.data, here: true } }],
  }[outcome];
  return formCard(fill, lang, {
    heading: said.heading(plain(place)),
    // Whose it is does not hang on which button was pressed.
    lines: [said.line[outcome === 'own' ? standOn(solution) : kind](plain(solution.title))],
    buttons: [whoButton(solution, lang), ...next],
  });
}

const leaving = ({ id }: Solution, kind: Stand, lang: Lang) =>
  button(textsIn(lang).portfolio.leave, { do: 'portfolio.leave', solution: id, kind, lang });
