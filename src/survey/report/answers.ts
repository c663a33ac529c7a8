import type { Page, Question, Tally } from '../model.ts';
import { figure, table } from './figure.ts';
import { html, type Markup } from './markup.ts';
import type { Section, Telling } from './page.ts';
import { type Given, givenTo } from './rules.ts';

type Scale = Extract<Question, { kind: 'scale' }>;
type Closed = Exclude<Question, { kind: 'scale' | 'text' }>;

/** How everyone answered, a page of the survey at a time. */
export async function answerSections(telling: Telling): Promise<Section[]> {
  const { results, lang, t } = telling;
  const sections: Section[] = [];
  for (const [at, page] of results.round.plan.form.pages.entries()) {
    sections.push({
      id: `answers-${at + 1}`,
      title: page.title[lang],
      kind: 'whole',
      body: html`${at === 0 && html`<p>${t.report.answers.intro}</p>`}${
        page.description[lang] && html`<p class="soft">${page.description[lang]}</p>`
      }${await scales(telling, page)}${await others(telling, page)}`,
    });
  }
  return sections;
}

const tallyOf = ({ results }: Telling, question: Question): Tally | undefined =>
  results.tallies.find((tally) => tally.group === null && tally.question === question.id);

/** Statements with the same answers stand in one drawing and one table. */
async function scales(telling: Telling, page: Page): Promise<Markup | false> {
  const { results, lang, t } = telling;
  const words = t.report.answers;
  const all = page.questions.filter((q): q is Scale => q.kind === 'scale');
  const [first] = all;
  if (!first) return false;
  const counted = all.flatMap((question) => {
    const tally = tallyOf(telling, question);
    return tally ? [{ question, given: givenTo(question, tally, results.answered, lang, t) }] : [];
  });
  const hidden = all.filter((question) => !tallyOf(telling, question));
  const { drawSteps } = await import('./charts.ts');
  const statements = counted.map(({ question }) => question.text[lang]);
  const steps = (counted[0]?.given ?? []).flatMap(({ label, percent }, at) =>
    percent === undefined
      ? []
      : [{ name: label, parts: counted.map(({ given }) => partOf(given, at, t.report.percent)) }],
  );
  const title = page.title[lang];
  return html`${
    counted.length > 0 &&
    html`${await figure(words.chart(title), (size) => drawSteps(statements, steps, size))}${table({
      caption: words.caption(title),
      head: [words.statement, ...counted[0]!.given.map(({ label }) => label)],
      rows: counted.map(({ question, given }) => [
        html`${question.text[lang]}${question.reversed && html` <span class="soft">${words.reversed}</span>`}`,
        ...given.map((answer) => countAndShare(answer, telling)),
      ]),
    })}`
  }${hidden.length > 0 && html`<p>${words.hidden}</p><ul>${hidden.map((q) => html`<li>${q.text[lang]}</li>`)}</ul>`}`;
}

/** The bar is as long as the count says; the percent beside it is a whole one. */
function partOf(given: Given[], at: number, written: (percent: number) => string) {
  const whole = given.reduce((sum, { count, percent }) => sum + (percent === undefined ? 0 : count), 0);
  const { count = 0, percent = 0 } = given[at] ?? {};
  return { share: whole === 0 ? 0 : count / whole, written: written(percent) };
}

function countAndShare({ count, percent }: Given, { t }: Telling): Markup {
  const { number, percent: written } = t.report;
  return html`${number(count, 0)}${percent !== undefined && html` <span class="soft">(${written(percent)})</span>`}`;
}

async function others(telling: Telling, page: Page): Promise<Markup[]> {
  const { lang, t } = telling;
  const told: Markup[] = [];
  for (const question of page.questions) {
    if (question.kind === 'scale') continue;
    const answers =
      question.kind === 'text'
        ? html`<p class="soft">${t.report.answers.textBelow}</p>`
        : await closed(telling, question);
    told.push(html`<h3>${question.text[lang]}</h3>${answers}`);
  }
  return told;
}

/** More bars than this say less than the table does. */
const MOST_BARS = 12;

async function closed(telling: Telling, question: Closed): Promise<Markup> {
  const { results, lang, t } = telling;
  const words = t.report.answers;
  const tally = tallyOf(telling, question);
  if (!tally) return html`<p>${words.hidden}</p>`;
  const given = givenTo(question, tally, results.answered, lang, t);
  const bars = given.flatMap(({ label, count, percent }) =>
    percent === undefined
      ? []
      : [{ label, percent, written: `${t.report.number(count, 0)} (${t.report.percent(percent)})` }],
  );
  const { drawBars } = await import('./charts.ts');
  const text = question.text[lang];
  return html`${
    bars.length > 0 &&
    bars.length <= MOST_BARS &&
    (await figure(words.chart(text), (size) => drawBars(bars, size)))
  }${table({
    caption: words.caption(text),
    head: [words.answer, words.count, words.share],
    rows: given.map(({ label, count, percent }) => [
      label,
      t.report.number(count, 0),
      percent === undefined ? '' : t.report.percent(percent),
    ]),
  })}${question.kind === 'choices' && html`<p class="soft">${words.several}</p>`}`;
}
