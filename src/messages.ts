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
}

export type Event = { from: From } & (
  | {
      kind: 'message' /** Mentions and markup taken out. */;
      text: string /** Came with a picture or a file. */;
      attached: boolean;
    }
  /** A button on one of our cards; `data` is what the card carried, still unchecked. */
  | { kind: 'pressed'; data: unknown }
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
