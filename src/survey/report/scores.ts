import { MIN_OTHERS } from '../model.ts';
import { figure, table } from './figure.ts';
import { html } from './markup.ts';
import type { Section, Telling } from './page.ts';
import { changeOf, rounded } from './rules.ts';

/** Each dimension's score, what it was, and how others have it. None where no question has a dimension. */
export async function scoreSection({ results, t, title }: Telling): Promise<Section[]> {
  const { scores } = results;
  if (scores.length === 0) return [];
  const { scores: words, number, change, notShown } = t.report;
  const hasBefore = scores.some((s) => s.before !== undefined);
  const others = scores.find((s) => s.others)?.others;
  const written = (value: number | undefined) => (value === undefined ? notShown : number(value, 1));

  const { drawScores } = await import('./charts.ts');
  const drawn = scores.flatMap(({ dimension, score, before, others }) =>
    score === undefined
      ? []
      : [{ label: title(dimension), score: rounded(score), written: number(score, 1), before, others }],
  );
  const legend = { score: words.score, before: words.before, others: words.theirs };
  const rows = scores.map(({ dimension, score, before, others: their, answers }) => {
    const changed = changeOf(score, before);
    return [
      title(dimension),
      written(score),
      ...(hasBefore ? [written(before), changed === undefined ? '' : change(changed)] : []),
      ...(others ? [written(their?.median), their ? words.between(their.lower, their.upper) : notShown] : []),
      number(answers, 0),
    ];
  });
  return [
    {
      id: 'scores',
      title: words.title,
      body: html`<p>${words.intro}</p>${
        drawn.length > 0 && (await figure(words.chart, (size) => drawScores(drawn, legend, size)))
      }${table({
        caption: words.caption,
        head: [
          words.dimension,
          words.score,
          ...(hasBefore ? [words.before, words.change] : []),
          ...(others ? [words.median, words.quartiles] : []),
          words.answers,
        ],
        rows,
      })}<p class="soft">${others ? words.others(others.count) : words.noOthers(MIN_OTHERS)}</p>${
        !hasBefore && html`<p class="soft">${words.firstTime}</p>`
      }`,
    },
  ];
}
