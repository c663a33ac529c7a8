import { z } from 'zod';
import type { Lang, Topic } from '../knowledge/model.ts';
import type { Solution } from '../knowledge/solution.ts';
import type { Address } from '../messages.ts';

/** From the narrowest to the widest: in this order reasons are given. */
export const interestKinds = ['solution', 'tag', 'municipality', 'county', 'topic', 'everything'] as const;
export type InterestKind = (typeof interestKinds)[number];

/** What can be followed, as one word: "tag:dpia", "municipality:3205", "county:42", "solution:dgi-smartvakt", "everything". */
export type Interest = 'everything' | `${Exclude<InterestKind, 'everything'>}:${string}`;

export const interestSchema = z
  .string()
  .max(120)
  .regex(/^(?:everything|(?:solution|tag|topic):[a-z0-9]+(?:-[a-z0-9]+)*|municipality:\d{4}|county:\d{2})$/)
  .transform((text) => text as Interest);

export const topicInterest = (topic: Topic): Interest => `topic:${topic}`;

/** `value` is '' of everything. */
export function partsOf(interest: Interest): { kind: InterestKind; value: string } {
  const [kind = '', value = ''] = interest.split(':');
  return { kind: kind as InterestKind, value };
}

/** Followed with a button, and stopped with one: the form does not show them. */
export const isSolution = (interest: Interest): boolean => partsOf(interest).kind === 'solution';

/** When what is new is told: at once, or gathered at a time by the clock in Norway. */
export interface Rhythm {
  every: 'now' | 'day' | 'week';
  /** "08:00" */
  at: string;
  /** From Monday, 1, to Sunday, 7. */
  weekday: number;
  /** Also in weekends and on public holidays. */
  daysOff: boolean;
}

export const AT_ONCE: Rhythm = { every: 'now', at: '08:00', weekday: 1, daysOff: false };

/** Who is told: all in a channel or a group chat, or one person. */
export type Home = 'channel' | 'group' | 'person';

export interface Subscription {
  id: string;
  /** Keyed hash of the channel, the chat or the person. */
  recipient: string;
  tenant: string;
  home: Home;
  /** The one it was made in; of a person it is the one they have now. */
  lang: Lang | null;
  /** Told of a solution when any of these is the solution’s. */
  interests: Interest[];
  rhythm: Rhythm;
}

/** A subscription with what is kept beside it. */
export interface Kept extends Subscription {
  version: number;
  /** Keyed hash of the team a channel is in. */
  team: string | null;
  /** Keyed hash of who made it, to tell them should it be closed. */
  maker: string | null;
  /** Of a channel or a chat. */
  where: { address: Address; name: string } | undefined;
  /** When the next digest is due. */
  nextAt: Date | null;
}

/** A shared solution as cards of this job say it. Nothing in it is of a person. */
export interface Told {
  id: string;
  title: string;
  kind: Solution['kind'];
  /** Municipalities, networks and others, by name. */
  by: string[];
  year?: number;
  summary: Record<Lang, string>;
  /** What is quoted when it is opened. */
  section: string;
  withdrawn: boolean;
}

/** What a card tells anew: that it was shared, or that it was changed. */
export type Change = 'new' | 'changed';
