import type { Lang } from '../knowledge/model.ts';
import type { Address, Member } from '../messages.ts';
import type { Reachable } from '../people/addresses.ts';
import type { SurveyDeps } from './deps.ts';
import { MAX_AUDIENCE } from './rules.ts';
import type { Kept } from './store/rounds.ts';
import type { Reach } from './survey.ts';

/** Someone who is asked, and where they are written to. */
export interface Asking {
  person: string;
  address: Address;
  lang: Lang;
}

export interface Audiences {
  /** Whom a round goes to as things are now, a page at a time; nobody when it has no audience. */
  of(kept: Kept): AsyncIterable<Asking[]>;
  /** Counts no further than `most`. */
  count(kept: Kept, most: number): Promise<number>;
  reach(kept: Kept): Promise<Reach>;
}

const FALLBACK: Lang = 'nb';

/** Looks people up each time: nothing of it is kept but who was asked. */
export function createAudiences({
  addresses,
  roster,
  key,
}: Pick<SurveyDeps, 'addresses' | 'roster' | 'key'>): Audiences {
  async function* of(kept: Kept): AsyncIterable<Asking[]> {
    const { tenant, plan } = kept.round;
    switch (plan.audience?.kind) {
      case 'members':
      case 'channel':
        yield* membersOf(kept.here);
        return;
      case 'everyone':
        for await (const page of addresses.ofTenant(tenant)) yield page.map(asking);
        return;
      case 'emails': {
        const { found } = await byEmails(kept, plan.audience.emails);
        yield found;
        return;
      }
      case undefined:
        return;
    }
  }

  async function* membersOf(here: Address | undefined): AsyncIterable<Asking[]> {
    if (!here) return;
    for await (const page of roster.members(here)) yield await preferred(here, page);
  }

  /** Who has the app has a conversation already; for the others one is made. */
  async function preferred(here: Address, members: Member[]): Promise<Asking[]> {
    const people = members.map((member) => ({ member, person: key('person', here.tenant, member.person) }));
    const known = await addresses.byPersons(people.map(({ person }) => person));
    return people.map(({ member, person }) => {
      const reachable = known.get(person);
      return reachable ? asking(reachable) : { person, address: member.address, lang: FALLBACK };
    });
  }

  /** Those who do not have the app are looked for where the leader stands. */
  async function byEmails(kept: Kept, emails: string[]): Promise<{ found: Asking[]; unknown: string[] }> {
    const asked = new Map(emails.map((email) => [normal(email), email.trim()]));
    asked.delete('');
    const known = await addresses.byEmails(kept.round.tenant, [...asked.keys()]);
    const found = new Map([...known.values()].map((reachable) => [reachable.person, asking(reachable)]));
    for (const email of known.keys()) asked.delete(normal(email));
    const { here } = kept;
    if (here && asked.size > 0) {
      for await (const page of roster.members(here)) {
        const wanted = page.filter((member) => member.emails.some((email) => asked.has(normal(email))));
        for (const one of await preferred(here, wanted)) found.set(one.person, one);
        for (const email of wanted.flatMap((member) => member.emails)) asked.delete(normal(email));
        if (asked.size === 0) break;
      }
    }
    return { found: [...found.values()], unknown: [...asked.values()] };
  }

  async function count(kept: Kept, most: number): Promise<number> {
    let counted = 0;
    for await (const page of of(kept)) {
      counted += page.length;
      if (counted >= most) break;
    }
    return counted;
  }

  return {
    of,
    count,
    async reach(kept) {
      const { audience } = kept.round.plan;
      if (audience?.kind !== 'emails')
        return { reached: await count(kept, MAX_AUDIENCE + 1), unreachable: 0, unknown: [] };
      const { found, unknown } = await byEmails(kept, audience.emails);
      return { reached: found.length, unreachable: 0, unknown };
    },
  };
}

/** A team, a channel or a group chat: where there are members. */
export const hasMembers = (here: Address | undefined): boolean =>
  here?.conversation !== undefined && here.person === undefined;

const asking = ({ person, address, lang }: Reachable): Asking => ({
  person,
  address,
  lang: lang ?? FALLBACK,
});

const normal = (email: string): string => email.trim().toLowerCase();
