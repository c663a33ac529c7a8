import type { FillCard } from '../cards.ts';
import type { Lang } from '../knowledge/model.ts';
import type { Solution } from '../knowledge/solution.ts';
import type { Address, From } from '../messages.ts';
import type { Addresses } from '../people/addresses.ts';
import type { Key } from '../people/key.ts';
import type { Closing } from './closing.ts';
import type { Following } from './following.ts';
import type { Names } from './names.ts';

/** What the desk of following is given. */
export interface DeskDeps {
  following: Following;
  closing: Closing;
  addresses: Pick<Addresses, 'byPersons'>;
  /** Of now: knowledge is taken in while Samvit runs. */
  names: () => Names;
  solutions: () => Solution[];
  /** Whether a solution has been told of, and is not withdrawn. */
  isTold(solution: string): Promise<boolean>;
  fill: FillCard;
  key: Key;
  placeName(address: Address): Promise<string>;
  languageFor(from: From, text?: string): Promise<Lang>;
}
