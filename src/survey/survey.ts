import type { Progress } from '../delivery/delivery.ts';
import type { Address } from '../messages.ts';
import type { Who } from '../people/who.ts';
import type { Answers, Page, Plan, Results, Round } from './model.ts';

/** Why a change or a sending is refused; the texts say what to do about each. */
export type Refusal =
  | 'not-leader'
  | 'not-yours'
  | 'gone'
  | 'deadline-past'
  | 'deadline-before-opening'
  | 'no-deadline'
  | 'no-audience'
  | 'empty-audience'
  | 'no-questions'
  | 'too-many-questions'
  | 'page-too-large'
  | 'no-title'
  | 'min-group'
  | 'audience-under-min-group'
  | 'too-many-people'
  | 'wrong-state'
  | 'reminded-today'
  /** Whether the tenant is compared is for admins, and for a tenant that is tied to a municipality. */
  | 'not-admin'
  | 'no-municipality';

export type Outcome<T> = { kind: 'ok'; value: T } | { kind: 'refused'; why: Refusal; detail?: string };

/** Whom a round would reach, before it is sent. */
export interface Reach {
  reached: number;
  /** In the audience, but without the app, and no team in common to reach them by. */
  unreachable: number;
  /** E-mail addresses nobody is known by, as they were pasted. */
  unknown: string[];
}

/** What someone who was asked is shown. */
export type Asked =
  | {
      kind: 'page';
      round: Round;
      page: Page;
      /** From 0. */
      number: number;
      of: number;
      answers: Answers;
      /** Required questions that were left out, and answers that could not be read, by question. */
      faults: Record<string, 'required' | 'number' | 'date' | 'too-long' | 'personal-data'>;
    }
  /** Everything is answered: to look over and send. `missing` is pages with required questions left out. */
  | { kind: 'ready'; round: Round; missing: number[] }
  | { kind: 'sent'; round: Round }
  /** A named answer may be changed until the deadline: opening a page by its number does. */
  | { kind: 'already'; round: Round }
  | { kind: 'late'; round: Round }
  | { kind: 'not-open'; round: Round }
  | { kind: 'not-asked'; round: Round }
  | { kind: 'withdrawn' | 'gone' };

/** How an open round stands. */
export interface RoundProgress {
  invited: number;
  answered: number;
  /** Anonymous, and fewer than the minimum group have answered: `answered` is 0, so that nobody is seen answering. */
  few: boolean;
  delivery: Progress;
}

/** JOB 2: the door. Nothing here knows Teams or cards. */
export interface Surveys {
  /** A draft from a template, from an earlier round of one's own, or empty. */
  create(who: Who, from: { template: string } | { round: string } | null): Promise<Outcome<Round>>;
  /** The newest first; drafts too. After their own, a leader sees closed rounds of others that leaders may see. */
  mine(who: Who): Promise<Round[]>;
  get(who: Who, id: string): Promise<Outcome<Round>>;
  /** Of a draft or a scheduled round: anything. `here` is where the leader stands, for an audience of members or a channel. */
  change(who: Who, id: string, change: Partial<Plan>, here?: Address): Promise<Outcome<Round>>;
  reach(who: Who, id: string): Promise<Outcome<Reach>>;
  /** At once, or at its opening time. Sending twice sends once. */
  send(who: Who, id: string): Promise<Outcome<Round>>;
  close(who: Who, id: string): Promise<Outcome<Round>>;
  extend(who: Who, id: string, closesAt: Date): Promise<Outcome<Round>>;
  /** Reminds those who have not answered, once a day however often it is asked. Nobody learns who they are. */
  remind(who: Who, id: string): Promise<Outcome<Round>>;
  /** Holds back what has not been sent yet, or lets it go on. */
  hold(who: Who, id: string, held: boolean): Promise<Outcome<Round>>;
  /** Mends the wording of a question of an open round, in all cards not yet opened; the round is otherwise as it was sent. */
  correct(who: Who, id: string, question: string, text: string): Promise<Outcome<Round>>;
  /** Everything that was answered is deleted, and the cards say so. */
  withdraw(who: Who, id: string): Promise<Outcome<Round>>;
  discard(who: Who, id: string): Promise<Outcome<void>>;
  progress(who: Who, id: string): Promise<Outcome<RoundProgress>>;
  results(who: Who, id: string): Promise<Outcome<Results>>;
  /** For whoever holds a signed link. Without named answers. undefined: withdrawn, deleted or not closed. */
  resultsFor(tenant: string, id: string, withNames?: boolean): Promise<Results | undefined>;
  /** Whether the tenant's scores count, nameless, in the comparison of others. For admins. */
  compare(who: Who, on: boolean): Promise<Outcome<void>>;
  isCompared(who: Who): Promise<boolean>;

  /** For those who are asked. Each saves what it is given. `page` undefined: where they left off. */
  open(who: Who, round: string, page?: number): Promise<Asked>;
  save(who: Who, round: string, page: number, answers: Answers, go: 'next' | 'back' | 'stay'): Promise<Asked>;
  submit(who: Who, round: string): Promise<Asked>;

  /**
   * "Slett mine data": drafts and named answers go, and who has not answered is no longer asked. An anonymous answer is
   * nobody's, so it stays; that a person has answered stays until the round is over, or they could answer twice.
   */
  forget(person: string): Promise<void>;
  /** Deletes what has been kept long enough. */
  purge(): Promise<void>;
  /** Lets what it is doing be done. */
  stop(): Promise<void>;
}
