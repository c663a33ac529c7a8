import type { Ask } from './ask/ask.ts';
import type { Links } from './links.ts';
import { notice } from './pages.ts';
import type { Served } from './server.ts';
import { textsIn } from './texts/texts.ts';

interface DocumentsDeps {
  links: Links;
  ask: Pick<Ask, 'csv'>;
  /** Results of a survey, and what is said of a link that leads nowhere. */
  results(token: string): Promise<Served>;
  now: () => Date;
}

/** What a signed link leads to: a list of shared solutions as a file, or whatever another job has there. */
export function createDocuments({ links, ask, results, now }: DocumentsDeps) {
  return async (token: string): Promise<Served> => {
    const opened = links.read(token);
    if (opened.kind === 'wrong' || opened.linked.kind !== 'list') return results(token);
    const { query, lang } = opened.linked;
    const t = textsIn(lang).lists;
    const body = opened.kind === 'valid' ? ask.csv(query, lang) : undefined;
    if (body !== undefined) {
      const filename = `${t.csvName} ${now().toISOString().slice(0, 10)}.csv`;
      return { type: 'text/csv; charset=utf-8', filename, body };
    }
    const { title, body: said } = opened.kind === 'expired' ? t.expired : t.gone;
    return { status: 410, type: 'text/html; charset=utf-8', body: notice(lang, title, said) };
  };
}
