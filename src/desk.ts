import type { Event, From, Reply } from './messages.ts';

type Said = Extract<Event, { kind: 'message' }>;

/**
 * What a job offers the bot, which asks each desk in turn. A desk gives undefined when the event is not for it, so that
 * the next is asked, and an empty list when it is and nothing is to be said.
 */
export interface Desk {
  said?(event: Said): Promise<Reply[] | undefined>;
  /** `data` is what the button carried, unchecked: a desk knows its own by its own schema. */
  pressed?(from: From, data: unknown): Promise<Reply[] | undefined>;
  opened?(from: From, command: string, text: string): Promise<Reply[] | undefined>;
  /** Something that every desk hears of. */
  heard?(event: Extract<Event, { kind: 'installed' | 'uninstalled' | 'channel' }>): Promise<void>;
  /** "Slett mine data". */
  forget?(from: From): Promise<void>;
}
