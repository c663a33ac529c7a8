import type { Who } from '../people/who.ts';

/** What may be done with what was shared, by whom and when. Pure. */

/** `waiting`: for the editors. `changes`: they have asked for some. What others see meanwhile is `published`. */
export const entryStates = ['waiting', 'changes', 'approved', 'rejected', 'withdrawn'] as const;
export type EntryState = (typeof entryStates)[number];

/** How a version came to be. */
export type Made = 'shared' | 'corrected' | 'restored' | 'withdrawn';

export const decisions = ['approve', 'changes', 'reject', 'withdraw', 'restore'] as const;
export type Decided = (typeof decisions)[number];

/** Why something is refused; the texts say what to do about each. */
export type Refusal =
  | 'gone'
  | 'not-yours'
  | 'not-editor'
  /** Someone else has decided in the meantime: the entry says who and what. */
  | 'decided'
  /** It has been changed since it was looked at. */
  | 'newer'
  | 'wrong-state'
  | 'incomplete';

export interface Standing {
  tenant: string;
  person: string | null;
  state: EntryState;
  version: number;
  published: number | null;
}

export interface Party {
  who: Pick<Who, 'tenant' | 'person'>;
  /** May decide what others share. */
  editor: boolean;
}

const isOwner = ({ who }: Party, entry: Standing): boolean => entry.person === who.person;

/** An editor decides for their own municipality only. */
export const isEditorOf = ({ who, editor }: Party, entry: Standing): boolean =>
  editor && entry.tenant === who.tenant;

export const maySee = (party: Party, entry: Standing): boolean =>
  isOwner(party, entry) || isEditorOf(party, entry);

/** Why it may not be corrected; undefined when it may. */
export function correcting(party: Party, entry: Standing): Refusal | undefined {
  if (!maySee(party, entry)) return 'not-yours';
  // What was turned down can be mended and sent in again; what is withdrawn is for editors to restore.
  return entry.state === 'withdrawn' ? 'wrong-state' : undefined;
}

/** `seen` is the version that was looked at when it was decided: nobody's card of last year decides on what is new. */
export function deciding(party: Party, entry: Standing, seen: number): Refusal | undefined {
  if (!isEditorOf(party, entry)) return 'not-editor';
  if (entry.state !== 'waiting') return 'decided';
  return entry.version === seen ? undefined : 'newer';
}

export function withdrawing(party: Party, entry: Standing): Refusal | undefined {
  if (!maySee(party, entry)) return 'not-yours';
  if (entry.state === 'withdrawn') return 'decided';
  return entry.state === 'rejected' ? 'wrong-state' : undefined;
}

/** `seen` is the newest version when it was chosen: each version is restored once, however often it is pressed. */
export function restoring(
  party: Party,
  entry: Standing,
  { number, seen }: { number: number; seen: number },
): Refusal | undefined {
  if (!isEditorOf(party, entry)) return 'not-editor';
  if (entry.version !== seen) return 'newer';
  const shown = entry.published === number && entry.state === 'approved';
  return shown || number < 1 || number > entry.version ? 'wrong-state' : undefined;
}

/** The newest version is a correction that was rejected, and others still see the one before. */
export const isTurnedDown = ({ state, published, version }: Standing): boolean =>
  state === 'approved' && published !== version;

/** What was turned down leaves what others see as it was. */
export const stateAfter = (what: Decided, { published }: Standing): EntryState => {
  switch (what) {
    case 'approve':
    case 'restore':
      return 'approved';
    case 'changes':
      return 'changes';
    case 'reject':
      return published === null ? 'rejected' : 'approved';
    case 'withdraw':
      return 'withdrawn';
  }
};
