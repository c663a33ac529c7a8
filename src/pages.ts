import { type Lang, langs } from './knowledge/model.ts';
import { textsIn } from './texts/texts.ts';

/** The web pages that the Teams app package links to, in bokmål, nynorsk and English on one page each. */
export function pages(): Record<string, string> {
  return {
    '/': page((t) => ({ title: t.welcome.title, lines: [t.welcome.what, t.welcome.who] })),
    '/personvern': page((t) => t.privacy),
    '/vilkar': page((t) => t.terms),
  };
}

/** One page that says one thing, in one language. */
export const notice = (lang: Lang, title: string, body: string): string =>
  framed(lang, `<section><h2>${escaped(title)}</h2><p>${escaped(body)}</p></section>`);

function page(say: (t: ReturnType<typeof textsIn>) => { title: string; lines: string[] }): string {
  const parts = langs.map((lang) => {
    const { title, lines } = say(textsIn(lang));
    return `<section lang="${lang}"><h2>${escaped(title)}</h2>${lines.map((l) => `<p>${escaped(l)}</p>`).join('')}</section>`;
  });
  return framed('nb', parts.join(''));
}

const framed = (lang: Lang, main: string): string =>
  [
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Samvit</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<style>body{font:1.1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;',
    'color-scheme:light dark}</style></head><body><main><h1>Samvit</h1>',
    main,
    '</main></body></html>',
  ].join('');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
