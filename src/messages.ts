/**
 * Border types: what comes in and what goes out, in our words and no vendor's.
 * This file imports nothing, so that every room may know it.
 */

/** Where something came from. Ids are as the platform gives them; nothing below the bot sees them in the clear. */
export interface From {
  tenant: string;
  person: string;
  conversation: string;
  scope: 'personal' | 'group' | 'channel';
  /** The person's own setting in Teams, such as "nn-NO". */
  locale?: string | undefined;
  /** What others see the person called. */
  name?: string | undefined;
  /** Where this conversation can be written to later, unasked. In a channel: the channel, not the thread. */
  address: Address;
}

/**
 * Where something can be sent without being asked for. Whoever has one can write to a person, so it is stored only
 * sealed (people/seal.ts) and never logged.
 */
export interface Address {
  tenant: string;
  /** The connector's address for this tenant. */
  service: string;
  /** The conversation, where there is one; a person without one gets one made. */
  conversation?: string | undefined;
  /** The person's Teams id ("29:…"), for a personal address. */
  person?: string | undefined;
  /** The team a channel belongs to. */
  team?: string | undefined;
}

/** Someone in a conversation, as Teams lists them. */
export interface Member {
  /** As `From.person` is for the same person. */
  person: string;
  name: string;
  /** In lower case; e-mail and user name where they differ. */
  emails: string[];
  address: Address;
}

/** Someone written with an @ in a message, the bot itself left out. `id` is the Teams id, which `Roster` can look up. */
export interface Mention {
  id: string;
  name: string;
}

/** Who is where. Asks Teams each time: nothing is kept. */
export interface Roster {
  /** Everyone but the bot in a conversation or the team of a channel, a page at a time. */
  members(address: Address): AsyncIterable<Member[]>;
  /** One person in a conversation, by Teams id; undefined when they are not there. */
  member(address: Address, id: string): Promise<Member | undefined>;
  /** Channels of a team with their names; the general one has none of its own and comes with an empty name. */
  channels(address: Address): Promise<{ name: string; address: Address }[]>;
}

/** What is sent unasked. */
export type Outgoing = { kind: 'text'; text: string } | { kind: 'card'; card: Card; summary: string };

/** How a sending ended. */
export type Posted =
  | {
      kind: 'sent';
      message: string /** Kept with the message: a new conversation may have been made. */;
      address: Address;
    }
  /** Nobody is there any more, or we are not let in: never tried again. */
  | { kind: 'gone'; reason: string }
  /** Asked to wait, or something passing broke. */
  | { kind: 'later'; reason: string; afterMs?: number | undefined }
  /** Will never succeed as it is, such as a card that is too large. */
  | { kind: 'refused'; reason: string };

/** Sends unasked, and changes what was sent. Never throws. */
export interface Post {
  send(address: Address, message: Outgoing, signal: AbortSignal): Promise<Posted>;
  update(address: Address, message: string, changed: Outgoing, signal: AbortSignal): Promise<Posted>;
}

export type Event = { from: From } & (
  | {
      kind: 'message' /** Mentions and markup taken out. */;
      text: string /** Came with a picture or a file. */;
      attached: boolean;
      mentions: Mention[];
    }
  /** A button on one of our cards or in a dialog; `data` is what it carried and what was filled in, still unchecked. */
  | { kind: 'pressed'; data: unknown }
  /** A command of the app that opens a dialog, from the compose box or on a message; `text` is that message's. */
  | { kind: 'opened'; command: string; text: string }
  /** A search from the compose box. */
  | { kind: 'compose'; query: string; limit: number }
  | {
      kind: 'feedback';
      reaction: 'like' | 'dislike';
      reason: string /** The message it is about. */;
      replyTo: string;
    }
  | { kind: 'installed' }
  | { kind: 'uninstalled' }
  /** A channel of a team that has the app was renamed or deleted. */
  | { kind: 'channel'; change: 'renamed' | 'deleted'; channel: Address; name: string }
  | { kind: 'unknown' }
);

/** An Adaptive Card, filled and ready to send. */
export type Card = Record<string, unknown>;

export type Reply =
  | {
      kind: 'text';
      text: string /** At most three, and Teams shows them only beside text. */;
      suggestions?: string[];
    }
  | {
      kind: 'card';
      card: Card;
      /** For the notification and for those who cannot see the card. */
      summary: string;
      /** Ask for a thumb up or down. */
      feedback: boolean;
      /**
       * Stands where the card stood whose button was pressed: for everyone, or only for who pressed, where others may
       * have come to another step of the same card. Where that cannot be done it is a card like any other.
       */
      inPlace?: 'everyone' | 'presser';
      /** What a dialog is headed with, should the card be shown in one. */
      title?: string;
      /** What to record of this answer once its message id is known. */
      outcome?: {
        kind: 'found' | 'list' | 'unsure' | 'nothing' | 'blocked';
        lang: 'nb' | 'nn' | 'en';
        section: string | null;
      };
    }
  /** What the compose box shows; each carries the card that is inserted. */
  | {
      kind: 'results';
      results: {
        title: string;
        text: string;
        card: Card;
        summary: string;
      }[] /** Shown when there are none. */;
      none: string;
    };
