import type { Lang } from '../../knowledge/model.ts';
import { langs } from '../../knowledge/model.ts';
import type { LinkedResults, Links } from '../../links.ts';
import type { Served } from '../../server.ts';
import { textsIn } from '../../texts/texts.ts';
import type { Results } from '../model.ts';
import type { Surveys } from '../survey.ts';
import { noticePage } from './frame.ts';
import { type Report, reportPage } from './page.ts';
import { dayOf } from './rules.ts';
import { sheetsOf } from './sheets.ts';

interface DocumentsDeps {
  links: Links;
  surveys: Pick<Surveys, 'resultsFor'>;
  /** By name; undefined when the tenant is tied to none. */
  municipalityOf(tenant: string): Promise<string | undefined>;
  readingFor: Report['readingFor'];
  now: () => Date;
}

/** What a signed link leads to: the report, a file of its numbers, or a page that says why there is nothing. */
export function createDocuments(deps: DocumentsDeps): (token: string) => Promise<Served> {
  const { links, surveys, municipalityOf, readingFor, now } = deps;

  /** One page at a time: however many open the same link at once, the bot has time for those who chat. */
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(make: () => Promise<T>): Promise<T> {
    const made = last.then(make);
    last = made.catch(() => {
      // Whoever asked for it hears of it; the next in turn is not held up.
    });
    return made;
  }

  async function report(
    linked: LinkedResults,
    until: Date,
    results: Results,
    municipality: string | undefined,
  ) {
    // Whoever has the page may go on to its other languages and its files, but for no longer.
    const left = until.getTime() - now().getTime();
    const inLang = (lang: Lang) => [lang, links.link({ ...linked, lang }, left)] as const;
    const file = (kind: 'csv' | 'xlsx') => links.link({ ...linked, kind }, left);
    return page(
      200,
      await reportPage({
        results,
        lang: linked.lang,
        municipality,
        readingFor,
        links: {
          lang: Object.fromEntries(langs.map(inLang)) as Record<Lang, string>,
          files: results.tooFew ? undefined : { xlsx: file('xlsx'), csv: file('csv') },
        },
        until: dayOf(until),
      }),
    );
  }

  return async (token) => {
    const opened = links.read(token);
    // A list of shared solutions is another job's to show.
    if (opened.kind === 'wrong' || !('round' in opened.linked))
      return page(404, noticePage('wrong', undefined));
    const { linked } = opened;
    if (opened.kind === 'expired') return page(410, noticePage('expired', linked.lang));
    const results = await surveys.resultsFor(linked.tenant, linked.round, linked.names);
    if (!results) return page(410, noticePage('gone', linked.lang));
    const municipality = await municipalityOf(linked.tenant);
    if (linked.kind === 'report') {
      return inTurn(() => report(linked, opened.until, results, municipality));
    }
    const sheets = sheetsOf(results, linked.lang, municipality);
    const filename = `${nameOf(results, linked.lang)}.${linked.kind}`;
    // The libraries are read when the first file is made, not at start.
    if (linked.kind === 'csv') {
      const { csvOf } = await import('./csv.ts');
      return { type: 'text/csv; charset=utf-8', filename, body: csvOf(sheets, linked.lang) };
    }
    const { xlsxOf } = await import('./xlsx.ts');
    return { type: XLSX, filename, body: await xlsxOf(sheets, linked.lang) };
  };
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const page = (status: number, body: string): Served => ({ status, type: 'text/html; charset=utf-8', body });

/** "Resultater Digital modenhet 2026-11-20": what file systems take, whatever the survey is called. */
function nameOf({ round, closedAt }: Results, lang: Lang): string {
  const title = textsIn(lang).report.title(round.plan.form.title[lang]);
  const safe = title
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${safe} ${dayOf(closedAt)}`;
}
