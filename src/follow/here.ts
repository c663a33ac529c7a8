import type { Lang } from '../knowledge/model.ts';
import type { Address, From } from '../messages.ts';
import { channelCode } from '../people/channels.ts';
import type { Key } from '../people/key.ts';
import type { Holder } from './following.ts';
import type { Home } from './model.ts';

interface HereDeps {
  key: Key;
  /** What a channel is called; '' when that is not known. */
  placeName(address: Address): Promise<string>;
}

/** As who someone is known who says or presses something. */
export interface Here {
  from: From;
  lang: Lang;
  /** The channel or the chat they stand in; of one in their own chat it is themselves. */
  place: Holder;
  /** Themselves, wherever they stand. */
  self: Holder;
}

export function hereOf(from: From, lang: Lang, { key, placeName }: HereDeps): Here {
  const { address, tenant, scope } = from;
  const person = key('person', tenant, from.person);
  const common = { tenant: key('tenant', tenant), person, address, lang };
  const self: Holder = { ...common, home: 'person', recipient: person, team: null, name: async () => '' };
  const place: Holder =
    scope === 'personal'
      ? self
      : {
          ...common,
          home: scope,
          recipient: channelCode(key, address),
          team: teamCode(key, address),
          name: () => placeName(address),
        };
  return { from, lang, place, self };
}

export const teamCode = (key: Key, { tenant, team }: Address): string | null =>
  team ? key('team', tenant, team) : null;

export const isPlace = (home: Home): home is 'channel' | 'group' => home !== 'person';
