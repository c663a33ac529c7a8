import { MIN_GROUP_TEXT } from '../model.ts';
import { html } from './markup.ts';
import type { Section, Telling } from './page.ts';

/** What people wrote, as they wrote it. None where nothing was asked that is answered in words. */
export function freeSection({ results, lang, t }: Telling): Section[] {
  const words = t.report.free;
  const asked = results.round.plan.form.pages
    .flatMap((page) => page.questions)
    .filter((question) => question.kind === 'text');
  if (asked.length === 0) return [];
  const said = asked.flatMap((question) => {
    const texts = results.texts.find((of) => of.question === question.id)?.texts ?? [];
    return texts.length > 0 ? [{ question, texts }] : [];
  });
  return [
    {
      id: 'free',
      title: words.title,
      body:
        said.length === 0
          ? html`<p>${words.few(MIN_GROUP_TEXT)}</p>`
          : html`<p>${words.intro}</p>${said.map(
              ({ question, texts }) =>
                html`<h3>${question.text[lang]}</h3><ul class="said">${texts.map((text) => html`<li>${text}</li>`)}</ul>`,
            )}`,
    },
  ];
}
