import type { Tx } from '../db/schema.ts';
import type { Lang, Topic } from '../knowledge/model.ts';
import type { Address, From } from '../messages.ts';
import { type Chosen, channelCode } from '../people/channels.ts';
import { may } from '../people/rules.ts';
import type { Who } from '../people/who.ts';
import type { HandoffDeps } from './deps.ts';
import { emptied, type Handoff } from './model.ts';
import { after, isAskers, type State, type Step, WAITING_MOST, waits } from './rules.ts';
import type { HandoffStore } from './store.ts';
import type { Reach, Telling } from './telling.ts';
import type { Waiting } from './waiting.ts';

/** Who does something, and where they stand. */
export interface Doer {
  who: Who;
  from: From;
}

/** What is done with a question. */
export type Deed =
  | { step: Exclude<Step, 'answer' | 'close' | 'not-yet'> }
  | { step: 'answer'; text: string; link: string }
  | { step: 'close'; reason: string }
  | { step: 'not-yet'; more: string };

export type Outcome =
  | { kind: 'done'; handoff: Handoff }
  /** Someone was here first: how it stands now. */
  | { kind: 'late'; handoff: Handoff }
  | { kind: 'refused'; why: Refusal };

export type Refusal = 'gone' | 'elsewhere' | 'not-asker';

export type Sent =
  | { kind: 'sent'; handoff: Handoff; reach: 'own' | 'here' | 'none' }
  | { kind: 'refused'; why: 'no-channel' | 'many' | 'gone' };

export interface Question {
  id: string;
  topic: Topic;
  text: string;
  named: boolean;
  lang: Lang;
}

