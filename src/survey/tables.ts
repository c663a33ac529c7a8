import type { Moment } from '../db/schema.ts';
import type { RoundState } from './model.ts';

/**
 * What keeps answers from people (docs/decisions/009-anonymity.md): a response has no person, no time and no number in
 * order; nothing points from it to a person's row or the other way; and no row with a person in it is written when an
 * anonymous answer is sent, only deleted.
 */
export interface SurveyTables {
  /** `hidden` is sealed: the leader's name, the audience, and where the leader stood. `plan` is the rest, as JSON. */
  survey_round: {
    id: string;
    tenant: string;
    owner: string;
    state: RoundState;
    /** One more with each change. */
    version: number;
    template: string | null;
    previous: string | null;
    /** Made as a repeat and not changed since: takes the template as it is when it opens. */
    renews: boolean;
    plan: string;
    hidden: string;
    created_at: Moment;
    opens_at: Moment | null;
    closes_at: Moment | null;
    closed_at: Moment | null;
    /** Counted at closing. */
    invited: number;
    answered: number;
    held_back: number;
  };
  /** Who is asked, until the round is over. `newcomer`: was not in the channel when it was sent. */
  survey_asked: { round: string; person: string; newcomer: boolean };
  /** Who has not answered. Deleted by answering. */
  survey_outstanding: { round: string; person: string };
  /** What someone has answered and not sent, and the page they are on, sealed. */
  survey_draft: { round: string; person: string; sealed: string };
  /** What was answered without a name: `part` is '' for all that was chosen, or a question for a text. Sealed, padded. */
  survey_response: { id: string; round: string; part: string; sealed: string };
  /** Named answers with the name, sealed. */
  survey_named: { round: string; person: string; sealed: string };
  /** After closing: what may be shown. `cut` is '' for the whole round. */
  survey_tally: { round: string; question: string; cut: string; counts: string };
  survey_group: { round: string; id: string; answered: number };
  /** Texts in random order, sealed; only when enough answered. */
  survey_text: { id: string; round: string; question: string; sealed: string };
  survey_score: { round: string; dimension: string; score: number; answers: number };
  /** Tenants that are counted, nameless, in the comparison of others. */
  survey_compared: { tenant: string };
}
