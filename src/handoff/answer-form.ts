import type { FillCard } from '../cards.ts';
import { button, field, formCard, plain, type Screen } from '../form-card.ts';
import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import { type Answer, type AnswerFault, type Fault, FIELD } from './filled.ts';
import type { Handoff } from './model.ts';
import { MAX } from './rules.ts';
import { paragraphs } from './said.ts';

/** What those in the channel fill in. What was filled in stands there when it is refused. */

export function answerForm(
  handoff: Handoff,
  filled: Answer,
  fault: AnswerFault | undefined,
  lang: Lang,
  fill: FillCard,
): Screen {
  const t = textsIn(lang).handoff;
  const { content, id, topic } = handoff;
  const said = fault ? faultSaid(fault, t.fault.answer, lang) : '';
  return formCard(fill, lang, {
    kicker: t.card.kicker(t.about[topic]),
    heading: t.answerForm.title,
    lines: [...paragraphs(content.question), t.answerForm.lead(plain(content.askerName))],
    fields: [
      field('long', FIELD.answer, t.answerForm.text, lang, {
        value: filled.text,
        max: MAX.answer,
        fault: fault?.kind === 'link' ? '' : said,
      }),
      field('text', FIELD.link, t.answerForm.link, lang, {
        value: filled.link,
        help: t.answerForm.linkHelp,
        max: MAX.link,
        fault: fault?.kind === 'link' ? said : '',
      }),
    ],
    buttons: [
      button(t.answerForm.send, { do: 'handoff.answer', lang, id, sure: true }, { style: 'positive' }),
      button(t.back, { do: 'handoff.look', lang, id }),
    ],
    title: t.answerForm.title,
  });
}

export function closeForm(
  handoff: Handoff,
  reason: string,
  fault: Fault | undefined,
  lang: Lang,
  fill: FillCard,
): Screen {
  const t = textsIn(lang).handoff;
  const { content, id, topic } = handoff;
  return formCard(fill, lang, {
    kicker: t.card.kicker(t.about[topic]),
    heading: t.closeForm.title,
    lines: [...paragraphs(content.question), t.closeForm.lead],
    fields: [
      field('long', FIELD.reason, t.closeForm.reason, lang, {
        value: reason,
        hint: t.closeForm.hint,
        max: MAX.reason,
        fault: fault ? faultSaid(fault, t.fault.reason, lang) : '',
      }),
    ],
    buttons: [
      button(t.closeForm.send, { do: 'handoff.close', lang, id, sure: true }, { style: 'positive' }),
      button(t.back, { do: 'handoff.look', lang, id }),
    ],
    title: t.closeForm.title,
  });
}

/** `empty` is what is missing. */
export function faultSaid(fault: AnswerFault, empty: string, lang: Lang): string {
  const t = textsIn(lang);
  switch (fault.kind) {
    case 'empty':
      return empty;
    case 'long':
      return t.handoff.fault.long(fault.max);
    case 'personal':
      return t.handoff.fault.personal(fault.kinds.map((kind) => t.personalData[kind]));
    case 'link':
      return t.handoff.fault.link;
  }
}
