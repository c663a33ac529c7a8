import type { FillCard } from '../cards.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Button } from '../form-cards.ts';
import type { IsHoliday } from '../holidays.ts';
import type { Knowledge, Lang } from '../knowledge/model.ts';
import type { Municipalities } from '../knowledge/municipalities.ts';
import type { Solution } from '../knowledge/solution.ts';
import type { Addresses } from '../people/addresses.ts';
import type { Names } from './names.ts';
import type { Subscriptions } from './store/subscriptions.ts';
import type { ToldStore } from './store/told.ts';

export type Also = (solution: Pick<Solution, 'id' | 'kind'>, lang: Lang) => Button[];

/** What the parts of this job share. */
export interface FollowDeps {
  subscriptions: Subscriptions;
  told: ToldStore;
  delivery: Pick<
    Delivery,
    | 'plan'
    | 'planAll'
    | 'replace'
    | 'cancel'
    | 'cancelTo'
    | 'forgetBatch'
    | 'forgetRecipient'
    | 'setAlarm'
    | 'onAlarm'
  >;
  addresses: Pick<Addresses, 'byPersons'>;
  /** Of now: knowledge is taken in while Samvit runs. */
  knowledge: () => Pick<Knowledge, 'facets' | 'solutions' | 'tags'>;
  norway: () => Municipalities;
  names: () => Names;
  fill: FillCard;
  /** Buttons of other jobs on a notice, such as “Vi bruker denne også”. */
  also?: Also;
  /** Read the first time it is asked for. */
  holidays: () => Promise<IsHoliday>;
  now: () => Date;
}
