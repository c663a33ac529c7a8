import type { Choice } from '../../cards.ts';
import type { Button } from '../../form-cards.ts';
import type { Ground, Room } from '../../ground.ts';
import type { Lang } from '../../knowledge/model.ts';
import type { Solution } from '../../knowledge/solution.ts';
import { textsIn } from '../../texts/texts.ts';
import { sayButton, whoButton } from './buttons.ts';
import { moreOf, standOn } from './rules.ts';
import { createPortfolioStore } from './store.ts';
import { createPortfolioDesk, type ReadName } from './turns.ts';

interface PortfolioRoom extends Room {
  /** What stands on the card of an answer from something shared; undefined where the article is none. */
  beside(article: string, lang: Lang): Promise<{ used?: Choice; buttons: Button[] } | undefined>;
}

/** `extras`: buttons of other jobs on the card of an answer, such as "Følg". */
export function portfolioRoom(
  ground: Ground,
  { named, extras = () => [] }: { named: ReadName; extras?: (solution: Solution, lang: Lang) => Button[] },
): PortfolioRoom {
  const { database, knowledge } = ground;
  const store = createPortfolioStore({ db: database.db, now: ground.now });
  const solutions = () => knowledge().solutions;
  const desk = createPortfolioDesk({ ...ground, store, solutions, named });
  return {
    desks: [desk],
    async beside(article, lang) {
      const solution = solutions().find(({ id }) => id === article);
      if (!solution) return undefined;
      const count = moreOf(solution, await store.recent());
      const said = textsIn(lang).portfolio.more[standOn(solution)](count);
      return {
        ...(count > 0 && { used: { ...whoButton(solution, lang, said), text: '' } }),
        buttons: [sayButton(solution, lang), ...extras(solution, lang)],
      };
    },
  };
}
