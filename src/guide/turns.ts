import { actionSchema } from '../actions.ts';
import type { Choice, FillCard } from '../cards.ts';
import type { Desk } from '../desk.ts';
import type { Lang } from '../knowledge/model.ts';
import type { From, Reply } from '../messages.ts';
import { type GuideCard, guideButton, guideCard, guidesCard } from './card.ts';
import type { Guides } from './guide.ts';

interface GuideTurnsDeps {
  guides: Guides;
  fill: FillCard;
  /** The language a person has fixed, if any. */
  fixedLanguage(from: From): Promise<Lang | undefined>;
}

export interface GuideTurns extends Required<Pick<Desk, 'pressed'>> {
  list(lang: Lang): Reply;
  /** The button of the guide that goes with a question, or with an answer from an article. */
  offer(lang: Lang, question: string, article?: string): (Choice & { id: string }) | undefined;
}

export function createGuideTurns({ guides, fill, fixedLanguage }: GuideTurnsDeps): GuideTurns {
  /** In the person's own language where they have fixed one, else in that of the card. */
  async function stepCard(from: From, guide: string, path: number[], lang: Lang): Promise<GuideCard> {
    return guideCard(guides.at(guide, path), guides, (await fixedLanguage(from)) ?? lang, fill);
  }

  return {
    list: (lang) => guideReply(guidesCard(guides, lang, fill)),
    offer(lang, question, article) {
      const guide = guides.offer(question, article);
      return guide && { ...guideButton(guide, lang), id: guide.id };
    },
    async pressed(from, data) {
      const { data: action } = actionSchema.safeParse(data);
      if (action?.do === 'guide') return [guideReply(await stepCard(from, action.guide, [], action.lang))];
      if (action?.do !== 'step') return undefined;
      // In a group each person has their own way through the same card.
      const inPlace = from.scope === 'personal' ? 'everyone' : 'presser';
      return [{ ...guideReply(await stepCard(from, action.guide, action.path, action.lang)), inPlace }];
    },
  };
}

/** No thumbs and no outcome: what people answer on the way is not kept. */
const guideReply = (card: GuideCard): Extract<Reply, { kind: 'card' }> => ({
  kind: 'card',
  ...card,
  feedback: false,
});
