import type { Knowledge } from '../../knowledge/model.ts';
import type { Found, Municipalities } from '../../knowledge/municipalities.ts';
import type { Search } from '../../search/index.ts';
import { type Naming, openNaming } from '../../search/naming.ts';
import { placesIn } from '../places.ts';
import type { Entry } from './entries.ts';
import type { Filter, ListQuery } from './filter.ts';
import { filterOf } from './filter-of.ts';
import { frameWords } from './frame.ts';
import { asksForList } from './intent.ts';
import type { Nameable, Names } from './names.ts';
import { type Part, partsOf } from './parts.ts';
import { yearsIn } from './years.ts';

export interface ListReader {
  naming: Naming<Nameable['value']>;
  norway: Municipalities;
  /** Whether any shared solution has the value. */
  used(value: Nameable['value']): boolean;
  /** Whether it is an ordinary word, and so no misspelling. */
  known(word: string): boolean;
}

export interface ReadList extends ListQuery {
  /** The municipalities named. */
  found: Found[];
}

export function openReader(
  knowledge: Pick<Knowledge, 'glossary'>,
  names: Names,
  entries: Entry[],
  search: Pick<Search, 'has'>,
  norway: Municipalities,
): ListReader {
  // A short name is as likely another word, misspelt.
  const places = [...norway.all, ...norway.counties].filter(({ name }) => /^\p{L}{6,}$/u.test(name));
  const others = [...frameWords, ...places.map(({ name }) => name)];
  return {
    naming: openNaming(names.all, knowledge.glossary, others),
    norway,
    used: ({ field, value }) => entries.some(({ has }) => has[field].has(value)),
    known: (word) => search.has(word),
  };
}

/**
 * The list a question asks for. Every word must be understood: one that says something we do not list by ("kan",
 * "vi", "responssenter") makes it a question for the search. Pure; `today` is a date.
 */
export function readList(question: string, today: string, reader: ListReader): ReadList | undefined {
  const plain = question.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (plain.length > MAX_LENGTH) return undefined;
  const { years, rest } = yearsIn(withoutLead(plain), today);
  const parts = partsOf(rest, reader);
  if (!parts || !asksForList(parts, years !== undefined, reader.used)) return undefined;
  const named = parts.filter((part) => part.is === 'place');
  const places = named.map((part) => placesIn(part.text, reader.norway));
  const where: Filter = filterOf(parts, [...new Set(places.flatMap((place) => place.numbers))]);
  return {
    where: years ? [...where, { field: 'year', ...years }] : where,
    by: byMunicipality(parts) ? 'municipality' : 'solution',
    found: places.flatMap((place) => place.found),
  };
}

/** Longer ones tell of a case, and ask for more than a list. */
const MAX_LENGTH = 160;

/** How people begin before they ask. */
const LEAD =
  /^(?:(?:hei|heisann|hallo|hi|hello)[ ,!.]+)?(?:(?:kan|kunne|could|can|vil|would) (?:du|dere|de|you) )?(?:(?:vær så snill|ver så snill|please) )?(?:(?:jeg|eg|vi|me) (?:vil|ønsker|ønskjer|skulle|lurer på|trenger|treng)(?: gjerne)?(?: (?:å )?(?:se|sjå|ha|vite|få))? |i(?:'d| would) like (?:to see |to know )?|(?:fortell|fortel|si|tell)e?(?: meg| oss| me| us)?(?: om| about)? |(?:vet|veit|know) (?:du|dere)(?: om)? |do you know (?:if |of )?)?/iu;

const withoutLead = (text: string): string => text.replace(LEAD, '');

/** Whichever is named first is what is asked for: "hvilke kommuner har løsninger" and "løsninger fra kommunene". */
function byMunicipality(parts: Part[]): boolean {
  const first = parts.find((part) => part.is === 'who' || part.is === 'entry');
  return first?.is === 'who';
}
