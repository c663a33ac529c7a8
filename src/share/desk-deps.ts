import type { Choice, FillCard } from '../cards.ts';
import type { Facets } from '../knowledge/facets.ts';
import type { Lang, Tags } from '../knowledge/model.ts';
import type { From } from '../messages.ts';
import type { Refuse } from '../people/refusal.ts';
import type { Who, WhoIs } from '../people/who.ts';
import type { NameOf } from './model.ts';
import type { Shares } from './share.ts';

/** What things are called, of now. */
export interface Names {
  nameOf: NameOf;
  tags: Tags;
  facets: Facets;
}

/** Shared solutions like what is written, as rows that lead to them. */
export type Similar = (text: string, lang: Lang) => Choice[];

/** What the desk of sharing is given; what another job has is handed in as a function. */
export interface ShareDeskDeps {
  shares: Shares;
  who: WhoIs;
  /** Why someone may not, and whom they can ask. */
  refuse: Refuse;
  languageFor(from: From, text?: string): Promise<Lang>;
  fill: FillCard;
  names: () => Names;
  similar: Similar;
  /** A new id, not to be guessed. */
  newId: () => string;
}

/** Who is at it, and in what language. */
export interface Here {
  who: Who;
  lang: Lang;
}
