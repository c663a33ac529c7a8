import type { FillCard } from '../cards.ts';
import type { Screen } from '../form-card.ts';
import type { Lang } from '../knowledge/model.ts';
import type { Who } from '../people/who.ts';
import type { Pressed } from './actions.ts';
import { askedCard, pausedCard } from './answer-card.ts';
import { answeredOn } from './answered.ts';
import type { Asked, Surveys } from './survey.ts';

interface RespondDeps {
  surveys: Pick<Surveys, 'open' | 'save' | 'submit'>;
  fill: FillCard;
}

type Answering = Pressed<'survey.answer'> | Pressed<'survey.page'> | Pressed<'survey.submit'>;

/** What whoever is asked is shown after a press. */
export async function respond(
  { surveys, fill }: RespondDeps,
  who: Who,
  action: Answering,
  lang: Lang,
): Promise<Screen> {
  switch (action.do) {
    case 'survey.answer':
      return askedCard(await surveys.open(who, action.round, action.page), lang, fill);
    case 'survey.submit':
      return askedCard(await surveys.submit(who, action.round), lang, fill);
    case 'survey.page': {
      // The page as it is asked now: the card may be from before a text was mended.
      const asked = await surveys.open(who, action.round, action.page);
      if (asked.kind !== 'page') return askedCard(asked, lang, fill);
      const answers = answeredOn(asked.page, action);
      const saved = await surveys.save(who, action.round, action.page, answers, action.go);
      return action.go === 'stay' && isKept(saved)
        ? pausedCard(saved.round, lang, fill)
        : askedCard(saved, lang, fill);
    }
  }
}

/** Everything that was filled in is kept; what is only missing can be answered later. */
const isKept = (asked: Asked): asked is Extract<Asked, { kind: 'page' }> =>
  asked.kind === 'page' && Object.values(asked.faults).every((fault) => fault === 'required');
