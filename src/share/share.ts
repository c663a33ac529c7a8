import type { Lang } from '../knowledge/model.ts';
import type { Solution } from '../knowledge/solution.ts';
import type { Who } from '../people/who.ts';
import type { Content } from './model.ts';
import type { Fault } from './reading.ts';
import type { Refusal } from './rules.ts';
import type { Editors } from './sending.ts';
import type { Draft } from './store/drafts.ts';
import type { Entry, Version } from './store/entries.ts';
import type { Written } from './written.ts';

/** `entry` is as it stands, where the one who asked may see it; `faults` say what is incomplete. */
export type Outcome<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'refused'; why: Refusal; entry?: Entry; faults?: Fault[] };

type Decision =
  /** `tell`: whether those who follow are told of a change; of what is new they always are. */
  | { what: 'approve'; seen: number; tell: boolean }
  | { what: 'changes' | 'reject'; seen: number; reason: string };

/** JOB 3, the door for those who share and those who decide. Nothing here knows Teams or cards. */
export interface Shares {
  /** As they left it; what is kept of it when it is not theirs or not there is nothing. */
  draft(who: Who, id: string): Promise<Draft | undefined>;
  /** Keeps what is filled in, on top of what was; makes the draft when there is none. */
  save(who: Who, id: string, written: Written): Promise<Draft>;
  discard(who: Who, id: string): Promise<void>;
  /** What is filled in so far, as it will be shared, and all that is wrong with it. */
  read(draft: Draft, lang: Lang): Promise<{ content: Content; faults: Fault[] }>;
  /** A draft of what was shared, as it is now; the one they have begun on, if they have. */
  correct(who: Who, id: string, lang: Lang): Promise<Outcome<Draft>>;
  /** Sent in twice is sent in once: the second gets the entry. */
  submit(who: Who, id: string, lang: Lang): Promise<Outcome<{ entry: Entry; asked: Editors['through'] }>>;
  get(who: Who, id: string): Promise<Outcome<Entry>>;
  mine(who: Who): Promise<{ drafts: Draft[]; entries: Entry[] }>;
  /** What waits for the editors of their municipality. */
  waiting(who: Who): Promise<Outcome<Entry[]>>;

  decide(who: Who, id: string, decision: Decision): Promise<Outcome<Entry>>;
  withdraw(who: Who, id: string, reason: string): Promise<Outcome<Entry>>;
  /** The newest first. */
  versions(who: Who, id: string): Promise<Outcome<{ entry: Entry; versions: Version[] }>>;
  /** A version of before becomes what everyone sees, as a new version. */
  restore(
    who: Who,
    id: string,
    version: { number: number; seen: number; tell: boolean },
  ): Promise<Outcome<Entry>>;

  /** "Slett mine data": drafts go; what they shared stays with their municipality, and that it was they goes. */
  forget(person: string): Promise<void>;
  purge(): Promise<void>;
}

/** What everyone sees, for those who answer from it. */
export interface Shared {
  /** All that is approved, and the ids of what was and is withdrawn: files may still have it. */
  published(): Promise<{ solutions: Solution[]; withdrawn: string[] }>;
  /** One more each time what `published` gives has changed. Cheap. */
  revision(): Promise<number>;
}
