import type { Desk } from '../desk.ts';
import { asMessage, inPlace, type Screen } from '../form-card.ts';
import type { From, Reply } from '../messages.ts';
import { may } from '../people/rules.ts';
import { textsIn } from '../texts/texts.ts';
import { type ShareAction, shareActionSchema } from './actions.ts';
import { readShareCommand, type ShareCommand } from './commands.ts';
import type { Here, ShareDeskDeps } from './desk-deps.ts';
import { decide, open, restore, version, versions, waiting } from './entry.ts';
import { mineCard } from './list-cards.ts';
import { begin, correct, discard, submit, takeStep } from './wizard.ts';
import { startCard } from './wizard-card.ts';

/** The command of the app package that opens the dialog, from the compose box or on a message. */
const OPENS = 'share';

/** Sharing in chat: which press goes where. Every screen takes the place of the one before. */
export function createShareDesk(deps: ShareDeskDeps): Required<Omit<Desk, 'heard'>> {
  const { shares, who, refuse, languageFor, fill } = deps;

  async function onCommand(here: Here, command: ShareCommand, scope: From['scope']): Promise<Reply> {
    const { lang } = here;
    switch (command) {
      case 'share':
        return asMessage(startCard(lang, fill));
      case 'mine':
        // Drafts are for one person's eyes.
        if (scope !== 'personal') return { kind: 'text', text: textsIn(lang).share.mine.personal };
        return asMessage(mineCard(await shares.mine(here.who), 0, lang, fill));
      case 'waiting':
        return may(here.who, 'share.approve')
          ? asMessage(await waiting(deps, here, 0))
          : { kind: 'text', text: await refuse(here.who, 'share.approve', lang) };
    }
  }

  async function screenFor(here: Here, action: ShareAction): Promise<Screen> {
    switch (action.do) {
      case 'share.new':
        return begin(deps, here, action);
      case 'share.step':
        return takeStep(deps, here, action);
      case 'share.submit':
        return submit(deps, here, action.entry);
      case 'share.discard':
        return discard(deps, here, action.entry, action.sure);
      case 'share.mine':
        return mineCard(await shares.mine(here.who), action.from, here.lang, fill);
      case 'share.waiting':
        return waiting(deps, here, action.from);
      case 'share.open':
        return open(deps, here, action.entry);
      case 'share.correct':
        return correct(deps, here, action.entry);
      case 'share.decide':
        return decide(deps, here, action);
      case 'share.versions':
        return versions(deps, here, action.entry, action.from);
      case 'share.version':
        return version(deps, here, action);
      case 'share.restore':
        return restore(deps, here, action);
    }
  }

  return {
    async said({ from, text }) {
      const command = readShareCommand(text);
      if (!command) return undefined;
      const here = { who: await who(from), lang: await languageFor(from, text) };
      return [await onCommand(here, command, from.scope)];
    },
    async pressed(from, data) {
      const { data: action } = shareActionSchema.safeParse(data);
      if (!action) return undefined;
      const here = { who: await who(from), lang: action.lang ?? (await languageFor(from)) };
      return [inPlace(from, await screenFor(here, action))];
    },
    async opened(from, command, text) {
      if (command !== OPENS) return undefined;
      const here = { who: await who(from), lang: await languageFor(from) };
      return [asMessage(await begin(deps, here, { text }))];
    },
    async forget(from) {
      const { person } = await who(from);
      await shares.forget(person);
    },
  };
}
