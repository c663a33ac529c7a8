import type { Lang } from '../knowledge/model.ts';

/**
 * The language of a short question, or undefined when no word in it tells ("DPIA?").
 * `locale` settles what is written alike in bokmål and nynorsk. Small words tell bokmål, nynorsk and English apart better than letter statistics do on ten words
 * (docs/decisions/006-language.md has the figures).
 */
export function detectLanguage(text: string, locale?: Lang): Lang | undefined {
  const score: Record<Lang, number> = { nb: 0, nn: 0, en: 0 };
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    for (const lang of ['nb', 'nn', 'en'] as const) if (WORDS[lang].has(word)) score[lang] += 2;
    if (/(?:leg|lege|leik|heit|heita|semd|ane|ingar|asjonar|ar|aste)$/.test(word) && word.length > 5)
      score.nn += 1;
    if (/(?:lig|lige|het|heten|ene|else|elser|elsen|asjoner)$/.test(word) && word.length > 5) score.nb += 1;
    if (
      /(?:tion|tions|ment|ments|ity|ities|ing|ies|ness)$/.test(word) &&
      /[cwqxz]|th|ph|sh|ty$|tion/.test(word)
    )
      score.en += 1;
    if (/[æøå]/.test(word) || BOTH.has(word)) {
      score.nb += 0.5;
      score.nn += 0.5;
    }
  }
  // Much of bokmål and nynorsk is written alike; then the person's own setting tells, else bokmål, the more common.
  if (locale === 'nn' && score.nn >= score.nb && score.nn > 0 && score.nn >= score.en) return 'nn';
  // A Norwegian sentence with English terms in it is still Norwegian.
  const best = (['nb', 'nn', 'en'] as const).reduce((a, b) => (score[b] > score[a] ? b : a));
  return score[best] > 0 ? best : undefined;
}

/** A Teams locale as one of ours: "nn-NO" is nynorsk, other Norwegian bokmål, everything else English. */
export function languageOfLocale(locale: string | undefined): Lang | undefined {
  const tag = locale?.toLowerCase().split(/[-_]/)[0];
  if (!tag) return undefined;
  if (tag === 'nn') return 'nn';
  return ['nb', 'no', 'da', 'sv'].includes(tag) ? 'nb' : 'en';
}

const words = (text: string) => new Set(text.trim().split(/\s+/));
const WORDS: Record<Lang, Set<string>> = {
  nb: words(`
    hva hvordan hvem hvor hvorfor hvilken hvilke hvilket ikke jeg noen noe dere deres hun fra være vært bare mye
    disse egen uten gjøre gjør kunngjøring kunngjøre kunngjøres tilbud anbud kommuner kommunene avtaler tjenester en
    et mer nå trenger spørre begge enn anskaffelse anskaffelser loven forskriften hvis våre selv
    dem henne sier trengs virksomhet hjemmel tredjeland offentlig personvernombud kreves brukes skrives deles lages kjøpes
    sendes slettes gjelder ble mister forskjellen barna elevene
  `),
  nn: words(`
    kva korleis kven kvar kvifor kor ikkje eg nokon noko dykk dykkar dei deira ho frå vere vore berre mykje
    desse eigen utan gjere gjer kunngjering kunngjere tilbod anbod kommunar kommunane avtalar tenester ein eit meir no
    treng spørje båe enn anskaffing anskaffingar lova forskrifta korkje sjølv dess henne seier trengst
    verksemd heimel offentleg personvernombod krevst brukast skrivast delast lagast kjøpast sendast slettast gjeld tyder vert
    vart blir skilnaden borna elevane sjølve nokre kvart kvarandre einskild medan saman fyrst opplysningar
    tryggleik handsamar handsaming teieplikt fristane saka skulen skular gje leiar leiarar leiaren undersøking undersøkinga undersøkingar undersøkingane spørjeundersøking
  `),
  en: words(`
    hi hello hey thanks thank new my survey surveys help what how who where why which when not do does did can could should shall would must we you our your the a an is are was
    were be of to in on for with by from and or if it its this that these those there have has had need needs without about
    under between after before any all more much many who whom us they them their will may contract contracts procurement
    tender tenders agreement municipality municipalities supplier suppliers threshold thresholds deadline deadlines law
    personal data breach consent joint purchase buy at least long rule rules explain
  `),
};
/** Norwegian, but no help in telling bokmål from nynorsk. */
const BOTH = words(
  'kan vi må skal er det som og av til på ved når har om den de i med mellom vil få men eller dei hei takk hjelp liste alle over om hos personvern',
);
// Words that stand in both Norwegian lists tell nothing between them; "for", "under", "all", "data" nothing at all.
for (const word of [
  'for',
  'under',
  'all',
  'data',
  'med',
  'a',
  'is',
  'at',
  'do',
  'must',
  'had',
  'me',
  'in',
  'by',
])
  WORDS.en.delete(word);
