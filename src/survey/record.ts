import type { Audit } from '../people/audit.ts';
import type { Who } from '../people/who.ts';
import type { Step } from './rules.ts';
import type { Kept, Tx } from './store/rounds.ts';

const DEEDS = {
  send: 'survey.sent',
  close: 'survey.closed',
  extend: 'survey.extended',
  correct: 'survey.corrected',
  withdraw: 'survey.withdrawn',
} as const;

/** What a leader does that others notice goes on the audit log. Nothing that an answering person does ever does. */
export async function record(
  audit: Pick<Audit, 'write'>,
  tx: Tx,
  who: Who,
  step: Step,
  { round: { state, plan } }: Kept,
): Promise<void> {
  // The wording of a draft is nobody else's concern.
  if (!(step in DEEDS) || (step === 'correct' && state !== 'open')) return;
  await audit.write(tx, who, { what: DEEDS[step as keyof typeof DEEDS], title: plan.form.title.nb });
}
