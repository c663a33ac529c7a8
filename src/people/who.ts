import type { From } from '../messages.ts';

/** What someone may do in their municipality. Staff is everyone who has no other role. */
export const roles = ['staff', 'leader', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Someone who has said or pressed something, as the jobs know them. */
export interface Who {
  /** Keyed hashes (key.ts). */
  tenant: string;
  person: string;
  /** What Teams calls them; for cards others see ("spør deg"), never for storage in the clear. */
  name: string;
  /** Roles add up: an admin who sends surveys is both. Never empty: everyone is staff. */
  roles: ReadonlySet<Role>;
  /** The municipality the tenant is tied to, by number; undefined until an admin has said which. */
  municipality: string | undefined;
}

/** Who stands behind an event. */
export type WhoIs = (from: From) => Promise<Who>;
