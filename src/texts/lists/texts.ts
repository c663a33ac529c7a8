import type { Said } from '../../ask/lists/list.ts';
import type { Solution } from '../../knowledge/solution.ts';

export type Kind = Solution['kind'];

/** What lists of shared solutions say, in one language. */
export interface ListTexts {
  /** "3 løsninger og erfaringer om velferdsteknologi siden 2020" */
  solutions(count: number, of: Said[]): string;
  /** "Én kommune og 2 andre har løsninger eller erfaringer med SmartVakt"; others are networks and the like. */
  municipalities(count: number, others: number, of: Said[]): string;
  none(of: Said[]): string;
  /** That the list leaves nothing out. */
  all: string;
  /** How many more it might hold, if their sources said this. */
  unsaid: Record<'procedure' | 'year', (count: number) => string>;
  /** Places that nothing is shared from. */
  empty(places: string[]): string;
  /** Before the title of a wider list, where nothing fits what was asked for. */
  near: string;
  /** Before what the list is narrowed by. */
  narrowed: string;
  /** One thing it is narrowed by. */
  filter(said: Said): string;
  /** The button that takes it away. */
  remove(filter: string): string;
  next(left: number): string;
  previous: string;
  /** The same list by the other kind of row. */
  by: Record<'solution' | 'municipality', string>;
  /** Titles in a row, of which so many more are left out. */
  andMore(count: number): string;
  kind: Record<Kind, string>;
  /** The button that gives the list as a file, and what the file is called. */
  csv: string;
  csvName: string;
  /** Where a link to such a file no longer leads to one. */
  gone: { title: string; body: string };
  expired: { title: string; body: string };
  /** Of the file, in its order: title, kind, municipalities, counties, networks, year, procedure, topic, tags, systems, summary, sources. */
  columns: string[];
}
