import type { Nameable } from './names.ts';
import type { Part } from './parts.ts';

type Is = Part['is'];

/**
 * Whether a question whose words are all understood asks for a list. "Hvem har innsyn?" and "Er Oslo med i Fiks?" are
 * understood to the last word, and ask for something else.
 */
export function asksForList(
  parts: Part[],
  years: boolean,
  used: (value: Nameable['value']) => boolean,
): boolean {
  if (!isWhole(parts) || standsBetween(parts)) return false;
  const has = (...kinds: Is[]) => parts.some((part) => kinds.includes(part.is));
  const values = parts.flatMap((part) => (part.is === 'value' ? part.values : []));
  const filtered = has('place') || values.length > 0 || years;
  // A tag that no solution has may as well be what an ordinary question is about.
  const told = values.length === 0 || values.some(used);
  const all = has('all', 'many');

  const entries = parts.filter((part) => part.is === 'entry');
  if (entries.length > 0) {
    if (has('how')) return false;
    const needs = entries.every((part) => part.kinds.includes('need'));
    if (needs)
      return filtered ? has('which', 'all', 'many', 'shared') : all || (has('which') && has('shared'));
    if (!filtered) return all || (has('which') && has('exist', 'shared'));
    const experiences = entries.some((part) => part.kinds.includes('experience')) && has('which', 'exist');
    return told || all || experiences || has('shared', 'who', 'place');
  }
  if (has('who') && !onlySome(parts)) {
    if (has('how') || !placesAreWithin(parts)) return false;
    if (filtered) return has('did', 'shared') || (values.length > 0 && told && has('was', 'got', 'use'));
    return has('shared') && has('which', 'many', 'all');
  }
  if (parts.filter(isPlace).length === 1) {
    if (has('what') && has('is') && has('shared')) return true;
    if (has('how')) return has('was') && values.length === 0;
    if (has('does')) return values.length === 0;
    return has('did', 'shared', 'made', 'was') ? subjectIsPlace(parts) : onlyPlace(parts, told);
  }
  return has('shared') && filtered && has('what', 'all') && has('is', 'exist', 'all', 'got');
}

/** Nothing is left hanging, and what "hvilke" and "hvor mange" ask about is what we list. */
function isWhole(parts: Part[]): boolean {
  const first = parts[0]?.is;
  const last = parts.at(-1)?.is;
  if (last === 'of' || last === 'and' || last === 'article' || last === 'about') return false;
  // "Var Oslo med?" is answered with yes or no; "er det noen som" asks who.
  if (first === 'is' && !parts.some((part) => part.is === 'who')) return false;
  return parts.every((part, at) => {
    switch (part.is) {
      case 'joint':
        return false;
      case 'article':
        // "En DPIA" names a DPIA and "en liste" a list; "en løsning" asks what a solution is.
        return parts[at + 1]?.is === 'value' || parts[at + 1]?.is === 'all';
      case 'what': {
        // "Kva krav gjeld" asks which.
        const asked = parts[at + 1];
        return asked?.is !== 'value' || isPlace(asked);
      }
      case 'which':
      case 'many': {
        const asked = parts.slice(at + 1).find(({ is }) => is !== 'fill' && is !== 'of' && is !== 'all');
        return asked?.is === 'who' || asked?.is === 'entry' || isGeneral(asked, parts);
      }
      default:
        return true;
    }
  });
}

/** "Hvilke digi-nettverk har delt erfaringer". */
function isGeneral(asked: Part | undefined, parts: Part[]): boolean {
  const general = asked?.is === 'value' && asked.values.every((value) => value.general);
  return general && parts.some((part) => part.is === 'entry' || part.is === 'shared');
}

/** "Har leverandøren brukt": it is not places that are asked about. */
function standsBetween(parts: Part[]): boolean {
  const verb = (part: Part) => ['did', 'shared', 'made', 'was', 'got'].includes(part.is);
  return parts.some((part, at) => {
    if (part.is !== 'have') return false;
    const end = parts.findIndex((later, n) => n > at && verb(later));
    return parts
      .slice(at, Math.max(at, end))
      .some((between) => between.is === 'value' && between.values.every(({ field }) => field !== 'network'));
  });
}

/** "Noen" that stands neither for someone who has done it nor before "kommuner" asks for no one. */
function onlySome(parts: Part[]): boolean {
  return parts.every(
    (part, at) =>
      part.is !== 'who' ||
      (part.some &&
        !['have', 'exist', 'is'].includes(before(parts, at)?.is ?? '') &&
        parts[at + 1]?.is !== 'who'),
  );
}

const before = (parts: Part[], at: number): Part | undefined =>
  parts.slice(0, at).findLast((part) => part.is !== 'fill');

/** "Hvem i Agder har brukt", and not "hvem samarbeidet Stavanger med". */
function placesAreWithin(parts: Part[]): boolean {
  return parts.every((part, at) => !isPlace(part) || ['of', 'and'].includes(before(parts, at)?.is ?? ''));
}

/** A place or a network: one that can have done something. */
const isPlace = (part: Part): boolean =>
  part.is === 'place' ||
  (part.is === 'value' && part.values.every(({ field, general }) => field === 'network' && !general));

/** The place stands before what was done with it: "hva har Asker gjort med DPIA". */
function subjectIsPlace(parts: Part[]): boolean {
  const first = parts.find((part) => isPlace(part) || part.is === 'value');
  return first !== undefined && isPlace(first);
}

/** "Asker kommune", "alt om Agder", "alt om skole fra Agder". */
function onlyPlace(parts: Part[], told: boolean): boolean {
  const [only, more] = parts;
  const is = (...kinds: Is[]) => parts.some((part) => kinds.includes(part.is));
  if (!is('all')) return only?.is === 'place' && !more;
  if (!is('place') || (is('value') && !(told && is('about')))) return false;
  return parts.every((part) => ['place', 'all', 'of', 'about', 'fill', 'value'].includes(part.is));
}
