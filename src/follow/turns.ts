import type { Desk } from '../desk.ts';
import { asMessage, inPlace, type Screen } from '../form-card.ts';
import { channelCode } from '../people/channels.ts';
import { textsIn } from '../texts/texts.ts';
import { type FollowAction, followActionSchema } from './actions.ts';
import { type FollowCommand, readFollowCommand } from './commands.ts';
import type { DeskDeps } from './desk-deps.ts';
import { type Here, hereOf, teamCode } from './here.ts';
import { interestKinds } from './model.ts';
import { createPersonal } from './personal.ts';
import { createPlaces } from './places.ts';

/** Following in chat: which command and which press goes where. Every screen takes the place of the one before. */
export function createFollowDesk(
  deps: DeskDeps,
): Required<Pick<Desk, 'said' | 'pressed' | 'heard' | 'forget'>> {
  const { closing, names, key, languageFor } = deps;
  const places = createPlaces(deps);
  const personal = createPersonal(deps);

  /** In their own chat what is followed is theirs; elsewhere it is the channel's. */
  async function onCommand(here: Here, command: FollowCommand): Promise<Screen | string | undefined> {
    const own = here.from.scope === 'personal';
    switch (command.kind) {
      case 'mine':
        return own ? personal.mine(here) : textsIn(here.lang).follow.mine.personal;
      case 'show':
        return places.show(here);
      case 'change':
        return places.change(here);
      case 'stop':
        return own ? personal.mine(here) : places.stopHere(here);
      case 'unfollow':
        return own ? personal.dropNamed(here, command.names) : places.show(here);
      case 'follow':
      case 'subscribe':
        if (command.names === '') return places.edit(here, undefined);
        return own ? personal.startNamed(here, command.names) : begin(here, command.names);
    }
  }

  /** "@Samvit følg Agder": the form, with what was named. */
  function begin(here: Here, text: string): Promise<Screen> | undefined {
    const { interests } = names().understand(text, interestKinds);
    return interests.length > 0 ? places.edit(here, undefined, interests) : undefined;
  }

  function screenFor(here: Here, action: FollowAction): Promise<Screen> {
    const own = here.from.scope === 'personal';
    switch (action.do) {
      case 'follow.mine':
        return personal.mine(here);
      case 'follow.start':
        return personal.start(here, action.interests);
      case 'follow.drop':
        return personal.drop(here, action.interests);
      case 'follow.show':
        return places.show(here, action.subscription);
      case 'follow.edit':
        return places.edit(here, action.subscription, action.interests);
      case 'follow.save': {
        const { subscription, version } = action;
        const edited =
          subscription !== undefined && version !== undefined ? { subscription, version } : undefined;
        return places.save(here, edited, action);
      }
      case 'follow.stop':
        return own
          ? personal.stopAll(here, action.subscription)
          : places.stop(here, ({ id }) => id === action.subscription);
      case 'follow.silence':
        return own
          ? personal.drop(here, action.interests)
          : places.stop(here, ({ interests }) => interests.some((one) => action.interests.includes(one)));
    }
  }

  return {
    async said({ from, text }) {
      const command = readFollowCommand(text);
      if (!command) return undefined;
      const screen = await onCommand(hereOf(from, await languageFor(from, text), deps), command);
      if (screen === undefined) return undefined;
      return [typeof screen === 'string' ? { kind: 'text', text: screen } : asMessage(screen)];
    },
    async pressed(from, data) {
      const { data: action } = followActionSchema.safeParse(data);
      if (!action) return undefined;
      return [inPlace(from, await screenFor(hereOf(from, action.lang, deps), action))];
    },
    async heard(event) {
      const { from } = event;
      if (event.kind === 'channel') {
        const recipient = channelCode(key, event.channel);
        if (event.change === 'deleted') await closing.deleted(recipient);
        else await closing.renamed(recipient, event.name);
      }
      if (event.kind !== 'uninstalled') return;
      const team = teamCode(key, from.address);
      // Taken out of one's own chat, `forget` comes too.
      if (from.scope === 'personal') await closing.forget(key('person', from.tenant, from.person));
      else if (team) await closing.uninstalledTeam(team);
      else await closing.uninstalled(channelCode(key, from.address));
    },
    forget: (from) => closing.forget(key('person', from.tenant, from.person)),
  };
}
