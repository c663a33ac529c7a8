import type { ColumnType } from 'kysely';
import type { AnswerKind } from '../ask/answer.ts';
import type { Lang } from '../knowledge/model.ts';

type Day = ColumnType<Date, string, string>;
type Moment = ColumnType<Date, Date, Date>;

/** No table holds a name, an address or a question. `person` and `thread` are keyed hashes (people/key.ts). */
export interface Schema {
  /** What a person has chosen. */
  person: { person: string; language: Lang };
  /** What a conversation was last about, for follow-up questions. Kept 30 minutes. */
  thread: { thread: string; person: string; section: string; at: Moment };
  /** How each sent answer turned out, found again by a hash of its message id. Kept 30 days. */
  outcome: { reply: string; day: Day; kind: AnswerKind; lang: Lang; section: string | null };
  /** A thumb and its reason, with what it was about and not who gave it. Kept 180 days. */
  feedback: {
    id: string;
    day: Day;
    kind: AnswerKind | null;
    lang: Lang | null;
    section: string | null;
    reaction: 'like' | 'dislike';
    reason: string | null;
  };
}
