import type { FillCard } from '../cards.ts';
import { button, formCard, plain, type Screen } from '../form-card.ts';
import type { Button } from '../form-cards.ts';
import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import { hasFreeText, minutesFor, questionsOf } from './form.ts';
import type { Round } from './model.ts';
import { saidMoment, titleOf } from './said.ts';

/** Who asks, why, until when, how long it takes, what anonymous means, and how to say no. */
export function invitationCard(
  round: Round,
  lang: Lang,
  fill: FillCard,
  shown: { reminder?: boolean; channel?: boolean; note?: string; buttons?: Button[] } = {},
): Screen {
  const { answer, notice, minutes, questions } = textsIn(lang).survey;
  const { plan } = round;
  const name = plain(round.ownerName);
  const title = titleOf(plan.form, lang);
  const until = saidMoment(plan.closesAt, lang);
  const takes = answer.takes(minutes(minutesFor(plan.form)), questions(questionsOf(plan.form).length));
  return formCard(fill, lang, {
    kicker: shown.reminder ? notice.reminder : answer.asks(name),
    heading: plain(title),
    lines: [
      shown.reminder ? notice.reminderBody(until) : '',
      plain(plan.form.purpose[lang]),
      `**${answer.until(until)}.** ${takes}.`,
      plan.anonymous ? answer.anonymous(name, plan.minGroup) : answer.named(name),
      plan.anonymous && hasFreeText(plan.form) ? answer.freeText : '',
      answer.voluntary(plan.anonymous),
      shown.channel ? answer.channel : '',
    ],
    note: shown.note ?? notice.why,
    buttons: shown.buttons ?? [
      button(answer.start, { do: 'survey.answer', round: round.id }, { verb: 'open', style: 'positive' }),
    ],
    summary: shown.reminder ? `${notice.reminder}: ${title}` : answer.summary(round.ownerName, title),
  });
}
