import type { Lang } from '../../knowledge/model.ts';
import type { Dimension } from '../model.ts';
import { html, type Markup } from './markup.ts';
import type { Section, Telling } from './page.ts';
import { standingOf } from './rules.ts';

/** Something to read, in the language it was written in. */
export interface Read {
  title: string;
  titleLang: Lang;
  summary: string;
  /** Who is behind a shared solution, such as "Erfaring fra Asker, 2015". */
  by: string | undefined;
  source: { title: string; url: string } | undefined;
}

export interface Reading {
  articles: Read[];
  /** What others have shared that fits. */
  solutions: Read[];
}

/** Where to begin: the weakest dimension, what to do about it, and who has done it. */
export function nextSection(
  { results, lang, t, title }: Telling,
  readingFor: (dimension: Dimension, lang: Lang) => Reading,
): Section[] {
  const { weakest } = standingOf(results.scores);
  const dimension = results.round.plan.form.dimensions.find((d) => d.id === weakest?.dimension);
  if (!weakest || !dimension) return [];
  const { next } = t.report;
  const { articles, solutions } = readingFor(dimension, lang);
  return [
    {
      id: 'next',
      title: next.title,
      body: html`<p>${next.intro(title(dimension.id), weakest.score)}</p>
<div class="advice"><p><strong>${next.advice}</strong></p><p>${dimension.advice[lang]}</p></div>
${articles.length > 0 && html`<h3>${next.articles}</h3>${list(articles, lang, next)}`}
<h3>${next.solutions}</h3>${solutions.length > 0 ? list(solutions, lang, next) : html`<p>${next.noSolutions}</p>`}`,
    },
  ];
}

const list = (reads: Read[], lang: Lang, next: Telling['t']['report']['next']): Markup =>
  html`<ul class="read">${reads.map(
    ({ title, titleLang, summary, by, source }) =>
      html`<li><strong lang="${titleLang}">${title}</strong>${by && html`<p class="soft">${by}</p>`}<p>${summary}</p>${
        source &&
        html`<p>${next.source}: <a href="${source.url}" lang="${titleLang === lang ? lang : titleLang}">${source.title}</a></p>`
      }</li>`,
  )}</ul>`;
