import type { Lang, Topic } from '../knowledge/model.ts';
import type { Address } from '../messages.ts';
import type { State } from './rules.ts';

/** A question that was sent to people, with all that was done with it. */
export interface Handoff {
  id: string;
  tenant: string;
  topic: Topic;
  state: State;
  version: number;
  channel: string;
  asker: string | null;
  actor: string | null;
  place: string | null;
  posts: number;
  reminded: number;
  sentAt: Date;
  /** Answered or closed. */
  endedAt: Date | null;
  content: Content;
}

/** What is kept sealed. */
export interface Content {
  question: string;
  /** What the asker added when an answer did not do. */
  more: string;
  /** '' when they would not have it shown. */
  askerName: string;
  /** What the asker reads. */
  lang: Lang;
  /** Where the asker is told when they have no chat of their own with us. */
  place: Address | null;
  channelName: string;
  channelLang: Lang;
  /** Who last did something in the channel, by name. */
  by: string;
  answer: { text: string; link: string } | null;
  /** Why it was closed. */
  reason: string;
  /** The asker says that the answer did it. */
  helped: boolean;
}

/** Of one that was withdrawn nothing is kept but that it was. */
export const emptied = ({ lang, channelName, channelLang }: Content): Content => ({
  question: '',
  more: '',
  askerName: '',
  lang,
  place: null,
  channelName,
  channelLang,
  by: '',
  answer: null,
  reason: '',
  helped: false,
});
