import type { Lang } from '../knowledge/model.ts';
import type { Outgoing } from '../messages.ts';
import type { Round } from './model.ts';
import type { Refusal } from './survey.ts';

/** What is sent unasked about a round. The job says when and to whom; how it looks is for the cards. Pure. */
export interface Notices {
  /** To each who is asked. The leader's preview shows the same. */
  invitation(round: Round, lang: Lang): Outgoing;
  /** One card for everyone in a channel. */
  channelInvitation(round: Round, lang: Lang): Outgoing;
  /** Only to those who have not answered. */
  reminder(round: Round, lang: Lang): Outgoing;
  /** To whom the results are shown, when the round is closed. */
  results(round: Round, lang: Lang): Outgoing;
  /** To the leader, a week before a round that repeats opens. */
  coming(round: Round, lang: Lang): Outgoing;
  /** To the leader: a round could not be opened at its time, and why (`Refusal`). It is a draft again. */
  notOpened(round: Round, why: Refusal, lang: Lang): Outgoing;
  /** Takes the place of invitations and reminders that were sent. */
  withdrawn(round: Round, lang: Lang): Outgoing;
}
