import type { FillCard } from '../cards.ts';
import { button, formCard, plain, type Screen } from '../form-card.ts';
import type { Button } from '../form-cards.ts';
import type { Lang } from '../knowledge/model.ts';
import type { Outgoing } from '../messages.ts';
import { textsIn } from '../texts/texts.ts';
import { invitationCard } from './invitation-card.ts';
import type { Round } from './model.ts';
import type { Notices } from './notices.ts';
import { saidMoment, titleOf } from './said.ts';

/** What is sent unasked about a round, as cards. */
export function createNotices({ fill }: { fill: FillCard }): Notices {
  const said = (round: Round, lang: Lang, heading: string, body: string, buttons: Button[] = []) =>
    outgoing(
      formCard(fill, lang, {
        kicker: plain(titleOf(round.plan.form, lang)),
        heading,
        lines: [body],
        buttons,
        summary: `${heading}: ${titleOf(round.plan.form, lang)}`,
      }),
    );

  return {
    invitation: (round, lang) => outgoing(invitationCard(round, lang, fill)),
    channelInvitation: (round, lang) =>
      outgoing(invitationCard(round, lang, fill, { channel: true, note: '' })),
    reminder: (round, lang) => outgoing(invitationCard(round, lang, fill, { reminder: true })),
    results(round, lang) {
      const t = textsIn(lang).survey;
      const see = button(
        t.status.results,
        { do: 'survey.results', lang, round: round.id },
        { verb: 'open', style: 'positive' },
      );
      return said(
        round,
        lang,
        t.notice.results,
        t.notice.resultsBody(plain(titleOf(round.plan.form, lang))),
        [see],
      );
    },
    coming(round, lang) {
      const t = textsIn(lang).survey.notice;
      const title = titleOf(round.plan.form, lang);
      const body = t.nextBody(saidMoment(round.plan.opensAt, lang));
      return said(round, lang, t.next(plain(title)), body, [toRound(t.see, round, lang)]);
    },
    notOpened(round, why, lang) {
      const t = textsIn(lang).survey;
      const title = plain(titleOf(round.plan.form, lang));
      const body = `${t.refusal[why]} ${t.notice.notOpenedBody}`;
      return said(round, lang, t.notice.notOpened(title), body, [toRound(t.status.edit, round, lang)]);
    },
    withdrawn(round, lang) {
      const t = textsIn(lang).survey.answer;
      return said(round, lang, t.withdrawn, t.withdrawnBody);
    },
  };
}

const toRound = (label: string, round: Round, lang: Lang) =>
  button(label, { do: 'survey.status', lang, round: round.id }, { verb: 'open', style: 'positive' });

const outgoing = ({ card, summary }: Screen): Outgoing => ({ kind: 'card', card, summary });
