import type { Said } from '../../ask/lists/list.ts';
import { joinedBy } from '../words.ts';
import type { Kind } from './texts.ts';

/** The small words of a language that join what a list is of. */
export interface Joining {
  about: string;
  by: string;
  from: string;
  inside: string;
  and: string;
  or: string;
  years(from: number | undefined, to: number | undefined): string;
}

/** " om velferdsteknologi med konkurransepreget dialog fra digi-nettverk i Agder siden 2020", or nothing. */
export function phraseOf(said: Said[], joining: Joining): string {
  const network = said.some(({ field }) => field === 'network');
  const parts = said.flatMap((one) => {
    switch (one.field) {
      case 'kind':
        return [];
      case 'year':
        return joining.years(one.from, one.to);
      case 'place':
        return `${network ? joining.inside : joining.from} ${joinedBy(one.names, joining.and)}`;
      case 'subject':
        return `${joining.about} ${joinedBy(one.names, joining.or)}`;
      case 'network':
        return `${joining.from} ${joinedBy(one.names, joining.or)}`;
      default:
        return `${joining.by} ${joinedBy(one.names, joining.or)}`;
    }
  });
  return parts.map((part) => ` ${part}`).join('');
}

/** What a list is narrowed by alone, as a button says it. */
export function filterName(said: Said, { or, years }: Joining, kinds: (kinds: Kind[]) => string): string {
  if (said.field === 'year') return years(said.from, said.to);
  return said.field === 'kind' ? kinds(said.kinds) : joinedBy(said.names, or);
}

/** The kinds a list is of, when it is of some and not of all. */
const kindsIn = (said: Said[]): Kind[] => said.flatMap((one) => (one.field === 'kind' ? one.kinds : []));

/** Only this kind is asked for. */
export const onlyKind = (said: Said[]): Kind | undefined => {
  const kinds = kindsIn(said);
  return kinds.length === 1 ? kinds[0] : undefined;
};
