import type { Tx } from '../db/schema.ts';
import { formCard, plain } from '../form-card.ts';
import { type Lang, langs } from '../knowledge/model.ts';
import type { Outgoing } from '../messages.ts';
import { textsIn } from '../texts/texts.ts';
import type { FollowDeps } from './deps.ts';
import type { Kept } from './model.ts';
import { outgoing, saidNames } from './notice-card.ts';
import { inOrder } from './rules.ts';

/** Why a subscription has ended without the one who made it having ended it. */
type Why = 'gone' | 'deleted' | 'stopped';
/** A word to each who made one of these. */
export type Closed = (tx: Tx, ended: Kept[], why: Why) => Promise<void>;

export function createClosed({ addresses, told, delivery, names, fill }: FollowDeps): Closed {
  function word({ home, where, interests }: Kept, why: Why, lang: Lang): Outgoing {
    const t = textsIn(lang).follow.closed;
    const place = t.place(home === 'group' ? 'group' : 'channel', where?.name ?? '');
    const lines = [t[why](place), t.followed(saidNames(interests, names(), lang))].map(plain);
    return outgoing(formCard(fill, lang, { heading: t.title, lines, note: t.how }));
  }

  return async (tx, ended, why) => {
    const makers = ended.flatMap(({ maker }) => maker ?? []);
    if (makers.length === 0) return;
    const reachable = await addresses.byPersons([...new Set(makers)], tx);
    for (const kept of together(ended)) {
      const to = kept.maker === null ? undefined : reachable.get(kept.maker);
      if (!to) continue;
      const { id, tenant } = kept;
      const messages = Object.fromEntries(langs.map((lang) => [lang, word(kept, why, lang)]));
      const batch = { id: `follow/closed/${id}`, tenant, cause: 'share', about: id, messages } as const;
      await delivery.plan(tx, batch, [
        { recipient: to.person, address: to.address, message: to.lang ?? 'nb' },
      ]);
      // So that it is deleted with the rest.
      await told.addBatches(tx, [{ batch: batch.id, solution: null, sent: { kind: 'word' } }]);
    }
  };
}

/** Who made several in one place hears of them in one word. */
function together(ended: Kept[]): Kept[] {
  const byMaker = new Map<string, Kept>();
  for (const kept of ended) {
    const of = `${kept.maker} ${kept.recipient}`;
    const before = byMaker.get(of);
    const interests = inOrder([...(before?.interests ?? []), ...kept.interests]);
    byMaker.set(of, { ...(before ?? kept), interests });
  }
  return [...byMaker.values()];
}

export interface Closing {
  /** Nobody is there any more, or we are not let in. */
  gone(recipient: string): Promise<void>;
  /** The channel is no more. */
  deleted(recipient: string): Promise<void>;
  /** The app was taken out: what was followed there, and where it is, is deleted at once, and nobody is told. */
  uninstalled(recipient: string): Promise<void>;
  uninstalledTeam(team: string): Promise<void>;
  renamed(recipient: string, name: string): Promise<void>;
  /** All that is of a person. */
  forget(person: string): Promise<void>;
}

/** What ends following without anyone asking for it, and what is then deleted. */
export function createClosing(deps: FollowDeps, closed: Closed): Closing {
  const { subscriptions, told, delivery } = deps;

  /** Gives whose they were. */
  const end = (
    removing: (tx: Tx) => Promise<Kept[]>,
    after: (tx: Tx, ended: Kept[]) => Promise<void> = async () => {},
  ): Promise<string[]> =>
    subscriptions.transaction(async (tx) => {
      const ended = await removing(tx);
      const recipients = [...new Set(ended.map(({ recipient }) => recipient))];
      await told.forget(tx, recipients);
      await after(tx, ended);
      return recipients;
    });

  const endOf = (recipient: string, after?: (tx: Tx, ended: Kept[]) => Promise<void>) =>
    end(
      (tx) => subscriptions.removeOf(tx, recipient),
      async (tx, ended) => {
        // Also of one who has stopped following, and was told before that.
        await told.forget(tx, [recipient]);
        await after?.(tx, ended);
      },
    );

  return {
    gone: async (recipient) => void (await endOf(recipient, (tx, ended) => closed(tx, ended, 'gone'))),
    deleted: async (recipient) => void (await endOf(recipient, (tx, ended) => closed(tx, ended, 'deleted'))),
    async uninstalled(recipient) {
      await endOf(recipient);
      // What was sent there keeps where it was sent.
      await delivery.forgetRecipient(recipient);
    },
    async uninstalledTeam(team) {
      const once: string[] = [];
      const following = await end(async (tx) => {
        once.push(...(await told.forgetTeam(tx, team)));
        return subscriptions.removeOfTeam(tx, team);
      });
      for (const recipient of new Set([...once, ...following])) await delivery.forgetRecipient(recipient);
    },
    async renamed(recipient, name) {
      await subscriptions.transaction(async (tx) => {
        for (const kept of await subscriptions.hold(tx, recipient))
          if (kept.where) await subscriptions.write(tx, { ...kept, where: { ...kept.where, name } });
      });
    },
    async forget(person) {
      await endOf(person, (tx) => subscriptions.forgetMaker(tx, person));
    },
  };
}
