import { table } from './figure.ts';
import { html } from './markup.ts';
import type { Section, Telling } from './page.ts';

/** Scores of the groups that may be shown, and how many may not. None where results are not cut. */
export function groupSection({ results, lang, t, title }: Telling): Section[] {
  const { groups, heldBack, scores, round } = results;
  const { form, minGroup } = round.plan;
  const cutBy = form.pages.flatMap((page) => page.questions).find((q) => q.id === form.groupBy);
  if (!cutBy || (groups.length === 0 && heldBack === 0)) return [];
  const { groups: words, number, notShown } = t.report;
  const dimensions = scores.map((s) => s.dimension);
  const rows = groups.map((group) => [
    group.text[lang],
    number(group.answered, 0),
    ...dimensions.map((id) => {
      const score = group.scores.find((s) => s.dimension === id)?.score;
      return score === undefined ? notShown : number(score, 1);
    }),
  ]);
  return [
    {
      id: 'groups',
      title: words.title,
      kind: 'whole',
      body: html`<p>${words.intro(cutBy.text[lang])}</p>${
        groups.length > 0
          ? table({
              caption: words.caption,
              head: [words.group, words.answered, ...dimensions.map(title)],
              rows,
            })
          : html`<p>${words.none}</p>`
      }${heldBack > 0 && html`<p>${words.heldBack(heldBack, minGroup)}</p>`}`,
    },
  ];
}
