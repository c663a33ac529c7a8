import type { Desk } from '../desk.ts';
import { asMessage, type Screen } from '../form-card.ts';
import type { Address, From, Reply } from '../messages.ts';
import type { Key } from '../people/key.ts';
import { type May, may } from '../people/rules.ts';
import { textsIn } from '../texts/texts.ts';
import { type HandoffAction, handoffActionSchema } from './actions.ts';
import { createAnswering } from './answering.ts';
import { saidCard } from './asker-card.ts';
import { createAsking } from './asking.ts';
import { type HandoffCommand, readHandoffCommand } from './commands.ts';
import type { HandoffDeskDeps } from './desk-deps.ts';
import { createEditing } from './editing.ts';
import type { Doer } from './handoffs.ts';

export type HandoffDesk = Required<Pick<Desk, 'said' | 'pressed' | 'heard' | 'forget'>> &
  Pick<ReturnType<typeof createAsking>, 'unanswered' | 'disliked'> &
  Pick<ReturnType<typeof createEditing>, 'gapsCsv'>;

/** Questions that go to people, in chat: which press goes where. */
export function createHandoffDesk(deps: HandoffDeskDeps & { key: Key }): HandoffDesk {
  const { handoffs, who, refuse, languageFor, fill, key } = deps;
  const answering = createAnswering(deps);
  const asking = createAsking(deps, answering.lookAtOwn);
  const editing = createEditing(deps);

  async function screenFor(doer: Doer, action: HandoffAction): Promise<Screen | Reply[]> {
    const { lang } = action;
    switch (action.do) {
      case 'handoff.ask':
        return asking.form(doer, action);
      case 'handoff.send':
        return asking.send(doer, action);
      case 'handoff.decline': {
        const { title, declined } = textsIn(lang).handoff.ask;
        return saidCard({ title, body: declined }, lang, fill);
      }
      case 'handoff.take':
        return answering.inChannel(doer, action.id, { step: 'take' }, lang);
      case 'handoff.reopen':
        return answering.inChannel(doer, action.id, { step: 'reopen' }, lang);
      case 'handoff.answer':
        return answering.answer(doer, action);
      case 'handoff.close':
        return answering.close(doer, action);
      case 'handoff.confirm':
        return answering.confirm(doer, action);
      case 'handoff.not-yet':
        return answering.notYet(doer, action);
      case 'handoff.withdraw':
        return answering.withdraw(doer, action);
      case 'handoff.look':
        return answering.look(doer, action);
      case 'handoff.draft':
      case 'handoff.share':
      case 'handoff.gaps':
      case 'handoff.waiting':
        return forEditors(doer, action);
    }
  }

  async function forEditors(
    doer: Doer,
    action: Extract<
      HandoffAction,
      { do: 'handoff.draft' | 'handoff.share' | 'handoff.gaps' | 'handoff.waiting' }
    >,
  ): Promise<Screen | Reply[]> {
    const { lang } = action;
    const { tenant } = doer.who;
    const what: May =
      action.do === 'handoff.draft' || action.do === 'handoff.share' ? 'share.approve' : 'gaps.read';
    if (!may(doer.who, what)) {
      const { kicker } = textsIn(lang).handoff.ask;
      return saidCard({ title: kicker, body: await refuse(doer.who, what, lang) }, lang, fill);
    }
    switch (action.do) {
      case 'handoff.draft':
        return editing.draft(tenant, action.id, lang);
      case 'handoff.share': {
        const found = await editing.experience(tenant, action.id, lang);
        return 'screen' in found
          ? found.screen
          : deps.press(doer.from, { do: 'share.new', lang, text: found.text });
      }
      case 'handoff.gaps':
        return editing.gaps(tenant, action.from, lang);
      case 'handoff.waiting':
        return editing.waiting(tenant, action.from, lang);
    }
  }

  async function onCommand(
    { who: asker, from }: Doer,
    command: HandoffCommand,
    text: string,
  ): Promise<Reply> {
    const lang = await languageFor(from, text);
    if (!may(asker, 'gaps.read')) return say(await refuse(asker, 'gaps.read', lang));
    // Others read along in a group or a channel, and these are for editors.
    if (from.scope !== 'personal') return say(textsIn(lang).handoff.gaps.personal);
    return asMessage(await editing[command](asker.tenant, 0, lang));
  }

  return {
    unanswered: asking.unanswered,
    disliked: asking.disliked,
    gapsCsv: editing.gapsCsv,
    async said({ from, text }) {
      const command = readHandoffCommand(text);
      return command && [await onCommand({ who: await who(from), from }, command, text)];
    },
    async pressed(from, data) {
      const { data: action } = handoffActionSchema.safeParse(data);
      if (!action) return undefined;
      const shown = await screenFor({ who: await who(from), from }, action);
      return Array.isArray(shown) ? shown : [placed(from, action, shown)];
    },
    async heard(event) {
      const isLost = lostBy(event);
      if (isLost) await handoffs.lost(key('tenant', event.from.tenant), isLost);
    },
    async forget(from) {
      const { person } = await who(from);
      await handoffs.forget(person);
    },
  };
}

/** Which groups and channels an event takes away: with a team go all its channels. */
function lostBy(event: Parameters<NonNullable<Desk['heard']>>[0]): ((place: Address) => boolean) | undefined {
  if (event.kind === 'channel')
    return event.change === 'deleted'
      ? (place) => place.conversation === event.channel.conversation
      : undefined;
  if (event.kind === 'installed' || event.from.scope === 'personal') return undefined;
  const { conversation, team } = event.from.address;
  return (place) => place.conversation === conversation || (place.team !== undefined && place.team === team);
}

const say = (text: string): Reply => ({ kind: 'text', text });

/**
 * In a group or a channel what is filled in is one person's; how a question stands comes to everyone's card by delivery.
 * The form stands under the answer it was offered with, which is still of use.
 */
function placed(from: From, action: HandoffAction, screen: Screen): Reply {
  if (from.scope !== 'personal') return { ...asMessage(screen), inPlace: 'presser' };
  return action.do === 'handoff.ask' ? asMessage(screen) : { ...asMessage(screen), inPlace: 'everyone' };
}