/** A question goes to people, and what becomes of it. Each change is one transaction with what is sent of it. */
export function createHandoffs(
  { channels, delivery, key, now }: HandoffDeps,
  store: HandoffStore,
  telling: Telling,
  waiting: Waiting,
) {
  async function send(doer: Doer, question: Question): Promise<Sent> {
    const { who } = doer;
    const chosen = await channels.of(who.tenant, question.topic);
    if (!chosen) return { kind: 'refused', why: 'no-channel' };
    const mine = (await store.ofAsker(who.person)).filter(({ state }) => waits(state));
    if (mine.length >= WAITING_MOST && !mine.some(({ id }) => id === question.id))
      return { kind: 'refused', why: 'many' };
    const made = newHandoff(doer, question, chosen);
    const [reach, at] = [await telling.reach(made), await waiting.nextAt()];
    const kept = await store.transaction(async (tx) => {
      if (!(await store.insert(tx, made))) return store.lock(tx, question.id);
      const posted = await store.write(tx, await telling.post(tx, made, chosen));
      await waiting.set(tx, posted, at);
      return posted;
    });
    // An id of someone else's is no way in to what they asked.
    if (kept?.asker !== who.person) return { kind: 'refused', why: 'gone' };
    const where = reach?.recipient === who.person ? 'own' : reach ? 'here' : 'none';
    return { kind: 'sent', handoff: kept, reach: where };
  }

  function newHandoff({ who, from }: Doer, question: Question, chosen: Chosen): Handoff {
    const shared = from.scope !== 'personal';
    return {
      id: question.id,
      tenant: who.tenant,
      topic: question.topic,
      state: 'open',
      version: 0,
      channel: chosen.channel,
      asker: who.person,
      actor: null,
      place: shared ? channelCode(key, from.address) : null,
      posts: 0,
      reminded: 0,
      sentAt: now(),
      endedAt: null,
      content: {
        question: question.text,
        more: '',
        askerName: question.named ? who.name : '',
        lang: question.lang,
        place: shared ? from.address : null,
        channelName: chosen.name,
        channelLang: chosen.lang,
        by: '',
        answer: null,
        reason: '',
        helped: false,
      },
    };
  }

  /** Why this person may not, from where they stand. An admin may everywhere what the channel may. */
  function refusal({ who, from }: Doer, handoff: Handoff, step: Step): Refusal | undefined {
    if (handoff.tenant !== who.tenant || handoff.state === 'withdrawn') return 'gone';
    if (isAskers(step)) return handoff.asker === who.person ? undefined : 'not-asker';
    const here = channelCode(key, from.address) === handoff.channel;
    return here || may(who, 'channels.choose') ? undefined : 'elsewhere';
  }

  async function act(doer: Doer, id: string, deed: Deed): Promise<Outcome> {
    const before = await store.get(id);
    if (!before) return { kind: 'refused', why: 'gone' };
    const [reach, at] = [await telling.reach(before), await waiting.nextAt()];
    return store.transaction(async (tx) => {
      const kept = await store.lock(tx, id);
      if (!kept) return { kind: 'refused', why: 'gone' };
      const why = refusal(doer, kept, deed.step);
      if (why) return { kind: 'refused', why };
      const state = after(kept.state, deed.step);
      if (!state) return { kind: 'late', handoff: kept };
      const handoff = await apply(tx, changed(kept, state, deed, doer.who), at);
      await tellAsker(tx, handoff, deed.step, reach);
      return { kind: 'done', handoff };
    });
  }

  async function apply(tx: Tx, changed: Handoff, at: Date): Promise<Handoff> {
    const handoff = await store.write(tx, changed);
    await waiting.set(tx, handoff, at);
    await telling.update(tx, handoff);
    return handoff;
  }

  /** Nobody is told of what they did themselves. */
  async function tellAsker(tx: Tx, handoff: Handoff, step: Step, reach: Reach | undefined): Promise<void> {
    if (step === 'withdraw') return telling.forgetTold(tx, handoff);
    if (!isAskers(step) && reach) await telling.tell(tx, handoff, step, reach);
  }

  function changed(kept: Handoff, state: State, deed: Deed, who: Pick<Who, 'person' | 'name'>): Handoff {
    const actor = isAskers(deed.step) ? {} : { actor: who.person };
    const next = { ...kept, ...actor, state, endedAt: waits(state) ? null : (kept.endedAt ?? now()) };
    const content = isAskers(deed.step) ? kept.content : { ...kept.content, by: who.name };
    switch (deed.step) {
      case 'take':
        return { ...next, content };
      case 'answer':
        return { ...next, content: { ...content, answer: { text: deed.text, link: deed.link } } };
      case 'close':
        return { ...next, content: { ...content, reason: deed.reason } };
      case 'reopen':
        return { ...next, reminded: 0, content: { ...content, reason: '', helped: false } };
      case 'confirm':
        return { ...next, content: { ...content, helped: true } };
      case 'not-yet':
        return { ...next, reminded: 0, content: { ...content, more: deed.more, reason: '', helped: false } };
      case 'withdraw':
        return { ...next, asker: null, actor: null, place: null, content: emptied(content) };
    }
  }

  /** "Slett mine data": what they asked goes, and their name on what they did for others. */
  async function forget(person: string): Promise<void> {
    for (const { id } of await store.ofAsker(person))
      await store.transaction(async (tx) => {
        const kept = await store.lock(tx, id);
        if (kept?.asker !== person) return;
        const nobody = { person, name: '' };
        const handoff = await apply(tx, changed(kept, 'withdrawn', { step: 'withdraw' }, nobody), now());
        await telling.forgetTold(tx, handoff);
      });
    for (const { id } of await store.ofActor(person))
      await store.transaction(async (tx) => {
        const kept = await store.lock(tx, id);
        if (kept?.actor !== person) return;
        const nameless = { ...kept, actor: null, content: { ...kept.content, by: '' } };
        await telling.update(tx, await store.write(tx, nameless));
      });
  }

  /** Groups and channels that are no longer there: nobody is told there any more, and we forget where it was. */
  async function lost(tenant: string, isLost: (place: Address) => boolean): Promise<void> {
    for (const { id, place, content } of await store.placed(tenant)) {
      if (!place || !content.place || !isLost(content.place)) continue;
      await store.transaction(async (tx) => {
        const kept = await store.lock(tx, id);
        if (kept) await store.write(tx, { ...kept, place: null, content: { ...kept.content, place: null } });
      });
      await delivery.forgetRecipient(place);
    }
  }

  async function purge(): Promise<void> {
    for (const id of await store.toForget(now()))
      await store.transaction(async (tx) => {
        const kept = await store.lock(tx, id);
        // Opened again meanwhile.
        if (!kept?.endedAt) return;
        const content = { ...kept.content, askerName: '', place: null };
        const nameless = await store.write(tx, { ...kept, asker: null, place: null, content });
        // Cards and what was sent to them have the name, too.
        await telling.update(tx, nameless);
        await telling.forgetTold(tx, nameless);
      });
    for (const old of await store.toDelete(now()))
      await store.transaction(async (tx) => {
        await telling.forgetTold(tx, old);
        await telling.forgetPosted(tx, old);
        await waiting.clear(tx, old.id);
        await store.remove(tx, old.id);
      });
  }

  return { send, act, refusal, forget, lost, purge, get: store.get, page: store.page };
}

export type Handoffs = ReturnType<typeof createHandoffs>;
