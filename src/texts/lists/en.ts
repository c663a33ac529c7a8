import { joinedBy } from '../words.ts';
import { filterName, type Joining, onlyKind, phraseOf } from './phrase.ts';
import type { Kind, ListTexts } from './texts.ts';

const joining: Joining = {
  about: 'on',
  by: 'with',
  from: 'from',
  inside: 'in',
  and: 'and',
  or: 'or',
  years(from, to) {
    if (from === undefined) return `up to ${to}`;
    if (to === undefined) return `since ${from}`;
    return from === to ? `in ${from}` : `from ${from} to ${to}`;
  },
};
const ONE = {
  solution: 'One solution',
  experience: 'One experience',
  need: 'One reported need',
  any: 'One solution or experience',
};
const MANY = {
  solution: 'solutions',
  experience: 'experiences',
  need: 'reported needs',
  any: 'solutions and experiences',
};
const either = {
  solution: 'solutions',
  experience: 'experiences',
  need: 'reported needs',
  any: 'solutions or experiences',
};

export const en: ListTexts = {
  solutions(count, of) {
    const kind = onlyKind(of) ?? 'any';
    return `${count === 1 ? ONE[kind] : `${count} ${MANY[kind]}`}${phraseOf(of, joining)}`;
  },
  municipalities(count, others, of) {
    const what = `${either[onlyKind(of) ?? 'any']}${phraseOf(of, joining)}`;
    return `${who(count, others)} ${count + others === 1 ? 'has' : 'have'} ${what}`;
  },
  none(of) {
    const only = onlyKind(of);
    return only
      ? `No ${either[only]} have been shared${phraseOf(of, joining)} yet`
      : `Nothing has been shared${phraseOf(of, joining)} yet`;
  },
  all: 'This is everything in the knowledge base.',
  unsaid: {
    procedure: (n) =>
      n === 1
        ? 'One does not say which procedure, and is left out.'
        : `${n} do not say which procedure, and are left out.`,
    year: (n) =>
      n === 1
        ? 'One does not say which year, and is left out.'
        : `${n} do not say which year, and are left out.`,
  },
  empty: (places) => `Nothing has been added from ${joinedBy(places, 'and')} yet.`,
  near: 'This comes nearest',
  narrowed: 'Narrowed to',
  filter: (said) => filterName(said, joining, kindNames),
  remove: (filter) => `Remove: ${filter}`,
  next: (left) => `Show more (${left} left)`,
  previous: 'Show the previous ones',
  by: { solution: 'Show as solutions', municipality: 'Show as municipalities' },
  andMore: (n) => `and ${n} more`,
  kind: { solution: 'Solution', experience: 'Experience', need: 'Reported need' },
  csv: 'Download as CSV',
  csvName: 'Shared solutions',
  gone: {
    title: 'The list is no longer there',
    body: 'The knowledge base has changed since the link was made. Ask the question in Samvit again, and you get a new link.',
  },
  expired: {
    title: 'The link is too old',
    body: 'The link to the list worked for 14 days. Ask the question in Samvit again, and you get a new one.',
  },
  columns: [
    'Title',
    'Kind',
    'Municipalities',
    'Counties',
    'Networks and others',
    'Year',
    'Procedure',
    'Topic',
    'Tags',
    'Systems',
    'Summary',
    'Sources',
  ],
};

/** "4 kommuner og én annen": others are networks and the like. */
function who(count: number, others: number): string {
  const more = others === 1 ? 'one other' : `${others} others`;
  if (count === 0) return `No municipalities, but ${more}`;
  const municipalities = count === 1 ? 'One municipality' : `${count} municipalities`;
  return others === 0 ? municipalities : `${municipalities} and ${more}`;
}

const kindNames = (kinds: Kind[]): string =>
  joinedBy(
    kinds.map((kind) => MANY[kind]),
    'and',
  );
