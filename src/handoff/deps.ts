import type { FillCard } from '../cards.ts';
import type { Database } from '../db/database.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { IsHoliday } from '../holidays.ts';
import type { Addresses } from '../people/addresses.ts';
import type { Channels } from '../people/channels.ts';
import type { Key } from '../people/key.ts';
import type { Seal } from '../people/seal.ts';

/** What the job is given. */
export interface HandoffDeps {
  db: Database['db'];
  delivery: Delivery;
  addresses: Pick<Addresses, 'byPersons' | 'flush'>;
  channels: Pick<Channels, 'all' | 'of'>;
  /** Read when it is first asked for. */
  holidays: () => Promise<IsHoliday>;
  seal: Seal;
  key: Key;
  now: () => Date;
  fill: FillCard;
}
