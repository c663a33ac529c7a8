import type { Roster } from '../messages.ts';
import type { Door, TeamsSettings } from './door.ts';

export function createRoster(_door: Door, _settings: TeamsSettings): Roster {
  return {
    async *members() {},
    member: async () => undefined,
    channels: async () => [],
  };
}
