import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { Address, Outgoing } from '../messages.ts';
import type { Seal } from '../people/seal.ts';

/** What was sent where, so that it can be changed. */
interface SentMessage {
  message: string;
  address: Address;
}

type Place = { batch: string; recipient: string };

/** Each sealed for its own place. A message has the name of who asks, and an address can be written to. */
export interface Sealed {
  address: Envelope<Address, Place>;
  sent: Envelope<SentMessage, Place>;
  content: Envelope<Outgoing, { batch: string; name: string }>;
}

interface Envelope<T, P> {
  close(value: T, place: P): string;
  open(sealed: string | null, place: P): T | undefined;
}

export function createSealed(seal: Seal): Sealed {
  const envelope = <T, P>(kind: string, key: (place: P) => string[]): Envelope<T, P> => {
    const about = (place: P) => JSON.stringify([kind, ...key(place)]);
    return {
      close: (value, place) => seal.close(value, about(place)),
      open: (sealed, place) => (sealed === null ? undefined : seal.open<T>(sealed, about(place))),
    };
  };
  const row = ({ batch, recipient }: Place) => [batch, recipient];
  return {
    address: envelope('address', row),
    sent: envelope('sent', row),
    content: envelope('message', ({ batch, name }) => [batch, name]),
  };
}

const KEPT_MAX = 100;

/** The text of a claim, opened once for all who get the same. A claim has the version as it was then, and so has this. */
export function createContents({ db, sealed }: { db: Kysely<Schema>; sealed: Sealed }) {
  const kept = new Map<string, Promise<Outgoing | undefined>>();

  async function read(batch: string, name: string): Promise<Outgoing | undefined> {
    const row = await db
      .selectFrom('delivery_message')
      .select('content')
      .where('batch', '=', batch)
      .where('name', '=', name)
      .executeTakeFirst();
    return row && sealed.content.open(row.content, { batch, name });
  }

  return (batch: string, name: string, version: number): Promise<Outgoing | undefined> => {
    const which = JSON.stringify([batch, name, version]);
    const known = kept.get(which);
    if (known) return known;
    if (kept.size >= KEPT_MAX) kept.clear();
    const reading = read(batch, name);
    kept.set(which, reading);
    reading.catch(() => kept.delete(which));
    return reading;
  };
}
