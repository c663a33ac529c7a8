import type { Lang } from '../knowledge/model.ts';
import { textsIn } from '../texts/texts.ts';
import type { Roles } from './roles.ts';
import type { May } from './rules.ts';
import type { Who } from './who.ts';

/** A sentence for someone who may not: whose it is to do, and whom they can ask. */
export type Refuse = (who: Who, what: May, lang: Lang) => Promise<string>;

export function createRefuse(roles: Pick<Roles, 'all'>): Refuse {
  return async (who, what, lang) => {
    const holders = await roles.all(who.tenant);
    const admins = holders.filter(({ role, name }) => role === 'admin' && name !== '');
    return textsIn(lang).people.mayNot(
      what,
      admins.map(({ name }) => name),
    );
  };
}
