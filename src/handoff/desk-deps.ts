import type { FillCard } from '../cards.ts';
import type { Lang, Topic } from '../knowledge/model.ts';
import type { From, Reply } from '../messages.ts';
import type { Channels } from '../people/channels.ts';
import type { Refuse } from '../people/refusal.ts';
import type { WhoIs } from '../people/who.ts';
import type { Handoffs } from './handoffs.ts';
import type { Counts } from './rules.ts';

/** What the desk is given; what another job has is handed in as a function. */
export interface HandoffDeskDeps {
  handoffs: Handoffs;
  channels: Pick<Channels, 'all' | 'of'>;
  who: WhoIs;
  /** Why someone may not, and whom they can ask. */
  refuse: Refuse;
  languageFor(from: From, text?: string): Promise<Lang>;
  fill: FillCard;
  now: () => Date;
  newId: () => string;
  /** What was not answered or not liked in a tenant, in the last `days`. */
  counts(tenant: string, days: number): Promise<Counts>;
  /** The article of a section, if it is still there. */
  articleOf(section: string): { title: string; topic: Topic } | undefined;
  /** Where the counts can be had as a file, for a while. */
  gapsLink(tenant: string, lang: Lang): string;
  /** Articles there are, by id. */
  articleIds(): string[];
  /** As if it were pressed: what another job's button leads to. */
  press(from: From, data: unknown): Promise<Reply[]>;
}
