import type { Reply } from '../messages.ts';
import { textsIn } from '../texts/texts.ts';
import type { PeopleAction } from './actions.ts';
import { confirmCard, saidCard } from './card.ts';
import type { PeopleCommand } from './commands.ts';
import { plainName } from './name.ts';
import type { Holder } from './roles.ts';
import type { GivenRole } from './rules.ts';
import type { Asking, PeopleDeskDeps } from './turns.ts';

interface Found {
  person: string;
  name: string;
  /** An admin by setting. */
  set: boolean;
}

/** Roles are given and taken. Whether the one who asks may is settled before. */
export function createRoleTurns(deps: PeopleDeskDeps) {
  const { roles, roster, isSetAdmin, fill, key } = deps;

  /** Those who are meant, each once, and the names of those who are not here. */
  async function find(
    { from, who, lang }: Asking,
    self: boolean,
    mentioned: { id: string; name: string }[],
  ): Promise<{ found: Found[]; missing: string[] }> {
    const t = textsIn(lang).people;
    const found = new Map<string, Found>();
    const missing: string[] = [];
    if (self) found.set(who.person, { person: who.person, name: who.name, set: isSetAdmin(from.person) });
    for (const { id, name } of mentioned) {
      const member = await roster.member(from.address, id);
      if (!member) {
        missing.push(plainName(name) || t.someone);
        continue;
      }
      const person = key('person', from.tenant, member.person);
      found.set(person, { person, name: plainName(member.name || name), set: isSetAdmin(member.person) });
    }
    return { found: [...found.values()], missing };
  }

  async function change(
    asking: Asking,
    { kind, roles: asked, self }: Extract<PeopleCommand, { kind: 'give' | 'take' }>,
    mentioned: { id: string; name: string }[],
  ): Promise<string> {
    const t = textsIn(asking.lang).people;
    const { found, missing } = await find(asking, self, mentioned);
    const each = found.flatMap(({ person, name, set }) => asked.map((role) => ({ person, name, role, set })));
    const isSet = ({ role, set }: { role: GivenRole; set: boolean }) =>
      kind === 'take' && role === 'admin' && set;
    const holders: Holder[] = each
      .filter((one) => !isSet(one))
      .map(({ person, name, role }) => ({ person, name, role }));
    const outcomes = kind === 'give' ? await roles.give(asking.who, holders) : await take(asking, holders);
    return [
      ...outcomes.map((outcome) => say(outcome, asking)),
      ...each.filter(isSet).map(({ name }) => t.roles.set(name || t.someone)),
      ...missing.map(t.roles.notFound),
    ].join(' ');
  }

  const take = ({ from, who }: Asking, holders: Holder[]) =>
    roles.take(who, holders, isSetAdmin(from.person));

  type Outcome = Awaited<ReturnType<typeof roles.give>>[number] | Awaited<ReturnType<typeof take>>[number];

  function say({ name, role, outcome }: Outcome, { lang }: Asking): string {
    const t = textsIn(lang).people;
    const who = name || t.someone;
    switch (outcome) {
      case 'given':
        return t.roles.given(who, t.role[role]);
      case 'held':
        return t.roles.held(who, t.role[role]);
      case 'taken':
        return t.roles.taken(who, t.role[role]);
      case 'not-held':
        return t.roles.notHeld(who, t.role[role]);
      case 'last-admin':
        return t.roles.lastAdmin(who);
    }
  }

  return {
    change,
    /** From the list of roles: someone who has left cannot be mentioned any more. */
    async pressed(
      asking: Asking,
      { person, role, sure }: Extract<PeopleAction, { do: 'people.take' }>,
    ): Promise<Reply> {
      const { lang } = asking;
      const t = textsIn(lang).people;
      const all = await roles.all(asking.who.tenant);
      const holder = all.find((one) => one.person === person && one.role === role);
      if (!holder) return saidCard(lang, fill, t.unchanged.title, [t.unchanged.body]);
      if (!sure) {
        const { title, body, yes } = t.roles.confirm;
        return confirmCard(lang, fill, {
          title: title(holder.name || t.someone, t.role[role]),
          body,
          yes,
          data: { do: 'people.take', lang, person, role, sure: true },
        });
      }
      const outcomes = await take(asking, [holder]);
      return saidCard(
        lang,
        fill,
        t.roles.title,
        outcomes.map((outcome) => say(outcome, asking)),
      );
    },
  };
}
