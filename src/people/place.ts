import type { Address, Roster } from '../messages.ts';

/** What the channel of an address is called; '' when Teams does not say, and for a chat, which has no name. */
export function createPlaceName(roster: Pick<Roster, 'channels'>): (address: Address) => Promise<string> {
  return async (address) => {
    if (!address.team) return '';
    try {
      const channels = await roster.channels(address);
      return channels.find((channel) => channel.address.conversation === address.conversation)?.name ?? '';
    } catch {
      // The name is only for the eye: what is made there is made without it as well.
      return '';
    }
  };
}
