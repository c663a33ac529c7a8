import type { Found, Municipalities } from '../knowledge/municipalities.ts';
import { placesIn } from './places.ts';

/** "Hva har Lillestrøm gjort?": the municipalities and counties whose shared solutions are asked for. Pure. */
export function wantsSolutions(
  question: string,
  norway: Municipalities,
): { where: { places: string[] }; found: Found[] } | undefined {
  const plain = question
    .normalize('NFC')
    .replace(/[?!.,:;]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length > MAX_LENGTH) return undefined;
  for (const pattern of ASKING) {
    const subject = pattern.exec(plain)?.groups?.subject;
    if (subject === undefined || !norway.onlyPlaces(subject)) continue;
    const { found, numbers } = placesIn(subject, norway);
    if (numbers.length > 0) return { where: { places: numbers }, found };
  }
  return undefined;
}

/** Longer ones tell of a case, and ask for more than a list. */
const MAX_LENGTH = 160;

const ADVERB =
  '(?: (?:egentlig|eigentleg|allerede|allereie|faktisk|noen ?gang(?:er)?|nokon gong|ever|already|actually))?';
const PREPOSITION = '(?:fra|frå|i|hos|til|av|from|in|of|by)';
const ABOUT = '(?: (?:med|om|på|for|når|innen|innan|with|about|on|for|in|when) .*)?';
/** "Gjort" alone is what is asked; "gjort galt" is about a case. */
const DONE = `(?:gjort|done)(?:(?= (?:noe|noko|det|dette|sammen|saman|felles|i|av|anything|together)(?!\\p{L})).*)?${ABOUT}`;
const USED = [
  'delt|brukt|prøv[dt]|testet|testa|lært|erfart|lag[ae]?[dt]|laga|utviklet|utvikla|kjøpt|anskaffet|skaffet|skaffa',
  'innført|gjennomført|løst|løyst|(?:tatt|teke) i bruk|publisert|shared|used|tried|tested|learn(?:ed|t)|made|built',
  'developed|bought|procured|introduced|solved|published',
].join('|');
const HAVE_DONE = `(?:${DONE}|(?:${USED})(?: .*)?)`;
const EXPERIENCE = [
  '(?:erfaring(?:er|ar|ane|ene)?|røynsl(?:e|er|ene)|løsning(?:er|ene)?|løysing(?:ar|ane)?|prosjekt(?:er|ene|a)?',
  'eksemp(?:el|ler|la)|lærdom(?:mer|mar)?|experiences?|solutions?|lessons(?: learn(?:ed|t))?|examples?|projects?)',
].join('|');
const SUBJECT = '(?<subject>.+?)';

/** How people ask what a place has done or shared. The subject is what must be a place, and nothing else. */
const ASKING = [
  // Hva har Lillestrøm gjort? Har Agder brukt …? What has Asker shared?
  `(?:(?:hva|kva|hvordan|korleis|what|how|(?:hvilken?|hvilket|kva for|hva slags|hvor mange|kor mange|which|how many)(?: \\p{L}+){0,2}) )?(?:har|has|have) ${SUBJECT}${ADVERB} ${HAVE_DONE}`,
  // Hva Lillestrøm har gjort
  `(?:(?:hva|kva|hvordan|korleis|om|what|how|if|whether) )?${SUBJECT} (?:har|has|have)${ADVERB} ${HAVE_DONE}`,
  // Hvem i Agder har brukt …?
  `(?:hvem|kven|who|(?:hvilken?|hvilket|kva|kva for|which) (?:kommun\\p{L}+|municipalit\\p{L}+)) (?:i|fra|frå|in|from) ${SUBJECT} (?:har|has|have)${ADVERB} ${HAVE_DONE}`,
  // Hva gjorde Asker?
  `(?:hva|kva|hvordan|korleis) (?:gjorde|gjør|gjer|delte|deler|delar|lærte|brukte|kjøpte|prøvde) ${SUBJECT}(?: (?:det|dette))?(?: i \\d{4})?${ABOUT}`,
  `(?:(?:what|how|which \\p{L}+) )?(?:did|does|do) ${SUBJECT} (?:do|share|learn|use|buy|try)(?: (?:it|this))?${ABOUT}`,
  // Hva er delt fra Asker?
  `(?:hva|kva|what) (?:er|har blitt|vart|ble|is|was|has been) (?:delt|gjort|shared|done) ${PREPOSITION} ${SUBJECT}`,
  // Har Asker erfaring med …? Hvilke erfaringer har Asker?
  `(?:har|has|have|does|do) ${SUBJECT}(?: have)?(?: (?:noen?|nokon|nokre|noka|any|delte?))* ${EXPERIENCE}${ABOUT}`,
  `(?:(?:hvilken?|hva slags|kva|kva for|what|which) )?${EXPERIENCE} (?:har|has|have|does|do) ${SUBJECT}(?: have)?${ABOUT}`,
  // Erfaringer fra Trondheim
  `(?:(?:alle?|alt|all|noen|nokon|nokre|any|delte|shared|gode|good|the|hvilken?|kva|hva|what|which|er|are|har (?:du|dere|de)|finnes|finst|det|there|do you have) )*${EXPERIENCE}(?: (?:som |that )?(?:er |are )?(?:delt|shared))? ${PREPOSITION} ${SUBJECT}${ABOUT}`,
  // Trondheims erfaringer
  `(?:(?:hva|kva|what) (?:er|var|is|are|was|were) )?${SUBJECT} ${EXPERIENCE}${ABOUT}`,
  // Alt fra Asker
  `(?:alt|alle|all|everything|oversikt|overview)(?: (?:du|de|dere|you) (?:har|have|vet|veit|know))? (?:om|over|fra|frå|about|from|of) ${SUBJECT}`,
  // Asker kommune
  SUBJECT,
].map(
  (pattern) =>
    new RegExp(
      `^(?:(?:hei|hi|hello) )?(?:(?:kan|kunne|could|can) (?:du|dere|you) )?(?:please )?(?:(?:fortell|si|vis|gi|tell|show|give|list)e?(?: meg| oss| me| us| opp)?(?: om| about)? |(?:vet|veit|know) (?:du|dere) |do you know |(?:jeg|eg) lurer på )?${pattern}$`,
      'iu',
    ),
);
