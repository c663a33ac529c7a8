import { setTimeout as wait } from 'node:timers/promises';
import { TeamsInfo, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Address, Member, Roster } from '../messages.ts';
import { type Connect, TIMEOUT_MS } from './connectors.ts';
import type { Door } from './door.ts';
import { unsent } from './errors.ts';

const PAGE = 500;
/** The largest team Teams allows is smaller. */
const PAGES_MAX = 200;
/** A large team is asked for in a hundred calls; one that is told to wait must not lose the rest. */
const TRIES = 4;

const accountSchema = z.looseObject({
  id: z.string().min(1),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
  objectId: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
});

/** @throws what Teams answers, after a few tries; being in a team that has been deleted, for one. */
export function createRoster(connect: Connect, { adapter }: Pick<Door, 'adapter'>): Roster {
  return {
    async *members(address) {
      const { conversations } = await connect(address.service);
      let token: string | undefined;
      for (let page = 0; page < PAGES_MAX; page++) {
        const { members, continuationToken } = await patiently(() =>
          // The types ask for a token on the first page too, where there is none.
          conversations.getConversationPagedMembers(roomOf(address), {
            pageSize: PAGE,
            timeout: TIMEOUT_MS,
            ...(token && { continuationToken: token }),
          } as { pageSize: number; continuationToken: string }),
        );
        yield (members ?? []).flatMap((account) => memberOf(account, address) ?? []);
        if (!continuationToken) return;
        token = continuationToken;
      }
    },
    async member(address, id) {
      const { conversations } = await connect(address.service);
      try {
        return memberOf(
          await patiently(() =>
            conversations.getConversationMember(roomOf(address), id, { timeout: TIMEOUT_MS }),
          ),
          address,
        );
      } catch (error) {
        if ((error as { statusCode?: number }).statusCode === 404) return undefined;
        throw error;
      }
    },
    async channels(address) {
      const { service, tenant, team } = address;
      if (!team) return [];
      const context = new TurnContext(adapter, { channelId: 'msteams', serviceUrl: service });
      context.turnState.set(adapter.ConnectorClientKey, await connect(service));
      const channels = await patiently(() => TeamsInfo.getTeamChannels(context, team));
      return channels.flatMap(({ id, name }) =>
        id ? [{ name: name ?? '', address: { tenant, service, team, conversation: id } }] : [],
      );
    },
  };
}

/** Everyone in a team is listed by the team, not by one of its channels. */
const roomOf = ({ team, conversation }: Address): string => team ?? conversation ?? '';

function memberOf(account: unknown, { tenant, service }: Address): Member | undefined {
  const parsed = accountSchema.safeParse(account);
  // "28:" is a bot, ours or another.
  if (!parsed.success || parsed.data.id.startsWith('28:')) return undefined;
  const { id, name, aadObjectId, objectId, email, userPrincipalName } = parsed.data;
  const emails = [email, userPrincipalName].flatMap((address) => address?.toLowerCase() || []);
  return {
    person: aadObjectId ?? objectId ?? id,
    name: name ?? '',
    emails: [...new Set(emails)],
    address: { tenant, service, person: id },
  };
}

/** Asking is harmless, so it is done again, as often and as soon as we are let. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await ask();
    } catch (error) {
      const why = unsent(error, Date.now());
      if (why.kind !== 'later' || tried >= TRIES) throw error;
      await wait(Math.min(why.afterMs ?? 500 * 2 ** tried, TIMEOUT_MS));
    }
  }
}
