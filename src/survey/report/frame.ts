import { type Lang, langs } from '../../knowledge/model.ts';
import { textsIn } from '../../texts/texts.ts';
import { html, type Markup, trusted } from './markup.ts';
import { style } from './style.ts';

/** A whole page: everything it needs stands in it, for it may run no script and fetch nothing. */
export function framed(lang: Lang, title: string, body: Markup): string {
  return html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Samvit</title><style>${trusted(style)}</style></head>
<body><div class="page">${body}</div></body></html>
`.markup;
}

/** Where a link leads that no longer leads anywhere. Without a language to say it in, it is said in all. */
export function noticePage(kind: 'gone' | 'expired' | 'wrong', lang: Lang | undefined): string {
  const said = (lang ? [lang] : langs).map((l) => ({ l, ...textsIn(l).report[kind] }));
  const [first, ...rest] = said;
  return framed(
    first!.l,
    first!.title,
    html`<main><h1>${first!.title}</h1><p class="lead">${first!.body}</p>${rest.map(
      ({ l, title, body }) => html`<section lang="${l}"><h2>${title}</h2><p>${body}</p></section>`,
    )}</main>`,
  );
}
