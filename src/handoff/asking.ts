import type { Choice } from '../cards.ts';
import { button, formCard, type Screen } from '../form-card.ts';
import { type Lang, type Topic, topics } from '../knowledge/model.ts';
import type { From, Reply } from '../messages.ts';
import { textsIn } from '../texts/texts.ts';
import type { Pressed } from './actions.ts';
import { faultSaid } from './answer-form.ts';
import { type AskForm, askForm, NAMELESS, type TopicChannel } from './ask-form.ts';
import { saidCard, sentCard } from './asker-card.ts';
import type { HandoffDeskDeps } from './desk-deps.ts';
import { FIELD, faultIn, textIn } from './filled.ts';
import type { Doer, Sent } from './handoffs.ts';
import { dayOf, IN_BUTTON, isOld, MAX, WAITING_MOST } from './rules.ts';

/** A question is offered to people, and sent with the asker's consent. */
export function createAsking(
  deps: HandoffDeskDeps,
  lookAtOwn: (doer: Doer, id: string, lang: Lang) => Promise<Screen>,
) {
  const { handoffs, channels, who, fill, now, newId } = deps;

  /** Where there are people who answer, in the order of the topics. */
  async function channelsOf(tenant: string): Promise<TopicChannel[]> {
    const all = await channels.all(tenant);
    return topics.flatMap((topic) => {
      const one = all.find(({ purpose }) => purpose === topic);
      return one ? [{ ...one, purpose: topic }] : [];
    });
  }

  const withTopic = (all: TopicChannel[], topic: Topic | undefined): TopicChannel[] =>
    topic ? all.filter(({ purpose }) => purpose === topic) : all;

  /** Under an answer that is none; undefined where nobody is there to ask. */
  async function unanswered(
    from: From,
    lang: Lang,
    question: string,
  ): Promise<{ choice: Choice; hint: string } | undefined> {
    const { tenant } = await who(from);
    if ((await channelsOf(tenant)).length === 0) return undefined;
    const { label, text, hint } = textsIn(lang).handoff.offer;
    const data = { do: 'handoff.ask', lang, question: question.slice(0, IN_BUTTON) } as const;
    return { choice: { label, text, data }, hint };
  }

  /** After a thumb down, in a chat with one person: others should not see who was not helped. */
  async function disliked(from: From, lang: Lang, topic: Topic): Promise<Reply | undefined> {
    if (from.scope !== 'personal') return undefined;
    const { tenant } = await who(from);
    if (!(await channels.of(tenant, topic))) return undefined;
    const t = textsIn(lang).handoff;
    const { card, summary } = formCard(fill, lang, {
      kicker: t.ask.kicker,
      heading: t.disliked.title,
      lines: [t.disliked.body(t.about[topic])],
      note: t.disliked.note,
      buttons: [button(t.offer.label, { do: 'handoff.ask', lang, topic })],
    });
    return { kind: 'card', card, summary, feedback: false };
  }

  async function form(doer: Doer, { lang, question, topic }: Pressed<'handoff.ask'>): Promise<Screen> {
    const all = withTopic(await channelsOf(doer.who.tenant), topic);
    if (all.length === 0) return nobody(lang);
    return askForm({ ...blank(doer), channels: all, topic, question, named: true }, lang, fill);
  }

  const blank = ({ from }: Doer): Pick<AskForm, 'id' | 'made' | 'own'> => ({
    id: newId(),
    made: dayOf(now()),
    own: from.scope === 'personal',
  });

  async function send(doer: Doer, action: Pressed<'handoff.send'>): Promise<Screen> {
    const { lang, id } = action;
    const t = textsIn(lang).handoff.ask;
    const all = withTopic(await channelsOf(doer.who.tenant), action.topic);
    if (all.length === 0) return nobody(lang);
    const question = textIn(action, FIELD.question);
    const topic = topicIn(action);
    const named = textIn(action, FIELD.name) !== NAMELESS;
    const again = (warning: string, more: Partial<AskForm> = {}) =>
      askForm({ ...blank(doer), id, channels: all, topic, question, named, warning, ...more }, lang, fill);

    if (isOld(action.made, now())) return again(t.old, { id: newId() });
    const fault = faultIn(question, MAX.question);
    if (fault?.kind === 'long') return again(t.long(MAX.question));
    if (fault) return again(faultSaid(fault, t.empty, lang));
    if (!topic || !all.some(({ purpose }) => purpose === topic)) return again(t.noTopic);
    const sent = await handoffs.send(doer, { id, topic, text: question, named, lang });
    return sent.kind === 'sent' ? sentSaid(doer, sent, lang) : notSent(sent.why, again, lang);
  }

  /** Pressed again it is there already, and may have come further. */
  const sentSaid = (doer: Doer, { handoff, reach }: Extract<Sent, { kind: 'sent' }>, lang: Lang) =>
    handoff.state === 'open' ? sentCard(handoff, reach, lang, fill) : lookAtOwn(doer, handoff.id, lang);

  function notSent(
    why: Extract<Sent, { kind: 'refused' }>['why'],
    again: (warning: string) => Screen,
    lang: Lang,
  ): Screen {
    const t = textsIn(lang).handoff;
    switch (why) {
      case 'no-channel':
        return nobody(lang);
      case 'many':
        return again(t.ask.many(WAITING_MOST));
      case 'gone':
        return saidCard(t.refused.gone, lang, fill);
    }
  }

  const nobody = (lang: Lang): Screen => {
    const { title, none } = textsIn(lang).handoff.ask;
    return saidCard({ title, body: none }, lang, fill);
  };

  return { unanswered, disliked, form, send };
}

function topicIn(action: Pressed<'handoff.send'>): Topic | undefined {
  const picked = action.topic ?? textIn(action, FIELD.topic);
  return topics.find((topic) => topic === picked);
}
