import type { ColumnType, Transaction } from 'kysely';
import type { AnswerKind } from '../ask/answer.ts';
import type { DeliveryTables } from '../delivery/tables.ts';
import type { FollowTables } from '../follow/tables.ts';
import type { HandoffTables } from '../handoff/tables.ts';
import type { Lang, Topic } from '../knowledge/model.ts';
import type { PeopleTables } from '../people/tables.ts';
import type { PortfolioTables } from '../share/portfolio/tables.ts';
import type { ShareTables } from '../share/tables.ts';
import type { SurveyTables } from '../survey/tables.ts';

export type Day = ColumnType<Date, string, string>;
export type Moment = ColumnType<Date, Date, Date>;

/**
 * No table holds a name, an address or a question in the clear. `person`, `tenant` and `thread` are keyed hashes
 * (people/key.ts); what must be read again is sealed (people/seal.ts). Each job has its tables in its own folder.
 */
export interface Schema
  extends PeopleTables,
    DeliveryTables,
    SurveyTables,
    PortfolioTables,
    ShareTables,
    FollowTables,
    HandoffTables {
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
    tenant: string | null;
  };
  /** How many questions of a tenant got no answer on a day, by topic ('' where none is near). Kept 90 days. */
  unanswered: { tenant: string; day: Day; topic: Topic | ''; count: number };
  /** What the editors were last told is wrong in the knowledge: a hash of the faults, '' for none. One row. */
  faults_told: { id: number; faults: string; times: number };
}

export type Tx = Transaction<Schema>;
