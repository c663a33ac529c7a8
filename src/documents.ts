import type { Ask } from './ask/ask.ts';
import type { Lang } from './knowledge/model.ts';
import type { Linked, LinkedResults, Links } from './links.ts';
import { notice } from './pages.ts';
import type { Served } from './server.ts';
import { textsIn } from './texts/texts.ts';

interface DocumentsDeps {
  links: Links;
  ask: Pick<Ask, 'csv'>;
  /** What was not answered in a tenant, as a file. */
  gaps(tenant: string, lang: Lang): Promise<string>;
  /** Results of a survey, and what is said of a link that leads nowhere. */
  results(token: string): Promise<Served>;
  now: () => Date;
}

/** What a signed link leads to: a list as a file, or whatever another job has there. */
export function createDocuments({ links, ask, gaps, results, now }: DocumentsDeps) {
  return async (token: string): Promise<Served> => {
    const opened = links.read(token);
    if (opened.kind === 'wrong' || 'round' in opened.linked) return results(token);
    const { linked } = opened;
    const t = textsIn(linked.lang);
    const name = linked.kind === 'list' ? t.lists.csvName : t.handoff.gaps.csvName;
    const body = opened.kind === 'valid' ? await csvOf(linked) : undefined;
    if (body !== undefined) {
      const filename = `${name} ${now().toISOString().slice(0, 10)}.csv`;
      return { type: 'text/csv; charset=utf-8', filename, body };
    }
    const { title, body: said } = opened.kind === 'expired' ? t.lists.expired : t.lists.gone;
    return { status: 410, type: 'text/html; charset=utf-8', body: notice(linked.lang, title, said) };
  };

  async function csvOf(linked: Exclude<Linked, LinkedResults>): Promise<string | undefined> {
    return linked.kind === 'list' ? ask.csv(linked.query, linked.lang) : gaps(linked.tenant, linked.lang);
  }
}
