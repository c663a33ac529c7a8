import { MIN_GROUP_TEXT, MIN_OTHERS } from '../model.ts';
import { html, type Markup } from './markup.ts';
import type { Report, Section, Telling } from './page.ts';
import { dayOf } from './rules.ts';

/** Who asked, when, and whom. */
export function aboutSection({ results, t }: Telling, municipality: string | undefined): Section {
  const { about, number } = t.report;
  const { round, closedAt } = results;
  const { form, opensAt, anonymous } = round.plan;
  const closed = t.date(dayOf(closedAt));
  const count = form.pages.reduce((sum, page) => sum + page.questions.length, 0);
  const facts: [string, string][] = [
    ...(municipality ? [[about.municipality, municipality] as [string, string]] : []),
    [about.askedBy, round.ownerName],
    [about.period, opensAt ? about.fromTo(t.date(dayOf(opensAt)), closed) : about.closed(closed)],
    [about.questions, number(count, 0)],
    [about.kind, anonymous ? about.anonymous : about.named],
  ];
  return {
    id: 'about',
    title: about.title,
    body: html`<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`,
  };
}

export function privacySection({ results, t }: Telling): Section {
  const { privacy } = t.report;
  const { anonymous, minGroup } = results.round.plan;
  const lines = anonymous ? privacy.anonymous(minGroup, MIN_GROUP_TEXT) : privacy.named(minGroup);
  return { id: 'privacy', title: privacy.title, body: listed(lines) };
}

export function methodSection({ results, t }: Telling): Section[] {
  const { method } = t.report;
  return results.scores.length === 0
    ? []
    : [{ id: 'method', title: method.title, body: listed(method.lines(MIN_OTHERS)) }];
}

export function fileSection({ t }: Telling, files: Report['links']['files']): Section[] {
  const { files: words } = t.report;
  if (!files) return [];
  return [
    {
      id: 'files',
      title: words.title,
      kind: 'screen',
      body: html`<ul><li><a href="${files.xlsx}">${words.xlsx}</a></li><li><a href="${files.csv}">${words.csv}</a></li></ul>`,
    },
  ];
}

const listed = (lines: string[]): Markup => html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
