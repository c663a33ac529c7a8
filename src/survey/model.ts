import type { Lang } from '../knowledge/model.ts';

/** The same text in each language. What a leader writes stands in all three as it was written. */
export type Words = Record<Lang, string>;

export interface Option {
  id: string;
  text: Words;
}

export type Question = {
  /** Answers are stored and compared from round to round under it. */
  id: string;
  text: Words;
  required: boolean;
} /** 1 to 5, or "vet ikke". `reversed`: agreeing is the bad answer. */ & (
  | { kind: 'scale'; labels: Words[]; dimension: string | null; reversed: boolean }
  | { kind: 'choice'; options: Option[] }
  | { kind: 'choices'; options: Option[] }
  | { kind: 'number' }
  | { kind: 'date' }
  | { kind: 'text' }
);

/** What is shown and saved at once: a dimension, or a handful of own questions. */
export interface Page {
  id: string;
  title: Words;
  description: Words;
  questions: Question[];
}

export interface Dimension {
  id: string;
  title: Words;
  /** What to do first when the score is low. */
  advice: Words;
  articles: string[];
  tags: string[];
}

/** What is asked in a round. Kept with the round, so that a template that changes does not change it. */
export interface Form {
  /** Rounds of the same template are compared; null for a survey of one's own. */
  template: string | null;
  title: Words;
  purpose: Words;
  pages: Page[];
  dimensions: Dimension[];
  /** A question of kind choice whose options results are cut by, such as "Hvor jobber du?". */
  groupBy: string | null;
}

export const DONT_KNOW = 'dont-know';

/** By question: 1 to 5 or DONT_KNOW for a scale, an option's id, several ids, a number, an ISO date, a text. */
export type Answers = Record<string, number | string | string[]>;

/** Whom a round goes to. Addresses are looked up when it is sent, and kept only until it is over. */
export type Audience =
  /** Each member of the team or chat where the leader is, in their personal chat. */
  | { kind: 'members'; name: string }
  /** One card in a channel, which every member can answer. */
  | { kind: 'channel'; name: string }
  /** Everyone in the tenant who has the app. */
  | { kind: 'everyone' }
  | { kind: 'emails'; emails: string[] };

export interface Plan {
  form: Form;
  anonymous: boolean;
  /** Never under 5 when anonymous. */
  minGroup: number;
  audience: Audience | null;
  /** null: at once. */
  opensAt: Date | null;
  closesAt: Date | null;
  /** Days before the deadline at which those who have not answered are reminded, such as [3, 1]. */
  remindDays: number[];
  /** Who sees the results beside the one who sent it. */
  shownTo: 'sender' | 'leaders' | 'everyone';
  repeat: 'none' | 'half-year' | 'year';
}

export type RoundState = 'draft' | 'scheduled' | 'open' | 'closed' | 'withdrawn';

export interface Round {
  id: string;
  tenant: string;
  owner: string;
  /** Of whom the cards say that they ask. */
  ownerName: string;
  state: RoundState;
  plan: Plan;
  /** The round before, when it is a repeat. */
  previous: string | null;
}

export const MIN_GROUP = 5;
/** Free text is shown from this many on. */
export const MIN_GROUP_TEXT = 10;
/** How many other municipalities there must be, each opted in, before any comparison is shown. */
export const MIN_OTHERS = 5;

/** How many gave each answer to a question in one group; `null` for the whole round. Never raw answers. */
export interface Tally {
  question: string;
  group: string | null;
  /** By option id, by 1–5 or DONT_KNOW, by number or date as text. '' is "ikke svart". */
  counts: Record<string, number>;
}

/** A score from 1 to 5, one decimal shown, of those who chose a number. */
export interface Score {
  dimension: string;
  /** undefined: too few answers. */
  score: number | undefined;
  answers: number;
}

/** What may be shown of a closed round to the one who asks. Everything in it keeps the minimum group, also by subtraction. */
export interface Results {
  round: Round;
  closedAt: Date;
  invited: number;
  answered: number;
  /** Fewer answered than the minimum group: nothing below is shown. */
  tooFew: boolean;
  scores: (Score & {
    /** In the round before; undefined when there was none or it showed nothing. */
    before: number | undefined;
    /** Of other municipalities; undefined when fewer than MIN_OTHERS have opted in. */
    others: { median: number; lower: number; upper: number; count: number } | undefined;
  })[];
  /** Whole round first, then each group that may be shown. */
  tallies: Tally[];
  groups: { id: string; text: Words; answered: number; scores: Score[] }[];
  /** Groups that were held back, so that the card can say so. */
  heldBack: number;
  /** Free text by question, in random order; empty when fewer than MIN_GROUP_TEXT answered. */
  texts: { question: string; texts: string[] }[];
  /** Named surveys only. */
  named: { name: string; answers: Answers }[];
}
