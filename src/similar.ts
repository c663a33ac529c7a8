import type { Ask } from './ask/ask.ts';
import type { Choice } from './cards.ts';
import type { Lang } from './knowledge/model.ts';
import { textsIn } from './texts/texts.ts';

const MOST = 3;
/** So many are looked through: articles stand among them. */
const FOUND = 20;

/** Shared solutions like what someone is about to share, as rows that lead to them. */
export function similarTo(ask: Pick<Ask, 'find'>, text: string, lang: Lang): Choice[] {
  return ask
    .find(text, lang, FOUND)
    .flatMap(({ quote: { article, section } }) =>
      article.origin
        ? [
            {
              label: article.title,
              text: textsIn(lang).origin(article.origin),
              data: { do: 'quote', section: section.id, lang } as const,
            },
          ]
        : [],
    )
    .slice(0, MOST);
}
