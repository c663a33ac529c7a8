import type { FillCard } from '../cards.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Desk } from '../desk.ts';
import type { Lang } from '../knowledge/model.ts';
import type { Found, Municipalities } from '../knowledge/municipalities.ts';
import type { From, Reply, Roster } from '../messages.ts';
import { textsIn } from '../texts/texts.ts';
import { type PeopleAction, peopleActionSchema } from './actions.ts';
import type { Addresses } from './addresses.ts';
import type { Audit } from './audit.ts';
import { AUDIT_PAGE, auditCard, rolesCard, saidCard } from './card.ts';
import { createChannelTurns } from './channel-turns.ts';
import type { Channels } from './channels.ts';
import { type PeopleCommand, readPeopleCommand } from './commands.ts';
import type { Key } from './key.ts';
import { createMunicipalityTurns } from './municipality-turns.ts';
import type { Refuse } from './refusal.ts';
import { createRoleTurns } from './role-turns.ts';
import type { Roles } from './roles.ts';
import { type May, may } from './rules.ts';
import type { SetAdmins, Who, WhoIs } from './who.ts';

export interface PeopleDeskDeps {
  roles: Roles;
  audit: Audit;
  addresses: Pick<Addresses, 'seen' | 'forget'>;
  channels: Channels;
  /** Where sendings keep addresses of their own until they are over. */
  delivery: Pick<Delivery, 'forgetRecipient' | 'forgetTeam'>;
  who: WhoIs;
  refuse: Refuse;
  isSetAdmin: SetAdmins;
  /** Whether there are any such admins at all. */
  someSet: boolean;
  roster: Pick<Roster, 'member' | 'channels'>;
  municipalities(): Municipalities;
  /** Why municipalities are the answer to names of before, in sentences. */
  changes(found: Found[], lang: Lang): string[];
  fill: FillCard;
  key: Key;
  languageFor(from: From, text?: string): Promise<Lang>;
}

/** One who asks, and in what language they are answered. */
export interface Asking {
  from: From;
  who: Who;
  lang: Lang;
}

/** Roles, municipality, channels and the log: what admins look after, and what everyone may know of it. */
export function createPeopleDesk(
  deps: PeopleDeskDeps,
): Required<Pick<Desk, 'said' | 'pressed' | 'heard' | 'forget'>> {
  const { roles, audit, addresses, delivery, who, refuse, someSet, fill, key, languageFor } = deps;
  const onRoles = createRoleTurns(deps);
  const onMunicipality = createMunicipalityTurns(deps);
  const onChannels = createChannelTurns(deps);

  async function unless(asking: Asking, what: May, then: () => Promise<Reply>): Promise<Reply> {
    if (may(asking.who, what)) return then();
    return { kind: 'text', text: await refuse(asking.who, what, asking.lang) };
  }

  async function roleList({ who, lang }: Asking, from = 0): Promise<Reply> {
    const shown = { canTake: may(who, 'roles.give'), someSet };
    return rolesCard(await roles.all(who.tenant), from, shown, lang, fill);
  }

  const log = (asking: Asking, from = 0): Promise<Reply> =>
    unless(asking, 'audit.read', async () => {
      const { lang } = asking;
      if (asking.from.scope !== 'personal') return text(textsIn(lang).people.audit.personal);
      return auditCard(await audit.page(asking.who.tenant, from, AUDIT_PAGE), from, lang, fill);
    });

  async function answer(
    asking: Asking,
    command: PeopleCommand,
    mentioned: { id: string; name: string }[],
  ): Promise<Reply | undefined> {
    const t = textsIn(asking.lang).people;
    switch (command.kind) {
      case 'list':
        return roleList(asking);
      case 'mine': {
        const mine = [...asking.who.roles].filter((role) => role !== 'staff');
        return text(t.roles.mine(mine.map((role) => t.role[role])));
      }
      case 'audit':
        return log(asking);
      case 'unclear':
        return unless(asking, 'roles.give', async () => text(t.roles.unclear[command.what]));
      case 'give':
      case 'take':
        return unless(asking, 'roles.give', async () =>
          text(await onRoles.change(asking, command, mentioned)),
        );
      case 'channel':
        return unless(asking, 'channels.choose', () => onChannels.change(asking, command));
      case 'which-municipality':
        return text(onMunicipality.which(asking));
      case 'municipality':
        if (!onMunicipality.isMeant(asking, command)) return undefined;
        return unless(asking, 'municipality.choose', () => onMunicipality.choose(asking, command.name));
    }
  }

  function press(asking: Asking, action: PeopleAction): Promise<Reply> {
    const { unchanged } = textsIn(asking.lang).people;
    switch (action.do) {
      case 'people.audit':
        return log(asking, action.from);
      case 'people.roles':
        return roleList(asking, action.from);
      case 'people.take':
        return unless(asking, 'roles.give', () => onRoles.pressed(asking, action));
      case 'people.municipality':
        return unless(asking, 'municipality.choose', () => onMunicipality.pressed(asking, action));
      case 'people.unchanged':
        return Promise.resolve(saidCard(asking.lang, fill, unchanged.title, [unchanged.body]));
    }
  }

  return {
    async said({ from, text: said, mentions }) {
      const command = readPeopleCommand(
        said,
        mentions.map(({ name }) => name),
      );
      if (!command) return undefined;
      const asking = { from, who: await who(from), lang: await languageFor(from, said) };
      const reply = await answer(asking, command, mentions);
      return reply && [reply];
    },
    async pressed(from, data) {
      const { data: action } = peopleActionSchema.safeParse(data);
      if (!action) return undefined;
      const reply = await press({ from, who: await who(from), lang: action.lang }, action);
      if (reply.kind !== 'card') return [reply];
      // In a group others may be on another page of the same card; what is settled is settled for all.
      const settled = 'sure' in action && action.sure;
      return [{ ...reply, inPlace: from.scope === 'personal' || settled ? 'everyone' : 'presser' }];
    },
    async heard(event) {
      if (event.kind === 'installed') addresses.seen(event.from, true);
      else await onChannels.heard(event);
    },
    async forget(from) {
      const person = key('person', from.tenant, from.person);
      await addresses.forget(person);
      await delivery.forgetRecipient(person);
    },
  };
}

const text = (said: string): Reply => ({ kind: 'text', text: said });
