import type { FillCard } from '../cards.ts';
import { button, field, formCard, plain, type Screen } from '../form-card.ts';
import type { Field } from '../form-cards.ts';
import type { Lang, Topic } from '../knowledge/model.ts';
import type { Chosen } from '../people/channels.ts';
import { textsIn } from '../texts/texts.ts';
import { FIELD } from './filled.ts';
import { MAX } from './rules.ts';

/** A channel that answers questions on a topic. */
export type TopicChannel = Chosen & { purpose: Topic };

export interface AskForm {
  /** Of the question it becomes. */
  id: string;
  /** The day it was made (rules.ts). */
  made: number;
  /** The topics there are to pick from; only one when it is given. */
  channels: TopicChannel[];
  topic: Topic | undefined;
  question: string;
  named: boolean;
  /** The answer comes to the person alone, not to the group or channel they stand in. */
  own: boolean;
  warning?: string;
}

/** What would be sent, to whom, and with what name. Nothing is sent before it is pressed. */
export function askForm(form: AskForm, lang: Lang, fill: FillCard): Screen {
  const t = textsIn(lang).handoff;
  const { id, made, channels, topic, own, warning = '' } = form;
  const only = channels.length === 1 ? channels[0] : undefined;
  return formCard(fill, lang, {
    kicker: t.ask.kicker,
    heading: t.ask.title,
    warning,
    lines: [
      t.ask.lead,
      only ? t.ask.readBy(`${t.channel(plain(only.name))} (${t.about[only.purpose]})`) : t.ask.pick,
      own ? t.ask.own : t.ask.here,
    ],
    fields: [
      field('long', FIELD.question, t.ask.question, lang, {
        value: form.question,
        hint: t.ask.hint,
        help: t.ask.help,
        max: MAX.question,
      }),
      ...(only ? [] : [topicField(channels, topic, lang)]),
      field('one', FIELD.name, t.ask.name, lang, {
        value: form.named ? NAMED : NAMELESS,
        choices: [
          { title: t.ask.named, value: NAMED },
          { title: t.ask.nameless, value: NAMELESS },
        ],
      }),
    ],
    note: t.ask.kept,
    buttons: [
      button(
        t.ask.send,
        { do: 'handoff.send', lang, id, made, ...(only && { topic: only.purpose }) },
        { style: 'positive' },
      ),
      button(t.ask.no, { do: 'handoff.decline', lang }),
    ],
  });
}

const NAMED = 'named';
export const NAMELESS = 'nameless';

/** Each topic with the channel that reads it. */
function topicField(channels: TopicChannel[], topic: Topic | undefined, lang: Lang): Field {
  const t = textsIn(lang);
  return field('one', FIELD.topic, t.handoff.ask.topic, lang, {
    value: topic ?? '',
    choices: channels.map(({ purpose, name }) => ({
      title: `${t.topic[purpose]} (${t.handoff.channel(name)})`,
      value: purpose,
    })),
  });
}
