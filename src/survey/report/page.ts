import { type Lang, langs } from '../../knowledge/model.ts';
import { type Texts, textsIn } from '../../texts/texts.ts';
import type { Dimension, Results } from '../model.ts';
import { aboutSection, fileSection, methodSection, privacySection } from './about.ts';
import { answerSections } from './answers.ts';
import { framed } from './frame.ts';
import { freeSection } from './free.ts';
import { groupSection } from './groups.ts';
import { html, type Markup } from './markup.ts';
import { nextSection, type Reading } from './next.ts';
import { isCounted, percentOf, standingOf } from './rules.ts';
import { scoreSection } from './scores.ts';

export interface Report {
  results: Results;
  lang: Lang;
  /** By name; undefined when the tenant is tied to none. */
  municipality: string | undefined;
  /** What helps with a dimension; handed in by whoever knows the knowledge base. */
  readingFor: (dimension: Dimension, lang: Lang) => Reading;
  /** Addresses of the same report in each language, and of its files; without files where names would leave with them. */
  links: { lang: Record<Lang, string>; files: { xlsx: string; csv: string } | undefined };
  /** When the link stops working, as "2026-12-04". */
  until: string;
}

/** What the sections are made from. */
export interface Telling {
  results: Results;
  lang: Lang;
  t: Texts;
  title(dimension: string): string;
}

/** A heading, and what stands under it. */
export interface Section {
  id: string;
  title: string;
  body: Markup;
  /** On paper it is not divided between two pages where it fits on one; on a screen alone it is not printed. */
  kind?: 'whole' | 'screen';
}

/** The report as one HTML page that stands alone: read on a screen or a phone, read aloud, or printed. */
export async function reportPage(report: Report): Promise<string> {
  const { results, lang, links } = report;
  const t = textsIn(lang);
  const r = t.report;
  const { form } = results.round.plan;
  const title = (id: string) => form.dimensions.find((d) => d.id === id)?.title[lang] ?? id;
  const telling: Telling = { results, lang, t, title };
  const heading = r.title(form.title[lang]);
  const sections = await sectionsOf(report, telling);
  return framed(
    lang,
    heading,
    html`<a class="skip" href="#content">${r.skip}</a>
<header><div class="top"><span class="soft">Samvit</span>${languageNav(lang, links.lang, r.languages)}</div></header>
<main id="content" tabindex="-1"><h1>${heading}</h1><p class="lead">${form.purpose[lang]}</p>
${sections.length > 3 && contentsNav(sections, r.contents)}
${sections.map(
  ({ id, title, body, kind }) =>
    html`<section id="${id}" aria-labelledby="${id}-h" class="${kind ?? 'text'}"><h2 id="${id}-h">${title}</h2>${body}</section>
`,
)}</main>
<footer><p>${r.footer} ${html`<span class="screen">${r.expires(t.date(report.until))}</span>`}</p></footer>`,
  );
}

async function sectionsOf(report: Report, telling: Telling): Promise<Section[]> {
  const { municipality, links } = report;
  const about = aboutSection(telling, municipality);
  const privacy = privacySection(telling);
  if (telling.results.tooFew) return [briefSection(telling), about, privacy];
  const next = nextSection(telling, report.readingFor);
  return [
    briefSection(telling),
    ...(await scoreSection(telling)),
    ...next,
    ...(await answerSections(telling)),
    ...groupSection(telling),
    ...freeSection(telling),
    about,
    privacy,
    ...methodSection(telling),
    ...fileSection(telling, links.files),
  ];
}

function briefSection({ results, t, title }: Telling): Section {
  const r = t.report;
  const { answered, invited, tooFew, scores, round } = results;
  const { best, weakest, mostChanged } = standingOf(scores);
  const lines = [
    isCounted(round)
      ? r.brief.rate(answered, invited, percentOf(answered, invited))
      : r.brief.answered(answered),
    ...(best ? [r.brief.best(title(best.dimension), best.score)] : []),
    ...(best && weakest ? [r.brief.weakest(title(weakest.dimension), weakest.score)] : []),
    ...(mostChanged ? [r.brief.changed(title(mostChanged.dimension), mostChanged.change)] : []),
  ];
  return {
    id: 'brief',
    title: tooFew ? r.tooFew.title : r.brief.title,
    body: tooFew
      ? html`<p>${r.tooFew.body(round.plan.minGroup)}</p>`
      : html`<ul class="brief">${lines.map((line) => html`<li>${line}</li>`)}</ul>`,
  };
}

const languageNav = (lang: Lang, links: Record<Lang, string>, label: string): Markup =>
  html`<nav class="screen" aria-label="${label}"><ul>${langs.map((l) =>
    l === lang
      ? html`<li aria-current="true">${nameOf(l)}</li>`
      : html`<li><a href="${links[l]}" lang="${l}" hreflang="${l}">${nameOf(l)}</a></li>`,
  )}</ul></nav>`;

const nameOf = (lang: Lang): string => {
  const name = textsIn(lang).languageName;
  return name.charAt(0).toUpperCase() + name.slice(1);
};

const contentsNav = (sections: Section[], label: string): Markup =>
  html`<nav class="contents screen" aria-labelledby="contents"><p id="contents">${label}</p><ul>${sections.map(
    ({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`,
  )}</ul></nav>`;
