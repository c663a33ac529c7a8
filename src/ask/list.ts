import { type Article, type Topic, topics } from '../knowledge/model.ts';

/** "Alt om DPIA", "vis alle artikler om sky", or a bare topic such as "personvern": asks for all there is, not for one answer. */
export function wantsList(
  question: string,
  articles: Article[],
): { of: { topic: Topic } | { tag: string }; articles: Article[] } | undefined {
  const plain = question
    .normalize('NFC')
    .toLowerCase()
    .replace(/[?!.,:]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const asked = ASKS_FOR_ALL.exec(plain);
  const subject = asked?.[1] ?? plain;
  const topic = TOPIC_WORDS.get(subject);
  if (topic) return { of: { topic }, articles: articles.filter((a) => a.topic === topic) };
  if (!asked) return undefined;
  const tag = subject.replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'a').replace(/[ _]+/g, '-');
  const tagged = articles.filter((a) => a.tags.includes(tag));
  return tagged.length > 0 ? { of: { tag: subject }, articles: tagged } : undefined;
}

const ASKS_FOR_ALL = new RegExp(
  [
    '^(?:(?:gi meg|vis(?: meg)?|list opp|show(?: me)?|sjå|få|(?:hvilke|kva for|what|which)) )?(?:en |ei )?',
    '(?:alle? (?:artikler|artiklar|sider|articles)|alt|all|everything|oversikt|liste|list|artikler|artiklar|articles)',
    '(?: (?:du (?:har|kan|vet|veit)|har du|finnes|finst|do you have|are there))? (?:om|over|about|on|of) (.+)$',
  ].join(''),
);

/** A Map, for people may also write "constructor". */
const TOPIC_WORDS = new Map<string, Topic>([
  ...topics.map((t) => [t, t] as const),
  ...Object.entries({
    anskaffelse: 'anskaffelser',
    anskaffingar: 'anskaffelser',
    'offentlige anskaffelser': 'anskaffelser',
    'offentlege anskaffingar': 'anskaffelser',
    procurement: 'anskaffelser',
    'public procurement': 'anskaffelser',
    gdpr: 'personvern',
    privacy: 'personvern',
    'data protection': 'personvern',
    'samarbeid mellom kommuner': 'samarbeid',
    'samarbeid mellom kommunar': 'samarbeid',
    cooperation: 'samarbeid',
    digitalisation: 'digitalisering',
  } as const),
]);
