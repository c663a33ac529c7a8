import type { Role, Who } from './who.ts';

/** What takes a role, and which. All else is for everyone. */
const NEEDS = {
  'survey.send': 'leader',
  'benchmark.choose': 'admin',
  'share.approve': 'editor',
  'roles.give': 'admin',
  'municipality.choose': 'admin',
  'channels.choose': 'admin',
  'gaps.read': 'editor',
  'audit.read': 'admin',
  'delivery.mend': 'admin',
} as const satisfies Record<string, Role>;

export type May = keyof typeof NEEDS;

/** Whether someone may do it. An admin may do what leaders and editors may. */
export const may = (who: Pick<Who, 'roles'>, what: May): boolean =>
  who.roles.has('admin') || who.roles.has(NEEDS[what]);

/** Roles that are given and taken; staff is what everyone is. */
export type GivenRole = Exclude<Role, 'staff'>;

/** One person's one role. */
export interface Held {
  person: string;
  role: GivenRole;
}

export type Taking = 'taken' | 'not-held' | 'last-admin';

/**
 * What comes of taking roles, one after the other, from what is held in a tenant. The last admin stays, unless
 * `otherAdmin`: there is one by setting, who can give the role again.
 */
export function taking<T extends Held>(
  held: Held[],
  asked: T[],
  otherAdmin: boolean,
): (T & { outcome: Taking })[] {
  let left = held;
  return asked.map((ask) => {
    const isAsked = ({ person, role }: Held) => person === ask.person && role === ask.role;
    if (!left.some(isAsked)) return { ...ask, outcome: 'not-held' };
    const without = left.filter((one) => !isAsked(one));
    const admins = without.some(({ role }) => role === 'admin') || otherAdmin;
    if (ask.role === 'admin' && !admins) return { ...ask, outcome: 'last-admin' };
    left = without;
    return { ...ask, outcome: 'taken' };
  });
}
