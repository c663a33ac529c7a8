import type { Tx } from '../db/schema.ts';
import type { Recipient } from '../delivery/delivery.ts';
import { type Lang, langs } from '../knowledge/model.ts';
import type { Outgoing } from '../messages.ts';
import type { ShareDeps } from './deps.ts';
import type { Entry } from './store/entries.ts';

/** Who is asked to decide. */
export interface Editors {
  through: 'channel' | 'people' | 'nobody';
  recipients: Recipient[];
}

export type Sending = ReturnType<typeof createSending>;

/** What goes to editors and sharers, each in the transaction that causes it. */
export function createSending({ delivery, addresses, channels, roles, notices }: ShareDeps) {
  const inAll = (say: (lang: Lang) => Outgoing): Record<string, Outgoing> =>
    Object.fromEntries(langs.map((lang) => [lang, say(lang)]));
  const asking = ({ id, asked }: Entry) => `share/${id}/${asked}/editors`;
  const withBatch = (entry: Entry, batch: string): Entry => ({
    ...entry,
    batches: [...new Set([...entry.batches, batch])],
  });

  return {
    /** Before a transaction: it asks the database by itself. */
    async editorsOf(tenant: string): Promise<Editors> {
      const chosen = await channels.of(tenant, 'editors');
      if (chosen) {
        const { channel, address, lang } = chosen;
        return { through: 'channel', recipients: [{ recipient: channel, address, message: lang }] };
      }
      const holders = (await roles.all(tenant)).filter(({ role }) => role !== 'leader');
      const reached = await addresses.byPersons([...new Set(holders.map(({ person }) => person))]);
      const recipients = [...reached.values()].map(({ person, address, lang }) => ({
        recipient: person,
        address,
        message: lang ?? 'nb',
      }));
      return { through: recipients.length > 0 ? 'people' : 'nobody', recipients };
    },

    /** Before a transaction. Nobody, when they have left or asked us to forget them. */
    async sharerOf({ person }: Pick<Entry, 'person'>): Promise<Recipient | undefined> {
      const reached = person === null ? undefined : (await addresses.byPersons([person])).get(person);
      return (
        reached && { recipient: reached.person, address: reached.address, message: reached.lang ?? 'nb' }
      );
    },

    /** Asked twice about one version, the editors have one card, with what it says now. */
    async askEditors(tx: Tx, entry: Entry, { recipients }: Editors): Promise<Entry> {
      const messages = inAll((lang) => notices.toEditors(entry, lang));
      const id = asking(entry);
      await delivery.replace(tx, id, messages);
      await delivery.plan(
        tx,
        { id, tenant: entry.tenant, cause: 'share', about: entry.id, messages },
        recipients,
      );
      return withBatch(entry, id);
    },

    /** The card the editors have says what was decided, and the sharer is told. */
    async tellDecided(tx: Tx, entry: Entry, sharer: Recipient | undefined): Promise<Entry> {
      await delivery.replace(
        tx,
        asking(entry),
        inAll((lang) => notices.toEditors(entry, lang)),
      );
      if (!sharer) return entry;
      const id = `share/${entry.id}/${entry.version}/${entry.decision?.what}`;
      const messages = inAll((lang) => notices.toSharer(entry, lang));
      await delivery.plan(tx, { id, tenant: entry.tenant, cause: 'share', about: entry.id, messages }, [
        sharer,
      ]);
      return withBatch(entry, id);
    },

    /** What has been sent about it can no longer be changed. */
    async forget(tx: Tx, entry: Entry): Promise<Entry> {
      for (const batch of entry.batches) await delivery.forgetBatch(tx, batch);
      return { ...entry, batches: [] };
    },
  };
}
