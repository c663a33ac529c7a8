import type { Lang, Tags } from '../knowledge/model.ts';
import type { Content, NameOf } from './model.ts';
import { tagName } from './subjects.ts';
import type { Written } from './written.ts';

/** What was shared, as it would be filled in again: where a correction begins. Pure. */
export function writtenOf(
  content: Content,
  { nameOf, tags }: { nameOf: NameOf; tags: Tags },
  lang: Lang,
): Written {
  const { summary, municipalities, year, procedure, systems, dpia, agreement, links, contact } = content;
  const { kind, title, problem, done, result, again, otherwise, topic } = content;
  const consent = contact.role || contact.office ? 'yes' : '';
  return {
    kind,
    title,
    problem,
    done,
    result,
    again,
    otherwise,
    place: municipalities.map(nameOf).join(', '),
    year: year === null ? '' : `${year}`,
    procedure: procedure ?? '',
    systems: systems.join(', '),
    topic,
    tags: content.tags.map((slug) => tagName(slug, tags, lang)).join(', '),
    dpia: dpia.done ?? '',
    dpiaLink: dpia.link,
    agreement: agreement.done ?? '',
    agreementLink: agreement.link,
    links: links.map(({ title, url }) => `${title} ${url}`).join('\n'),
    ...contact,
    consent,
    nb: summary.nb ?? '',
    nn: summary.nn ?? '',
    en: summary.en ?? '',
  };
}
