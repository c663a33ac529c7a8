import type { Screen } from '../form-card.ts';
import type { Lang } from '../knowledge/model.ts';
import { channelCode } from '../people/channels.ts';
import type { Key } from '../people/key.ts';
import { may } from '../people/rules.ts';
import { textsIn } from '../texts/texts.ts';
import type { Pressed } from './actions.ts';
import { answerForm, closeForm } from './answer-form.ts';
import { askerCard, saidCard, sentCard, withdrawCard } from './asker-card.ts';
import { channelCard } from './channel-card.ts';
import type { HandoffDeskDeps } from './desk-deps.ts';
import { answerIn, FIELD, faultIn, faultInAnswer, textIn } from './filled.ts';
import type { Deed, Doer, Outcome, Refusal } from './handoffs.ts';
import type { Handoff } from './model.ts';
import { after, MAX, readLink } from './rules.ts';
import { actorOf, channelOf } from './said.ts';

/** What is done with a question that was sent: by those in the channel, and by the one who asked. */
export function createAnswering(deps: HandoffDeskDeps & { key: Key }) {
  const { handoffs, fill, key } = deps;

  const refused = (why: Refusal, lang: Lang): Screen =>
    saidCard(textsIn(lang).handoff.refused[why], lang, fill);

  /** As it stands, for someone in the channel who came too late. */
  function lateCard(handoff: Handoff, doer: Doer, lang: Lang, unsaved = ''): Screen {
    const t = textsIn(lang).handoff.late;
    const by = actorOf(handoff, lang);
    const mine = handoff.state === 'taken' && handoff.actor === doer.who.person;
    const { state } = handoff;
    const warning = mine
      ? t.mine
      : {
          open: t.open,
          withdrawn: t.open,
          taken: t.taken(by),
          answered: t.answered(by),
          closed: t.closed(by),
        }[state];
    return channelCard(handoff, lang, fill, { warning, unsaved, withoutAsker: !isHere(doer, handoff) });
  }

  /** Who asked is shown to those in the channel, and to an admin elsewhere no more than to editors. */
  const isHere = ({ from }: Doer, { channel }: Handoff): boolean =>
    channelCode(key, from.address) === channel;

  async function inChannel(doer: Doer, id: string, deed: Deed, lang: Lang, unsaved = ''): Promise<Screen> {
    const t = textsIn(lang).handoff.done;
    const done = { take: t.taken, answer: t.answered, close: t.closed, reopen: t.reopened };
    const outcome = await handoffs.act(doer, id, deed);
    if (outcome.kind === 'refused') return refused(outcome.why, lang);
    if (outcome.kind === 'late') return lateCard(outcome.handoff, doer, lang, unsaved);
    const { handoff } = outcome;
    return channelCard(handoff, lang, fill, {
      done: done[deed.step as keyof typeof done],
      withoutAsker: !isHere(doer, handoff),
    });
  }

  /** The question, when there is a form to show for it. */
  async function asked(
    doer: Doer,
    { id, lang }: { id: string; lang: Lang },
    step: 'answer' | 'close',
  ): Promise<{ handoff: Handoff } | { screen: Screen }> {
    const handoff = await handoffs.get(id);
    const why = handoff ? handoffs.refusal(doer, handoff, step) : 'gone';
    if (!handoff || why) return { screen: refused(why ?? 'gone', lang) };
    if (!after(handoff.state, step)) return { screen: lateCard(handoff, doer, lang) };
    const { content } = handoff;
    return {
      handoff: isHere(doer, handoff) ? handoff : { ...handoff, content: { ...content, askerName: '' } },
    };
  }

  async function answer(doer: Doer, action: Pressed<'handoff.answer'>): Promise<Screen> {
    const { id, lang, sure } = action;
    const filled = answerIn(action);
    const fault = faultInAnswer(filled);
    const link = readLink(filled.link);
    if (sure && !fault && link !== undefined)
      return inChannel(doer, id, { step: 'answer', text: filled.text, link }, lang, filled.text);
    const found = await asked(doer, action, 'answer');
    return 'screen' in found
      ? found.screen
      : answerForm(found.handoff, filled, sure ? fault : undefined, lang, fill);
  }

  async function close(doer: Doer, action: Pressed<'handoff.close'>): Promise<Screen> {
    const { id, lang, sure } = action;
    const reason = textIn(action, FIELD.reason);
    const fault = faultIn(reason, MAX.reason);
    if (sure && !fault) return inChannel(doer, id, { step: 'close', reason }, lang, reason);
    const found = await asked(doer, action, 'close');
    return 'screen' in found
      ? found.screen
      : closeForm(found.handoff, reason, sure ? fault : undefined, lang, fill);
  }

  async function byAsker(
    doer: Doer,
    id: string,
    deed: Deed,
    lang: Lang,
    said: (done: Handoff) => Said,
  ): Promise<Screen> {
    const outcome: Outcome = await handoffs.act(doer, id, deed);
    if (outcome.kind === 'refused') return refused(outcome.why, lang);
    if (outcome.kind === 'late') return own(outcome.handoff, lang, textsIn(lang).handoff.notice.over);
    return saidCard(said(outcome.handoff), lang, fill);
  }

  function confirm(doer: Doer, { id, lang }: Pressed<'handoff.confirm'>): Promise<Screen> {
    const { thanks, thanksBody } = textsIn(lang).handoff.notice;
    return byAsker(doer, id, { step: 'confirm' }, lang, () => ({ title: thanks, body: thanksBody }));
  }

  async function notYet(doer: Doer, action: Pressed<'handoff.not-yet'>): Promise<Screen> {
    const { id, lang } = action;
    const { again, againBody } = textsIn(lang).handoff.notice;
    const more = textIn(action, FIELD.more);
    const fault = faultIn(more, MAX.more);
    if (fault && fault.kind !== 'empty') {
      const handoff = await handoffs.get(id);
      const why = handoff ? handoffs.refusal(doer, handoff, 'not-yet') : 'gone';
      if (!handoff || why) return refused(why ?? 'gone', lang);
      return askerCard(handoff, 'answer', lang, fill, { more, fault });
    }
    return byAsker(doer, id, { step: 'not-yet', more }, lang, (handoff) => ({
      title: again,
      body: againBody(channelOf(handoff, lang)),
    }));
  }

  async function withdraw(doer: Doer, { id, lang, sure }: Pressed<'handoff.withdraw'>): Promise<Screen> {
    const { withdrawn, withdrawnBody } = textsIn(lang).handoff.sent;
    if (sure)
      return byAsker(doer, id, { step: 'withdraw' }, lang, () => ({ title: withdrawn, body: withdrawnBody }));
    const handoff = await handoffs.get(id);
    const why = handoff ? handoffs.refusal(doer, handoff, 'withdraw') : 'gone';
    return !handoff || why ? refused(why ?? 'gone', lang) : withdrawCard(handoff, lang, fill);
  }

  /** As the one who asked sees it now. */
  function own(handoff: Handoff, lang: Lang, warning = ''): Screen {
    switch (handoff.state) {
      case 'taken':
        return askerCard(handoff, 'take', lang, fill, { warning });
      case 'answered':
        return askerCard(handoff, 'answer', lang, fill, { warning });
      case 'closed':
        return askerCard(handoff, handoff.content.helped ? 'answer' : 'close', lang, fill, { warning });
      case 'open':
      case 'withdrawn':
        return sentCard(handoff, handoff.place ? 'here' : 'own', lang, fill);
    }
  }

  async function lookAtOwn(doer: Doer, id: string, lang: Lang): Promise<Screen> {
    const handoff = await handoffs.get(id);
    return handoff?.asker === doer.who.person ? own(handoff, lang) : refused('gone', lang);
  }

  /** In the channel as it is there; to the one who asked as theirs; to editors without who asked. */
  async function look(doer: Doer, { id, lang }: Pressed<'handoff.look'>): Promise<Screen> {
    const handoff = await handoffs.get(id);
    if (!handoff || handoff.tenant !== doer.who.tenant || handoff.state === 'withdrawn')
      return refused('gone', lang);
    if (isHere(doer, handoff)) return channelCard(handoff, lang, fill);
    if (handoff.asker === doer.who.person) return own(handoff, lang);
    return may(doer.who, 'gaps.read')
      ? channelCard(handoff, lang, fill, { withoutAsker: true })
      : refused('elsewhere', lang);
  }

  return { inChannel, answer, close, confirm, notYet, withdraw, look, lookAtOwn, refused };
}

type Said = Parameters<typeof saidCard>[0];
