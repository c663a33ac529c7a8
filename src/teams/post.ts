import type { Post } from '../messages.ts';
import type { Door, TeamsSettings } from './door.ts';

export function createPost(_door: Door, _settings: TeamsSettings): Post {
  const refused = async () => ({ kind: 'refused' as const, reason: 'not built' });
  return { send: refused, update: refused };
}
